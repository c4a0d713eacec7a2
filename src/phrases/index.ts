export { compilePhraseBook, type PhraseBook } from "./book.js";
export { PHRASE_ERROR_CODES, PhraseError, type PhraseErrorCode, type PhrasePath } from "./errors.js";
export type {
  GuardSource,
  PhraseListSource,
  PhraseScanner,
  PhraseWaiver,
  QuotedWaiver,
  SharedPhrases,
  Waiver,
} from "./types.js";
