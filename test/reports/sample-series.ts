import type { AuditResult, Recurring, RecurringLabels, RuleSeries } from "../../src/model/result.js";

/** A month of days and hours for two rules that are timed; the fourteenth was a bad day. Whole numbers, the same each time. */
export function sampleSeries(): AuditResult["series"] {
  return {
    "response/service-level": {
      ...byTime(18, 22),
      distribution: {
        unit: "s",
        limit: 20,
        width: 5,
        counts: [120, 210, 131, 60, 22, 12, 9, 6, 5, 3, 2, 2],
        above: 16,
        below: 0,
      },
    },
    "response/chat-first-reply": {
      ...byTime(11, 20),
      undated: 3,
      distribution: {
        unit: "s",
        limit: 300,
        width: 60,
        counts: [90, 110, 80, 60, 40, 51, 44, 30, 21, 15, 12, 9],
        above: 46,
        below: 0,
      },
    },
  };
}

export function sampleRecurring(): Recurring {
  return {
    rules: [
      recurringRule("response/chat-first-reply", 228, 0.9828, 6),
      recurringRule("wording/cannot-handle", 3, 0.0129, 3),
      recurringRule("opening/greeting", 1, 0.0043, 1),
    ],
    topics: {
      contacts: 1_248,
      filled: 1_020,
      items: [
        { label: "退换货", contacts: 402, examples: ["C-1012", "C-1040"] },
        { label: "物流进度", contacts: 377, examples: ["C-1062"] },
        { label: "发票", contacts: 241, examples: ["C-1095"] },
      ],
      others: 0,
    },
    types: noLabels(),
    causes: noLabels(),
  };
}

export function samplePromises(): AuditResult["promises"] {
  const promise = (
    line: number,
    state: "kept" | "broken" | "undecided",
    due: string,
    keptBy: string | null,
  ) => ({
    contact: `C-${1000 + line}`,
    agent: "王芳",
    customer: "K-77",
    file: "exports/transcripts-03.csv",
    line,
    column: 9,
    quote: "明天上午我会给您一个答复",
    made: "2026-03-12T15:20:41+08:00",
    due,
    state,
    keptBy,
  });
  return [
    promise(12, "kept", "2026-03-13T12:00:00+08:00", "C-1040"),
    promise(40, "broken", "2026-03-13T12:00:00+08:00", null),
    promise(95, "undecided", "2026-04-01T12:00:00+08:00", null),
  ];
}

export function sampleComplaints(): AuditResult["complaints"] {
  return {
    contacts: 31,
    byLabel: 24,
    byWords: 12,
    types: [{ label: "售后服务", recorded: 18, proposed: 4 }],
    causes: [{ label: "商品质量", recorded: 11, proposed: 6 }],
  };
}

export function noLabels(): RecurringLabels {
  return { contacts: 0, filled: 0, items: [], others: 0 };
}

/** The same with other people's words for every label. */
export function nastyRecurring(recurring: Recurring, nasty: string): Recurring {
  const items = recurring.topics.items.map((item) => ({ ...item, label: nasty, examples: [nasty] }));
  return { ...recurring, topics: { ...recurring.topics, items } };
}

function recurringRule(
  rule: string,
  fail: number,
  share: number,
  agents: number,
): Recurring["rules"][number] {
  return { rule, fail, share, agents, agentsAssessed: 6, examples: [] };
}

function byTime(pass: number, n: number): Omit<RuleSeries, "distribution"> {
  const days = Array.from({ length: 28 }, (_, at) => {
    const good = at === 13 ? Math.round(pass / 3) : Math.min(n, pass + ((at * 7) % 5) - 2);
    return { day: `2026-03-${String(at + 2).padStart(2, "0")}`, pass: good, fail: n - good };
  });
  const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    [9, 10, 11, 14, 15, 16, 19].map((hour) => {
      const fail = (weekday * hour) % 5;
      return { weekday, hour, pass: 12 - fail, fail };
    }),
  );
  return { days, hours, undated: 0 };
}
