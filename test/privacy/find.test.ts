import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPersonalData } from "../../src/privacy/find.js";
import { maskPersonalData } from "../../src/privacy/mask.js";
import { isBankCard, isResidentId } from "../../src/privacy/numbers.js";

const found = (text: string) =>
  findPersonalData(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);

describe("resident identity numbers", () => {
  // The standard's own example, GB 11643-1999 annex: 11010519491231002X; the second is another published one.
  test.each(["11010519491231002X", "440524188001010014"])("%s has the check character of GB 11643", (id) => {
    // born in 1880, which no customer was
    expect(isResidentId(id)).toBe(id.startsWith("11"));
  });

  test("of the eleven check characters exactly one is right", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 27 }), (serial, day) => {
        const body = `310115199005${String(day + 1).padStart(2, "0")}${String(serial).padStart(3, "0")}`;
        const right = [..."0123456789X"].filter((check) => isResidentId(body + check));
        // an independent reading of ISO 7064: the whole number, its last digit weighing 1, is 1 modulo 11
        const value = (check: string) =>
          [...body].reduce((sum, digit, at) => (sum + Number(digit) * 2 ** (17 - at)) % 11, 0) +
          (check === "X" ? 10 : Number(check));
        expect(right).toHaveLength(1);
        expect(value(right[0]!) % 11).toBe(1);
      }),
    );
  });

  test.each([
    ["11010519491231002x", "resident-id 11010519491231002x"],
    [
      "身份证号是１１０１０５１９４９１２３１００２Ｘ，请核对",
      "resident-id １１０１０５１９４９１２３１００２Ｘ",
    ],
    ["110105 19491231 002X", "resident-id 110105 19491231 002X"],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each(["110105194912310021", "990105194912310027", "110105194913310021"])("%s is none", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("cards", () => {
  test.each(["4111111111111111", "5555555555554444", "378282246310005", "6222021234567890123"])(
    "%s",
    (card) => {
      const withCheck = [..."0123456789"].map((check) => card.slice(0, -1) + check).filter(isBankCard);
      expect(withCheck).toHaveLength(1);
    },
  );

  test("of the published test numbers each passes", () => {
    for (const card of ["4111111111111111", "5555555555554444", "378282246310005", "3530111333300000"])
      expect(isBankCard(card)).toBe(true);
  });

  test.each(["1234567812345670", "88005553535353535", "202603021234567897"])("no issuer has %s", (text) => {
    expect(isBankCard(text)).toBe(false);
  });
});

describe("mobile numbers", () => {
  test.each([
    ["我手机号是13800138000。", "mobile 13800138000"],
    ["138 0013 8000", "mobile 138 0013 8000"],
    ["+86 138-0013-8000", "mobile 86 138-0013-8000"],
    ["幺三八零零幺三八零零零", "mobile 幺三八零零幺三八零零零"],
    ["幺三八，零零幺三，八零零零", "mobile 幺三八，零零幺三，八零零零"],
    ["一 三 八 零 零 一 三 八 零 零 零", "mobile 一 三 八 零 零 一 三 八 零 零 零"],
    ["１３８００１３８０００", "mobile １３８００１３８０００"],
    ["您尾号是不是 13800138000 和 13900139000", "mobile 13800138000", "mobile 13900139000"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    "订单号 20260302138001380001",
    "SF13800138000123",
    "SF13800138000",
    "138****8000",
    "10086",
    "400-820-8820",
    "2026-03-02 10:00:00",
    "一共三百八十块，一三五七九",
    "12800138000",
  ])("%s is none", (text) => {
    expect(found(text)).toEqual([]);
  });
});

test.each([
  ["发到 zhang.san@example.com 就行", "email zhang.san@example.com"],
  ["车牌是京A12345，停在楼下", "plate 京A12345"],
  ["粤B·D12345", "plate 粤B·D12345"],
  ["登录密码是abc12345", "password abc12345"],
  ["您的密码：8866", "password 8866"],
  ["验证码 482913", "password 482913"],
  ["密码是幺二三四五六", "password 幺二三四五六"],
  ["your password is Hunter22", "password Hunter22"],
])("%s", (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  "密码是6位数字",
  "密码为8-16位",
  "默认密码888888",
  "请输入密码",
  "京ABCDE",
  "@客服小满",
  "a@b",
  "密码忘了",
])("nothing personal in %s", (text) => {
  expect(found(text)).toEqual([]);
});

describe("masking", () => {
  test.each([
    ["我手机号是13800138000。", "我手机号是138****8000。"],
    ["幺三八零零幺三八零零零", "幺三八****八零零零"],
    ["138 0013 8000", "138 **** 8000"],
    ["身份证11010519491231002X", "身份证110***********002X"],
    ["卡号6222 0212 3456 7890 128", "卡号622* **** **** ***0 128"],
    ["zhang.san@example.com", "z********@example.com"],
    ["a@example.com", "*@example.com"],
    ["京A12345", "京A****5"],
    ["密码是abc12345", "密码是********"],
    ["订单20260302138001380001", "订单202*************0001"],
    ["没有什么要遮的，一共3件", "没有什么要遮的，一共3件"],
  ])("%s: %s", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  test("keeps every place where it is, and masks what is masked no further", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "138",
            "00138000",
            "幺三八",
            "零",
            "，",
            " ",
            "@a.com",
            "x",
            "京A1",
            "密码是",
            "622202",
            "123456789012",
            "🙂",
            "好",
          ),
          { maxLength: 12 },
        ),
        (parts) => {
          const text = parts.join("");
          const masked = maskPersonalData(text);
          expect(masked.length).toBe(text.length);
          for (let at = 0; at < text.length; at++) if (masked[at] !== "*") expect(masked[at]).toBe(text[at]);
          for (const { kind, from, to } of findPersonalData(text))
            if (kind !== "password") expect(masked.slice(from, to)).toContain("*");
        },
      ),
    );
  });
});
