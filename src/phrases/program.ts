import { setBit } from "./bits.js";
import { NUMERALS } from "./fold.js";
import type { Node } from "./notation.js";
import { sounds } from "./sounds.js";

/**
 * What a state of the matcher does. Those up to NUMBER take a character of the folded text, the others take
 * none.
 */
export const CHAR = 0;
export const ANY = 1;
/** Takes another character than a CHAR would, that sounds the same. */
export const SOUND = 2;
export const NUMBER = 3;
export const SPLIT = 4;
/**
 * A character that folding skips: passes in folded text, must stand there letter for letter in the original.
 */
export const MARK = 5;
/** No sentence may end between the character taken before and the one taken after. */
export const SAME_SENTENCE = 6;
export const AT_CLAUSE_EDGE = 7;
export const AT_TURN_START = 8;
export const AT_TURN_END = 9;
export const ACCEPT = 10;
/** Leads nowhere. */
export const DEAD = 11;

/** What must hold after the last character for the phrase to end there. */
export const ENDS_ANYWHERE = 0;
export const ENDS_WITH_CLAUSE = 1;
export const ENDS_WITH_TURN = 2;
export const NEVER_ENDS = 3;

/**
 * A phrase as a machine of states (Thompson's construction). State `s` does `op[s]`; a taking state leads to
 * `next[s]`, a SPLIT to `next[s]` and `other[s]`.
 */
export interface Program {
  readonly size: number;
  readonly start: number;
  readonly op: Uint8Array;
  /** Folded code point of a CHAR, or the one that a SOUND is heard instead of. */
  readonly code: Int32Array;
  /** Original code point of a CHAR or MARK. */
  readonly raw: Int32Array;
  readonly next: Int32Array;
  readonly other: Int32Array;
  /** Whether folding leaves the phrase as it is: it holds nothing that is skipped or replaced. */
  readonly plainlyWritten: boolean;
  /** Whether any state asks for an edge of a clause or of the turn. */
  readonly anchored: boolean;
  /** Whether a match can begin nowhere else than where the turn does. */
  readonly atTurnStart: boolean;
  /** For a taking state: what must hold right after its character for the phrase to end there. */
  readonly ending: Uint8Array;
  /** Bits (bits.ts) of every character that a match can begin with; null where it can begin with any. */
  readonly first: Int32Array | null;
}

/** Builds the machine of a resolved phrase, from its end, so that every state knows its successor. */
export function compileProgram(node: Node): Program {
  const draft: Draft = { op: [], code: [], raw: [], next: [], other: [] };
  const start = build(draft, node, add(draft, ACCEPT, -1));
  const wiring = {
    size: draft.op.length,
    start,
    op: Uint8Array.from(draft.op),
    code: Int32Array.from(draft.code),
    raw: Int32Array.from(draft.raw),
    next: Int32Array.from(draft.next),
    other: Int32Array.from(draft.other),
  };
  return completeProgram(wiring);
}

/** Works out what follows from the wiring of the states. */
export function completeProgram(wiring: Wiring): Program {
  return {
    ...wiring,
    plainlyWritten: wiring.op.every((op, at) => op !== MARK && wiring.raw[at] === wiring.code[at]),
    anchored: wiring.op.some((op) => op >= AT_CLAUSE_EDGE && op <= AT_TURN_END),
    atTurnStart: !beginsWithin(wiring),
    ending: endings(wiring),
    first: firstCharacters(wiring),
  };
}

interface Draft {
  readonly op: number[];
  readonly code: number[];
  readonly raw: number[];
  readonly next: number[];
  readonly other: number[];
}

type Wiring = Omit<Program, "plainlyWritten" | "anchored" | "atTurnStart" | "ending" | "first">;

function add(draft: Draft, op: number, next: number, other = -1, code = 0, raw = 0): number {
  draft.code.push(code);
  draft.raw.push(raw);
  draft.next.push(next);
  draft.other.push(other);
  return draft.op.push(op) - 1;
}

