import { readChats } from "../intake/chat/read.js";
import type { LedgerBook } from "../intake/ledger.js";
import type { OpenedFile } from "../intake/open.js";
import type { TurnBlock } from "../intake/turn-block.js";
import { HAS_ROW, HAS_TURNS } from "./contacts.js";
import { type AuditState, numberOfFile } from "./state.js";

/**
 * Judges the chats of a table that keeps each in one cell. Call it behind the files of turns: a contact whose turns stand
 * in a file of their own has been judged by them.
 */
export function auditChats(
  state: AuditState,
  input: OpenedFile,
  ledger: LedgerBook,
  judge: (contact: number, block: TurnBlock) => void,
): void {
  const chat = input.layout.profile?.chat ?? null;
  if (chat === null) return;
  const owners = contactsByLine(state, numberOfFile(state, input.layout));
  readChats(input, chat, state.labels, ledger, (line) => owners.get(line), judge);
}

/** The contacts without turns whose rows stand in a file: a row that is out of the audit is nobody's. */
function contactsByLine({ contacts }: AuditState, file: number): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (let contact = 0; contact < contacts.size; contact++) {
    const flags = contacts.flags.array[contact]! & (HAS_ROW | HAS_TURNS);
    if (flags === HAS_ROW && contacts.file.array[contact] === file) {
      owners.set(contacts.line.array[contact]!, contact);
    }
  }
  return owners;
}
