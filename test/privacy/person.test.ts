import { expect, test } from "vitest";
import { isPersonal, maskPerson } from "../../src/privacy/person.js";

test.each([
  ["王小明", "王**"],
  ["李 雷", "李 *"],
  ["欧阳娜娜 女士", "欧*** **"],
  ["Jane Doe", "J*** D**"],
  ["Doe, J.", "D**, J."],
  ["13800138000", "138****8000"],
  ["8888 6666", "**** **66"],
  ["555-0123", "***-**23"],
  ["zhang@example.com", "z****@example.com"],
  ['"Ann Example" <5550100101>', '"A** E******" <********01>'],
  ["韩梅 13800138000", "韩* 138****8000"],
  // codes of the desk's own
  ["K1001", "K1001"],
  ["user_77", "user_77"],
  ["", ""],
])("%s is shown as %s", (text, shown) => {
  expect(maskPerson(text)).toBe(shown);
});

test.each([
  "客户姓名",
  "主叫号码",
  "联系电话",
  "收货地址",
  "Customer Name",
  "caller id",
  "e-mail",
  "ANI",
  "Phone",
])("%s names or reaches a customer", (header) => expect(isPersonal(header)).toBe(true));

test.each(["坐席姓名", "客服昵称", "agent name", "Queue Name", "振铃时长", "状态", "Campaign", "duration"])(
  "%s does not",
  (header) => expect(isPersonal(header)).toBe(false),
);
