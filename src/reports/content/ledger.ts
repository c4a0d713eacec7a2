import {
  DELIMITER_WORDS,
  EFFECT_WORDS,
  enumerate,
  fieldLabel,
  fieldName,
  formatNumber,
  KIND_WORDS,
  ledgerWords,
  READ_BY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import type { ColumnReading, LedgerEntry, LedgerFile } from "../../model/ledger.js";
import { type Block, code, type Inline, joined, left, right, table, text, wide } from "../document.js";
import { mapping } from "./mapping.js";
import type { View } from "./view.js";

/** What became of every row of every file, and what it means. */
export function* ledger(view: View): Iterable<Block> {
  const { result, say } = view;
  if (result.ledger.length === 0) return;
  yield { kind: "heading", text: say("ledger"), note: say("ledgerAbout") };
  for (const file of result.ledger) {
    yield { kind: "group", head: fileHead(file, view), facts: [] };
    yield { kind: "paragraph", text: [text(say("ledgerSum", counts(file)))] };
    if (file.entries.length > 0) yield entryTable(file.entries, say, view.locale);
  }
}

/** What was noticed of a file's rows, worst first. */
export function entryTable(entries: readonly LedgerEntry[], say: View["say"], locale: View["locale"]): Block {
  const columns = [left(say("effect")), right(say("rowCount")), wide(say("what"))];
  return table(
    columns,
    entries.map((entry) => entryRow(entry, say, locale)),
  );
}

/** How each file was read: what was guessed is said first and aloud, what was recognised can be looked up. */
export function* readings(view: View): Iterable<Block> {
  const { result, say } = view;
  if (result.ledger.length === 0) return;
  yield { kind: "heading", text: say("columns"), note: null };
  for (const file of result.ledger) {
    yield { kind: "group", head: fileHead(file, view), facts: [] };
    yield { kind: "paragraph", text: [text(dialect(file, view), "dim")] };
    yield* guesses(file, view);
    yield {
      kind: "details",
      summary: say("columnTable"),
      body: [columnTable(file, view), ...unused(file, view)],
    };
  }
}

function columnTable(file: LedgerFile, view: View): Block {
  const { say } = view;
  const columns = [wide(say("field")), wide(say("column")), left(say("readBy")), left(say("format"))];
  const rows = file.read.columns.map((column) => columnRow(column, view));
  return table(columns, rows);
}

function fileHead(file: LedgerFile, { locale }: View): Inline {
  const kind = file.kind === null ? [] : [text("  "), text(wordsFor(KIND_WORDS, file.kind, locale))];
  return [code(file.file, "strong"), ...kind];
}

function counts({ rows, audited, rejected, duplicate, ignored }: LedgerFile) {
  return { rows, audited, rejected, duplicate, ignored };
}

function entryRow(entry: LedgerEntry, say: View["say"], locale: View["locale"]): readonly Inline[] {
  return [
    [text(wordsFor(EFFECT_WORDS, entry.effect, locale), entry.effect === "rejected" ? "warn" : null)],
    [text(formatNumber(entry.count))],
    what(entry, say, locale),
  ];
}

/** What it is, where, what it means, what to do, and an example. */
function what(entry: LedgerEntry, say: View["say"], locale: View["locale"]): Inline {
  const words = ledgerWords(entry.code, locale);
  const [stop, pause] = locale === "en" ? [". ", ", "] : ["。", "、"];
  const name = [words.name, ...(entry.field === null ? [] : [fieldLabel(entry.field, locale)])].join(" · ");
  const lines = entry.lines.join(pause);
  const where = say(entry.count > entry.lines.length ? "moreLines" : "lines", {
    lines,
    n: entry.lines.length,
  });
  const sentences = [words.means, words.next]
    .filter((part) => part !== "")
    .map((part) => `${capital(part)}${stop}`);
  return [
    text(name, "strong"),
    text("  "),
    text(`${where}${stop}`),
    text(sentences.join("")),
    ...(entry.sample === null ? [] : [text(say("forExample", { sample: entry.sample }), "dim")]),
  ];
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function dialect(file: LedgerFile, { say, locale }: View): string {
  const { encoding, delimiter, headerLine } = file.read;
  const read = { encoding, delimiter: wordsFor(DELIMITER_WORDS, delimiter, locale) };
  return headerLine > 0 ? say("readAs", { ...read, line: headerLine }) : say("noHeader", read);
}

function* guesses(file: LedgerFile, view: View): Iterable<Block> {
  const { say, locale } = view;
  const guessed = file.read.columns.filter((column) => column.by === "guess");
  if (guessed.length === 0) return;
  const fields = enumerate(
    guessed.map((column) => fieldName(column.field, locale)),
    locale,
  );
  yield {
    kind: "paragraph",
    text: [text("! ", "warn"), text(say("guessed", { n: guessed.length, fields }), "warn")],
  };
  yield mapping(
    file.file,
    guessed.map(({ field, columns, format }) => [field, columns, format ?? ""]),
  );
}

function columnRow({ field, columns, by, format }: ColumnReading, { say, locale }: View): readonly Inline[] {
  return [
    [text(fieldName(field, locale))],
    columns.length === 0
      ? [text(say("wholeFile"), "dim")]
      : joined(
          columns.map((column) => [code(column)]),
          " + ",
        ),
    [text(wordsFor(READ_BY_WORDS, by, locale), by === "guess" ? "warn" : "dim")],
    format === null ? [] : [code(format)],
  ];
}

function* unused(file: LedgerFile, { say, locale, options }: View): Iterable<Block> {
  const names = file.read.unused;
  if (names.length === 0) return;
  const shown = names.slice(0, options.limits.items).join(locale === "en" ? ", " : "、");
  const more = names.length > options.limits.items ? " …" : "";
  yield { kind: "paragraph", text: [text(`${say("unused", { columns: shown })}${more}`, "dim")] };
}
