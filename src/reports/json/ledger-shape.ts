import { KINDS } from "../../model/fields.js";
import {
  type ColumnReading,
  type FileReading,
  LEDGER_EFFECTS,
  type LedgerEntry,
  type LedgerFile,
} from "../../model/ledger.js";
import { list, nullable, number, numbers, object, optional, text, texts, word } from "./ordered.js";

const entry = object<LedgerEntry>({
  code: text,
  effect: word(...LEDGER_EFFECTS),
  count: number,
  lines: numbers,
  sample: nullable(text),
  field: nullable(text),
});

const column = object<ColumnReading>({
  field: text,
  columns: texts,
  by: word("config", "alias", "profile", "guess"),
  format: nullable(text),
});

const reading = object<FileReading>({
  encoding: text,
  delimiter: text,
  headerLine: number,
  columns: list(column),
  unused: texts,
  profile: optional(text),
});

export const LEDGER_FILE = object<LedgerFile>({
  file: text,
  kind: nullable(word(...KINDS)),
  rows: number,
  audited: number,
  rejected: number,
  duplicate: number,
  ignored: number,
  entries: list(entry),
  read: reading,
});
