import { answeredOf } from "../checks/answered.js";
import { CONTACT_ID } from "../intake/labels.js";
import type { LedgerBook } from "../intake/ledger.js";
import type { OpenedFile } from "../intake/open.js";
import { compactRows, lineOf, type RowBatch } from "../intake/row-batch.js";
import { type Progress, readRows } from "../intake/rows.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, FIELDS, type FieldName, KINDS, OUTCOMES } from "../model/fields.js";
import { AGENT, HAS_ROW, TEAM } from "./contacts.js";
import { rowFindings } from "./findings.js";
import { countLabels } from "./label-tally.js";
import { situationsOf } from "./situations.js";
import { type AuditState, noteKind, numberOfFile, seen } from "./state.js";
import { countCall } from "./tally.js";

/** Reads a file of calls or tickets: each row is a contact. Rules about rows are judged at once. */
export function auditRows(
  state: AuditState,
  input: OpenedFile,
  ledger: LedgerBook,
  progress: Progress,
): void {
  const { layout } = input;
  const { labels } = state;
  const file = numberOfFile(state, layout);
  const instants = layout.columns
    .filter(({ field }) => FIELDS[field] === "instant")
    .map(({ field }) => field);
  const contact: Contact & { row: number; columns: readonly Float64Array[]; has: Uint8Array } = {
    row: 0,
    columns: [],
    has: new Uint8Array(0),
    kinds: 1 << KINDS.indexOf(layout.kind),
    label: (field) => labels.text(field, contact.columns[field]![contact.row]!),
    turns: null,
  };
  const situations = situationsOf(state, state.set.ofFields, () => file);
  readRows(input, labels, ledger, progress, (rows) => {
    claimRows(state, rows, file, ledger);
    compactRows(rows);
    ledger.audited(rows.rows);
    for (const field of instants) seen(state, rows.columns[FIELD_INDEX[field]]!, rows.rows);
    contact.columns = rows.columns;
    contact.has = rows.has;
    const ids = rows.columns[CONTACT_ID]!;
    countLabels(state.tally.labels, rows.columns, rows.has, ids, rows.rows);
    const make = rowFindings(state.context, rows, (row) => ({
      contact: labels.text(CONTACT_ID, ids[row]!) ?? "",
      agent: labels.text(AGENT, rows.columns[AGENT]![row]!),
      team: labels.text(TEAM, rows.columns[TEAM]![row]!),
    }));
    for (let row = 0; row < rows.rows; row++) {
      if (!state.owns(ids[row]!)) continue;
      contact.row = row;
      if (layout.kind === "calls") classifyCall(state, contact, ids[row]!);
      situations.judge(contact, ids[row]!, make);
    }
  });
  situations.finish();
}

/** Gives each row its contact number; rows of a contact that has one already are duplicates and dropped. */
function claimRows(state: AuditState, rows: RowBatch, file: number, ledger: LedgerBook): void {
  const { contacts, labels } = state;
  const { layout } = rows;
  const ids = rows.columns[CONTACT_ID]!;
  const interner = labels.of[CONTACT_ID]!;
  const keeping = contacts.kept.flatMap((kept, field) =>
    kept === null ? [] : [{ kept, column: rows.columns[field]! }],
  );
  const named = layout.columns.some(({ field }) => field === "contact-id");
  for (let row = 0; row < rows.rows; row++) {
    const line = lineOf(rows, row);
    if (!named) {
      ids[row] = interner.internText(`${layout.file}:${line}`);
      ledger.note("no-contact-id", line, undefined, "contact-id");
    } else if (Number.isNaN(ids[row]!)) {
      ledger.out("rejected", "missing-key", line, undefined, "contact-id");
      rows.dropped[row] = 1;
      continue;
    }
    const contact = ownContact(state, ids[row]!, layout.kind);
    ids[row] = contact;
    contacts.reach(contact);
    const hash = rowHash(rows, row);
    if ((contacts.flags.array[contact]! & HAS_ROW) !== 0) {
      const again = contacts.rowHash.array[contact] === hash;
      ledger.out(
        "duplicate",
        again ? "duplicate-row" : "duplicate-key",
        line,
        interner.text(contact),
        "contact-id",
      );
      rows.dropped[row] = 1;
      continue;
    }
    contacts.flags.array[contact]! |= HAS_ROW;
    contacts.file.array[contact] = file;
    contacts.line.array[contact] = line;
    contacts.rowHash.array[contact] = hash;
    contacts.agent.array[contact] = label(rows.columns[AGENT]![row]!);
    contacts.team.array[contact] = label(rows.columns[TEAM]![row]!);
    for (const { kept, column } of keeping) kept.put(contact, column[row]!);
    noteKind(state, contact, layout.kind);
  }
}

/** Call 17 and ticket 17 are two contacts: the numbers come from two systems. */
function ownContact(state: AuditState, contact: number, kind: string): number {
  const { contacts, labels, files } = state;
  if (contact >= contacts.size || (contacts.flags.array[contact]! & HAS_ROW) === 0) return contact;
  if (files[contacts.file.array[contact]!]?.kind === kind) return contact;
  const interner = labels.of[CONTACT_ID]!;
  return interner.internText(`${interner.text(contact)} (${kind})`);
}

function label(id: number): number {
  return Number.isNaN(id) ? -1 : id;
}

/** Of the bytes of the record without its line end, four at a time. */
function rowHash({ batch, record }: RowBatch, row: number): number {
  const at = record[row]!;
  const { bytes } = batch;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = batch.firstField[at + 1]! - 1;
  const end = batch.fieldEnd[last]!;
  let hash = 0x811c9dc5 | 0;
  let i = batch.recordStart[at]!;
  for (; i + 4 <= end; i += 4) hash = mixed(hash, view.getInt32(i, true));
  for (; i < end; i++) hash = mixed(hash, bytes[i]!);
  return hash;
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x5bd1e995);
  return product ^ (product >>> 15);
}

const CALL_CLASS = { answered: 1, abandoned: 2, busy: 3, other: 4 } as const;

const OUTCOME = FIELD_INDEX["outcome" satisfies FieldName];
const CLASS_OF_OUTCOME = OUTCOMES.map((outcome) => {
  if (outcome === "answered" || outcome === "busy") return CALL_CLASS[outcome];
  if (outcome === "dropped") return CALL_CLASS.answered;
  return outcome === "abandoned" || outcome === "unanswered" ? CALL_CLASS.abandoned : CALL_CLASS.other;
});

/** Every call was offered; how it ended comes from its outcome, else from whether somebody answered it. */
function classifyCall({ contacts, tally, unattributed }: AuditState, contact: Contact, number: number): void {
  const outcome = contact.columns[OUTCOME]![contact.row]!;
  const answered = answeredOf(contact);
  const byAnswer =
    answered === 1 ? CALL_CLASS.answered : answered === 0 ? CALL_CLASS.abandoned : CALL_CLASS.other;
  const callClass = outcome > 0 ? CLASS_OF_OUTCOME[outcome]! : byAnswer;
  if (unattributed.awaits(number)) {
    countCall(tally, callClass, -1, -1);
    unattributed.call(number, callClass);
  } else {
    countCall(tally, callClass, contacts.agent.array[number]!, contacts.team.array[number]!);
  }
}
