import type { Bilingual } from "../../model/rule.js";

/** What a remark of the ledger is called, what it means for the audit, and what the reader can do about it. */
export interface LedgerWords {
  readonly name: Bilingual;
  readonly means: Bilingual;
  readonly next: Bilingual;
}
