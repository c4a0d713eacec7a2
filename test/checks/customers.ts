import type { CompiledCheck } from "../../src/checks/check.js";
import { deskFrom, deskTo, endedAt, spokenMoments, startedAt } from "../../src/checks/contact-moments.js";
import { type ContactRecords, histories } from "../../src/checks/histories.js";
import { type Contact, MARKS } from "../../src/model/contact.js";
import { FIELD_INDEX, FIELDS, type FieldName } from "../../src/model/fields.js";
import type { Turns } from "../../src/model/turns.js";
import { contact, type Values } from "./contact.js";

export interface Given {
  readonly values: Values;
  readonly turns?: Turns;
}

/** Seconds since 1970 of a moment in Shanghai. */
export const at = (iso: string): number => Date.parse(`${iso}+08:00`) / 1000;

/**
 * The contacts as a check of the stage `together` sees them: with what it kept of their words, and the histories of their
 * customers. The same text is the same label, as in an audit's dictionaries.
 */
export function together(check: CompiledCheck, given: readonly Given[], now: string): readonly Contact[] {
  const texts: string[] = [];
  const all = given.map(({ values, turns }): Contact => {
    const made = contact(values, turns ?? null);
    for (const [field, value] of Object.entries(values)) {
      if (typeof value !== "string" || FIELDS[field as FieldName] !== "text") continue;
      if (!texts.includes(value)) texts.push(value);
      made.columns[FIELD_INDEX[field as FieldName]]![0] = texts.indexOf(value);
    }
    const label = (field: number) => texts[made.columns[field]![0]!] ?? null;
    return { ...made, label, marks: turns === undefined ? 0 : MARKS.heard | MARKS.agentSpoke };
  });
  const historyOf = histories(recordsOf(all), at(now) * 1000);
  const rows = all.map(
    (one, number): Contact => ({
      ...one,
      turns: null,
      evidence: check.collect?.(one) ?? [],
      get history() {
        return historyOf(number);
      },
    }),
  );
  check.prepare?.({ now: at(now) * 1000, each: (visit) => rows.forEach(visit) });
  return rows;
}

function recordsOf(all: readonly Contact[]): ContactRecords {
  const spoken = (number: number) => {
    const { turns } = all[number]!;
    const never = { from: Number.NaN, to: Number.NaN, agentFrom: Number.NaN, agentTo: Number.NaN };
    return turns === null ? never : spokenMoments(turns);
  };
  const start = (number: number) => startedAt(all[number]!, spoken(number).from);
  const first = (number: number) => deskFrom(all[number]!, start(number), spoken(number).agentFrom);
  return {
    size: all.length,
    exists: () => true,
    customer: (number) => {
      const customer = all[number]!.columns[FIELD_INDEX.customer]![0]!;
      return Number.isNaN(customer) ? -1 : customer;
    },
    startedAt: start,
    endedAt: (number) => endedAt(all[number]!, start(number), spoken(number).to),
    deskFrom: first,
    deskTo: (number) => deskTo(first(number), spoken(number).agentTo),
    contact: (number) => all[number]!,
  };
}
