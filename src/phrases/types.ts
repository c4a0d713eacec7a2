/** A list of phrases, as a rule or a standard's lists give it. */
export interface PhraseListSource {
  /**
   * Rule id or name of the list: "wording/cannot-handle", "courtesy/greeting". Other phrases may use it as
   * `@id`.
   */
  readonly id: string;
  /** In the notation of `parsePhrase`. */
  readonly phrases: readonly string[];
  /**
   * Raw regular expressions (RE2 syntax), matched on the original text. In hits they are numbered after the
   * phrases.
   */
  readonly regex?: readonly string[];
  readonly speaker: "agent" | "customer" | "any";
  /** The list's own waivers; they are tried before the guards. */
  readonly unless?: readonly Waiver[];
  /** Ids of the shared guards that apply. */
  readonly guards?: readonly string[];
  /** Whether the list is also matched by sound. */
  readonly soundAlike?: boolean;
}

/** What lets a hit pass. */
export type Waiver = PhraseWaiver | QuotedWaiver;
export type GuardSource = Waiver;

export interface PhraseWaiver {
  readonly id: string;
  readonly phrases: readonly string[];
  /**
   * Where the waiver's phrase must stand: overlapping the hit, before it, after it, or anywhere in the turn.
   */
  readonly where: "over" | "before" | "after" | "turn";
  /**
   * For `before` and `after`: how far away. In the same clause (the default) or sentence: the waiver's phrase
   * stands wholly in it, with no punctuation, or no end of a sentence, between it and the hit. In the same
   * turn. Or with at most so many characters between them, fillers not counted: with or without punctuation, or, as
   * `["clause", 4]`, in the same clause as well.
   */
  readonly within?: "clause" | "sentence" | "turn" | number | readonly ["clause", number];
}

/** Waives a hit inside quotation marks, unless they enclose the whole turn. */
export interface QuotedWaiver {
  readonly id: string;
  readonly quoted: true;
}

export interface SharedPhrases {
  /** Lists that phrases use as `@name`. */
  readonly named: Readonly<Record<string, readonly string[]>>;
  readonly guards: readonly GuardSource[];
}

/** Hits of a text, in columns that may be longer than there are hits. */
export interface HitColumns {
  /** Index of the list in the book. */
  readonly list: Int32Array;
  /** Position of the phrase in its list. */
  readonly phrase: Int32Array;
  /** Bytes relative to the text's start, end exclusive. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index in HOWS. */
  readonly how: Uint8Array;
  /** -1, or what waived the hit: an index in the book's `waivers`. */
  readonly waived: Int16Array;
}

/** Finds phrases in turns. Owns its buffers: one a thread, one turn at a time. */
export interface PhraseScanner {
  /**
   * Finds all hits in the UTF-8 text `bytes[from, to)`. A speaker that is neither agent nor customer is not
   * searched.
   *
   * @param speaker code of SPEAKERS
   * @returns how many hits; they are in `hits`, in text order, until the next scan (which may also put larger
   * arrays in their place). Hits of one list do not overlap: of those that do the longest stays, unless it is
   * waived for what stands around it and a shorter one is not. Hits of different lists may.
   */
  scan(bytes: Uint8Array, from: number, to: number, speaker: number): number;
  readonly hits: HitColumns;
  /** The folded text of the last scan, whose bytes must still be in place; fillers are kept, or left out. */
  folded(fillers: "kept" | "left-out"): string;
}
