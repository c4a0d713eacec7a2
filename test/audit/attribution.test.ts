import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type AuditPlan, auditShare, finishAudit, runAudit } from "../../src/audit/audit.js";
import { addJudged, judgedOf } from "../../src/audit/judged.js";
import { knownOf, restored } from "../../src/audit/known.js";
import { planAudit } from "../../src/commands/plan.js";
import { DEFAULT_OPTIONS, FORMATS } from "../../src/reports/index.js";

const SILENT = { advance: () => {} };

/** A rule of each kind of verdict: of rows and of turns, of answers, and one that waits for a moment to pass. */
const STANDARD = `name: desk
version: "1"
language: zh
rules:
${rule("cannot-handle", "critical", "check: phrase\n    never: [处理不了]", "[这个我处理不了]", "[我试一下吧]")}
${rule("greeting", "major", "check: say\n    say: [您好]\n    within: { first-turns: 1 }", "[什么事]", "[您好]")}
${rule("pickup", "major", "check: clock\n    time: [ring-seconds]\n    within: 15s", ring(16), ring(15))}
${rule("reply", "minor", REPLY(), replied("2026-03-02 12:00"), replied("2026-03-02 10:00"))}
${rule("topic", "minor", "check: record\n    filled: [topic]", "[{ fields: { topic: null } }]", "[{ fields: { topic: 发票 } }]")}
${rule("rating", "minor", "applies: { kinds: [surveys] }\n    check: measure\n    of: field\n    field: rating\n    min: 3", rated(1), rated(5))}
`;

function rule(id: string, severity: string, body: string, fails: string, passes: string): string {
  return `  - id: desk/${id}
    title: { zh: ${id}, en: ${id} }
    clause: ${id}
    source: 本公司服务规范
    dimension: assurance
    severity: ${severity}
    ${body}
    advice: { zh: 改, en: mend }
    examples: { fails: ${fails}, passes: ${passes} }`;
}

function REPLY(): string {
  return "check: clock\n    time: [{ from: received-at, to: first-reply-at }]\n    within: 1h";
}

function ring(seconds: number): string {
  return `[{ fields: { ring-seconds: ${seconds}s } }]`;
}

function replied(at: string): string {
  return `[{ fields: { received-at: 2026-03-02 09:30, first-reply-at: ${at} } }]`;
}

function rated(rating: number): string {
  return `[{ kinds: [surveys], fields: { rating: ${rating} } }]`;
}

const folder = mkdtempSync(join(tmpdir(), "deskcheck-attribution-"));
writeFileSync(join(folder, "desk.yaml"), STANDARD);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What happened in a contact, and which of its rows name its agent and its team. */
const happened = fc.record({
  kind: fc.constantFrom("call", "ticket", "none"),
  agent: fc.constantFrom("林晓", "周启明", "何静"),
  team: fc.constantFrom("一组", "二组"),
  agentOn: fc.subarray(["row", "turns", "survey"] as const),
  teamOn: fc.subarray(["row", "turns", "survey"] as const),
  answered: fc.boolean(),
  ring: fc.constantFrom("", "6", "31"),
  replied: fc.constantFrom("", "2026-03-02 09:40:00", "2026-03-02 11:40:00"),
  received: fc.constantFrom("2026-03-02 09:30:00", "2026-03-02 16:50:00"),
  topic: fc.constantFrom("", "退货"),
  greets: fc.boolean(),
  refuses: fc.integer({ min: 0, max: 2 }),
  turns: fc.boolean(),
  ratings: fc.array(fc.constantFrom("1", "5"), { maxLength: 2 }),
});
type Happened = typeof happened extends fc.Arbitrary<infer T> ? T : never;
type Source = Happened["agentOn"][number];
const world = fc.record({
  contacts: fc.array(happened, { minLength: 1, maxLength: 12 }),
  /** Whether the turns of each contact stand together, or dealt out one after the other. */
  scattered: fc.boolean(),
});

function sourcesOf({ kind, turns, ratings }: Happened): readonly Source[] {
  const there = { row: kind !== "none", turns, survey: ratings.length > 0 && (kind !== "none" || turns) };
  return (["row", "turns", "survey"] as const).filter((source) => there[source]);
}

