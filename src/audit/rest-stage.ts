import { isChineseText } from "../checks/spoken-language.js";
import { MARKS } from "../model/contact.js";
import { FIELD_INDEX } from "../model/fields.js";
import type { PhraseBook } from "../phrases/index.js";
import { countComplaint } from "./complaints.js";
import { HAS_ROW, HAS_TURNS } from "./contacts.js";
import { keptFindings } from "./findings.js";
import { keptContact, subjectOf } from "./kept-contact.js";
import { noteReader } from "./note-view.js";
import { situationsOf } from "./situations.js";
import type { AuditState } from "./state.js";

/** Contacts of which nobody's words were given: the rules about turns are judged on what their rows say. */
export function auditRest(state: AuditState, books: readonly PhraseBook[]): void {
  const { contacts, set } = state;
  const look = keptContact(state);
  const noteOf = noteReader(books);
  const notes = contacts.kept[FIELD_INDEX.note] ?? null;
  const situations = situationsOf(state, set.ofTurns, (number) => contacts.file.array[number]!);
  for (let number = 0; number < contacts.size; number++) {
    if ((contacts.flags.array[number]! & (HAS_ROW | HAS_TURNS)) !== HAS_ROW || !state.owns(number)) continue;
    const contact = look(number);
    if (notes !== null) {
      const note = contact.label(FIELD_INDEX.note);
      const second = books.length > 1 && note !== null && isChineseText(Buffer.from(note, "utf8")) === false;
      if (second) contact.marks |= MARKS.second;
      contact.note = noteOf(note, second);
    }
    countComplaint(state.memory.complaints, set.classifying, contact);
    situations.judge(contact, number, (rule, judged) =>
      keptFindings(state.context, subjectOf(state, number), () => [])(rule, judged),
    );
  }
  situations.finish();
}
