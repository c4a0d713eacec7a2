import type { LedgerFile } from "../model/ledger.js";
import type { Manifest } from "../model/result.js";
import { type RulesPlan, type SharedAudit, stateFor } from "./audit.js";
import { HAS_ROW, HAS_TURNS } from "./contacts.js";
import type { Growable } from "./growable.js";
import { type AuditState, type KnownFile, WHOLE } from "./state.js";

/**
 * What reading alone tells of the files, as plain data: the contacts, what their rows say, and the account of every row.
 * Every share of an audit comes to the same.
 */
export interface Known {
  readonly files: readonly KnownFile[];
  /** By field index: the texts end to end, and where each ends. */
  readonly labels: readonly ({ readonly bytes: Uint8Array; readonly ends: Float64Array } | null)[];
  readonly contacts: {
    readonly size: number;
    readonly flags: Uint8Array;
    readonly kinds: Uint8Array;
    readonly file: Uint16Array;
    readonly line: Int32Array;
    readonly agent: Int32Array;
    readonly team: Int32Array;
    /** By field index; null where nothing is kept. */
    readonly kept: readonly (Float64Array | null)[];
  };
  readonly turns: number;
  readonly ofKind: Float64Array;
  /** ms; null where no file has any moment. */
  readonly from: number | null;
  readonly to: number | null;
  readonly subjects: readonly {
    readonly asked: number;
    readonly contacts: Int32Array;
    readonly examples: Int32Array;
  }[];
  readonly resolved: number;
  readonly unresolved: number;
  readonly ledger: readonly LedgerFile[];
  readonly inputs: Manifest["inputs"];
}

/** The flags of contacts that reading sets. */
const READ_FLAGS = HAS_ROW | HAS_TURNS;

const COLUMNS = ["flags", "kinds", "file", "line", "agent", "team"] as const;

export function knownOf({ state, ledger, inputs }: SharedAudit): Known {
  const { contacts, labels, tally } = state;
  const { size } = contacts;
  return {
    files: state.files.filter((file) => file !== null),
    labels: labels.of.map((interner) => interner?.contents() ?? null),
    contacts: {
      size,
      flags: contacts.flags.array.slice(0, size).map((flags) => flags & READ_FLAGS),
      kinds: contacts.kinds.array.subarray(0, size),
      file: contacts.file.array.subarray(0, size),
      line: contacts.line.array.subarray(0, size),
      agent: contacts.agent.array.subarray(0, size),
      team: contacts.team.array.subarray(0, size),
      kept: contacts.kept.map((kept) => kept?.array.subarray(0, size) ?? null),
    },
    turns: state.turns,
    ofKind: state.ofKind,
    from: Number.isFinite(state.from) ? state.from : null,
    to: Number.isFinite(state.to) ? state.to : null,
    subjects: tally.labels.subjects.map((subject) => ({
      asked: subject.asked,
      contacts: subject.contacts.array,
      examples: subject.examples.array,
    })),
    resolved: tally.labels.resolved,
    unresolved: tally.labels.unresolved,
    ledger,
    inputs,
  };
}

/** An audit in which these files have been read and no contact has been judged. */
export function restored(plan: RulesPlan, known: Known): SharedAudit {
  const state = stateFor(plan, WHOLE);
  const { contacts, tally } = state;
  for (const file of known.files) state.fileNumbers.set(file.file, state.files.push(file) - 1);
  internAll(state, known.labels);
  const { size } = known.contacts;
  if (size > 0) contacts.reach(size - 1);
  for (const name of COLUMNS)
    fill<Uint8Array | Uint16Array | Int32Array>(contacts[name], known.contacts[name]);
  known.contacts.kept.forEach((kept, field) => {
    const column = contacts.kept[field];
    if (kept !== null && column !== undefined && column !== null) fill(column, kept);
  });
  state.turns = known.turns;
  state.ofKind.set(known.ofKind);
  state.from = known.from ?? Number.POSITIVE_INFINITY;
  state.to = known.to ?? Number.NEGATIVE_INFINITY;
  known.subjects.forEach(({ asked, contacts: counts, examples }, at) => {
    const subject = tally.labels.subjects[at]!;
    subject.asked = asked;
    fill(subject.contacts, counts);
    fill(subject.examples, examples);
  });
  tally.labels.resolved = known.resolved;
  tally.labels.unresolved = known.unresolved;
  return { state, ledger: known.ledger, inputs: known.inputs };
}

function internAll({ labels }: AuditState, known: Known["labels"]): void {
  known.forEach((texts, field) => {
    const interner = labels.of[field];
    if (texts === null || interner === null || interner === undefined) return;
    const { bytes, ends } = texts;
    for (let id = 0; id + 1 < ends.length; id++) interner.intern(bytes, ends[id]!, ends[id + 1]!);
  });
}

function fill<T extends Uint8Array | Uint16Array | Int32Array | Float64Array>(
  column: Growable<T>,
  values: T,
): void {
  if (values.length === 0) return;
  column.reach(values.length - 1);
  column.array.set(values);
}
