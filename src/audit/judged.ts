import type { Finding } from "../model/result.js";
import { FAILED_CRITICALLY } from "./contacts.js";
import type { GroupTally } from "./group-tally.js";
import type { Growable } from "./growable.js";
import type { Waiting } from "./judge.js";
import type { KeptPlace } from "./memory.js";
import type { Noted } from "./notes.js";
import { addSeries } from "./series-tally.js";
import type { AuditState } from "./state.js";
import type { Groups, Tally } from "./tally.js";

/**
 * What judging contacts adds to an audit, as plain data: whole numbers, and lists that are put in order at the end. The
 * parts of two shares of the contacts add up to what one run over all of them would have come to, in whatever order.
 */
export interface Judged {
  readonly codes: Float64Array;
  readonly measures: readonly {
    readonly values: Float64Array;
    readonly counts: Float64Array;
    readonly sources: Float64Array;
  }[];
  /** Of agents, of teams, of all. */
  readonly groups: readonly {
    readonly verdicts: Int32Array;
    readonly calls: Int32Array;
    readonly findings: Int32Array;
  }[];
  readonly series: {
    readonly quarters: readonly number[];
    readonly counts: readonly (Int32Array | null)[];
    readonly undated: Float64Array;
  };
  /** Of each rule: groups of its own choosing. */
  readonly grouped: readonly ReturnType<GroupTally["entries"]>[];
  /** By contact number. */
  readonly contacts: {
    readonly met: Uint16Array;
    readonly assessed: Uint16Array;
    readonly dimensions: Uint8Array;
    readonly flags: Uint8Array;
  };
  readonly memory: {
    readonly marks: Uint8Array;
    /** In the order of MOMENTS; NaN: not known. */
    readonly moments: readonly Float64Array[];
    readonly kept: readonly (readonly [
      rule: number,
      contacts: readonly (readonly [contact: number, places: readonly KeptPlace[]])[],
    ])[];
    readonly complaints: {
      readonly counts: readonly [contacts: number, byLabel: number, byWords: number];
      readonly types: Labels;
      readonly causes: Labels;
    };
  };
  readonly waiting: readonly Waiting[];
  readonly crashes: readonly (readonly [rule: number, count: number, message: string])[];
  readonly notes: readonly Noted[];
}

type Labels = readonly (readonly [label: string, recorded: number, proposed: number])[];

const MOMENTS = ["spokenFrom", "spokenTo", "agentFrom", "agentTo"] as const;
const GROUPS = ["agents", "teams", "all"] as const satisfies readonly (keyof Tally)[];
const COUNTS = ["verdicts", "calls", "findings"] as const satisfies readonly (keyof Groups)[];

/** What this run has judged so far, but for its findings, which may be too many for memory. */
export function judgedOf({ tally, contacts, memory, judge, notes }: AuditState): Judged {
  const { size } = contacts;
  return {
    codes: tally.codes,
    measures: tally.measures.map(({ values, sources }) => ({ ...values.entries(), sources })),
    groups: GROUPS.map((name) => {
      const { verdicts, calls, findings } = tally[name];
      return { verdicts: filled(verdicts), calls: filled(calls), findings: filled(findings) };
    }),
    series: {
      quarters: tally.series.quarters,
      counts: tally.series.counts.map((counts) => (counts === null ? null : filled(counts))),
      undated: tally.series.undated,
    },
    grouped: tally.groups.map((groups) => groups.entries()),
    contacts: {
      met: contacts.met.array.slice(0, size),
      assessed: contacts.assessed.array.slice(0, size),
      dimensions: contacts.dimensions.array.slice(0, size),
      flags: contacts.flags.array.slice(0, size).map((flags) => flags & FAILED_CRITICALLY),
    },
    memory: {
      marks: memory.marks.array.slice(0, size),
      moments: MOMENTS.map((name) => memory[name].array.slice(0, size)),
      kept: [...memory.kept].map(([rule, places]) => [rule, [...places]] as const),
      complaints: {
        counts: [memory.complaints.contacts, memory.complaints.byLabel, memory.complaints.byWords],
        types: labelsOf(memory.complaints.types),
        causes: labelsOf(memory.complaints.causes),
      },
    },
    waiting: judge.waiting,
    crashes: [...judge.crashes].map(([rule, { count, message }]) => [rule, count, message] as const),
    notes: notes.all(),
  };
}

