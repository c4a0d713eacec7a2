import { UserError } from "../model/user-error.js";

/** A word of written opening hours, and where it stands (0-based, UTF-16). */
export interface Token {
  readonly type: "day" | "short-day" | "time" | "to" | "and" | "part" | "always" | "end";
  readonly at: number;
  readonly text: string;
  /** Weekdays (0 Monday) of a day, minutes of a time. */
  readonly values: readonly number[];
}

/** The words of the text; the last one is always `end`. Errors as in `parseHours`. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    SPACE.lastIndex = at;
    if (SPACE.test(text)) {
      at = SPACE.lastIndex;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { type: "end", at, text: "", values: [] }];
}

function tokenAt(text: string, at: number): Token {
  for (const [type, pattern] of LEXEMES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const values = type === "time" ? minutesOf(found) : type.endsWith("day") ? weekdaysOf(found) : [];
    if (values === null) break;
    return { type, at, text: found, values };
  }
  const rest = /\d[\d:：]*|\S[^\s,;]*/y;
  rest.lastIndex = at;
  throw notUnderstood(text, { at, text: rest.exec(text)?.[0] ?? "" }, /\d/.test(text[at]!) ? "time" : "day");
}

function minutesOf(text: string): readonly number[] | null {
  const [hour = 0, minute = 0] = text.split(/[:：]/).map(Number);
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= 1440 ? [minutes] : null;
}

function weekdaysOf(text: string): readonly number[] | null {
  const name = text.toLowerCase();
  const set = SETS[name];
  if (set) return set;
  const chinese = CHINESE_DAYS.indexOf(name.at(-1)!.replace("天", "日"));
  if (chinese >= 0) return [chinese];
  const english = ENGLISH_DAYS.findIndex(
    (day) => name === day || ((name.length === 2 || name.length === 3) && day.startsWith(name)),
  );
  return english >= 0 ? [english] : null;
}

/** `expected` is a word for the message table. */
export function notUnderstood(
  text: string,
  where: { readonly at: number; readonly text: string },
  expected: "day" | "time" | "to" | "end",
): UserError {
  return new UserError("hours-not-understood", {
    text,
    offset: where.at,
    found: where.text,
    expected,
    example: EXAMPLE,
  });
}

/** Weekdays, 0 Monday. */
export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
export const EXAMPLE = "Mon-Fri 09:00-12:00, 13:30-18:00";

const ENGLISH_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const CHINESE_DAYS = "一二三四五六日";
const SETS: Readonly<Record<string, readonly number[]>> = {
  daily: WEEK,
  "every day": WEEK,
  everyday: WEEK,
  每天: WEEK,
  每日: WEEK,
  weekdays: [0, 1, 2, 3, 4],
  工作日: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  weekends: [5, 6],
  周末: [5, 6],
};

/** Spaces, and the colon of "Mon-Fri: 9-17". */
const SPACE = /[^\S\n]+|(?<=\p{L})[:：]/uy;

/** In order: the first that matches at a place is the token there. */
const LEXEMES: readonly (readonly [Token["type"], RegExp])[] = [
  ["always", /24\s*[/*x×]\s*7|7\s*[/*x×]\s*24(?:\s*(?:小时|h|hours))?/iy],
  ["part", /[;；\n]/y],
  ["and", /[,，、&]|and\b|和/iy],
  ["to", /[-–—~～〜至到]|to\b/iy],
  ["time", /\d{1,2}(?:[:：]\d{2})?(?!\d|[:：])/y],
  ["day", /every ?day|[a-z]+|(?:周|星期|礼拜)[一二三四五六日天]|周末|工作日|每[天日]/iy],
  ["short-day", /[一二三四五六日天]/y],
];
