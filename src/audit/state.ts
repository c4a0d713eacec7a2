import { CONTACT_ID, createLabels, type Labels } from "../intake/labels.js";
import type { Layout } from "../intake/open.js";
import { FIELD_INDEX, FIELD_NAMES, FIELDS, type FieldName, KINDS, type Kind } from "../model/fields.js";
import { type ContactStore, createContacts } from "./contacts.js";
import type { FindingContext } from "./findings.js";
import { createJudge, type Judge } from "./judge.js";
import { createMemory, type Memory } from "./memory.js";
import { createNotes, type Notes } from "./notes.js";
import type { RuleSet } from "./rules.js";
import { createTally, type Tally } from "./tally.js";
import { createUnattributed, type Unattributed } from "./unattributed.js";

/** What an audit knows while it runs. */
export interface AuditState {
  readonly set: RuleSet;
  readonly context: FindingContext;
  readonly labels: Labels;
  readonly contacts: ContactStore;
  readonly tally: Tally;
  readonly unattributed: Unattributed;
  readonly judge: Judge;
  /** Files by number, counted from 1: `contacts.file` refers to them. */
  readonly files: (KnownFile | null)[];
  readonly fileNumbers: Map<string, number>;
  /** Remarks on rows that only judging them brought up. */
  readonly notes: Notes;
  /** Whether this run judges the contact: another one does where the audit is done in shares. */
  owns(contact: number): boolean;
  turns: number;
  /** Contacts of each kind of file, by position in KINDS. */
  readonly ofKind: Float64Array;
  /** What is remembered of contacts beyond their rows, for rules that look across them. */
  readonly memory: Memory;
  /** Earliest and latest moment in the data, ms; ±Infinity where there is none. */
  from: number;
  to: number;
}

/** A file as far as it matters when it has been read. */
export interface KnownFile {
  readonly file: string;
  readonly kind: Kind;
  /** Which fields it carries, by field index. */
  readonly has: Uint8Array;
}

/**
 * Which contacts a run judges: those whose key's hash falls to share `index` (from 1) of `of`. Every share reads everything,
 * so that contacts, labels and the ledger are the same in all of them.
 */
export interface Share {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Share = { index: 1, of: 1 };

export function createState(set: RuleSet, context: FindingContext, { index, of }: Share): AuditState {
  const labels = createLabels();
  const keys = labels.of[CONTACT_ID]!;
  const contacts = createContacts(keptFields(set));
  const tally = createTally(set.rules.length);
  const unattributed = createUnattributed(contacts, tally);
  return {
    set,
    context,
    labels,
    contacts,
    tally,
    unattributed,
    judge: createJudge(set, { contacts, labels, tally, unattributed }),
    files: [null],
    fileNumbers: new Map(),
    notes: createNotes(),
    owns: of === 1 ? () => true : (contact) => (keys.hash(contact) >>> 0) % of === index - 1,
    turns: 0,
    ofKind: new Float64Array(KINDS.length),
    memory: createMemory(),
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
  };
}

/** Widens the span of the data by a column of moments. */
export function seen(state: AuditState, moments: Float64Array, count: number): void {
  for (let row = 0; row < count; row++) {
    const at = moments[row]!;
    if (at < state.from) state.from = at;
    if (at > state.to) state.to = at;
  }
}

/** Marks that a file of this kind speaks of a contact. */
export function noteKind(state: AuditState, contact: number, kind: Layout["kind"]): void {
  const bit = 1 << KINDS.indexOf(kind);
  if ((state.contacts.kinds.array[contact]! & bit) !== 0) return;
  state.contacts.kinds.array[contact]! |= bit;
  state.ofKind[KINDS.indexOf(kind)]! += 1;
}

/** The number of a file, which is taken down when it is first asked for. */
export function numberOfFile(state: AuditState, { file, kind, reading }: Layout): number {
  const known = state.fileNumbers.get(file);
  if (known !== undefined) return known;
  const has = new Uint8Array(FIELD_NAMES.length);
  for (const { field } of reading.columns) has[FIELD_INDEX[field as FieldName]] = 1;
  const number = state.files.push({ file, kind, has }) - 1;
  state.fileNumbers.set(file, number);
  return number;
}

/** What no file carries. */
export const NO_FIELDS = new Uint8Array(FIELD_NAMES.length);

/** What rules read of the contact's row after it is gone: that much of each row is kept until its turns come, or to the end. */
function keptFields(set: RuleSet): ReadonlySet<FieldName> {
  const later = [...set.ofTurns, ...set.ofSurveys, ...set.ofTogether];
  const read = later.flatMap((rule) => set.rules[rule]!.check.reads);
  const spoken = new Set<FieldName>(["speaker", "said-at", "start-seconds", "end-seconds", "index", "text"]);
  const always: FieldName[] = ["channel", "direction", "outcome", "offered-at"];
  return new Set([...always, ...read].filter((field) => !spoken.has(field) && FIELDS[field] !== "prose"));
}
