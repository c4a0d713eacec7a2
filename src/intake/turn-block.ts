import type { Layout } from "./open.js";

/** All turns of one contact, as arrays over the bytes they were read from. Reused from contact to contact. */
export interface TurnBlock {
  bytes: Uint8Array;
  /** The files that the turns come from, and for each turn which of them. */
  layouts: readonly Layout[];
  file: Uint16Array;
  turns: number;
  /** Codes of SPEAKERS. */
  speaker: Uint8Array;
  /** Milliseconds on the block's clock; NaN where untimed. */
  start: Float64Array;
  end: Float64Array;
  /** The moment a turn was said, ms since 1970; NaN where unknown. */
  saidAt: Float64Array;
  /** The number the export gives the turn; NaN where it gives none. */
  index: Float64Array;
  textFrom: Int32Array;
  textTo: Int32Array;
  /** 1 where the text holds doubled quotes or escapes. */
  escaped: Uint8Array;
  /** Byte and physical line where the turn's record starts. */
  recordFrom: Int32Array;
  line: Int32Array;
  clock: "offset" | "instant" | "none";
  beginsAtStart: "yes" | "no" | "unknown";
  /** Values of the contact that its turn rows carry, by field index; NaN where they say nothing. */
  readonly labels: Float64Array;
}

export function createTurnBlock(fields: number): TurnBlock {
  return {
    bytes: new Uint8Array(0),
    layouts: [],
    turns: 0,
    ...arrays(256),
    clock: "none",
    beginsAtStart: "unknown",
    labels: new Float64Array(fields).fill(Number.NaN),
  };
}

/** Makes room for `turns` turns. */
export function growTurns(block: TurnBlock, turns: number): void {
  if (turns > block.speaker.length) Object.assign(block, arrays(Math.max(turns, block.speaker.length * 2)));
}

/**
 * Puts the turns in the order of `key`, keeping equal ones as they stand. Returns false where they were in order already.
 * Exports list the newest first, or write two channels one after the other.
 */
export function sortTurns(block: TurnBlock, key: Float64Array): boolean {
  let sorted = true;
  for (let turn = 1; turn < block.turns && sorted; turn++) sorted = !(key[turn]! < key[turn - 1]!);
  if (sorted) return false;
  const order = Array.from({ length: block.turns }, (_, turn) => turn).sort(
    (a, b) => key[a]! - key[b]! || a - b,
  );
  const from = { ...block, ...arrays(0) };
  for (const name of TURN_ARRAYS) Object.assign(from, { [name]: block[name].slice(0, block.turns) });
  order.forEach((source, turn) => {
    for (const name of TURN_ARRAYS) block[name][turn] = from[name][source]!;
  });
  return true;
}

export const TURN_ARRAYS = [
  "file",
  "speaker",
  "start",
  "end",
  "saidAt",
  "index",
  "textFrom",
  "textTo",
  "escaped",
  "recordFrom",
  "line",
] as const satisfies readonly (keyof TurnBlock)[];

function arrays(length: number) {
  return {
    file: new Uint16Array(length),
    speaker: new Uint8Array(length),
    start: new Float64Array(length),
    end: new Float64Array(length),
    saidAt: new Float64Array(length),
    index: new Float64Array(length),
    textFrom: new Int32Array(length),
    textTo: new Int32Array(length),
    escaped: new Uint8Array(length),
    recordFrom: new Int32Array(length),
    line: new Int32Array(length),
  };
}
