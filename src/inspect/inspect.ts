import type { AuditRule } from "../audit/rules.js";
import { writeConfig } from "../config/write.js";
import type { Preview } from "../intake/preview.js";
import type { Locale } from "../messages/locale.js";
import { FIELD_NAMES, FIELDS, type FieldName, type FieldType } from "../model/fields.js";
import type {
  InspectedColumn,
  InspectedFile,
  Inspection,
  KindBy,
  PreviewRow,
  PreviewValue,
} from "../model/inspection.js";
import type { LedgerEntry, LedgerFile } from "../model/ledger.js";
import type { AuditResult, Manifest } from "../model/result.js";
import { maskPersonalData } from "../privacy/mask.js";
import { isPersonal, maskPerson } from "../privacy/person.js";
import { abilitiesOf, needsOf } from "./abilities.js";
import { explicitInput, together } from "./explicit.js";

/** What an inspection is made of. */
export interface Looked {
  readonly previews: readonly Preview[];
  /** The audit of those files that were recognised; null where none was. */
  readonly result: AuditResult | null;
  /** The rules that it was audited by. */
  readonly audited: readonly AuditRule[];
  readonly manifest: Pick<Manifest, "tool" | "standard">;
  readonly timezone: string;
  /** From where the files of the config count. */
  readonly folder: string;
  readonly locale: Locale;
  readonly showPersonalData: boolean;
}

/** Puts together what files show and what an audit of them came to. Personal data in samples is masked unless it is asked for. */
export function inspect({
  previews,
  result,
  audited,
  manifest,
  timezone,
  folder,
  locale,
  showPersonalData,
}: Looked): Inspection {
  const mask = showPersonalData ? AS_IT_IS : MASKS;
  const ledgerOf = ({ input }: Preview) => result?.ledger.find(({ file }) => file === input.path) ?? null;
  const about = new Map(audited.map(({ info, check }) => [info.id, check.kinds ?? null]));
  const rules = abilitiesOf(result?.rules ?? [], (id) => about.get(id) ?? null);
  const kinds = previews.flatMap(({ layout }) => (layout === null ? [] : [layout.kind]));
  const inputs = previews
    .filter(({ layout, error }) => layout !== null || error?.code === "header-unknown")
    .map((preview) => explicitInput(preview, ledgerOf(preview), folder));
  const style = { locale, schema: null, hints: false };
  const { tool, standard } = manifest;
  return {
    schemaVersion: "1.0",
    tool,
    standard: { name: standard.name, version: standard.version },
    timezone,
    files: previews.map((preview) => inspectedFile(preview, ledgerOf(preview), mask)),
    rules,
    needs: needsOf(rules, kinds),
    config: inputs.length === 0 ? "" : writeConfig({ timezone, inputs: together(inputs) }, style),
  };
}

/** What is seen of a file before it is audited. */
export function seenFile(preview: Preview, showPersonalData = false): InspectedFile {
  return inspectedFile(preview, null, showPersonalData ? AS_IT_IS : MASKS);
}

/** How texts of the files are shown: any, and such as are known to name a person. */
interface Masks {
  readonly any: (text: string) => string;
  readonly person: (text: string) => string;
}

const MASKS: Masks = { any: maskPersonalData, person: maskPerson };
const AS_IT_IS: Masks = { any: (text) => text, person: (text) => text };

