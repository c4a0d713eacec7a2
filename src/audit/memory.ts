import type { Collected } from "../checks/check.js";
import { spokenMoments } from "../checks/contact-moments.js";
import { type Contact, MARKS } from "../model/contact.js";
import { SPEAKER } from "../model/fields.js";
import type { Finding, PromiseResult } from "../model/result.js";
import type { Turns } from "../model/turns.js";
import { type ComplaintTally, createComplaints } from "./complaints.js";
import { type Growable, growable } from "./growable.js";
import type { AuditState } from "./state.js";

/** What is remembered of what was said, by contact number: a few numbers each, and the places that rules asked to keep. */
export interface Memory {
  /** Bits of MARKS. */
  readonly marks: Growable<Uint8Array>;
  /** First and last moment at which anything, and at which the agent said something, ms; NaN: not known. */
  readonly spokenFrom: Growable<Float64Array>;
  readonly spokenTo: Growable<Float64Array>;
  readonly agentFrom: Growable<Float64Array>;
  readonly agentTo: Growable<Float64Array>;
  /** What rules kept of the words of contacts: rule → contact → places. */
  readonly kept: Map<number, Map<number, readonly KeptPlace[]>>;
  readonly complaints: ComplaintTally;
  /** What became of promises, once that is judged. */
  readonly promises: PromiseResult[];
}

/** A place in what was said, as a finding shows it, and the numbers that the rule kept with it. */
export interface KeptPlace {
  readonly values: readonly number[];
  readonly place: Pick<Finding, "file" | "line" | "column" | "turn" | "at" | "quote" | "how" | "context">;
}

export function createMemory(): Memory {
  const moments = () => growable((length) => new Float64Array(length), Number.NaN);
  return {
    marks: growable((length) => new Uint8Array(length)),
    spokenFrom: moments(),
    spokenTo: moments(),
    agentFrom: moments(),
    agentTo: moments(),
    kept: new Map(),
    complaints: createComplaints(),
    promises: [],
  };
}

/** What the words of a contact show of it as a whole. */
export function marksOf(turns: Turns, complaints: number): number {
  let marks: number = MARKS.heard | (turns.speakersInDoubt === true ? MARKS.inDoubt : 0);
  for (let turn = 0; turn < turns.length; turn++) {
    if (turns.speaker(turn) !== SPEAKER.agent) continue;
    marks |= MARKS.agentSpoke;
    break;
  }
  return complaints >= 0 && turns.hits(complaints).length > 0 ? marks | MARKS.complained : marks;
}

/** Keeps what the turn rows of a contact without a row of its own say of it, for rules about all contacts. */
export function keepValues(
  { contacts, set }: AuditState,
  number: number,
  columns: readonly Float64Array[],
): void {
  if (set.ofTogether.length === 0) return;
  contacts.kept.forEach((kept, field) => {
    kept?.put(number, columns[field]![0]!);
  });
}

/** Keeps of a contact with turns what rules about all contacts will ask for. Costs nothing where there are none. */
export function remember(
  state: AuditState,
  number: number,
  contact: Contact,
  locate: (collected: Collected) => KeptPlace["place"],
): void {
  const { memory, set } = state;
  if (set.ofTogether.length === 0 || contact.turns === null) return;
  memory.marks.reach(number);
  memory.marks.array[number] = contact.marks ?? 0;
  const spoken = spokenMoments(contact.turns);
  put(memory.spokenFrom, number, spoken.from);
  put(memory.spokenTo, number, spoken.to);
  put(memory.agentFrom, number, spoken.agentFrom);
  put(memory.agentTo, number, spoken.agentTo);
  for (const rule of set.ofTogether) {
    const { check } = set.rules[rule]!;
    const found = check.collect?.(contact) ?? [];
    if (found.length === 0) continue;
    let places = memory.kept.get(rule);
    if (places === undefined) {
      places = new Map();
      memory.kept.set(rule, places);
    }
    places.set(
      number,
      found.map((one) => ({ values: one.values, place: locate(one) })),
    );
  }
}

function put(moments: Growable<Float64Array>, number: number, moment: number): void {
  if (Number.isNaN(moment)) return;
  moments.reach(number);
  moments.array[number] = moment;
}
