import {
  bracketed,
  enumerate,
  fieldLabel,
  fieldName,
  READ_BY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import { FORMAT_WORDS } from "../../messages/inspect.js";
import type { InspectedColumn, InspectedFile, Unused } from "../../model/inspection.js";
import { type Block, type Inline, joined, left, table, text, wide } from "../document.js";
import type { FileView } from "./content.js";

/** Every column in the order of the file: what is read from it, or why nothing is, and what stands in it. */
export function columnTable({ columns, kind, profile }: InspectedFile, view: FileView): Block {
  const usual = profile === null ? "alias" : "profile";
  const { say, locale } = view;
  return table(
    [wide(say("column")), wide(say("readAs")), left(say("format")), wide(say("samples"))],
    columns.map((column) => [
      column.header === ""
        ? [text(say("noName", { n: column.column }), "dim")]
        : [text(column.header, column.fields.length > 0 ? "strong" : "dim")],
      column.fields.length > 0 ? uses(column, usual, view) : [unused(column.unused, kind, view)],
      joined(
        [...new Set(column.fields.flatMap(({ format }) => format ?? []))].map((format) => [
          text(formatWords(format, locale)),
        ]),
        " · ",
      ),
      samples(column, view),
    ]),
  );
}

/** `YMD + HH:MM:SS`: the date of one column and the time of day of another. */
function formatWords(format: string, locale: FileView["locale"]): string {
  return format
    .split(" + ")
    .map((part) => wordsFor(FORMAT_WORDS, part, locale))
    .join(" + ");
}

/** Who decided is said where it was not who decided on the others. */
function uses({ fields }: InspectedColumn, usual: "alias" | "profile", { locale }: FileView): Inline {
  return joined(
    fields.map(({ field, by }) => [
      text(fieldName(field, locale)),
      ...(by === usual
        ? []
        : [text(bracketed(wordsFor(READ_BY_WORDS, by, locale), locale), by === "guess" ? "warn" : "dim")]),
    ]),
    " · ",
  );
}

function unused(unused: Unused | null, kind: InspectedFile["kind"], { say, locale }: FileView) {
  const field = unused?.field == null ? "" : fieldLabel(unused.field, locale);
  switch (unused?.why) {
    case "other-values":
      return text(say("other-values", { field }), "warn");
    case "read-elsewhere":
      return text(say("read-elsewhere", { field }), "dim");
    case "may-be":
      return text(say("may-be", { field }));
    case "misleading":
      return text(say("misleading"), "dim");
    default:
      return text(say(kind === null ? "notRead" : "no-such-name"), "dim");
  }
}

function samples({ samples: cells, filled, looked }: InspectedColumn, { say, locale }: FileView): Inline {
  if (cells.length === 0) return [text(say("allEmpty"), "dim")];
  const list = text(enumerate(cells, locale));
  return filled === looked
    ? [list]
    : [list, text(bracketed(say("filled", { n: looked, filled }), locale), "dim")];
}
