import type { Bilingual } from "../../model/rule.js";

/**
 * The words of a mistake that the user can mend. Braces are filled from the error's `args` (see `template.ts`); where
 * it happened is not part of the text, `formatUserError` writes it in front as file:line:column.
 */
export interface ErrorWords {
  /** What was found. */
  readonly found: Bilingual;
  /** What was expected instead. */
  readonly expected: Bilingual;
  /** What to do or type next. */
  readonly next: Bilingual;
}
