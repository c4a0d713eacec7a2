import { CONTACT_ID } from "../intake/labels.js";
import type { LedgerBook } from "../intake/ledger.js";
import type { OpenedFile } from "../intake/open.js";
import { lineOf } from "../intake/row-batch.js";
import { type Progress, readRows } from "../intake/rows.js";
import { type AuditState, noteKind } from "./state.js";

/** Reads a file of survey answers. An answer is no contact: it says something of one that another file holds. */
export function auditSurveys(
  state: AuditState,
  input: OpenedFile,
  ledger: LedgerBook,
  progress: Progress,
): void {
  const { contacts } = state;
  readRows(input, state.labels, ledger, progress, (rows) => {
    const ids = rows.columns[CONTACT_ID]!;
    const named = rows.has[CONTACT_ID] === 1;
    ledger.audited(rows.rows);
    for (let row = 0; row < rows.rows; row++) {
      const contact = named ? ids[row]! : Number.NaN;
      if (contact < contacts.size && contacts.kinds.array[contact] !== 0) noteKind(state, contact, "surveys");
      else
        ledger.note(
          "survey-without-contact",
          lineOf(rows, row),
          state.labels.text(CONTACT_ID, contact) ?? undefined,
        );
    }
  });
}
