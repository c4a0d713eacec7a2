import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followUp } from "../../src/checks/follow-up.js";
import { VERDICT_CODES, verdictOf } from "../../src/model/verdict.js";
import { context, told, type Values } from "./contact.js";
import { at, together } from "./customers.js";

const compiled = (options: object) => followUp.compile(followUp.options.parse(options), context());
const judged = (options: object, now: string, ...values: readonly Values[]) => {
  const check = compiled(options);
  const [first] = together(
    check,
    values.map((one) => ({ values: one })),
    now,
  );
  return told(check.judge(first!));
};
const NOW = "2026-03-20T12:00";
const call = (customer: string | null, offered: string, more: Values = {}): Values => ({
  customer,
  "offered-at": at(offered),
  channel: "phone",
  ...more,
});

describe("another contact must follow", () => {
  const rule = { expect: "contact", by: "desk", within: "10min" };
  const dropped = call("王", "2026-03-02T09:00", { "ended-at": at("2026-03-02T09:05") });
  const again = (offered: string, more: Values = {}) =>
    call("王", offered, { direction: "outbound", ...more });

  test("by the desk, with that customer, after it, in time", () => {
    expect(judged(rule, NOW, dropped, again("2026-03-02T09:15"))).toBe("pass");
    expect(judged(rule, NOW, dropped, again("2026-03-02T09:15:01"))).toBe("fail");
    expect(judged(rule, NOW, dropped, again("2026-03-02T09:04"))).toBe("fail");
    expect(judged(rule, NOW, dropped, { ...again("2026-03-02T09:06"), customer: "李" })).toBe("fail");
    expect(
      judged(
        rule,
        NOW,
        dropped,
        again("2026-03-02T09:06", { direction: "inbound" }),
        again("2026-03-03T09:00"),
      ),
    ).toBe("fail");
  });

  test("pending while the data ends before it is due", () => {
    expect(judged(rule, "2026-03-02T09:14", dropped)).toBe("pending not-due");
    expect(judged(rule, "2026-03-02T09:14", dropped, again("2026-03-02T09:06"))).toBe("pass");
  });

  test("where the data never shows the desk calling, nobody can tell", () => {
    expect(judged(rule, NOW, dropped)).toBe("not-assessed direction");
    expect(judged({ ...rule, by: "anybody" }, NOW, dropped)).toBe("fail");
  });

  test("needs the customer and a moment", () => {
    expect(judged(rule, NOW, call(null, "2026-03-02T09:00"))).toBe("not-assessed customer");
    expect(judged(rule, NOW, { customer: "王" })).toBe("not-assessed offered-at");
  });

  test("a reply by e-mail or chat is the desk's too", () => {
    const email: Values = {
      customer: "王",
      channel: "email",
      "received-at": at("2026-03-02T09:01"),
      "first-reply-at": at("2026-03-02T09:12"),
    };
    expect(judged(rule, NOW, dropped, email)).toBe("pass");
  });

  test("from when it was resolved", () => {
    const from = { ...rule, within: "7 days", from: "resolved" };
    const ticket: Values = {
      customer: "王",
      "received-at": at("2026-03-01T09:00"),
      "resolved-at": at("2026-03-04T09:00"),
    };
    expect(judged(from, NOW, ticket, again("2026-03-10T09:00"))).toBe("pass");
    expect(judged(from, NOW, ticket, again("2026-03-03T09:00"))).toBe("fail");
    expect(judged(from, NOW, { ...ticket, "resolved-at": null }, again("2026-03-03T09:00"))).toBe(
      "not-applicable no-trigger",
    );
    const { "resolved-at": _, ...open } = ticket;
    expect(judged(from, NOW, open, again("2026-03-03T09:00"))).toBe("not-assessed resolved-at");
    expect(judged(from, NOW, { ...open, resolved: 0 }, again("2026-03-03T09:00"))).toBe(
      "not-applicable no-trigger",
    );
  });

  test("within working days: the Qingming holiday and the weekend do not count", () => {
    const slow = { ...rule, within: "2 working days" };
    const before = call("王", "2026-04-03T09:00");
    expect(judged(slow, NOW.replace("03-20", "04-20"), before, again("2026-04-07T18:00"))).toBe("pass");
    expect(judged(slow, NOW.replace("03-20", "04-20"), before, again("2026-04-09T18:00"))).toBe("fail");
  });
});

describe("no other contact must follow (first-contact resolution)", () => {
  const rule = { expect: "none", by: "customer", same: ["topic"], within: "7 days", share: "70%" };
  const first = call("王", "2026-03-02T09:00", { topic: "发票" });

  test("about the same topic; where none is recorded, about anything, and it says so", () => {
    expect(judged(rule, NOW, first, call("王", "2026-03-05T09:00", { topic: "发票" }))).toBe("fail");
    expect(judged(rule, NOW, first, call("王", "2026-03-05T09:00", { topic: "退货" }))).toBe("pass");
    const check = compiled({ ...rule, same: [] });
    const contacts = together(check, [{ values: first }, { values: call("王", "2026-03-05T09:00") }], NOW);
    expect(told(check.judge(contacts[0]!))).toBe("fail");
    expect(told(check.judge(contacts[1]!))).toBe("pass");
    expect(judged(rule, NOW, call("王", "2026-03-02T09:00"), call("王", "2026-03-05T09:00"))).toBe(
      "fail repeat-any-topic",
    );
  });

  test("the desk's own calls are no repeat; the last days are not known yet", () => {
    expect(
      judged(rule, NOW, first, call("王", "2026-03-05T09:00", { direction: "outbound", topic: "发票" })),
    ).toBe("pass");
    expect(judged(rule, "2026-03-09T08:59", first)).toBe("pending not-due");
    expect(judged(rule, "2026-03-09T09:00", first)).toBe("pass");
  });

  test("its rate leaves out what is not decided", () => {
    const check = compiled(rule);
    const codes = new Float64Array(VERDICT_CODES);
    const contacts = together(
      check,
      [
        { values: call("王", "2026-03-02T09:00") },
        { values: call("王", "2026-03-05T09:00") },
        { values: call("李", "2026-03-05T09:00") },
        { values: call("陈", "2026-03-19T09:00") },
      ],
      NOW,
    );
    for (const one of contacts) codes[check.judge(one)]! += 1;
    expect(check.level?.summarise(codes, [])).toMatchObject({
      numerator: 2,
      denominator: 3,
      counts: { good: 2, all: 3, pending: 1, "any-topic": 3 },
      notes: ["repeat-any-topic"],
    });
  });
});

test("agrees with a search over all pairs, in whatever order contacts come", () => {
  const days = fc.array(fc.tuple(fc.constantFrom("王", "李"), fc.integer({ min: 0, max: 30 })), {
    minLength: 1,
    maxLength: 8,
  });
  const check = compiled({ expect: "none", by: "anybody", within: "7 days" });
  const start = at("2026-03-01T09:00");
  fc.assert(
    fc.property(days, (all) => {
      const values = all.map(
        ([customer, day], number): Values => ({ customer, "offered-at": start + day * 86_400 + number }),
      );
      const contacts = together(
        check,
        values.map((one) => ({ values: one })),
        "2026-05-01T00:00",
      );
      contacts.forEach((contact, number) => {
        const own = values[number]!;
        const repeats = values.some((other) => {
          const later = (other["offered-at"] as number) - (own["offered-at"] as number);
          return other !== own && other.customer === own.customer && later > 0 && later <= 7 * 86_400;
        });
        expect(verdictOf(check.judge(contact))).toBe(repeats ? 1 : 0);
      });
    }),
  );
});
