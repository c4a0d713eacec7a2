import { describe, expect, test } from "vitest";
import { parseHours } from "../../src/calendar/hours.js";
import { workingCalendar } from "../../src/calendar/working-time.js";
import { zone } from "../../src/calendar/zone.js";
import { clock } from "../../src/checks/clock.js";
import { UserError } from "../../src/model/user-error.js";
import { contact, context, told, turns, type Values } from "./contact.js";

const compiled = (options: object, calendar: Parameters<typeof context>[1] = null) =>
  clock.compile(clock.options.parse(options), context([], calendar));

describe("a pickup within three rings", () => {
  const pickup = compiled({
    time: [{ count: "rings" }, "ring-seconds", { from: "ringing-at", to: "answered-at" }],
    rings: 3,
    country: "CN",
    "answered-only": true,
  });
  const cases: readonly (readonly [string, Values])[] = [
    ["pass", { outcome: "answered", "ring-seconds": 15 }],
    ["fail", { outcome: "answered", "ring-seconds": 15.001 }],
    ["pass", { outcome: "answered", rings: 3, "ring-seconds": 99 }],
    ["fail", { outcome: "answered", rings: 4, "ring-seconds": 1 }],
    // an empty count: the next way to get the time
    ["pass", { outcome: "answered", rings: null, "ring-seconds": 4 }],
    ["fail", { "ringing-at": 1000, "answered-at": 1016 }],
    ["not-applicable not-answered", { "ringing-at": 1000, "answered-at": null }],
    ["not-applicable not-answered", { outcome: "unanswered", "ring-seconds": 30 }],
    ["not-applicable not-answered", { outcome: "busy" }],
    ["not-applicable not-answered", { "talk-seconds": 0, "ring-seconds": 30 }],
    ["pass", { "talk-seconds": 60, "ring-seconds": 3 }],
    // the total speed of answer is no ring time, and an unknown outcome is no answer
    ["not-assessed ring-seconds", { outcome: "answered", "answer-seconds": 3 }],
    ["not-assessed ring-seconds", { outcome: "answered", "queue-seconds": 3, "answered-at": 1000 }],
    ["not-assessed ring-seconds", { outcome: "answered", "ring-seconds": null }],
    ["not-assessed outcome", { "ring-seconds": 3 }],
    // ended before it began
    ["not-assessed answered-at", { "ringing-at": 1000, "answered-at": 990 }],
    ["not-assessed ring-seconds", { outcome: "answered", "ring-seconds": -4 }],
  ];
  test.each(cases)("%s: %j", (verdict, values) => {
    expect(told(pickup.judge(contact(values)))).toBe(verdict);
  });

  test("a finding points at the cell and shows both numbers", () => {
    expect(pickup.findings(contact({ outcome: "answered", "ring-seconds": 22 }))).toEqual([
      {
        turn: null,
        from: 0,
        to: 0,
        how: null,
        field: "ring-seconds",
        expected: "≤ 15 s (3 × 5 s)",
        found: "22 s",
      },
    ]);
    const [counted] = pickup.findings(contact({ outcome: "answered", rings: 5 }));
    expect(counted).toMatchObject({ field: "rings", expected: "≤ 3", found: "5" });
  });

  test("the measure says where its seconds come from, and leaves out calls that nobody answered", () => {
    const { measure } = pickup;
    const answered = contact({ "ringing-at": 1000, "answered-at": 1007 });
    expect(measure?.of(answered)).toBe(7000);
    expect(measure?.sources[measure.source(answered)]).toBe("ringing-at → answered-at");
    expect(measure?.of(contact({ outcome: "abandoned", "ring-seconds": 40 }))).toBeNaN();
    expect(measure?.source(contact({ outcome: "answered", rings: 2 }))).toBe(-1);
  });

  test("three rings are 9 s in Britain, and 12 s with a cadence of one's own", () => {
    const british = compiled({ time: ["ring-seconds"], rings: 3, country: "GB" });
    const own = compiled({ time: ["ring-seconds"], within: "3 rings", cadence: { on: "1s", off: "3s" } });
    expect(british.target).toBe("≤ 9 s (3 × 3 s)");
    expect(own.target).toBe("≤ 12 s (3 × 4 s)");
    expect(told(british.judge(contact({ "ring-seconds": 9.5 })))).toBe("fail");
    expect(told(own.judge(contact({ "ring-seconds": 9.5 })))).toBe("pass");
  });
});