/** Adds what another share of the same audit has judged, and its findings. */
export function addJudged(state: AuditState, judged: Judged, findings: Iterable<Finding>): void {
  const { tally, notes, judge } = state;
  addTo(tally.codes, judged.codes);
  judged.measures.forEach(({ values, counts, sources }, rule) => {
    const measured = tally.measures[rule]!;
    for (let at = 0; at < values.length; at++) measured.values.add(values[at]!, counts[at]!);
    addTo(measured.sources, sources);
  });
  judged.groups.forEach((group, at) => {
    for (const name of COUNTS) addGrowing(tally[GROUPS[at]!][name], group[name]);
  });
  addSeries(tally.series, judged.series);
  judged.grouped.forEach((groups, rule) => {
    for (const [by, id, of, n] of groups) tally.groups[rule]!.add(by, id, of, n);
  });
  addContacts(state, judged.contacts);
  addMemory(state, judged.memory);
  judge.add(judged, findings);
  notes.add(judged.notes);
}

function addContacts(
  { contacts }: AuditState,
  { met, assessed, dimensions, flags }: Judged["contacts"],
): void {
  if (met.length === 0) return;
  contacts.reach(met.length - 1);
  for (let contact = 0; contact < met.length; contact++) {
    contacts.met.array[contact]! += met[contact]!;
    contacts.assessed.array[contact]! += assessed[contact]!;
    contacts.dimensions.array[contact]! |= dimensions[contact]!;
    contacts.flags.array[contact]! |= flags[contact]!;
  }
}

function addMemory({ memory }: AuditState, { marks, moments, kept, complaints }: Judged["memory"]): void {
  if (marks.length > 0) memory.marks.reach(marks.length - 1);
  for (let contact = 0; contact < marks.length; contact++) memory.marks.array[contact]! |= marks[contact]!;
  MOMENTS.forEach((name, at) => {
    const from = moments[at]!;
    const into = memory[name];
    if (from.length > 0) into.reach(from.length - 1);
    for (let contact = 0; contact < from.length; contact++)
      if (!Number.isNaN(from[contact]!)) into.array[contact] = from[contact]!;
  });
  for (const [rule, places] of kept) {
    const known = memory.kept.get(rule);
    if (known === undefined) memory.kept.set(rule, new Map(places));
    else for (const [contact, place] of places) known.set(contact, place);
  }
  const [contacts, byLabel, byWords] = complaints.counts;
  memory.complaints.contacts += contacts;
  memory.complaints.byLabel += byLabel;
  memory.complaints.byWords += byWords;
  addLabels(memory.complaints.types, complaints.types);
  addLabels(memory.complaints.causes, complaints.causes);
}

function labelsOf(counts: AuditState["memory"]["complaints"]["types"]): Labels {
  return [...counts].map(([label, { recorded, proposed }]) => [label, recorded, proposed] as const);
}

function addLabels(counts: AuditState["memory"]["complaints"]["types"], labels: Labels): void {
  for (const [label, recorded, proposed] of labels) {
    const known = counts.get(label) ?? { recorded: 0, proposed: 0 };
    counts.set(label, { recorded: known.recorded + recorded, proposed: known.proposed + proposed });
  }
}

/** Up to its last number that is not 0. */
function filled({ array }: Growable<Int32Array>): Int32Array {
  let length = array.length;
  while (length > 0 && array[length - 1] === 0) length -= 1;
  return array.slice(0, length);
}

function addTo(into: Float64Array, from: Float64Array): void {
  for (let at = 0; at < from.length; at++) into[at]! += from[at]!;
}

function addGrowing(into: Growable<Int32Array>, from: Int32Array): void {
  if (from.length === 0) return;
  into.reach(from.length - 1);
  for (let at = 0; at < from.length; at++) into.array[at]! += from[at]!;
}
