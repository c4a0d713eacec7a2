import type { InputFile } from "../../intake/files.js";
import type { InputOptions } from "../../intake/options.js";
import type { Preview } from "../../intake/preview.js";
import { normaliseHeader } from "../../intake/recognise/headers.js";
import { userError } from "../../messages/errors.js";
import { FIELD_NAMES, type FieldName, KINDS } from "../../model/fields.js";
import type { InitOptions } from "../init.js";

/** What `--column`, `--kind` and `--date-format` say, as options of input files. */
export interface ToldOfFiles {
  readonly columns: readonly (readonly [field: FieldName, header: string])[];
  readonly kind: InputOptions["kind"];
  readonly formats: InputOptions["formats"];
}

/** @throws UserError `config-bad-value` */
export function readTold({ column = [], kind, dateFormat = [] }: InitOptions): ToldOfFiles {
  const known = KINDS.find((one) => one === kind);
  if (kind !== undefined && known === undefined) {
    throw userError("config-bad-value", {
      key: "--kind",
      found: kind,
      expected: KINDS.join(", "),
      example: "--kind calls",
    });
  }
  const formats = dateFormat.map((text) => pairOf(text, "--date-format", "offered-at=DD/MM/YYYY"));
  return {
    columns: column.map((text) => pairOf(text, "--column", "ring-seconds=振铃")),
    kind: known,
    formats: formats.length === 0 ? undefined : Object.fromEntries(formats),
  };
}

/**
 * The file with what was told of it: a column is told of the files that have it.
 *
 * @throws UserError `column-not-found` where no file has one
 */
export function withTold(
  previews: readonly Preview[],
  { columns, kind, formats }: ToldOfFiles,
): readonly InputFile[] {
  const has = ({ headers }: Preview, name: string) =>
    headers.some((header) => normaliseHeader(header) === normaliseHeader(name));
  const absent = columns.find(([, header]) => !previews.some((preview) => has(preview, header)));
  if (absent !== undefined) {
    const [field, name] = absent;
    const header = previews.map(({ headers }) => headers.join(" | ")).join("\n");
    throw userError("column-not-found", { field, name, header }, { file: "--column" });
  }
  return previews.map((preview) => {
    const own = columns.filter(([, header]) => has(preview, header));
    const { input } = preview;
    return {
      ...input,
      options: {
        ...input.options,
        ...(kind === undefined ? {} : { kind }),
        ...(formats === undefined ? {} : { formats }),
        ...(own.length === 0 ? {} : { columns: Object.fromEntries(own) }),
      },
    };
  });
}

function pairOf(text: string, key: string, example: string): readonly [FieldName, string] {
  const equals = text.indexOf("=");
  const field = FIELD_NAMES.find((name) => name === text.slice(0, Math.max(0, equals)).trim());
  const value = text.slice(equals + 1).trim();
  if (field !== undefined && value !== "") return [field, value];
  throw userError("config-bad-value", {
    key,
    found: text,
    expected: FIELD_NAMES.join(", "),
    example: `${key} ${example}`,
  });
}