describe("the first reply to an e-mail", () => {
  const reply = compiled({
    time: [
      { from: "received-at", to: "first-reply-at" },
      { field: "first-reply-seconds", since: "received-at" },
    ],
    within: "24h",
  });
  const day = 24 * 3600;

  test("inclusive to the millisecond", () => {
    expect(told(reply.judge(contact({ "received-at": 100, "first-reply-at": 100 + day })))).toBe("pass");
    expect(told(reply.judge(contact({ "received-at": 100, "first-reply-at": 100.001 + day })))).toBe("fail");
  });

  test("an open one is pending until it is due", () => {
    const open = contact({ "received-at": 100, "first-reply-at": null });
    expect(told(reply.judge(open))).toBe("pending not-due");
    expect(reply.due?.(open)).toBe((100 + day) * 1000);
    expect(reply.findings(open)).toEqual([
      { turn: null, from: 0, to: 0, how: null, field: "received-at", expected: "≤ 24 h", found: "> 24 h" },
    ]);
  });

  test("an empty reply time with its start is open as well", () => {
    const open = contact({ "received-at": 100, "first-reply-seconds": null });
    expect(told(reply.judge(open))).toBe("pending not-due");
    expect(reply.due?.(open)).toBe((100 + day) * 1000);
  });

  test.each<readonly [string, Values]>([
    ["not-assessed first-reply-at", { "received-at": 100 }],
    ["not-assessed received-at", {}],
    ["not-assessed received-at", { "received-at": null, "first-reply-at": 50 }],
    ["not-assessed first-reply-at", { "received-at": 100, "first-reply-at": 50 }],
    ["not-assessed first-reply-seconds", { "first-reply-seconds": null }],
  ])("%s: %j", (verdict, values) => {
    expect(told(reply.judge(contact(values)))).toBe(verdict);
  });
});

describe("the first reply in a chat", () => {
  const reply = compiled({
    time: [{ from: "first-customer-turn", to: "first-agent-turn-after-customer" }],
    within: "5min",
  });
  const judged = (...said: Parameters<typeof turns>[0]) => told(reply.judge(contact({}, turns(said))));

  test("runs from the customer's first words to the first human ones after them", () => {
    expect(judged({ by: "customer", at: 0 }, { by: "system", at: 1 }, { by: "agent", at: 301 })).toBe("fail");
    expect(judged({ by: "agent", at: 0 }, { by: "customer", at: 900 }, { by: "agent", at: 1100 })).toBe(
      "pass",
    );
    expect(judged({ by: "customer", at: 0 }, { by: "customer", at: 290 }, { by: "agent", at: 310 })).toBe(
      "fail",
    );
  });

  test("nobody asked, nobody answered, nobody knows when", () => {
    expect(judged({ by: "agent", at: 0 })).toBe("not-applicable no-customer-turns");
    expect(judged({ by: "customer", at: 0 })).toBe("pending not-due");
    expect(judged({ by: "customer" }, { by: "agent" })).toBe("not-assessed said-at");
    expect(told(reply.judge(contact({})))).toBe("not-assessed said-at");
  });

  test("offsets can be compared, but give no due time", () => {
    const said = [{ by: "customer", at: 0 } as const];
    expect(told(reply.judge(contact({}, turns(said, { clock: "offset" }))))).toBe("not-assessed said-at");
    const both = [...said, { by: "agent", at: 299 } as const];
    expect(told(reply.judge(contact({}, turns(both, { clock: "offset" }))))).toBe("pass");
  });

  test("a finding is about the reply's turn", () => {
    const late = contact(
      {},
      turns([
        { by: "customer", at: 0 },
        { by: "agent", at: 361 },
      ]),
    );
    expect(reply.findings(late)).toMatchObject([
      { turn: 1, field: null, expected: "≤ 5 min", found: "6 min 1 s" },
    ]);
  });
});

