import { countText } from "../checks/text-size.js";
import type { TurnBlock } from "../intake/turn-block.js";
import { isEscape, unescapeText } from "../intake/values/cell.js";
import { SPEAKER } from "../model/fields.js";
import { type Hit, HOWS, type Turns } from "../model/turns.js";
import type { PhraseBook } from "../phrases/index.js";
import { maskPersonalData } from "../privacy/mask.js";
import type { HitLogs, HitWriter } from "./hit-log.js";
import { remembering } from "./remembering.js";

/** The turns of the contact at hand as checks see them, with every phrase hit found. One view serves all contacts. */
export interface TurnsView extends Turns {
  /** Scans a contact's turns. The block must stay as it is until the next call. */
  load(block: TurnBlock): void;
  readonly block: TurnBlock;
  /** Byte of the block where a byte of a turn's (unescaped) text lies. */
  byteOf(turn: number, offset: number): number;
  /** Bytes [from, to) of a turn's text. */
  slice(turn: number, from: number, to: number): string;
  /** A turn's text with the personal data in it hidden. */
  masked(turn: number): string;
  /** Set by whoever looks at the speakers, after `load`. */
  speakersInDoubt: boolean;
}

const NONE: readonly Hit[] = [];
const NO_HIT = -1;

/**
 * @param number position of the book among those of the audit
 * @param logs of hits that are known from an earlier audit; null: all turns are scanned
 */
export function createTurnsView(
  book: PhraseBook,
  number: number,
  empty: TurnBlock,
  logs: HitLogs | null,
): TurnsView {
  const scanner = remembering(book.scanner());
  const firstOfList = new Int32Array(book.lists.length).fill(NO_HIT);
  const lastOfList = new Int32Array(book.lists.length);
  const touched: number[] = [];
  let hits: Hit[] = [];
  let next: number[] = [];
  let block = empty;
  const size = { han: 0, words: 0 };
  let han = new Int32Array(64);
  let words = new Int32Array(64);
  let sized = false;
  // by turn, as far as somebody asked: findings of one contact show the same turns again and again
  let texts: string[] = [];
  let masks: string[] = [];
  const view: TurnsView = {
    load,
    speakersInDoubt: false,
    get sidesApart() {
      return block.layouts[0]?.options.mono === true ? "no" : "unknown";
    },
    get block() {
      return block;
    },
    get length() {
      return block.turns;
    },
    get clock() {
      return block.clock;
    },
    get beginsAtStart() {
      return block.beginsAtStart;
    },
    speaker: (turn) => block.speaker[turn]!,
    start: (turn) => block.start[turn]!,
    end: (turn) => block.end[turn]!,
    hits: hitsOf,
    text: textOf,
    masked: (turn) => {
      masks[turn] ??= maskPersonalData(textOf(turn));
      return masks[turn];
    },
    bytes: textBytes,
    han: (turn) => {
      if (!sized) countAll();
      return han[turn]!;
    },
    words: (turn) => {
      if (!sized) countAll();
      return words[turn]!;
    },
    byteOf,
    slice,
  };
  return view;

  /** How much each turn says: asked of most contacts or of none, so all turns at once. */
  function countAll(): void {
    sized = true;
    if (block.turns > han.length) {
      han = new Int32Array(block.turns * 2);
      words = new Int32Array(block.turns * 2);
    }
    for (let turn = 0; turn < block.turns; turn++) {
      countText(block.bytes, block.textFrom[turn]!, block.textTo[turn]!, size);
      han[turn] = size.han;
      words[turn] = size.words;
    }
  }

  function load(of: TurnBlock): void {
    block = of;
    sized = false;
    view.speakersInDoubt = false;
    for (const list of touched) firstOfList[list] = NO_HIT;
    touched.length = 0;
    if (hits.length > 0) {
      hits = [];
      next = [];
    }
    if (texts.length > 0) {
      texts = [];
      masks = [];
    }
    for (let turn = 0; turn < block.turns; turn++) {
      const speaker = block.speaker[turn]!;
      if (speaker !== SPEAKER.agent && speaker !== SPEAKER.customer) continue;
      if (logs === null) scanTurn(turn, speaker, null);
      else scanUnlessKnown(turn, speaker, logs);
    }
  }

  function scanUnlessKnown(turn: number, speaker: number, { reader, writer }: HitLogs): void {
    const { file } = block.layouts[block.file[turn]!]!;
    const known = reader(file);
    const entry = known?.find(block.line[turn]!, number) ?? -1;
    if (known === null || entry < 0) {
      scanTurn(turn, speaker, writer(file));
      return;
    }
    const { first, list, phrase, from, to, how } = known.hits;
    for (let at = first[entry]!; at < first[entry + 1]!; at++)
      link(list[at]!, {
        turn,
        from: from[at]!,
        to: to[at]!,
        how: HOWS[how[at]!]!,
        phrase: phrase[at]!,
      });
  }

  function scanTurn(turn: number, speaker: number, log: HitWriter | null): void {
    let bytes = block.bytes;
    let from = block.textFrom[turn]!;
    let to = block.textTo[turn]!;
    if (block.escaped[turn] === 1) {
      bytes = textBytes(turn);
      from = 0;
      to = bytes.length;
    }
    const count = scanner.scan(bytes, from, to, speaker);
    log?.turn(block.line[turn]!, number);
    if (count === 0) return;
    const { list, phrase, from: start, to: end, how, waived } = scanner.hits;
    for (let i = 0; i < count; i++) {
      if (waived[i]! >= 0) continue;
      link(list[i]!, {
        turn,
        from: start[i]!,
        to: end[i]!,
        how: HOWS[how[i]!]!,
        phrase: phrase[i]!,
      });
      log?.hit(list[i]!, phrase[i]!, start[i]!, end[i]!, how[i]!);
    }
  }

  function link(list: number, hit: Hit): void {
    const at = hits.length;
    hits.push(hit);
    next.push(NO_HIT);
    if (firstOfList[list] === NO_HIT) {
      firstOfList[list] = at;
      touched.push(list);
    } else {
      next[lastOfList[list]!] = at;
    }
    lastOfList[list] = at;
  }

  function hitsOf(list: number): readonly Hit[] {
    let at = firstOfList[list]!;
    if (at === NO_HIT) return NONE;
    const found: Hit[] = [];
    for (; at !== NO_HIT; at = next[at]!) found.push(hits[at]!);
    return found;
  }

  function textBytes(turn: number): Uint8Array {
    const content = block.bytes.subarray(block.textFrom[turn]!, block.textTo[turn]!);
    return block.escaped[turn] === 1 ? unescapeText(content, escapeOf(turn)) : content;
  }

  function textOf(turn: number): string {
    texts[turn] ??= decoded(textBytes(turn));
    return texts[turn];
  }

  function slice(turn: number, from: number, to: number): string {
    return decoded(textBytes(turn).subarray(from, to));
  }

  function byteOf(turn: number, offset: number): number {
    let at = block.textFrom[turn]!;
    if (block.escaped[turn] === 0) return at + offset;
    for (let plain = 0; plain < offset; plain++) at += isEscape(block.bytes, at, escapeOf(turn)) ? 2 : 1;
    return at;
  }

  function escapeOf(turn: number): number {
    return block.layouts[block.file[turn]!]!.dialect.escape;
  }
}

function decoded(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}
