import { maskPersonalData } from "./mask.js";

/**
 * A text that is known to name a person or to be her address, with so much hidden that she cannot be told: beyond what
 * `maskPersonalData` hides anywhere, names keep their first letter, and numbers of seven and more digits their last two. Codes
 * with digits in them (K1001, user_7) stay: they mean something to the desk alone.
 */
export function maskPerson(text: string): string {
  const masked = maskPersonalData(text).replace(LONG_NUMBER, (number) => hideDigits(number));
  let first = true;
  // a Chinese name is one word, however it is spaced: 李 雷
  return masked
    .replace(HAN, (one) => {
      const shown = first ? one : "*";
      first = false;
      return shown;
    })
    .replace(TOKEN, (token) => (CODE.test(token) ? token : token.replace(WORD, hideLetters)));
}

/** Seven digits are a local telephone number. */
const LONG_NUMBER = /\d(?:[\s().+-]{0,2}\d){6,}/g;
const TOKEN = /[^\s"'<>()[\],;:|/]+/gu;
/** What has digits, or was masked already. */
const CODE = /[\d*_@]/;
const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}]+/gu;

function hideLetters(word: string): string {
  return `${word[0]}${"*".repeat(word.length - 1)}`;
}

function hideDigits(number: string): string {
  const digits = number.replace(/\D/g, "").length;
  let seen = 0;
  return number.replace(/\d/g, (digit) => {
    seen += 1;
    return seen > digits - 2 ? digit : "*";
  });
}

/** Whether a column of this name holds what names or reaches a person, unless it is one of the desk's own people. */
export function isPersonal(header: string): boolean {
  const name = header.normalize("NFKC");
  return PERSONAL.test(name) && !STAFF.test(name);
}

const PERSONAL =
  /姓名|名字|昵称|称呼|电话|手机|号码|主叫|被叫|地址|邮箱|身份证|证件|车牌|微信|openid|客户|用户|访客|买家|会员|name|phone|mobile|tel\b|address|e-?mail|\bani\b|\bdnis\b|caller|callee|customer|requester|visitor|^from$|^to$|^src$|^dst$|clid|contact.?(no|num|info|way)/i;
const STAFF =
  /坐席|座席|客服|员工|工号|班组|队列|技能|agent|queue|team|group|skill|campaign|file.?name|staff|operator|assignee/i;
