import { REMARK_WORDS } from "./ledger/remarks.js";
import { ROW_WORDS } from "./ledger/rows.js";
import { inLocale, type Locale } from "./locale.js";

/** Every code that intake writes into the ledger. A new code is one entry in one of the two tables. */
export const LEDGER_WORDS = { ...ROW_WORDS, ...REMARK_WORDS } as const;

export type LedgerCode = keyof typeof LEDGER_WORDS;

/** The words for a ledger code; a code that this version does not know speaks for itself. */
export function ledgerWords(code: string, locale: Locale): { name: string; means: string; next: string } {
  if (!isLedgerCode(code)) return { name: code, means: "", next: "" };
  const { name, means, next } = LEDGER_WORDS[code];
  return { name: inLocale(name, locale), means: inLocale(means, locale), next: inLocale(next, locale) };
}

function isLedgerCode(code: string): code is LedgerCode {
  return Object.hasOwn(LEDGER_WORDS, code);
}
