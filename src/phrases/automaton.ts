import { type ClassTable, spreadClasses } from "./classes.js";
import { FILLER, FILLER_WORDS, kindOfFolded, NUMERAL, WORD } from "./fold.js";
import { placeRows } from "./rows.js";
import { growTrie, type Trie } from "./trie.js";

/**
 * Aho and Corasick's automaton over classes of folded characters. A state is the place of its row in `cells`;
 * only what differs from the row of its last character alone is stored there, and in that one only what differs from the
 * root's, so thousands of phrases stay small enough for the processor's cache. A negative next state is the complement of
 * an event.
 */
export interface Automaton {
  readonly classes: ClassTable;
  /** Pairs: the state that owns the pair, and where it goes. State 0 is the root and owns none. */
  readonly cells: Int32Array;
  /** By class: where every state goes that owns no pair for it, and whose last character owns none. */
  readonly root: Int32Array;
  /** The state of the last character alone: by its class, and by the state after it. 0 where that owns no pair. */
  readonly single: Int32Array;
  readonly singleOf: Int32Array;
  /**
   * Classes from here on move the automaton; the first of them stands for every character of no literal.
   * Below are SKIP and fillers that a phrase asks for: class 2 is event `fillerEvent`, class 4 the next one.
   */
  readonly firstMoving: number;
  readonly fillerEvent: number;
  /**
   * By event: the state that the walk goes on in, and where its patterns begin in `patterns` (up to the next
   * event's).
   */
  readonly eventState: Int32Array;
  readonly patternsFrom: Int32Array;
  readonly patterns: Int32Array;
  /**
   * By event: 0, 1 where a character was repeated inside a literal, or the length of a filler of several
   * characters.
   */
  readonly hides: Uint8Array;
  /** By state: how many characters of a literal have been seen. For hidden.ts. */
  readonly depth: Uint16Array;
  readonly deepest: number;
  /** `class * root.length + next class` of all neighbours in literals. */
  readonly neighbours: ReadonlySet<number>;
}

/**
 * @param patterns folded strings without filler characters, or one filler character alone; the automaton's
 * `patterns` are positions in this list. The fillers of several characters are looked for besides.
 * @param alike the folded characters that one of a pattern stands for; default: itself. No character is in two sets.
 */
export function buildAutomaton(
  patterns: readonly string[],
  alike: (code: number) => readonly number[] = (code) => [code],
): Automaton {
  const alphabet = numberClasses(patterns, alike);
  const sequences = [...patterns, ...FILLER_WORDS].map((text) =>
    isFiller(text) ? [] : [...text].map((char) => alphabet.classes.get(char.codePointAt(0)!)!),
  );
  const trie = growTrie(sequences, alphabet.end);
  const states = placeStates(trie);
  const events = createEvents(sequences, patterns.length);
  // By node: the event of coming to it, and of coming to it by a repeated character; -1 until there is one.
  const eventOf = new Int32Array(trie.size).fill(-1);
  const stammerOf = new Int32Array(trie.size).fill(-1);
  const goTo = (node: number) => {
    const ends = trie.ends[node]!;
    if (ends.length === 0) return states[node]!;
    if (eventOf[node]! < 0) eventOf[node] = events.add(states[node]!, ends, false);
    return ~eventOf[node]!;
  };
  const stammerTo = (node: number) => {
    if (stammerOf[node]! < 0) stammerOf[node] = events.add(states[node]!, trie.ends[node]!, true);
    return ~stammerOf[node]!;
  };
  const root = new Int32Array(alphabet.end);
  const single = new Int32Array(alphabet.end);
  forEachPair(trie.rows[0]!, (step, child) => {
    root[step] = goTo(child);
    single[step] = states[child]!;
  });
  const cells = newCells(states, alphabet.end);
  const depth = new Uint16Array(cells.length);
  const singleOf = new Int32Array(cells.length);
  for (let node = 1; node < trie.size; node++) {
    const row = trie.rows[node]!;
    if (row.length === 0) continue;
    const state = states[node]!;
    const last = trie.last[node]!;
    depth[state] = trie.depth[node]!;
    singleOf[state] = single[last]!;
    forEachPair(row, (step, child) => setCell(cells, state, step, goTo(child)));
    // 处理[不]不了: the walk is at 处理不 when the second 不 comes, and would forget the first two.
    if (trie.depth[node]! < 2 || last < alphabet.firstStammer) continue;
    setCell(cells, state, last, stammerTo(trie.follow(node, last)));
  }
  const fillerEvent = addFillers(patterns, alphabet, events.add);
  return {
    classes: spreadClasses(alphabet.classes, alphabet.firstMoving),
    cells,
    root,
    single,
    singleOf,
    firstMoving: alphabet.firstMoving,
    fillerEvent,
    ...events.tables(),
    depth,
    deepest: trie.deepest,
    neighbours: neighboursIn(sequences, alphabet.end),
  };
}

/** Owner of the pairs that no state owns. */
const NOBODY = 0x7fffffff;

