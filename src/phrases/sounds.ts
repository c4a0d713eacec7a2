import { FILLER, foldCodePoint, kindOfFolded } from "./fold.js";
import { SYLLABLES } from "./sound-table.js";

/** How characters sound: Mandarin syllables without tones, with what southern accents and recognisers confuse. */
export interface Sounds {
  /**
   * By UTF-16 code unit of a folded character: the first character of the same sound. 0: it has none that counts (not
   * Chinese, too rare, one of UNHEARD, or a filler, which is skipped rather than heard as something else).
   */
  readonly first: Uint16Array;
  /** All characters that sound like this one, itself among them; of one without a sound only itself. */
  alike(code: number): readonly number[];
}

let made: Sounds | null = null;

/** The table, made when a standard first asks for it. */
export function sounds(): Sounds {
  made ??= readTable();
  return made;
}

/** Whether two different folded characters sound the same. */
export function soundsLike(first: Uint16Array, a: number, b: number): boolean {
  return a !== b && a < 0x10000 && b < 0x10000 && first[a] !== 0 && first[a] === first[b];
}

/** The character that stands for the sound of this one: itself where it has none. */
export function soundOf({ first }: Sounds, code: number): number {
  return code < 0x10000 && first[code] !== 0 ? first[code]! : code;
}

/**
 * Confusions of speakers and recognisers alike, in the order in which they are undone: 支持 heard as 字持, 清楚 as 亲楚,
 * 说 as 所, 应该 as 因该.
 */
const CONFUSIONS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, "$1"],
  [/([aei])ng$/, "$1n"],
];

/**
 * Everyday characters whose likes mean something else, and are written by everybody: 您的 is not 您得, 那天 not 哪天. They
 * are heard as themselves alone, and say too little to count.
 */
const UNHEARD = "的得地那哪他她它";

function readTable(): Sounds {
  const groups = new Map<string, number[]>();
  for (const [, syllable, chars] of SYLLABLES.matchAll(/([a-z]+)([^a-z]+)/g)) {
    const sound = CONFUSIONS.reduce((name, [from, to]) => name.replace(from, to), syllable!);
    const group = groups.get(sound) ?? [];
    groups.set(sound, group);
    for (const char of chars!) {
      const code = char.codePointAt(0)!;
      const counts = foldCodePoint(code) === code && (kindOfFolded(code) & FILLER) === 0;
      if (counts && !UNHEARD.includes(char)) group.push(code);
    }
  }
  const first = new Uint16Array(0x10000);
  const byFirst = new Map<number, readonly number[]>();
  for (const group of groups.values()) {
    byFirst.set(group[0]!, group);
    for (const code of group) first[code] = group[0]!;
  }
  return { first, alike: (code) => byFirst.get(first[code] ?? 0) ?? [code] };
}
