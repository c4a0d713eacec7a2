export { compilePhraseBook, type PhraseBook } from "./book.js";
export { PHRASE_ERROR_CODES, PhraseError, type PhraseErrorCode } from "./errors.js";
export type {
  GuardSource,
  PhraseListSource,
  PhraseScanner,
  PhraseWaiver,
  Waiver,
} from "./types.js";