function newCells(states: Int32Array, classes: number): Int32Array {
  // Room for any class behind the last row, so that the walk need not check.
  const last = states.reduce((most, state) => Math.max(most, state), 0);
  const cells = new Int32Array(last + classes + 2);
  for (let place = 0; place < cells.length; place += 2) cells[place] = NOBODY;
  return cells;
}

function setCell(cells: Int32Array, state: number, step: number, next: number): void {
  cells[state + step] = state;
  cells[state + step + 1] = next;
}

function isFiller(pattern: string): boolean {
  return (kindOfFolded(pattern.codePointAt(0)!) & FILLER) !== 0;
}

interface Alphabet {
  readonly classes: Map<number, number>;
  readonly firstMoving: number;
  /** Characters that may be stammered; before them come letters, digits and numerals. */
  readonly firstStammer: number;
  readonly end: number;
}

/**
 * Fillers that a phrase asks for, the class of all other characters, then the characters of literals by kind
 * and code point.
 */
function numberClasses(patterns: readonly string[], alike: (code: number) => readonly number[]): Alphabet {
  const codes = new Set(
    [...patterns, ...FILLER_WORDS].flatMap((text) =>
      [...text].map((char) => alike(char.codePointAt(0)!)[0]!),
    ),
  );
  const rank = (code: number) => {
    const kind = kindOfFolded(code);
    return (kind & FILLER) !== 0 ? 0 : (kind & (WORD | NUMERAL)) !== 0 ? 1 : 2;
  };
  const ordered = [...codes].sort((a, b) => rank(a) - rank(b) || a - b);
  const fillers = ordered.filter((code) => rank(code) === 0).length;
  const unstammered = ordered.filter((code) => rank(code) < 2).length;
  const classOf = (index: number) => (index < fillers ? index + 1 : index + 2) * 2;
  return {
    classes: new Map(
      ordered.flatMap((code, index) => alike(code).map((one) => [one, classOf(index)] as const)),
    ),
    firstMoving: (fillers + 1) * 2,
    firstStammer: classOf(unstammered),
    end: (ordered.length + 2) * 2,
  };
}

/**
 * The state of every node. One without children goes on like its longest suffix, so it needs no row of its
 * own.
 */
function placeStates({ size, order, rows, last, fail }: Trie): Int32Array {
  const own: number[] = [];
  for (let node = 1; node < size; node++) if (rows[node]!.length > 0) own.push(node);
  const places = placeRows(own.map((node) => classesOf(rows[node]!, last[node]!)));
  const states = new Int32Array(size);
  own.forEach((node, index) => {
    states[node] = places[index]!;
  });
  for (const node of order) if (node > 0 && rows[node]!.length === 0) states[node] = states[fail[node]!]!;
  return states;
}

/** The classes of a row, ascending. The pair for a stammer is laid in even where that of the last character alone would do. */
function classesOf(row: readonly number[], last: number): readonly number[] {
  const classes: number[] = [];
  forEachPair(row, (step) => classes.push(step));
  if (!classes.includes(last)) classes.push(last);
  return classes.length === 1 ? classes : classes.sort((a, b) => a - b);
}

function forEachPair(row: readonly number[], visit: (step: number, node: number) => void): void {
  for (let at = 0; at < row.length; at += 2) visit(row[at]!, row[at + 1]!);
}

interface Events {
  /** A new event: going on in `state` where patterns end; `stammer`: by a repeated character. */
  readonly add: (state: number, ends: readonly number[], stammer: boolean) => number;
  readonly tables: () => Pick<Automaton, "eventState" | "patternsFrom" | "patterns" | "hides">;
}

/** @param own how many of the sequences are patterns; the others are fillers of several characters */
function createEvents(sequences: readonly (readonly number[])[], own: number): Events {
  const states: number[] = [];
  const hides: number[] = [];
  const found: number[][] = [];
  return {
    add(state, ends, stammer) {
      const filler = ends.find((end) => end >= own);
      hides.push(stammer ? 1 : filler === undefined ? 0 : sequences[filler]!.length);
      found.push(ends.filter((end) => end < own));
      return states.push(state) - 1;
    },
    tables() {
      const patternsFrom = new Int32Array(found.length + 1);
      found.forEach((ends, event) => {
        patternsFrom[event + 1] = patternsFrom[event]! + ends.length;
      });
      return {
        eventState: Int32Array.from(states),
        hides: Uint8Array.from(hides),
        patternsFrom,
        patterns: Int32Array.from(found.flat()),
      };
    },
  };
}

/**
 * One event after the other, in the order of the fillers' classes; returns the first. They leave the state
 * alone.
 */
function addFillers(patterns: readonly string[], alphabet: Alphabet, add: Events["add"]): number {
  const events: number[] = [];
  for (let value = 2; value < alphabet.firstMoving; value += 2) {
    const asked = patterns.flatMap((text, at) =>
      isFiller(text) && alphabet.classes.get(text.codePointAt(0)!) === value ? [at] : [],
    );
    events.push(add(0, asked, false));
  }
  return events[0] ?? 0;
}

function neighboursIn(sequences: readonly (readonly number[])[], classes: number): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const sequence of sequences)
    for (let i = 1; i < sequence.length; i++) pairs.add(sequence[i - 1]! * classes + sequence[i]!);
  return pairs;
}
