import { describe, expect, test } from "vitest";
import { record } from "../../src/checks/record.js";
import { MARKS } from "../../src/model/contact.js";
import { contact, context, told, turns, type Values } from "./contact.js";

const compiled = (options: object, lists: readonly string[] = []) =>
  record.compile(record.options.parse(options), context(lists));
const judged = (options: object, values: Values) => told(compiled(options).judge(contact(values)));

describe("filled", () => {
  const rule = { filled: ["customer", ["order", "product"], "wish"] };

  test("every field, and one of each group", () => {
    expect(judged(rule, { customer: "王", order: "A1", wish: "换" })).toBe("pass");
    expect(judged(rule, { customer: "王", order: null, product: "X", wish: "换" })).toBe("pass");
    expect(judged(rule, { customer: "王", order: null, product: null, wish: "换" })).toBe("fail");
  });

  test("an empty cell fails even where another column is missing; a missing column alone cannot tell", () => {
    expect(judged(rule, { customer: null })).toBe("fail");
    expect(judged(rule, { customer: "王", wish: "换" })).toBe("not-assessed order");
    expect(judged(rule, {})).toBe("not-assessed customer");
  });

  test("each empty group is a finding, at a column that the file has", () => {
    const check = compiled(rule);
    const findings = check.findings(contact({ customer: null, product: null, wish: "换" }));
    expect(findings).toMatchObject([
      { field: "customer", found: "customer: ∅" },
      { field: "product", found: "order / product: ∅" },
    ]);
  });
});

describe("updated", () => {
  const rule = { updated: { after: ["ended-at", "resolved-at"], within: "24h" } };
  const hour = 3600;

  test("after the contact and in time", () => {
    expect(judged(rule, { "ended-at": 0, "updated-at": 24 * hour })).toBe("pass");
    expect(judged(rule, { "ended-at": 0, "updated-at": 24 * hour + 1 })).toBe("fail");
    expect(judged(rule, { "ended-at": null, "resolved-at": 10 * hour, "updated-at": 11 * hour })).toBe(
      "pass",
    );
  });

  test("one that was last changed before, or never, waits until it is due", () => {
    const check = compiled(rule);
    for (const updated of [null, -hour]) {
      const waits = contact({ "ended-at": 0, "updated-at": updated });
      expect(told(check.judge(waits))).toBe("pending not-due");
      expect(check.due?.(waits)).toBe(24 * hour * 1000);
    }
  });

  test("what is not over, and what nobody recorded", () => {
    expect(judged(rule, { "ended-at": null, "updated-at": hour })).toBe("not-applicable no-trigger");
    expect(judged(rule, { "updated-at": hour })).toBe("not-assessed ended-at");
    expect(judged(rule, { "ended-at": 0 })).toBe("not-assessed updated-at");
  });
});

describe("classified", () => {
  const rule = { classified: { type: { 物流: ["快递"], 质量: ["坏了"] }, cause: { 态度: ["骂人"] } } };
  const lists = ["type-1", "type-2", "cause-1"];
  const said = (...hits: number[]) => turns([{ by: "customer", text: "x", hits }]);
  const complaint = (values: Values, ...hits: number[]) => ({
    ...contact(values, said(...hits)),
    marks: MARKS.complained,
  });

  test("type and cause are there; what is empty fails, what is missing cannot tell", () => {
    const check = compiled(rule, lists);
    expect(told(check.judge(complaint({ type: "物流", cause: "延误" })))).toBe("pass");
    expect(told(check.judge(complaint({ type: "物流", cause: null })))).toBe("fail");
    expect(told(check.judge(complaint({ type: "物流" })))).toBe("not-assessed cause");
  });

  test("the class whose phrases are used most is proposed, of equals the first, and marked as a proposal", () => {
    const check = compiled(rule, lists);
    const [finding] = check.findings(complaint({ type: null, cause: null }, 1, 1, 0));
    expect(finding).toMatchObject({
      field: "type",
      expected: "type + cause",
      found: "type ✗ → 质量? · cause ✗",
    });
    expect(check.classify?.(complaint({ type: null, cause: null }, 0, 1))).toEqual({
      type: { label: "物流", proposed: true },
      cause: { label: null, proposed: true },
    });
    expect(check.classify?.(complaint({ type: "投诉单", cause: null }, 2))).toEqual({
      type: { label: "投诉单", proposed: false },
      cause: { label: "态度", proposed: true },
    });
    expect(check.classify?.(contact({ type: "咨询" }, said(1)))).toBeNull();
  });
});

test.each([[{}], [{ filled: ["customer"], updated: { after: ["ended-at"], within: "1h" } }]])(
  "exactly one of the three: %j",
  (options) => {
    expect(record.options.safeParse(options).error?.issues[0]?.message).toBe("needs-one-of");
  },
);
