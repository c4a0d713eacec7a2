import { FILLER, kindOfFolded, WORD } from "./fold.js";
import type { Node } from "./notation.js";

/** Any one of these folded strings; a text in which the phrase occurs holds at least one of them. */
export type LiteralGroup = readonly string[];

/** Strings that a sequence of alternatives may make; a product that would pass it is cut into two groups (see `behind`). */
const LARGEST_PRODUCT = 32;
/** Strings that one choice may offer to stay a plain list. */
const LARGEST_CHOICE = 256;
/**
 * Longer literals are cut: the automaton grows with their length, and four Han characters are rare enough
 * already.
 */
const LONGEST_LITERAL = 8;
/**
 * A group that is likelier than this in a turn tells too little to be worth looking for beside a better one. (A weight, not a
 * probability: that of a group of many strings passes 1.)
 */
const TELLING = 0.7;

/** What a text must hold for a phrase to be in it. */
export interface PhraseLiterals {
  /**
   * The text holds one string of each group, one behind the other in this order, or the phrase is not worth
   * verifying. None: no literal is required. Strings never contain a filler character, because the walk skips
   * those; only a phrase made of nothing else asks for the filler itself, as a string of that one character.
   */
  readonly groups: readonly LiteralGroup[];
  /** Which of the groups is the rarest: where it is met, the others are asked for. */
  readonly rarest: number;
  /**
   * The phrase is a choice of plain strings of Han characters, and its one group is this choice: then a
   * literal is a match, and need not be verified. (Letters and digits have to be looked at: they must not
   * stand inside a word.)
   */
  readonly isPlain: boolean;
}

/** Derived from the phrase's own tree, so that no text with the phrase lacks a group. */
export function requiredLiterals(node: Node): PhraseLiterals {
  const strict = factors(node, "skipped");
  const all = groupsOf(strict).map(shortened);
  const best = rarestOf(all);
  if (best === undefined) {
    const filler = rarestOf(groupsOf(factors(node, "asked")));
    return { groups: filler === undefined ? [] : [shortened(filler)], rarest: 0, isPlain: false };
  }
  const isShort = strict.exact?.every((literal) => [...literal].length <= LONGEST_LITERAL) ?? false;
  const groups = all.filter((group) => group === best || likelihood(group) <= TELLING);
  return {
    groups,
    rarest: groups.indexOf(best),
    isPlain: isShort && hasPlainCharacters(node),
  };
}

/** Whether every match holds a character of the phrase, be it a filler: whether `requiredLiterals` has a group. */
export function holdsLiteral(node: Node): boolean {
  if (node.kind === "sequence") return node.parts.some(holdsLiteral);
  if (node.kind === "choice") return node.options.every(holdsLiteral);
  return node.kind === "char";
}

/**
 * The groups that a match by sound holds by sound: those of which every string has two characters that have a sound.
 * A single syllable is met everywhere; so it is not looked for, and cannot be what was misheard. Each string is whole, and
 * stands beside those that it holds: what was misheard may be in what is longer.
 */
export function heardLiterals(node: Node, first: Uint16Array): readonly LiteralGroup[] {
  const groups = groupsOf(factors(node, "unknown"));
  return groups.filter((group) => group.every((literal) => countSounds(literal, first) >= 2));
}

/** The most characters with a sound that a match can take, a gap's not counted. */
export function mostSounds(node: Node, first: Uint16Array): number {
  switch (node.kind) {
    case "char":
      return hasSound(node.code, first) ? 1 : 0;
    case "sequence":
      return node.parts.reduce((sum, part) => sum + mostSounds(part, first), 0);
    case "choice":
      return Math.max(...node.options.map((option) => mostSounds(option, first)));
    default:
      return 0;
  }
}

function countSounds(literal: string, first: Uint16Array): number {
  return [...literal].filter((char) => hasSound(char.codePointAt(0)!, first)).length;
}

function hasSound(code: number, first: Uint16Array): boolean {
  return code < 0x10000 && first[code] !== 0;
}

function hasPlainCharacters(node: Node): boolean {
  if (node.kind === "sequence") return node.parts.every(hasPlainCharacters);
  if (node.kind === "choice") return node.options.every(hasPlainCharacters);
  return node.kind === "char" && node.raw === node.code && (kindOfFolded(node.code) & (WORD | FILLER)) === 0;
}

/** Whether the phrase can match without taking a character. */
export function matchesEmpty(node: Node): boolean {
  switch (node.kind) {
    case "char":
    case "number":
      return false;
    case "sequence":
      return node.parts.every(matchesEmpty);
    case "choice":
      return node.options.some(matchesEmpty);
    default:
      return true;
  }
}

interface Factors {
  /** Every string that the node can match, where they are few; null where they are many or have gaps. */
  readonly exact: readonly string[] | null;
  readonly groups: readonly LiteralGroup[];
}

type Fillers = "skipped" | "asked" | "unknown";

/** The factors of choices that have been looked at. */
const CHOICES: Readonly<Record<Fillers, WeakMap<Node, Factors>>> = {
  skipped: new WeakMap(),
  asked: new WeakMap(),
  unknown: new WeakMap(),
};

const UNKNOWN: Factors = { exact: null, groups: [] };
const NOTHING: Factors = { exact: [""], groups: [] };

