import { type Contact, MARKS } from "../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { notAssessed } from "../model/verdict.js";
import type { CompiledCheck } from "./check.js";

/** What only the desk says, in anybody's mouth: by these lists of a standard swapped labels are found out. */
export const SPEAKER_LISTS: readonly string[] = [
  "speaker/introduces",
  "speaker/offers-help",
  "speaker/asks-to-wait",
  "speaker/closes",
];

/** Where a customer sounded like the desk. */
export interface SpeakerDoubt {
  readonly turn: number;
  /** Bytes of the turn's text. */
  readonly from: number;
  readonly to: number;
}

/**
 * Whether the labels of a transcript look swapped: the “customer” says at least two kinds of what only the desk says
 * (introduces the firm, offers help, asks to wait, closes the call), and the “agent” none.
 *
 * @param lists indexes of SPEAKER_LISTS; −1 for those that the standard lacks
 * @returns the first such words of the customer; null where nothing looks wrong
 */
export function speakerDoubt(turns: Turns, lists: readonly number[]): SpeakerDoubt | null {
  let first: SpeakerDoubt | null = null;
  let kinds = 0;
  for (const list of lists) {
    if (list < 0) continue;
    let byCustomer = false;
    for (const hit of turns.hits(list)) {
      if (turns.speaker(hit.turn) === SPEAKER.agent) return null;
      byCustomer = true;
      if (first === null || hit.turn < first.turn) first = hit;
    }
    if (byCustomer) kinds += 1;
  }
  return kinds >= 2 ? first : null;
}

/** The check, not assessed where it depends on who spoke and the labels look swapped. */
export function withSpeakers(check: CompiledCheck): CompiledCheck {
  if (check.stage === "fields" || !check.reads.includes("speaker")) return check;
  return {
    ...check,
    judge: (contact) => (inDoubt(contact) ? NO_SPEAKER : check.judge(contact)),
    ...(check.collect === undefined
      ? {}
      : { collect: (contact: Contact) => (inDoubt(contact) ? [] : check.collect!(contact)) }),
  };
}

const NO_SPEAKER = notAssessed(FIELD_INDEX.speaker);

function inDoubt({ turns, marks }: Contact): boolean {
  return turns?.speakersInDoubt === true || ((marks ?? 0) & MARKS.inDoubt) !== 0;
}
