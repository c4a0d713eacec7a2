import { createHitColumns } from "../phrases/hits.js";
import type { HitColumns, PhraseScanner } from "../phrases/types.js";
import { growable } from "./growable.js";

/** Bytes of a text that is worth remembering: what is longer hardly ever comes twice. */
const LONGEST_TEXT = 512;
/** Texts that are remembered, and bytes of all of them. Beyond, everything is forgotten and remembered anew. */
const MOST_TEXTS = 1 << 16;
const MOST_BYTES = 1 << 23;
/** Numbers that a hit takes: list, phrase, from, to, how, waived. */
const COLUMNS = 6;

/**
 * A scanner that remembers what it found in short texts. Desks say the same sentences again and again, to the letter: 好的,
 * greetings, canned answers. A text is compared byte for byte with the one that is remembered, so that nothing depends on
 * what was.
 */
export function remembering(scanner: PhraseScanner): Pick<PhraseScanner, "scan" | "hits"> {
  // Places of a hash table: the number of a text, counted from 1.
  const places = new Int32Array(MOST_TEXTS * 2);
  const hashes = new Int32Array(MOST_TEXTS + 1);
  // By text: its speaker, and where its bytes and its hits end. They begin where those of the text before end.
  const speakers = new Uint8Array(MOST_TEXTS + 1);
  const textTo = new Int32Array(MOST_TEXTS + 1);
  const hitsTo = new Int32Array(MOST_TEXTS + 1);
  const texts = growable((length) => new Uint8Array(length));
  const kept = growable((length) => new Int32Array(length));
  let known = 0;
  let recalled = createHitColumns(16);
  let shown: HitColumns = scanner.hits;
  return {
    scan,
    get hits() {
      return shown;
    },
  };

  function scan(bytes: Uint8Array, from: number, to: number, speaker: number): number {
    if (to - from > LONGEST_TEXT) return scanAnew(bytes, from, to, speaker);
    const hash = hashOf(bytes, from, to, speaker);
    let place = hash & (places.length - 1);
    for (let text = places[place]!; text !== 0; text = places[place]!) {
      if (hashes[text] === hash && speakers[text] === speaker && isSame(text, bytes, from, to))
        return recall(text);
      place = (place + 1) & (places.length - 1);
    }
    const count = scanAnew(bytes, from, to, speaker);
    if (known === MOST_TEXTS || textTo[known]! + to - from > MOST_BYTES) forget();
    else keep(place, hash, bytes, from, to, speaker, count);
    return count;
  }

  function scanAnew(bytes: Uint8Array, from: number, to: number, speaker: number): number {
    const count = scanner.scan(bytes, from, to, speaker);
    shown = scanner.hits;
    return count;
  }

  function isSame(text: number, bytes: Uint8Array, from: number, to: number): boolean {
    const begin = textTo[text - 1]!;
    if (textTo[text]! - begin !== to - from) return false;
    const { array } = texts;
    for (let i = from, at = begin; i < to; i++, at++) if (bytes[i] !== array[at]) return false;
    return true;
  }

  function recall(text: number): number {
    const begin = hitsTo[text - 1]!;
    const count = (hitsTo[text]! - begin) / COLUMNS;
    if (count > recalled.list.length) recalled = createHitColumns(count * 2);
    const { array } = kept;
    for (let i = 0, at = begin; i < count; i++) {
      recalled.list[i] = array[at++]!;
      recalled.phrase[i] = array[at++]!;
      recalled.from[i] = array[at++]!;
      recalled.to[i] = array[at++]!;
      recalled.how[i] = array[at++]!;
      recalled.waived[i] = array[at++]!;
    }
    shown = recalled;
    return count;
  }

  function keep(
    place: number,
    hash: number,
    bytes: Uint8Array,
    from: number,
    to: number,
    speaker: number,
    count: number,
  ): void {
    const text = ++known;
    places[place] = text;
    hashes[text] = hash;
    speakers[text] = speaker;
    const begin = textTo[text - 1]!;
    textTo[text] = begin + to - from;
    texts.reach(textTo[text]!);
    texts.array.set(bytes.subarray(from, to), begin);
    let at = hitsTo[text - 1]!;
    hitsTo[text] = at + count * COLUMNS;
    kept.reach(hitsTo[text]!);
    const { array } = kept;
    for (let i = 0; i < count; i++) {
      array[at++] = shown.list[i]!;
      array[at++] = shown.phrase[i]!;
      array[at++] = shown.from[i]!;
      array[at++] = shown.to[i]!;
      array[at++] = shown.how[i]!;
      array[at++] = shown.waived[i]!;
    }
  }

  function forget(): void {
    places.fill(0);
    known = 0;
  }
}

/** FNV-1a (Fowler, Noll, Vo), in 32 bits. */
function hashOf(bytes: Uint8Array, from: number, to: number, speaker: number): number {
  let hash = 0x811c9dc5 ^ speaker;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
