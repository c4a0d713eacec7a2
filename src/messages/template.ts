import type { Bilingual } from "../model/rule.js";
import { formatNumber } from "./format.js";
import { inForm } from "./forms.js";
import type { Locale } from "./locale.js";

export type Value = string | number;

/** The values that the texts of an entry need, by the names in their braces. */
export type Values<Words extends Bilingual> = Readonly<Record<Slot<Words["zh" | "en"]>, Value>>;

/** The arguments after the entry: nothing where its texts have no braces. */
export type Rest<Words extends Bilingual> = [Slot<Words["zh" | "en"]>] extends [never] ? [] : [Values<Words>];

type Slot<Text extends string> = Text extends `${string}{${infer Inside}}${infer Tail}`
  ? SlotName<Inside> | Slot<Tail>
  : never;
/** `{ key: value }` is YAML, not a slot. */
type SlotName<Inside extends string> = Inside extends ` ${string}`
  ? never
  : Inside extends `${infer Name}|${string}` | `${infer Name}:${string}`
    ? Name
    : Inside;

/**
 * Fills a text of the tables. A number is written as the locale groups it, a string as it is. In braces:
 * - `{n}` the value; `?` where it is missing, so that a message is never lost to a mistake in the code that sends it
 * - `{n|row|rows}` the first word where n is 1, else the second
 * - `{ key: value }` stays as it is: a brace followed by a space is YAML
 * - `{f:fields}` and the other forms of `forms.ts`, for values that are lists
 *
 * `clean` is applied to every string value first: callers that print to a terminal pass `visible`.
 */
export function fill(
  template: string,
  values: Readonly<Record<string, Value>>,
  locale: Locale,
  clean: (text: string) => string = (text) => text,
): string {
  return template.replace(SLOT, (_, name: string, one?: string, many?: string, form?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return "?";
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    if (typeof value === "number") return formatNumber(value, Number.isInteger(value) ? 0 : 2);
    return form === undefined ? clean(value) : inForm(form, value, { locale, clean, file: values.file });
  });
}

const SLOT = /\{([\w-]+)(?:\|([^{}|]*)\|([^{}|]*)|:(\w+))?\}/g;
