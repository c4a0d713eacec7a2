import { digitRuns } from "./digits.js";
import { findPersonalData, type PersonalKind } from "./find.js";

/**
 * A text with the personal data in it hidden, spoken digits included, as every report shows what was said. What is left
 * lets a reader recognise a contact she knows, and no more: `138****8000`, `z****@example.com`, `京A****5`. Numbers of eleven
 * and more digits are hidden whatever they are. Each character becomes one asterisk, so that places stay where they are.
 */
export function maskPersonalData(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  const hidden = new Set<number>();
  for (const { kind, from, to } of findPersonalData(text)) {
    for (const at of hiddenOf(kind, text, from, to)) hidden.add(at);
  }
  for (const { digits, at } of digitRuns(text)) {
    if (digits.length < LONG) continue;
    for (const one of at.slice(SHOWN_FIRST, digits.length - SHOWN_LAST)) hidden.add(one);
  }
  if (hidden.size === 0) return text;
  return text.replace(/[\s\S]/g, (unit, at: number) => (hidden.has(at) ? "*" : unit));
}

const SHOWN_FIRST = 3;
const SHOWN_LAST = 4;
const LONG = 11;

/** A cheap look before the thorough one: some digits, an @, a plate's letters, a word for passwords. */
const MAY_HOLD =
  /[\d０-９零〇一二三四五六七八九幺两].{0,3}[\d０-９零〇一二三四五六七八九幺两]|[@＠]|密码|密碼|口令|pass|pin|\p{Script=Han}[A-HJ-NP-Z]/iu;

/** What is hidden besides the digits of long numbers. */
function hiddenOf(kind: PersonalKind, text: string, from: number, to: number): readonly number[] {
  if (kind === "password") return positions(from, to);
  if (kind === "plate") return positions(from + 2, to - 1);
  if (kind !== "email") return [];
  const sign = from + text.slice(from, to).search(/[@＠]/);
  return positions(sign - from > 1 ? from + 1 : from, sign);
}

function positions(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