/**
 * @param fillers what to make of a filler character: skipped as the walk skips it; asked for; or unknown, as it may be heard
 * as another character, which no walk skips
 */
function factors(node: Node, fillers: Fillers): Factors {
  if (node.kind !== "choice") return factorsOf(node, fillers);
  // a named list is one node, wherever it is used
  const known = CHOICES[fillers].get(node);
  if (known !== undefined) return known;
  const made = factorsOf(node, fillers);
  CHOICES[fillers].set(node, made);
  return made;
}

function factorsOf(node: Node, fillers: Fillers): Factors {
  switch (node.kind) {
    case "char": {
      const literal = String.fromCodePoint(node.code);
      if ((kindOfFolded(node.code) & FILLER) === 0) return { exact: [literal], groups: [] };
      if (fillers === "asked") return { exact: null, groups: [[literal]] };
      return fillers === "skipped" ? NOTHING : UNKNOWN;
    }
    case "mark":
    case "edge":
      return NOTHING;
    case "sequence":
      return ofSequence(node.parts.map((part) => factors(part, fillers)));
    case "choice":
      return ofChoice(node.options.map((option) => factors(option, fillers)));
    default:
      return UNKNOWN;
  }
}

function ofSequence(parts: readonly Factors[]): Factors {
  const groups: LiteralGroup[] = [];
  let whole = true;
  let run: readonly string[] = [""];
  const cut = () => {
    whole = false;
    if (!run.includes("")) groups.push(run);
  };
  for (const part of parts) {
    if (part.exact === null) {
      cut();
      groups.push(...part.groups);
      run = [""];
    } else if (run.length * part.exact.length <= Math.max(LARGEST_PRODUCT, run.length, part.exact.length)) {
      const { exact } = part;
      run = run.length === 1 && exact.length === 1 ? [run[0]! + exact[0]!] : product(run, exact);
    } else {
      cut();
      run = behind(run, part.exact);
    }
  }
  if (whole) return { exact: run, groups: [] };
  cut();
  return { exact: null, groups };
}

/**
 * What is looked for behind a run that grows too many: with the run's last characters, as long as they are few. 不 tells
 * nothing, and 到 little, but 不到 does. A string of it ends behind every string of the run, which `isComplete` relies on.
 */
function behind(run: readonly string[], part: readonly string[]): readonly string[] {
  if (run.includes("") || part.includes("")) return part;
  const tails = distinct(run.map((text) => [...text].at(-1)!));
  if (tails.length * part.length > LARGEST_PRODUCT) return part;
  return product(tails, part);
}

function product(heads: readonly string[], tails: readonly string[]): readonly string[] {
  return distinct(heads.flatMap((head) => tails.map((tail) => head + tail)));
}

function ofChoice(options: readonly Factors[]): Factors {
  if (options.every((option) => option.exact !== null)) {
    const exact = distinct(options.flatMap((option) => option.exact!));
    if (exact.length <= LARGEST_CHOICE) return { exact, groups: [] };
  }
  const best = options.map((option) => rarestOf(groupsOf(option)));
  if (best.some((group) => group === undefined)) return UNKNOWN;
  return { exact: null, groups: [distinct(best.flatMap((group) => [...group!]))] };
}

function groupsOf(part: Factors): readonly LiteralGroup[] {
  if (part.exact === null) return part.groups;
  return part.exact.includes("") ? [] : [part.exact];
}

/** Without the strings that another string makes needless. */
function shortened(group: LiteralGroup): LiteralGroup {
  const cut = new Set(
    group.map((literal) => (literal.length <= LONGEST_LITERAL ? literal : cutOff(literal))),
  );
  return cut.size === 1 ? [...cut] : [...cut].filter((literal) => !holdsAnother(literal, cut)).sort();
}

function cutOff(literal: string): string {
  return [...literal].slice(0, LONGEST_LITERAL).join("");
}

function holdsAnother(literal: string, group: ReadonlySet<string>): boolean {
  for (let from = 0; from < literal.length; from++)
    for (let to = from + 1; to <= literal.length; to++)
      if (to - from < literal.length && group.has(literal.slice(from, to))) return true;
  return false;
}

function rarestOf(groups: readonly LiteralGroup[]): LiteralGroup | undefined {
  if (groups.length < 2) return groups[0];
  const likely = groups.map(likelihood);
  return groups[likely.indexOf(Math.min(...likely))];
}

/**
 * How likely a turn holds a character, roughly: the commonest of service talk tell little. Only speed depends
 * on these.
 */
const COMMON = new Set("的一是不了我您你这有在好个说");
const FREQUENT = new Set("那可以们要会到就吗吧为请没能下看边么什给去还来上得都也对话问帮后时单天家电户款货");

/**
 * A rough guess of how often a turn holds one of the strings. Only the choice of the trigger depends on it.
 */
function likelihood(group: LiteralGroup): number {
  let sum = 0;
  for (const literal of group) {
    let product = 1;
    for (const char of literal)
      product *= COMMON.has(char) ? 0.3 : FREQUENT.has(char) || char <= "z" ? 0.1 : 0.02;
    sum += product;
  }
  return sum;
}

function distinct(strings: readonly string[]): readonly string[] {
  return [...new Set(strings)];
}
