import { digitRuns } from "./digits.js";
import { personalNumbers } from "./numbers.js";

export const PERSONAL_KINDS = ["resident-id", "bank-card", "mobile", "email", "plate", "password"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface PersonalData {
  readonly kind: PersonalKind;
  /** UTF-16 positions in the text, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * Personal data written or spoken in clear, in text order and without overlaps: identity numbers and cards by their
 * check digits, mobile numbers, e-mail addresses, number plates, and passwords that are called so. What is masked
 * already (138****5678) is none.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  const found = [
    // the pattern would look at every letter; most texts have no @ to find
    ...(/[@＠]/.test(text) ? matches(text, EMAIL, "email") : []),
    ...matches(text, PLATE, "plate").filter(({ from, to }) => /\d/.test(text.slice(from + 2, to))),
    ...numbers(text),
    ...passwords(text),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter(
    (one, at) => !found.slice(0, at).some((other) => one.from < other.to && other.from < one.to),
  );
}

const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gu;

/** Mainland number plates: province, letter, five characters, six for new-energy cars (GA 36-2018). */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\s-]?[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![A-Za-z\d])/g;

/** 密码是 abc123: a word for it, then a token with a digit in it. 密码是 6 位数字 is none. */
const PASSWORD =
  /(?:密码|密碼|口令|验证码|驗證碼|password|passcode|pin code|\bPIN)\s*(?:是|为|為|改成|设成|就是|is|:|：|=)?\s*([A-Za-z\d@#$%^&*!_.+-]{4,32}|[零〇一二三四五六七八九幺两]{4,16})(?!\s*(?:位|个|個|字|digits|characters|-|~|到|至))/gi;

function matches(text: string, pattern: RegExp, kind: PersonalKind): readonly PersonalData[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function numbers(text: string): readonly PersonalData[] {
  return digitRuns(text).flatMap((run) =>
    personalNumbers(run).flatMap(({ kind, first, end }) => {
      const from = run.at[first]!;
      const to = run.at[end - 1]! + 1;
      // a number with letters on it is a name of something: an order, a parcel
      const hasLetter = /[A-Za-z_]/.test(text[from - 1] ?? "") || /[A-Za-z_]/.test(text[to] ?? "");
      return hasLetter ? [] : [{ kind, from, to }];
    }),
  );
}

function passwords(text: string): readonly PersonalData[] {
  return [...text.matchAll(PASSWORD)].flatMap((match) => {
    const token = match[1]!;
    const to = match.index + match[0].length;
    const isSecret = /[\d零〇一二三四五六七八九幺两]/.test(token) && !PUBLIC.test(text.slice(0, match.index));
    return isSecret ? [{ kind: "password" as const, from: to - token.length, to }] : [];
  });
}

/** A device's first password stands in its manual. */
const PUBLIC = /(?:默认|初始|预设|出厂|default|initial)的?\s*$/i;
