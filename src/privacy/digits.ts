/** A number as it stands in a text, however it is written: digits of any width, or read out one by one (幺三八…). */
export interface DigitRun {
  /** The digits, with an X where an identity number ends in one. */
  readonly digits: string;
  /** UTF-16 positions in the text, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Where a stretch without separators begins, as indexes into `digits`. */
  readonly groups: readonly number[];
  /** The position in the text of each digit. */
  readonly at: readonly number[];
}

/** Shorter numbers are no one's. */
const SHORTEST = 6;

/** The numbers of a text, pauses and hyphens between their digits included: 138 0013 8000, 幺三八，零零幺三，八零零零. */
export function digitRuns(text: string): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  for (let i = 0; i < text.length; i++) {
    if (digitOf(text[i]!) === "") continue;
    const run = runFrom(text, i);
    if (run.digits.length >= SHORTEST) runs.push(run);
    i = run.to - 1;
  }
  return runs;
}

function runFrom(text: string, from: number): DigitRun {
  let digits = "";
  const at: number[] = [];
  const groups: number[] = [];
  let gap = 0;
  for (let i = from; i < text.length && gap <= LONGEST_GAP; i++) {
    const digit = digitOf(text[i]!) || (isFinalX(text, i, digits) ? "X" : "");
    if (digit === "") {
      if (!SEPARATOR.test(text[i]!)) break;
      gap += 1;
      continue;
    }
    if (gap > 0 || digits === "") groups.push(digits.length);
    digits += digit;
    at.push(i);
    gap = 0;
    if (digit === "X") break;
  }
  return { digits, from, to: at.at(-1)! + 1, groups, at };
}

const LONGEST_GAP = 2;
const SEPARATOR = /[\s\-–—‐·.,，、嗯啊呃哦]/;

/** The value of a digit in any script that is written or read out digit by digit; empty for anything else. */
function digitOf(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return char;
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  return SPOKEN.get(char) ?? "";
}

const SPOKEN: ReadonlyMap<string, string> = new Map(
  ["零〇洞", "一幺么壹", "二两贰兩", "三叁", "四肆", "五伍", "六陆", "七拐柒", "八捌", "九勾玖"].flatMap(
    (chars, digit) => [...chars].map((char) => [char, String(digit)] as const),
  ),
);

function isFinalX(text: string, at: number, digits: string): boolean {
  return digits.length === 17 && /[xXＸｘ叉]/.test(text[at]!) && !/[A-Za-z0-9]/.test(text[at + 1] ?? "");
}
