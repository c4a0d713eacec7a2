import { type Place, UserError } from "../model/user-error.js";
import { CONFIG_ERRORS } from "./errors/config.js";
import type { ErrorWords } from "./errors/entry.js";
import { EXPORT_ERRORS } from "./errors/exports.js";
import { INPUT_ERRORS } from "./errors/input.js";
import { RESULT_ERRORS } from "./errors/results.js";
import { SHARD_ERRORS } from "./errors/shards.js";
import { USAGE_ERRORS } from "./errors/usage.js";
import { inLocale, type Locale } from "./locale.js";
import { STANDARD_ERRORS } from "./standard.js";
import { fill, type Value, type Values } from "./template.js";
import { visible } from "./visible.js";

/** Every mistake that a user can mend. A new code is one entry in one of these tables. */
export const ERRORS = {
  ...INPUT_ERRORS,
  ...EXPORT_ERRORS,
  ...CONFIG_ERRORS,
  ...STANDARD_ERRORS,
  ...RESULT_ERRORS,
  ...SHARD_ERRORS,
  ...USAGE_ERRORS,
} as const;

export type ErrorCode = keyof typeof ERRORS;

type Texts<Code extends ErrorCode> = (typeof ERRORS)[Code][keyof ErrorWords];

/** A UserError whose code has words and whose arguments fill all of them: anything else does not compile. */
export function userError<Code extends ErrorCode>(
  code: Code,
  args: Values<Texts<Code>>,
  place: Place | null = null,
): UserError {
  return new UserError(code, args, place);
}

/**
 * The message of a mistake, and of the others found with it, as lines for a terminal, without a final line break:
 *
 *     calls.csv:12:5: 错误：这里打开的引号一直没有闭合
 *       应为：成对的英文双引号
 *       请试：打开文件，在这一行补上缺的引号
 *
 * Names and values of the user's are made safe to print. A code without words is shown with its arguments.
 */
export function formatUserError(error: UserError, locale: Locale): string {
  return [error, ...error.more].map((one) => formatOne(one, locale)).join("\n\n");
}

function formatOne(error: UserError, locale: Locale): string {
  const label = LABELS[locale];
  if (!isErrorCode(error.code)) {
    return `${prefix(error.place, "")}${label.error}${visible(error.code)}${listed(error.args)}`;
  }
  const words: ErrorWords = ERRORS[error.code];
  const values = error.place === null ? error.args : { file: error.place.file, ...error.args };
  const text = (part: keyof ErrorWords): string =>
    fill(inLocale(words[part], locale), values, locale, visible);
  return [
    `${prefix(error.place, text("found"))}${label.error}${text("found")}`,
    `  ${label.expected}${text("expected")}`,
    `  ${label.next}${text("next")}`,
  ].join("\n");
}

/** Where it is, unless that is a whole file which the message names anyway. */
function prefix(place: Place | null, message: string): string {
  if (place === null || (place.line === undefined && message.includes(visible(place.file)))) return "";
  return `${formatPlace(place)}: `;
}

/** file:line:column, as editors and terminals make links of it. */
export function formatPlace(place: Place): string {
  const line = place.line === undefined ? "" : `:${place.line}`;
  const column = place.line === undefined || place.column === undefined ? "" : `:${place.column}`;
  return `${visible(place.file)}${line}${column}`;
}

const LABELS = {
  "zh-CN": { error: "错误：", expected: "应为：", next: "请试：" },
  en: { error: "error: ", expected: "expected: ", next: "try: " },
} as const satisfies Record<Locale, Record<string, string>>;

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

function listed(args: Readonly<Record<string, Value>>): string {
  const pairs = Object.entries(args).map(([name, value]) => `${name}=${visible(String(value))}`);
  return pairs.length === 0 ? "" : ` (${pairs.join(", ")})`;
}