describe("on the clock of working hours", () => {
  const shanghai = zone("Asia/Shanghai");
  const calendar = workingCalendar(shanghai, parseHours("Mon-Fri 09:00-17:00"), null);
  const at = (iso: string) => Date.parse(`${iso}+08:00`) / 1000;
  const email = (received: string, replied: string | null) =>
    contact({ "received-at": at(received), "first-reply-at": replied === null ? null : at(replied) });
  const time = [{ from: "received-at", to: "first-reply-at" }];

  // published examples of metrics.md §8, with the corrected due times
  test.each([
    ["2026-03-06T16:00", "4h", "2026-03-09T12:00"],
    ["2026-03-05T15:00", "4h", "2026-03-06T11:00"],
    ["2026-03-06T17:00", "8h", "2026-03-09T17:00"],
  ])("from %s, %s are over at %s", (received, within, due) => {
    const check = compiled({ time, within, clock: "working" }, calendar);
    expect(told(check.judge(email(received, due)))).toBe("pass");
    expect(told(check.judge(email(received, `${due}:01`)))).toBe("fail");
    expect(check.due?.(email(received, null))).toBe(at(due) * 1000);
  });

  test("a reply outside hours to a message outside hours took no time", () => {
    const check = compiled({ time, within: "1 working hour" }, calendar);
    expect(told(check.judge(email("2026-03-07T10:00", "2026-03-08T22:00")))).toBe("pass");
  });

  test("two working days from a Thursday end on Monday evening", () => {
    const check = compiled({ time, within: "2 working days" }, calendar);
    expect(check.target).toBe("≤ 2 working days");
    expect(told(check.judge(email("2026-03-05T15:00", "2026-03-09T16:59")))).toBe("pass");
    expect(told(check.judge(email("2026-03-05T15:00", "2026-03-10T09:01")))).toBe("fail");
  });

  test("a reply before its question is not judged", () => {
    const check = compiled({ time, within: "4h", clock: "working" }, calendar);
    expect(told(check.judge(email("2026-03-05T15:00", "2026-03-04T15:00")))).toBe(
      "not-assessed first-reply-at",
    );
  });

  test("working time needs working hours; whole working days are Monday to Friday without them", () => {
    expect(() => compiled({ time, within: "2 working hours" })).toThrow(UserError);
    expect(() => compiled({ time, within: "4h", clock: "working" })).toThrow(UserError);
    // a Thursday; Friday and Monday are its two working days, the weekend is none
    const check = compiled({ time, within: "2 working days" });
    expect(told(check.judge(email("2026-03-05T15:00", "2026-03-09T23:59")))).toBe("pass");
    expect(told(check.judge(email("2026-03-05T15:00", "2026-03-10T00:01")))).toBe("fail");
  });
});

test.each<readonly [string, object]>([
  ["needs-one-of", { time: ["ring-seconds"] }],
  ["needs-one-of", { time: ["ring-seconds"], within: "5s", rings: 3, country: "CN" }],
  ["rings-without-country", { time: ["ring-seconds"], rings: 3 }],
  ["rings-without-country", { time: ["ring-seconds"], within: "3 rings" }],
  ["rings-only", { time: [{ count: "rings" }], within: "15s" }],
  ["target-without-unit", { time: ["ring-seconds"], within: 15 }],
  ["target-without-unit", { time: ["ring-seconds"], within: "15" }],
  ["target-not-understood", { time: ["ring-seconds"], within: "15 parsecs" }],
])("%s: %j", (code, options) => {
  const { error } = clock.options.safeParse(options);
  expect(error?.issues.map(({ message }) => message)).toContain(code);
});
