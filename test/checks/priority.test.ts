import { describe, expect, test } from "vitest";
import { priority } from "../../src/checks/priority.js";
import { context, told, type Values } from "./contact.js";
import { at, together } from "./customers.js";

const RULE = {
  levels: [["紧急", "urgent"], ["高"], ["普通"]],
  time: [{ from: "received-at", to: "first-reply-at" }],
};
const ticket = (
  priorityName: string | null,
  received: string,
  minutes: number | null,
  more: Values = {},
): Values => ({
  priority: priorityName,
  "received-at": at(received),
  "first-reply-at": minutes === null ? null : at(received) + minutes * 60,
  ...more,
});
const judged = (values: readonly Values[], options: object = {}) => {
  const check = priority.compile(priority.options.parse({ ...RULE, ...options }), context());
  const contacts = together(
    check,
    values.map((one) => ({ values: one })),
    "2026-04-01T00:00",
  );
  return { verdicts: contacts.map((one) => told(check.judge(one))), check, contacts };
};
const DAY = "2026-03-02T09:00";

describe("a higher priority waits no longer at the median", () => {
  test("those that waited longer than the lower one's median fail", () => {
    const { verdicts } = judged([
      ticket("紧急", DAY, 90),
      ticket("urgent", DAY, 80),
      ticket("紧急", DAY, 5),
      ticket("普通", DAY, 60),
    ]);
    expect(verdicts).toEqual(["fail", "fail", "pass", "not-applicable nothing-to-compare"]);
  });

  test("one slow contact is no failure where the median is below", () => {
    const { verdicts } = judged([
      ticket("紧急", DAY, 5),
      ticket("紧急", DAY, 6),
      ticket("紧急", DAY, 500),
      ticket("普通", DAY, 60),
    ]);
    expect(verdicts.slice(0, 3)).toEqual(["pass", "pass", "pass"]);
  });

  test("a level that has no contacts is skipped, not taken for zero", () => {
    expect(judged([ticket("紧急", DAY, 90), ticket("普通", DAY, 60)]).verdicts[0]).toBe("fail");
    expect(judged([ticket("紧急", DAY, 50), ticket("普通", DAY, 60)]).verdicts[0]).toBe("pass");
  });

  test("days and channels are lines of their own; a day is one of the desk's zone", () => {
    const alone = "not-applicable nothing-to-compare";
    expect(judged([ticket("紧急", DAY, 90), ticket("普通", "2026-03-03T09:00", 10)]).verdicts[0]).toBe(alone);
    expect(
      judged([ticket("紧急", DAY, 90, { channel: "email" }), ticket("普通", DAY, 10, { channel: "chat" })])
        .verdicts[0],
    ).toBe(alone);
    expect(
      judged([ticket("紧急", "2026-03-02T00:10", 90), ticket("普通", "2026-03-02T23:50", 10)]).verdicts[0],
    ).toBe("fail");
  });
});

test("each level may have a limit of its own", () => {
  const { verdicts, check, contacts } = judged(
    [ticket("紧急", DAY, 70), ticket("高", DAY, 200), ticket("普通", DAY, 900)],
    {
      within: ["1h", "4h"],
    },
  );
  expect(verdicts).toEqual(["fail", "pass", "not-applicable nothing-to-compare"]);
  expect(check.target).toBe("≤ 1 h / ≤ 4 h");
  expect(check.findings(contacts[0]!)).toMatchObject([
    { expected: "≤ 1 h", found: "1 h 10 min", field: "first-reply-at" },
  ]);
});

test("what it cannot tell", () => {
  expect(judged([ticket(null, DAY, 70)]).verdicts).toEqual(["not-assessed priority"]);
  expect(judged([ticket("?", DAY, 70)]).verdicts).toEqual(["not-assessed priority"]);
  expect(judged([ticket("高", DAY, null)]).verdicts).toEqual(["not-assessed first-reply-at"]);
});

test("the mean wait of each level is reported in seconds", () => {
  const { check } = judged([]);
  const shown = check.grouping?.shape?.([{ by: "priority", id: "紧急", of: 90_000, n: 3 }]);
  expect(shown).toEqual([{ by: "priority", id: "紧急", n: 3, value: 30, met: null }]);
});
