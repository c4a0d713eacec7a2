import { FIELD_NAMES } from "../model/fields.js";
import { CONTACT_ID, type Labels } from "./labels.js";
import type { LedgerBook } from "./ledger.js";
import type { OpenedFile } from "./open.js";
import { packTurns, unpackTurns } from "./pack.js";
import type { Progress } from "./rows.js";
import { openSpill } from "./spill.js";
import { createTurnBlock, type TurnBlock } from "./turn-block.js";
import { readTurns } from "./turns.js";

/**
 * Reads files in which the turns of a contact are scattered, over one file or several, and hands over whole contacts
 * all the same. Stretches of turns are put aside, beyond a limit in temporary files, and then brought together contact
 * by contact.
 */
export function regroupTurns(
  inputs: readonly OpenedFile[],
  labels: Labels,
  ledgerOf: (input: OpenedFile) => LedgerBook,
  progress: Progress,
  onContact: (contact: number, block: TurnBlock) => void,
): void {
  const spill = openSpill();
  const met = new Set<number>();
  const layouts = inputs.map(({ layout }) => layout);
  try {
    inputs.forEach((input, file) => {
      const ledger = ledgerOf(input);
      readTurns(input, labels, ledger, progress, (contact, block) => {
        if (met.has(contact))
          ledger.note("non-contiguous", block.line[0]!, labels.text(CONTACT_ID, contact) ?? "");
        met.add(contact);
        spill.add(contact, packTurns(block, file));
      });
    });
    const whole = createTurnBlock(FIELD_NAMES.length);
    spill.each((contact, stretches) => {
      unpackTurns(stretches, layouts, whole);
      onContact(contact, whole);
    });
  } finally {
    spill.close();
  }
}
