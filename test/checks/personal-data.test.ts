import { describe, expect, test } from "vitest";
import { personalData } from "../../src/checks/personal-data.js";
import { contact, context, told, turns, type Values } from "./contact.js";

const compiled = (options: object = {}) =>
  personalData.compile(personalData.options.parse(options), context());
const said = (text: string, options: object = {}, by: "agent" | "customer" = "agent", values: Values = {}) =>
  told(compiled(options).judge(contact(values, turns([{ by, text }]))));

/** A valid test number of the standard (GB 11643), nobody's. */
const RESIDENT_ID = "11010519491231002X";

describe("what the agent says", () => {
  test.each([
    `您的身份证是${RESIDENT_ID}对吗`,
    "卡号 4111 1111 1111 1111",
    "您的手机号幺三八零零幺三八零零零",
    "您的邮箱 wang@example.com 对吧",
    "车牌京A12345",
    "您的密码是 abc123",
  ])("fails: %s", (text) => {
    expect(said(text)).toBe("fail");
  });

  test.each([
    "您的手机尾号 1234 对吗",
    "身份证 110105194912310021",
    "卡号 4111 1111 1111 1112",
    "手机 138****5678",
    "我们的客服邮箱是 service@example.com",
    "快递师傅的电话是 13800138000",
    "密码是 6 位数字",
  ])("passes: %s", (text) => {
    expect(said(text)).toBe("pass");
  });

  test("what is called the customer's is his, whoever is named besides", () => {
    expect(said("师傅，您的手机号是 13800138000 吗")).toBe("fail");
  });

  test("the customer may say his own", () => {
    expect(said("我的手机 13800138000", {}, "customer")).toBe("not-applicable no-agent-turns");
  });

  test("only the kinds that are asked for, and not the desk's own", () => {
    expect(said("您的手机 13800138000", { kinds: ["bank-card"] })).toBe("pass");
    expect(said("打 13800138000 找小王", { own: ["13800138000"] })).toBe("pass");
    expect(said("发到 wang@haishi.com", { own: ["haishi.com"] })).toBe("pass");
  });
});

describe("the note of the record", () => {
  test("fails with or without words, and passes where it is clean", () => {
    expect(told(compiled().judge(contact({ note: `证件 ${RESIDENT_ID}` })))).toBe("fail");
    expect(told(compiled().judge(contact({ note: "已处理" })))).toBe("pass");
    expect(said("您好", {}, "agent", { note: `证件 ${RESIDENT_ID}` })).toBe("fail");
    expect(said("您好", { in: ["turns"] }, "agent", { note: `证件 ${RESIDENT_ID}` })).toBe("pass");
  });

  test("without words and without a note nobody can tell", () => {
    expect(told(compiled().judge(contact({ outcome: "answered" })))).toBe("not-assessed text");
    expect(told(compiled().judge(contact({ note: null })))).toBe("not-assessed text");
  });

  test("a finding points at it", () => {
    const check = compiled();
    expect(check.findings(contact({ note: "卡 4111111111111111 已登记" }))).toMatchObject([
      { field: "note", turn: null, found: "4111111111111111" },
    ]);
    expect(check.findings(contact({ note: "密码是 abc123" }))[0]?.found).toBe("******");
  });
});

test("a finding quotes the words by their bytes", () => {
  const text = "好的，您的手机号是 13800138000。";
  const [finding] = compiled().findings(contact({}, turns([{ by: "agent", text }])));
  const bytes = new TextEncoder().encode(text).subarray(finding!.from, finding!.to);
  expect(new TextDecoder().decode(bytes)).toBe("13800138000");
});
