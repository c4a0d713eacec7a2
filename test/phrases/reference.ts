import { pinyin } from "pinyin-pro";
import { foldCodePoint } from "../../src/phrases/fold.js";

/**
 * A slow, obvious implementation of phrase matching: backtracking over every start, on a list of characters.
 * It shares nothing with the engine but the folding of single characters.
 */
export type Piece =
  | { readonly is: "char"; readonly char: string }
  | { readonly is: "gap"; readonly most: number }
  | { readonly is: "number" }
  | { readonly is: "edge"; readonly sign: "<" | ">" | "^" | "$" }
  | { readonly is: "all"; readonly parts: readonly Piece[] }
  | { readonly is: "any"; readonly options: readonly Piece[] };

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function notation(piece: Piece): string {
  switch (piece.is) {
    case "char":
      return /[()|@#<>^$\\.0-9]/.test(piece.char) ? `\\${piece.char}` : piece.char;
    case "gap":
      return `…${piece.most}`;
    case "number":
      return "#";
    case "edge":
      return piece.sign;
    case "all":
      return piece.parts.map(notation).join("");
    case "any":
      return `(${piece.options.map(notation).join("|")})`;
  }
}

/**
 * Places in bytes of all matches: of all the one that ends first, of those the shortest, then on from its
 * end.
 *
 * @param by `ear`: with one or two characters, never in a row, that only sound like the phrase's, and three times as many in all
 */
export function referenceMatches(piece: Piece, source: string, by: "eye" | "ear" = "eye"): Span[] {
  const text = fold(source);
  const found: Span[] = [];
  for (let rest = 0; rest < text.chars.length; ) {
    const next = firstMatch(piece, text, rest, by);
    if (next === null) break;
    found.push({ from: text.chars[next[0]]!.from, to: text.chars[next[1] - 1]!.to });
    rest = next[1];
  }
  return found;
}

/** Every string that a piece without gaps and numbers stands for, or null where they are not so few. */
export function strings(piece: Piece): readonly string[] | null {
  switch (piece.is) {
    case "char":
      return [piece.char];
    case "edge":
      return [""];
    case "any": {
      const options = piece.options.map(strings);
      return options.some((option) => option === null) ? null : options.flatMap((option) => option ?? []);
    }
    case "all": {
      let heads: readonly string[] = [""];
      for (const tails of piece.parts.map(strings)) {
        if (tails === null || heads.length * tails.length > 1000) return null;
        heads = heads.flatMap((head) => tails.map((tail) => head + tail));
      }
      return heads;
    }
    default:
      return null;
  }
}

const FILLERS = "呃嗯啊呀呢";
const WORDS = ["那个", "这个", "就是说", "然后"];
const SENTENCE_ENDS = "。！？!?；\n";
const CLAUSE_ENDS = "，、,：“”😭~";
const NUMERALS = /^[0-9零一二两三十百半]$/;
const LATIN = /^[a-z0-9]$/;

interface Char {
  readonly char: string;
  readonly from: number;
  readonly to: number;
}

interface Text {
  readonly chars: readonly Char[];
  /** 0, 1 (clause) or 2 (sentence) by boundary. */
  readonly edges: readonly number[];
}

function fold(source: string): Text {
  const chars: Char[] = [];
  const edges = [0];
  let at = 0;
  for (const raw of source) {
    const from = at;
    at += new TextEncoder().encode(raw).length;
    const folded = foldCodePoint(raw.codePointAt(0)!);
    const last = edges.length - 1;
    if (SENTENCE_ENDS.includes(raw)) edges[last] = 2;
    else if (CLAUSE_ENDS.includes(raw)) edges[last] = Math.max(edges[last]!, 1);
    if (folded === 0) continue;
    chars.push({ char: String.fromCodePoint(folded), from, to: at });
    edges.push(0);
  }
  return { chars, edges };
}

/** Boundaries that lie behind something that may be skipped at `at`. */
function skips(text: Text, at: number): number[] {
  const char = text.chars[at]?.char;
  if (char === undefined) return [];
  if (FILLERS.includes(char)) return [at + 1];
  const ways: number[] = [];
  let next = at + 1;
  while (next < text.chars.length && FILLERS.includes(text.chars[next]!.char)) next++;
  if (text.chars[next]?.char === char && !NUMERALS.test(char) && !LATIN.test(char)) ways.push(at + 1);
  for (const word of WORDS) {
    const end = wordEnd(text, at, [...word]);
    if (end !== null) ways.push(end);
  }
  return ways;
}

function wordEnd(text: Text, at: number, word: readonly string[]): number | null {
  let end = at;
  for (const [index, char] of word.entries()) {
    while (index > 0 && end < text.chars.length && FILLERS.includes(text.chars[end]!.char)) {
      if (text.edges[end] !== 0) return null;
      end++;
    }
    if (text.chars[end]?.char !== char || (index > 0 && text.edges[end] !== 0)) return null;
    end++;
  }
  return end;
}

/** Every boundary that skipping leads to, with the strongest edge on the way (both ends included). */
function reach(text: Text, at: number): { readonly at: number; readonly edge: number }[] {
  const found = [{ at, edge: text.edges[at]! }];
  for (const { at: from, edge } of found)
    for (const next of skips(text, from)) found.push({ at: next, edge: Math.max(edge, text.edges[next]!) });
  return found;
}

function reachBack(text: Text, at: number): number[] {
  const found: number[] = [];
  for (let from = 0; from <= at; from++)
    if (reach(text, from).some((place) => place.at === at)) found.push(from);
  return found;
}

function firstMatch(piece: Piece, text: Text, rest: number, by: "eye" | "ear"): [number, number] | null {
  let best: [number, number] | null = null;
  for (let start = rest; start < text.chars.length; start++) {
    if (isJoined(text, start)) continue;
    for (const end of endsFrom(piece, text, start, by))
      if (best === null || end < best[1] || (end === best[1] && start > best[0])) best = [start, end];
  }
  return best;
}

function isJoined(text: Text, at: number): boolean {
  const here = text.chars[at];
  const before = text.chars[at - 1];
  if (here === undefined || before === undefined || before.to !== here.from) return false;
  return LATIN.test(here.char) && LATIN.test(before.char);
}

/**
 * Where the walk through the phrase is: the boundary, and what must hold between the last character and the
 * next.
 */
interface Path {
  readonly at: number;
  readonly taken: boolean;
  readonly pending: readonly string[];
  /** Chinese characters of the phrase that were met, and those of them that were others of the same sound. */
  readonly chinese: number;
  readonly heard: number;
  readonly justHeard: boolean;
}

function endsFrom(piece: Piece, text: Text, start: number, by: "eye" | "ear"): Set<number> {
  const ends = new Set<number>();
  follow(piece, { at: start, taken: false, pending: [], chinese: 0, heard: 0, justHeard: false }, (path) => {
    if (path.taken && mayEnd(path) && (by === "eye" || isHeard(path))) ends.add(path.at);
  });
  return ends;

  function isHeard({ chinese, heard }: Path): boolean {
    return heard >= 1 && heard <= 2 && heard / chinese <= 1 / 3;
  }

  function mayEnd({ at, pending }: Path): boolean {
    if (isJoined(text, at)) return false;
    const places = reach(text, at);
    const byTurn = places.some((place) => place.at === text.chars.length);
    const byClause = byTurn || places.some((place) => place.edge > 0);
    return pending.every((sign) => sign === "gap" || (sign === "$" ? byTurn : sign !== "^" && byClause));
  }

  function follow(part: Piece, path: Path, then: (path: Path) => void): void {
    switch (part.is) {
      case "char": {
        const wanted = foldChar(part.char);
        const one = soundOf(wanted) === null ? 0 : 1;
        const is = (same: (char: string) => boolean) => (at: number) =>
          at < text.chars.length && same(text.chars[at]!.char) ? at + 1 : null;
        take(
          { ...path, chinese: path.chinese + one },
          is((char) => char === wanted),
          then,
        );
        if (by === "eye" || one === 0 || path.justHeard) break;
        const other = (char: string) => char !== wanted && soundOf(char) === soundOf(wanted);
        take({ ...path, chinese: path.chinese + 1, heard: path.heard + 1 }, is(other), (after) =>
          then({ ...after, justHeard: true }),
        );
        break;
      }
      case "number":
        take(path, numberEnd, then);
        break;
      case "edge":
        then({ ...path, pending: [...path.pending, part.sign] });
        break;
      case "all": {
        const [first, ...others] = part.parts;
        if (first === undefined) then(path);
        else follow(first, path, (after) => follow({ is: "all", parts: others }, after, then));
        break;
      }
      case "any":
        for (const option of part.options) follow(option, path, then);
        break;
      case "gap":
        gap(part.most, path, then);
        break;
    }
  }

  function gap(most: number, path: Path, then: (path: Path) => void): void {
    const open = { ...path, pending: [...path.pending, "gap"] };
    then(open);
    if (most > 0)
      take(
        open,
        (at) => (at < text.chars.length ? at + 1 : null),
        (after) => gap(most - 1, after, then),
      );
  }

  function take(path: Path, endOf: (at: number) => number | null, then: (path: Path) => void): void {
    const places = path.taken ? reach(text, path.at) : [{ at: start, edge: 0 }];
    for (const { at, edge } of places) {
      const end = endOf(at);
      if (end === null || !path.pending.every((sign) => holds(sign, path, at, edge))) continue;
      then({ ...path, at: end, taken: true, pending: [], justHeard: false });
    }
  }

  function holds(sign: string, path: Path, at: number, edge: number): boolean {
    if (path.taken) return sign === "gap" ? edge < 2 : sign !== "^" && sign !== "$" && edge > 0;
    const back = reachBack(text, at);
    if (sign === "gap") return true;
    if (sign === "$") return false;
    if (back.includes(0)) return true;
    return (
      sign !== "^" &&
      back.some((from) => reach(text, from).some((place) => place.at === at && place.edge > 0))
    );
  }

  function numberEnd(at: number): number | null {
    const isNumeral = (place: number) => NUMERALS.test(text.chars[place]?.char ?? "");
    if (!isNumeral(at) || (at > 0 && isNumeral(at - 1) && text.edges[at] === 0)) return null;
    let end = at + 1;
    while (isNumeral(end) && text.edges[end] === 0) end++;
    return end;
  }
}

const UNHEARD = "的得地那哪他她它";

/** How a character is read, without the tone and what accents confuse; null: it is no Chinese character, or a filler. */
function soundOf(char: string): string | null {
  if (!/\p{Script=Han}/u.test(char) || char > "\uffff" || (FILLERS + UNHEARD).includes(char)) return null;
  const read = pinyin(char, { toneType: "none" });
  return read.replace(/^(z|c|s)h/, "$1").replace(/^(.*[aei])ng$/, "$1n");
}

function foldChar(char: string): string {
  return String.fromCodePoint(foldCodePoint(char.codePointAt(0)!));
}
