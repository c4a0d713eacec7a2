import type { Layout } from "./open.js";
import { growTurns, sortTurns, TURN_ARRAYS, type TurnBlock } from "./turn-block.js";

/** One stretch of a contact's turns as bytes, with the part of the file that they lie in. */
export function packTurns(block: TurnBlock, file: number): Buffer {
  const { turns } = block;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (let turn = 0; turn < turns; turn++) {
    from = Math.min(from, block.recordFrom[turn]!);
    to = Math.max(to, block.textTo[turn]!);
  }
  const head = new Float64Array([
    file,
    turns,
    from,
    CLOCKS.indexOf(block.clock),
    STARTS.indexOf(block.beginsAtStart),
  ]);
  const arrays = TURN_ARRAYS.map((name) => Float64Array.from(block[name].subarray(0, turns)));
  return Buffer.concat([...[head, block.labels, ...arrays].map(bytesOf), block.bytes.subarray(from, to)]);
}

const CLOCKS = ["offset", "instant", "none"] as const;
const STARTS = ["yes", "no", "unknown"] as const;
const HEAD = 5;

/** Puts the stretches of a contact together in `whole`, in the order of the conversation. */
export function unpackTurns(
  stretches: readonly Buffer[],
  layouts: readonly Layout[],
  whole: TurnBlock,
): void {
  const parts = stretches.map((stretch) => readStretch(stretch, whole.labels.length));
  growTurns(
    whole,
    parts.reduce((sum, { turns }) => sum + turns, 0),
  );
  whole.layouts = layouts;
  whole.bytes = Buffer.concat(parts.map(({ bytes }) => bytes));
  whole.labels.fill(Number.NaN);
  let turn = 0;
  let base = 0;
  for (const part of parts) {
    for (let at = 0; at < part.turns; at++, turn++) {
      TURN_ARRAYS.forEach((name, column) => {
        whole[name][turn] = part.arrays[column]![at]!;
      });
      for (const name of OFFSETS) whole[name][turn]! += base - part.from;
      whole.file[turn] = part.file;
    }
    base += part.bytes.length;
    part.labels.forEach((label, field) => {
      if (Number.isNaN(whole.labels[field]!)) whole.labels[field] = label;
    });
  }
  whole.turns = turn;
  settleClock(
    whole,
    parts.map(({ clock }) => clock),
  );
  whole.beginsAtStart = parts[0]!.beginsAtStart;
  const numbered = whole.index.subarray(0, turn).every((index) => !Number.isNaN(index));
  sortTurns(whole, numbered ? whole.index : whole.start);
}

const OFFSETS = ["textFrom", "textTo", "recordFrom"] as const;

/** Stretches on different clocks can only be compared by the moments at which they were said. */
function settleClock(whole: TurnBlock, clocks: readonly TurnBlock["clock"][]): void {
  whole.clock = clocks[0]!;
  if (clocks.every((clock) => clock === whole.clock)) return;
  const dated = whole.saidAt.subarray(0, whole.turns).every((at) => !Number.isNaN(at));
  whole.clock = dated ? "instant" : "none";
  whole.end.fill(Number.NaN, 0, whole.turns);
  if (dated) whole.start.set(whole.saidAt.subarray(0, whole.turns));
  else whole.start.fill(Number.NaN, 0, whole.turns);
}

function readStretch(stretch: Buffer, fields: number) {
  // a copy, because numbers of eight bytes may not start at any byte
  const numbers = (at: number, count: number) =>
    new Float64Array(
      stretch.buffer.slice(stretch.byteOffset + at * 8, stretch.byteOffset + (at + count) * 8),
    );
  const [file = 0, turns = 0, from = 0, clock = 0, start = 0] = numbers(0, HEAD);
  const arrays = TURN_ARRAYS.map((_, column) => numbers(HEAD + fields + column * turns, turns));
  return {
    file,
    turns,
    from,
    clock: CLOCKS[clock]!,
    beginsAtStart: STARTS[start]!,
    labels: numbers(HEAD, fields),
    arrays,
    bytes: stretch.subarray((HEAD + fields + TURN_ARRAYS.length * turns) * 8),
  };
}

function bytesOf(array: Float64Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