/** Adds the states of a node that go on to `next`; returns the first of them. */
function build(draft: Draft, node: Node, next: number): number {
  switch (node.kind) {
    case "char":
      return add(draft, CHAR, next, -1, node.code, node.raw);
    case "mark":
      return add(draft, MARK, next, -1, 0, node.raw);
    case "number":
      return add(draft, NUMBER, next);
    case "edge":
      return add(draft, EDGES[node.at], next);
    case "gap":
      return gap(draft, node.most, next);
    case "sequence":
      return node.parts.reduceRight((after, part) => build(draft, part, after), next);
    case "choice":
      return node.options
        .map((option) => build(draft, option, next))
        .reduceRight((rest, first) => add(draft, SPLIT, first, rest));
    case "list":
      throw new Error(`list @${node.name} was not put in`);
  }
}

const EDGES = { clause: AT_CLAUSE_EDGE, "turn-start": AT_TURN_START, "turn-end": AT_TURN_END } as const;

/**
 * SAME_SENTENCE before the exit as well as before every character: the gap ends where the next character is
 * taken.
 */
function gap(draft: Draft, most: number, next: number): number {
  const exit = add(draft, SAME_SENTENCE, next);
  let state = exit;
  for (let taken = 0; taken < most; taken++) {
    const any = add(draft, ANY, state);
    state = add(draft, SPLIT, exit, add(draft, SAME_SENTENCE, any));
  }
  return state;
}

function endings(program: Wiring): Uint8Array {
  const ending = new Uint8Array(program.size).fill(NEVER_ENDS);
  const seen = new Int32Array(program.size);
  for (let state = 0; state < program.size; state++)
    if (program.op[state]! <= NUMBER)
      ending[state] = easiestEnd(program, program.next[state]!, seen, state + 1);
  return ending;
}

/** The least that must hold for ACCEPT to be reached from here without taking a character. */
function easiestEnd(program: Wiring, from: number, seen: Int32Array, round: number): number {
  const { op, next, other } = program;
  let condition = NEVER_ENDS;
  // states to look at, with the hardest condition passed on the way; an easier way to one is looked at again
  const open = [from, ENDS_ANYWHERE];
  while (open.length > 0) {
    const passed = open.pop()!;
    const state = open.pop()!;
    if (state < 0 || passed >= condition) continue;
    const known = seen[state]! - round * NEVER_ENDS;
    if (known >= 0 && known <= passed) continue;
    seen[state] = round * NEVER_ENDS + passed;
    const does = op[state]!;
    if (does === ACCEPT) condition = passed;
    if (does <= NUMBER || does === ACCEPT || does === AT_TURN_START) continue;
    const needed =
      does === AT_CLAUSE_EDGE ? ENDS_WITH_CLAUSE : does === AT_TURN_END ? ENDS_WITH_TURN : ENDS_ANYWHERE;
    open.push(other[state]!, Math.max(passed, needed), next[state]!, Math.max(passed, needed));
  }
  return condition;
}

/** Whether a character can be taken before anything asks for the start of the turn. */
function beginsWithin({ start, op, next, other }: Wiring): boolean {
  const seen = new Set<number>();
  const open = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (state < 0 || seen.has(state) || op[state] === AT_TURN_START) continue;
    seen.add(state);
    if (op[state]! <= NUMBER) return true;
    open.push(next[state]!, other[state]!);
  }
  return false;
}

function firstCharacters(program: Wiring): Int32Array | null {
  const first = new Int32Array(8);
  const seen = new Set<number>();
  const open = [program.start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (state < 0 || seen.has(state)) continue;
    seen.add(state);
    const op = program.op[state]!;
    if (op === ANY) return null;
    if (op === CHAR) setBit(first, program.code[state]!);
    else if (op === SOUND) for (const code of sounds().alike(program.code[state]!)) setBit(first, code);
    else if (op === NUMBER) for (const digit of NUMERALS) setBit(first, digit.codePointAt(0)!);
    else open.push(program.next[state]!, program.other[state]!);
  }
  return first;
}
