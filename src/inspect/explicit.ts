import { relative, sep } from "node:path";
import type { FormatDraft, InputDraft } from "../config/draft.js";
import { STDIN } from "../intake/files.js";
import type { Layout } from "../intake/open.js";
import type { Preview } from "../intake/preview.js";
import { FIELDS, type FieldName } from "../model/fields.js";
import type { LedgerFile } from "../model/ledger.js";
import { unrecognised } from "./unrecognised.js";

/**
 * The entry of a config that says of a file everything that was recognised, so that the next export is read the same way
 * whatever it holds. Audits with it are the same to the number.
 */
export function explicitInput(preview: Preview, ledger: LedgerFile | null, folder: string): InputDraft {
  const { input, layout, undecided } = preview;
  if (layout === null) return unrecognised(preview);
  const { options } = input;
  const { profile } = layout;
  const own = layout.columns.filter(({ reading }) => profile === null || reading.by !== "profile");
  const named = profile === null ? options.profile : profileName(options.profile, profile.format.id, folder);
  const packed = input.unpacked?.sheets !== undefined;
  const { values, missing, ignore } = options;
  return {
    files: [input.path === STDIN ? "*.csv" : input.path],
    options: [
      ["kind", layout.kind],
      ...pair("profile", named),
      ...pair("encoding", packed ? undefined : encodingName(layout.reading.encoding)),
      ...pair("delimiter", packed ? undefined : layout.reading.delimiter),
      ...pair("header", options.header),
      ...pair("timezone", options.timezone),
      ...pair("channel", channelOf(layout)),
      ...pair("complete", options.complete),
      ...pair("mono", options.mono),
    ],
    ...(profile === null ? {} : { title: layout.reading.profile ?? profile.format.id }),
    columns: own
      .filter((mapped) => mapped.columns.length > 0 && isByName(mapped.columns, layout))
      .map(({ field, columns }) => ({ field, headers: columns.map((at) => layout.headers[at]!) })),
    formats: own.flatMap(({ field, reading }) =>
      formatOf(field, reading.format).map((one) =>
        undecided.includes(field) ? { ...one, open: true } : one,
      ),
    ),
    told: Object.fromEntries(
      Object.entries({ values, missing, ignore }).filter(([, told]) => told !== undefined),
    ),
    words: unknownWords(ledger),
  };
}

/** Inputs that say the same of several files become one. */
export function together(inputs: readonly InputDraft[]): readonly InputDraft[] {
  const found = new Map<string, InputDraft>();
  for (const input of inputs) {
    const { files, ...rest } = input;
    const key = JSON.stringify(rest);
    const known = found.get(key);
    found.set(key, known === undefined ? input : { ...known, files: [...known.files, ...files] });
  }
  return [...found.values()];
}

function pair<T extends string | boolean | readonly string[]>(
  key: string,
  value: T | undefined,
): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[key, value]];
}

/** A profile of the user's own lies relative to the config; what she named by its vendor is named by the export instead. */
function profileName(told: string | undefined, id: string, folder: string): string {
  if (told === undefined || !/[/\\]|\.ya?ml$/.test(told)) return id;
  return `./${relative(folder, told).split(sep).join("/")}`;
}

/** The channel that the whole file stands for, unless its profile says so anyway. */
function channelOf({ reading, profile }: Layout): string | undefined {
  if (profile?.format.channel !== undefined) return undefined;
  const assumed = reading.columns.find(({ field, columns }) => field === "channel" && columns.length === 0);
  return assumed?.format ?? undefined;
}

function encodingName(encoding: string): string {
  return encoding.replace(/ BOM$/, "").toLowerCase();
}

/** Whether the config, which knows columns by name alone, would find these: of two of one name it takes the first. */
function isByName(columns: readonly number[], { headers }: Layout): boolean {
  return columns.every((at) => headers[at] !== "" && headers.indexOf(headers[at]!) === at);
}

/** The format of a moment as a config writes it; none for other fields. */
function formatOf(field: FieldName, format: string | null): readonly FormatDraft[] {
  if (FIELDS[field] !== "instant" || format === null) return [];
  const written = FORMATS[format.replace(/ \+ .*$/, "")];
  return written === undefined ? [] : [{ field, format: written }];
}

/** What `recognise/columns.ts` calls the formats, and how `recognise/told-format.ts` is told of them. */
const FORMATS: Readonly<Record<string, string>> = {
  YMD: "YYYY-MM-DD",
  DMY: "DD/MM/YYYY",
  MDY: "MM/DD/YYYY",
  "D MMM YYYY": "D MMM YYYY",
  Excel: "excel",
  "epoch s": "epoch",
  "epoch ms": "epoch-ms",
  "epoch us": "epoch-us",
};

const WORD_CODES = ["unknown-outcome", "unknown-direction", "unknown-channel", "unknown-speaker"];

function unknownWords(ledger: LedgerFile | null): InputDraft["words"] {
  return (ledger?.entries ?? []).flatMap(({ code, field, sample }) =>
    WORD_CODES.includes(code) && field !== null && sample !== null
      ? [{ field: field as FieldName, word: sample }]
      : [],
  );
}
