import { fieldLabel, fieldName, formatDuration, SPEAKER_WORDS, wordsFor } from "../../messages/index.js";
import { FIELD_NAMES, FIELDS, type FieldName, type FieldType } from "../../model/fields.js";
import type { InspectedFile, PreviewRow, PreviewValue } from "../../model/inspection.js";
import { type Block, code, type Inline, left, right, table, text, wide } from "../document.js";
import type { FileView } from "./content.js";

/** The first rows: turns one below the other, contacts side by side, since they have many fields. */
export function rowTable({ kind, rows }: InspectedFile, view: FileView): Block {
  const { say } = view;
  if (rows.length === 0) return { kind: "paragraph", text: [text(say("noRows"), "warn")] };
  return kind === "transcripts" || kind === "messages" ? turnTable(rows, view) : contactTable(rows, view);
}

function contactTable(rows: readonly PreviewRow[], view: FileView): Block {
  const { say, locale } = view;
  return table(
    [wide(say("field")), ...rows.map(({ line }) => wide(say("line", { line })))],
    fieldsOf(rows).map((field) => [
      [text(fieldName(field, locale))],
      ...rows.map(({ values }) => shown(field, values[field] ?? null, view)),
    ]),
  );
}

/** Who said what when: one clock is enough to tell turns apart, and the words need the room. */
function turnTable(rows: readonly PreviewRow[], view: FileView): Block {
  const { say, locale } = view;
  const carried = fieldsOf(rows);
  const clock = (["start-seconds", "said-at", "index"] as const).filter((field) => carried.includes(field));
  const fields: readonly FieldName[] = ["contact-id", ...clock.slice(0, 1), "speaker", "text"];
  return table(
    [
      right(say("lineColumn")),
      ...fields.map((field) => (field === "text" ? wide : left)(fieldLabel(field, locale))),
    ],
    rows.map(({ line, values }) => [
      [text(String(line), "dim")],
      ...fields.map((field) => shown(field, values[field] ?? null, view)),
    ]),
  );
}

function fieldsOf(rows: readonly PreviewRow[]): readonly FieldName[] {
  return FIELD_NAMES.filter((field) => rows.some(({ values }) => values[field] !== undefined));
}

function shown(field: FieldName, value: PreviewValue, { say, locale }: FileView): Inline {
  if (value === null) return [text("–", "dim")];
  const type: FieldType = FIELDS[field];
  switch (type) {
    case "duration":
      return [text(formatDuration(Number(value), locale))];
    case "instant":
      // the zone of the audit is the same for all of them
      return [text(String(value).slice(0, "2026-03-02T09:00:00".length).replace("T", " "))];
    case "flag":
      return [text(say(value === true ? "yes" : "no"))];
    case "speaker":
      return [text(wordsFor(SPEAKER_WORDS, String(value), locale), value === "unknown" ? "warn" : null)];
    case "channel":
    case "direction":
    case "outcome":
      return [code(String(value))];
    default:
      return [text(String(value))];
  }
}