/** The files of a desk. `told`: the row says who it was, where any row of the contact does. */
function files({ contacts, scattered }: { contacts: Happened[]; scattered: boolean }, told: boolean) {
  const name = (contact: Happened, source: Source) => {
    const there = sourcesOf(contact);
    const says = (on: readonly Source[]) =>
      told && source === "row" ? on.some((one) => there.includes(one)) : on.includes(source);
    return `${says(contact.agentOn) ? contact.agent : ""},${says(contact.teamOn) ? contact.team : ""}`;
  };
  const lines = (of: (contact: Happened, id: string) => readonly string[]) =>
    contacts.flatMap((contact, at) => of(contact, `T${at}`));
  const calls = lines((one, id) =>
    one.kind === "call"
      ? [
          `${id},2026-03-02 09:00:00,${one.answered ? "已接听" : "未接"},${one.ring},${one.topic},${name(one, "row")}`,
        ]
      : [],
  );
  const tickets = lines((one, id) =>
    one.kind === "ticket" ? [`${id},${one.received},${one.replied},${one.topic},${name(one, "row")}`] : [],
  );
  const talk = contacts.map((one, at) => {
    if (!one.turns) return [];
    const said = ["坐席", one.greets ? "您好" : "什么事"];
    const turns = [["客户", "我的电饭煲坏了"], said, ["坐席", "这个我处理不了。".repeat(one.refuses)]];
    return turns.map(([who, text], index) => `T${at},${index + 1},${who},${text},${name(one, "turns")}`);
  });
  const order = scattered
    ? [0, 1, 2].flatMap((index) => talk.flatMap((turns) => turns[index] ?? []))
    : talk.flat();
  const answers = lines((one, id) =>
    one.ratings.map((rating) => `${id},2026-03-02 15:00:00,${rating},${name(one, "survey")}`),
  );
  return {
    "calls.csv": ["流水号,来电时间,接通状态,振铃时长(秒),主题,坐席,班组", ...calls],
    "tickets.csv": ["工单号,收到时间,首次回复时间,主题,处理人,班组", ...tickets],
    "talks.csv": ["流水号,序号,说话人,文本,坐席,班组", ...order],
    "answers.csv": ["流水号,评价时间,满意度,坐席,班组", ...answers],
  };
}

type Contents = ReturnType<typeof files>;
const NAMES = ["calls.csv", "tickets.csv", "talks.csv", "answers.csv"] as const;
const { plan } = made();

/** The plan for all four files. */
function made() {
  for (const name of NAMES) writeFileSync(join(folder, name), "流水号\n");
  const set = ["standard=[./desk.yaml]", "timezone=Asia/Shanghai", "minimum-contacts=1"];
  return planAudit({ files: NAMES, folder, env: {}, set, flags: {} });
}

/** Writes the files that have rows, and plans their audit. */
function planOf(contents: Contents): AuditPlan {
  const named = NAMES.filter((name) => contents[name].length > 1);
  for (const name of named) writeFileSync(join(folder, name), `${contents[name].join("\n")}\n`);
  return { ...plan, files: plan.files.filter(({ path }) => named.some((name) => path.endsWith(name))) };
}

function json(result: ReturnType<typeof runAudit>): string {
  return [...FORMATS.json.report(result, DEFAULT_OPTIONS)].join("");
}

/** Without what says how the files were read: those differ. */
function outcome(text: string): unknown {
  const { manifest: _, ledger: __, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
}

test("what a contact comes to is its agent's and its team's, whichever of its rows names them", () => {
  fc.assert(
    fc.property(world, (of) => {
      fc.pre(of.contacts.some((contact) => sourcesOf(contact).length > 0));
      const told = json(runAudit(planOf(files(of, true)), SILENT));
      const spread = json(runAudit(planOf(files(of, false)), SILENT));
      expect(outcome(spread)).toEqual(outcome(told));
    }),
    { numRuns: 80 },
  );
}, 120_000);

test("and so it is where the audit is dealt out", () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 1, max: 4 }), (of, shares) => {
      fc.pre(of.contacts.some((contact) => sourcesOf(contact).length > 0));
      const plan = planOf(files(of, false));
      const parts = Array.from({ length: shares }, (_, at) =>
        auditShare(plan, { index: at + 1, of: shares }, SILENT),
      );
      const whole = restored(plan, structuredClone(knownOf(parts[0]!)));
      for (const { state } of parts)
        addJudged(whole.state, structuredClone(judgedOf(state)), state.judge.findings);
      expect(json(finishAudit(plan, whole)) === json(runAudit(plan, SILENT))).toBe(true);
    }),
    { numRuns: 30 },
  );
}, 120_000);
