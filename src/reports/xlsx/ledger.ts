import {
  EFFECT_WORDS,
  enumerate,
  fieldLabel,
  KIND_WORDS,
  ledgerWords,
  wordsFor,
} from "../../messages/index.js";
import type { LedgerEntry, LedgerFile } from "../../model/ledger.js";
import type { Book } from "./cells.js";
import type { Sheet, SheetCell } from "./workbook.js";

/** Each file with what became of its rows, and below it what was noticed in them. */
export function ledgerSheet(book: Book): Sheet {
  const { result, say, column } = book;
  return {
    name: say("ledgerSheet"),
    columns: [
      column("file", 36),
      column("kind", 14),
      column("rows", 10),
      column("audited", 10),
      column("rejected", 10),
      column("duplicate", 10),
      column("ignored", 10),
      column("effect", 10),
      column("what", 48),
      column("lines", 28),
      column("sample", 36),
    ],
    rows: result.ledger.flatMap((file) => [
      fileRow(file, book),
      ...file.entries.map((entry) => entryRow(file, entry, book)),
    ]),
  };
}

function fileRow(file: LedgerFile, book: Book): readonly SheetCell[] {
  const { rows, audited, rejected, duplicate, ignored } = file;
  return [file.file, kind(file, book), rows, audited, rejected, duplicate, ignored, null, null, null, null];
}

function entryRow(file: LedgerFile, entry: LedgerEntry, book: Book): readonly SheetCell[] {
  const { locale } = book;
  const { code, effect, count, lines, field, sample } = entry;
  const what = [ledgerWords(code, locale).name, ...(field === null ? [] : [fieldLabel(field, locale)])];
  const more = count > lines.length ? " …" : "";
  return [
    file.file,
    kind(file, book),
    count,
    null,
    null,
    null,
    null,
    wordsFor(EFFECT_WORDS, effect, locale),
    what.join(" · "),
    `${enumerate(lines.map(String), locale)}${more}`,
    sample,
  ];
}

function kind(file: LedgerFile, { locale }: Book): string | null {
  return file.kind === null ? null : wordsFor(KIND_WORDS, file.kind, locale);
}
