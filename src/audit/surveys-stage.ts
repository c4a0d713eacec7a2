import { CONTACT_ID } from "../intake/labels.js";
import type { LedgerBook } from "../intake/ledger.js";
import type { OpenedFile } from "../intake/open.js";
import { lineOf, type RowBatch } from "../intake/row-batch.js";
import { type Progress, readRows } from "../intake/rows.js";
import { FIELD_INDEX, FIELD_NAMES, FIELDS, KINDS } from "../model/fields.js";
import { notAssessed } from "../model/verdict.js";
import { AGENT, nameContact, TEAM } from "./contacts.js";
import { rowFindings, type Subject } from "./findings.js";
import { type KeptContact, keptContact } from "./kept-contact.js";
import { type AuditState, noteKind, seen } from "./state.js";
import { countCode } from "./tally.js";

/**
 * Reads a file of survey answers. An answer is no contact: it says something of one that another file holds. Rules about
 * surveys see its row, and where that is silent the row of its contact.
 */
export function auditSurveys(
  state: AuditState,
  input: OpenedFile,
  ledger: LedgerBook,
  progress: Progress,
): void {
  const { contacts, labels, judge, set } = state;
  const { layout } = input;
  const instants = layout.columns
    .filter(({ field }) => FIELDS[field] === "instant")
    .map(({ field }) => field);
  const aboutFile = set.ofSurveys.filter((rule) => set.rules[rule]!.check.reads.includes("questions"));
  const aboutRows = set.ofSurveys.filter((rule) => !aboutFile.includes(rule));
  const look = keptContact(state);
  const answer = answerView(state, questionsOf(layout.headers, input));
  let number = -1;
  let first = true;
  readRows(input, labels, ledger, progress, (rows) => {
    const ids = rows.columns[CONTACT_ID]!;
    const named = rows.has[CONTACT_ID] === 1;
    ledger.audited(rows.rows);
    for (const field of instants) seen(state, rows.columns[FIELD_INDEX[field]]!, rows.rows);
    const subject = (row: number): Subject => ({
      contact: labels.text(CONTACT_ID, named ? ids[row]! : Number.NaN) ?? "",
      agent: labels.text(AGENT, contacts.agent.array[number]!),
      team: labels.text(TEAM, contacts.team.array[number]!),
    });
    let row = 0;
    const make = rowFindings(state.context, rows, subject, () => row);
    for (; row < rows.rows; row++) {
      const contact = named ? ids[row]! : Number.NaN;
      const known = contact < contacts.size && contacts.kinds.array[contact] !== 0;
      if (known) noteKind(state, contact, "surveys");
      else
        ledger.note(
          "survey-without-contact",
          lineOf(rows, row),
          labels.text(CONTACT_ID, contact) ?? undefined,
        );
      const view = answer(rows, row, known ? look(contact) : null);
      number = known ? contact : unknownContact(state, layout.file, rows, row);
      nameContact(contacts, number, rows.columns[AGENT]![row]!, rows.columns[TEAM]![row]!);
      const isOurs = state.owns(number);
      if (first && isOurs) judge.apply(aboutFile, view, number, make);
      first = false;
      if (isOurs) judge.apply(aboutRows, view, number, make);
    }
  });
}

/** Rules about surveys alone where no survey was given: not assessed, once for every contact. */
export function withoutSurveys(state: AuditState): void {
  const { set, contacts, tally } = state;
  let count = 0;
  for (let contact = 0; contact < contacts.size; contact++)
    if (contacts.kinds.array[contact] !== 0) count += 1;
  for (const rule of set.ofSurveys) {
    const { kinds, reads } = set.rules[rule]!.check;
    if (kinds?.join() === "surveys")
      countCode(tally, rule, notAssessed(FIELD_INDEX[reads[0] ?? "rating"]), count);
  }
}

/** The answer's row, and behind it that of its contact: one view, reused. */
function answerView(
  state: AuditState,
  questions: number,
): (rows: RowBatch, row: number, of: KeptContact | null) => KeptContact {
  const columns = FIELD_NAMES.map(() => new Float64Array(1));
  const fromRow = new Uint8Array(FIELD_NAMES.length);
  let behind: KeptContact | null = null;
  const view: KeptContact = {
    row: 0,
    columns,
    has: new Uint8Array(FIELD_NAMES.length),
    kinds: 1 << KINDS.indexOf("surveys"),
    label: (field) =>
      fromRow[field] === 1 ? state.labels.text(field, columns[field]![0]!) : (behind?.label(field) ?? null),
    turns: null,
    marks: 0,
    note: null,
    history: null,
    evidence: [],
  };
  return (rows, row, of) => {
    behind = of;
    for (let field = 0; field < columns.length; field++) {
      const own = rows.has[field] === 1 ? rows.columns[field]![row]! : Number.NaN;
      const other = of === null ? Number.NaN : (of.columns[field]![of.row] ?? Number.NaN);
      fromRow[field] = Number.isNaN(own) ? 0 : 1;
      columns[field]![0] = Number.isNaN(own) ? other : own;
      view.has[field] = rows.has[field] === 1 || of?.has[field] === 1 ? 1 : 0;
    }
    if (rows.has[QUESTIONS] !== 1) {
      columns[QUESTIONS]![0] = questions;
      view.has[QUESTIONS] = 1;
    }
    return view;
  };
}

const QUESTIONS = FIELD_INDEX.questions;

/** Columns that hold an answer: those of a mark, and those that no field is read from. */
function questionsOf(headers: readonly string[], { layout }: OpenedFile): number {
  const asked = layout.columns.filter(
    ({ field }) => field === "rating" || /^(expected|perceived)-/.test(field),
  );
  return Math.min(headers.length, asked.length + layout.reading.unused.length);
}

/** A number for an answer whose contact nobody knows: it is counted for its agent, and is no contact. */
function unknownContact(state: AuditState, file: string, rows: RowBatch, row: number): number {
  const { contacts, labels } = state;
  const number = labels.of[CONTACT_ID]!.internText(`${file}:${lineOf(rows, row)}`);
  contacts.reach(number);
  return number;
}
