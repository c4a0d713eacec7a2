/** How a phrase was found: letter for letter, after folding of width, case, script and fillers, or by sound alone. */
export const HOWS = ["as-written", "folded", "sound-alike"] as const;
export type How = (typeof HOWS)[number];

/** One place where a phrase of a list occurs in a turn. Offsets are bytes of the turn's UTF-8 text, end exclusive. */
export interface Hit {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly how: How;
  /** Position of the phrase in its list. */
  readonly phrase: number;
}

/**
 * The turns of one contact, in the order of the file. A view over a buffer that is reused: nothing of it may be kept
 * beyond the call that received it.
 */
export interface Turns {
  readonly length: number;
  /** Code of SPEAKERS. */
  speaker(turn: number): number;
  /** Start and end of the turn, ms since the contact's first known moment or since 1970 (see `clock`); NaN where untimed. */
  start(turn: number): number;
  end(turn: number): number;
  /** `offset`: times count from the start of the contact; `instant`: since 1970; `none`: untimed. */
  readonly clock: "offset" | "instant" | "none";
  /** Whether the first turn is the start of the conversation: `yes`, `no` (known to be cut), or `unknown`. */
  readonly beginsAtStart: "yes" | "no" | "unknown";
  /** `no` where the file is known to cut conversations at their end; absent: they are taken to end where they end. */
  readonly endsAtEnd?: "yes" | "no" | "unknown";
  /** Hits of a phrase list that no guard waived, in text order. The index is what the check got when it was compiled. */
  hits(list: number): readonly Hit[];
  /** The turn's text. Decoded on demand: for findings, not for matching. */
  text(turn: number): string;
  /** The same as UTF-8, valid until the next call. */
  bytes(turn: number): Uint8Array;
  /** How much was said: Han characters, and words in Latin letters and numbers. */
  han(turn: number): number;
  words(turn: number): number;
  /** Whether the two sides were recorded apart, so that they can be heard at once; `no` where the file is known to mix them. */
  readonly sidesApart?: "no" | "unknown";
  /** The labels of agent and customer look swapped: who said something cannot be told. */
  readonly speakersInDoubt?: boolean;
}