function inspectedFile(preview: Preview, ledger: LedgerFile | null, mask: Masks): InspectedFile {
  const { input, layout, error, text, columns, rows } = preview;
  const { rows: all, audited, rejected, duplicate, ignored, entries } = ledger ?? NOT_AUDITED;
  return {
    file: input.path,
    kind: layout?.kind ?? null,
    kindBy: layout === null ? null : kindBy(preview),
    error: error === null ? null : { code: error.code, missing: missingIn(error.args) },
    profile:
      layout?.profile === undefined || layout.profile === null
        ? null
        : { id: layout.profile.format.id, title: layout.reading.profile ?? layout.profile.format.id },
    text,
    columns: columns.map((column) => ({
      ...column,
      // what was taken for a header may be a row of data
      header: layout === null ? mask.any(column.header) : column.header,
      samples: column.samples.map((cell) => sample(cell, column, mask)),
    })),
    assumed: (layout?.reading.columns ?? []).filter((column) => column.columns.length === 0),
    rows: rows.map((row) => maskedRow(row, mask)),
    ledger:
      ledger === null
        ? null
        : {
            rows: all,
            audited,
            rejected,
            duplicate,
            ignored,
            entries: entries.map((entry) => ({ ...entry, sample: ledgerSample(entry, mask) })),
          },
  };
}

/** Of a row that cannot be taken apart nobody knows which cell names a person: only what is wrong with it is shown. */
function ledgerSample({ code, field, sample }: LedgerEntry, mask: Masks): string | null {
  if (sample === null || mask === AS_IT_IS) return sample;
  if (code === "ragged-row") return sample.replace(/^(\d+\/\d+):[\s\S]*$/, "$1");
  if (ROWS_WHOLE.has(code)) return null;
  const known = FIELD_NAMES.find((name) => name === field);
  if (known === undefined) return mask.any(sample);
  if (OPEN.has(known)) return sample;
  return PERSONS.has(known) ? mask.person(sample) : mask.any(sample);
}

const ROWS_WHOLE: ReadonlySet<string> = new Set([
  "quote-damage",
  "quote-inside",
  "quote-unclosed",
  "record-too-long",
  "invalid-bytes",
]);

const NOT_AUDITED = { rows: 0, audited: 0, rejected: 0, duplicate: 0, ignored: 0, entries: [] };

function kindBy({ input, layout }: Preview): KindBy {
  if (input.options.kind !== undefined) return "config";
  return layout?.profile === null ? "header" : "profile";
}

function missingIn(args: Readonly<Record<string, unknown>>): string | null {
  return typeof args.missing === "string" ? args.missing : null;
}

/** A long cell says no more for being shown whole. */
const SAMPLE_LENGTH = 60;

function sample(cell: string, { header, fields }: InspectedColumn, mask: Masks): string {
  const names = fields.map(({ field }) => field);
  const named =
    names.some((field) => PERSONS.has(field)) &&
    (isPersonal(header) || names.every((field) => PERSONS.has(field)));
  const masked =
    named || (names.length === 0 && isPersonal(header)) ? mask.person(cell) : shown(names, cell, mask);
  return shortened(masked, SAMPLE_LENGTH);
}

/** What reports show of every contact is shown here too; a long number that is a length of time is no telephone number. */
function shown(fields: readonly FieldName[], text: string, mask: Masks): string {
  return fields.length > 0 && fields.every((field) => OPEN.has(field) || FIGURES.has(FIELDS[field]))
    ? text
    : mask.any(text);
}

const OPEN: ReadonlySet<FieldName> = new Set(["contact-id", "agent", "team"]);
const FIGURES: ReadonlySet<FieldType> = new Set(["instant", "duration", "number", "flag"]);

/** Fields that say who the customer is, or how to reach her. */
const PERSONS: ReadonlySet<FieldName> = new Set(["customer", "contact-way"]);
const TEXT_LENGTH = 120;

function maskedRow({ line, values }: PreviewRow, mask: Masks): PreviewRow {
  const masked = (field: FieldName, value: PreviewValue): PreviewValue => {
    if (typeof value !== "string") return value;
    return shortened(PERSONS.has(field) ? mask.person(value) : shown([field], value, mask), TEXT_LENGTH);
  };
  const entries = Object.entries(values) as [FieldName, PreviewValue][];
  return { line, values: Object.fromEntries(entries.map(([field, value]) => [field, masked(field, value)])) };
}

function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
}
