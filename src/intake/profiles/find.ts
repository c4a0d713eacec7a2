import { userError } from "../../messages/errors.js";
import type { UserError } from "../../model/user-error.js";
import type { InputOptions } from "../options.js";
import { detectInstant } from "../values/detect.js";
import type { ExportFormat } from "./format.js";
import { plainHeader } from "./headers.js";
import { jsonExports, type KnownExport, likelyExports, namedExports } from "./load.js";

/** Which export a file is, and where its header stands. */
export interface FoundProfile extends KnownExport {
  /** The row of the header; -1 where the file has none. */
  readonly header: number;
  /** The names of the columns where the file has no header. */
  readonly names: readonly string[] | null;
}

/** A header may stand below some title lines. */
const HEADER_ROWS = 20;
/** Rows that are looked at to tell a file without a header; nearly all of them must fit. */
const LOOKED_AT = 40;
const FITTING = 0.9;

/** Where the rows come from. */
export interface Origin {
  readonly file: string;
  readonly folder: string;
  /** The rows are turns of dialogues that stood in JSON: the profiles of JSON files describe them. */
  readonly dialogues: boolean;
}

/**
 * The profile of the export that the first rows of a file show. The one that asks for most headers wins. The user's
 * `profile` narrows the choice to one vendor's or her own; `none` switches them off.
 *
 * @throws UserError `profile-unknown`, the mistakes of the user's own profile, and `profile-mismatch` where the file is
 * not what she says
 */
export function findProfile(
  rows: readonly (readonly string[])[],
  { profile }: InputOptions,
  origin: Origin,
): FoundProfile | null {
  const { dialogues, folder } = origin;
  if (profile === "none" && !dialogues) return null;
  if (profile === undefined || profile === "none") {
    return best(
      ofShape(dialogues ? jsonExports() : likelyExports(rows.slice(0, HEADER_ROWS)), dialogues),
      rows,
    );
  }
  const told = namedExports(profile, folder);
  const known = ofShape(told, dialogues);
  const untold = known.filter(
    ({ format: { match } }) => match?.headers === undefined && match?.cells === undefined,
  );
  const found = best(known, rows) ?? (untold.length === 1 ? asTold(untold[0]!, rows) : null);
  if (found === null) throw mismatch(known.length === 0 ? told : known, rows, origin);
  return found;
}

function best(known: readonly KnownExport[], rows: readonly (readonly string[])[]): FoundProfile | null {
  const found = known.flatMap((one) => {
    const fit = one.format.header === "none" ? withoutHeader(one.format, rows) : withHeader(one.format, rows);
    return fit === null ? [] : [{ ...one, ...fit }];
  });
  return found.toSorted((a, b) => b.weight - a.weight)[0] ?? null;
}

/** What the file lacks of the export that it comes nearest to. */
function mismatch(
  known: readonly KnownExport[],
  rows: readonly (readonly string[])[],
  { file: path }: Origin,
): UserError {
  const names = new Set(rows.slice(0, HEADER_ROWS).flatMap((row) => row.map(plainHeader)));
  const lacking = known
    .map(({ format }) =>
      (format.match?.headers ?? headersOf(format)).filter((name) => !names.has(plainHeader(name))),
    )
    .toSorted((a, b) => a.length - b.length)[0]!;
  const missing = lacking.join(", ") || known[0]!.format.id;
  return userError("profile-mismatch", { path, profile: known[0]!.vendor, missing }, { file: path });
}

/** The exports that are JSON, or those that are tables. */
function ofShape(known: readonly KnownExport[], dialogues: boolean): readonly KnownExport[] {
  return known.filter(({ format }) => (format.json !== undefined) === dialogues);
}

interface Fit {
  readonly header: number;
  readonly names: readonly string[] | null;
  /** How much it took to match. */
  readonly weight: number;
}

function withHeader({ match }: ExportFormat, rows: readonly (readonly string[])[]): Fit | null {
  const wanted = (match?.headers ?? []).map(plainHeader);
  const unwanted = (match?.without ?? []).map(plainHeader);
  if (wanted.length === 0) return null;
  const header = rows.slice(0, HEADER_ROWS).findIndex((row) => {
    const names = new Set(row.map(plainHeader));
    return wanted.every((name) => names.has(name)) && !unwanted.some((name) => names.has(name));
  });
  return header < 0 ? null : { header, names: null, weight: wanted.length + unwanted.length / 10 };
}

function withoutHeader(format: ExportFormat, rows: readonly (readonly string[])[]): Fit | null {
  const { match, names = [] } = format;
  const tests = Object.entries(match?.cells ?? {}).map(([name, test]) => ({ at: names.indexOf(name), test }));
  const filled = rows.slice(0, LOOKED_AT).filter((row) => row.some((cell) => cell.trim() !== ""));
  if (filled.length === 0 || tests.length === 0) return null;
  const fitting = filled.filter(
    (row) =>
      (match?.widths?.includes(row.length) ?? true) &&
      tests.every(({ at, test }) => at < row.length && looksLike(row[at]!.trim(), test)),
  );
  if (fitting.length < filled.length * FITTING) return null;
  return { header: -1, names: namesFor(format, fitting), weight: tests.length };
}

/** The one export of a profile that says nothing to be told by is taken at its word. */
function asTold(one: KnownExport, rows: readonly (readonly string[])[]): FoundProfile | null {
  const { format } = one;
  if (format.header === "none") return { ...one, header: -1, names: namesFor(format, rows) };
  const wanted = new Set(headersOf(format).map(plainHeader));
  const counts = rows
    .slice(0, HEADER_ROWS)
    .map((row) => row.filter((cell) => wanted.has(plainHeader(cell))).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : { ...one, header: counts.indexOf(most), names: null };
}

/** Every header that a profile reads something from. */
export function headersOf({ columns, events }: ExportFormat): readonly string[] {
  const specs = [columns, ...Object.values(events?.of ?? {})].flatMap((one) => Object.values(one));
  return specs.flatMap((spec) => {
    if (spec === undefined) return [];
    if (
      typeof spec === "string" ||
      !("header" in spec || "first-of" in spec || "when" in spec || "minus" in spec)
    )
      return [spec].flat().filter((name) => typeof name === "string");
    return [
      ...[spec.header ?? []].flat(),
      ...(spec["first-of"] ?? []),
      ...(spec.minus ?? []),
      ...(spec.when ?? []).flatMap((one) => Object.keys(one.if)),
    ];
  });
}

/** The names of as many columns as the rows have. */
function namesFor({ names = [] }: ExportFormat, rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const all = Array.from(
    { length: Math.max(width, names.length) },
    (_, at) => names[at] ?? `column ${at + 1}`,
  );
  return rows.some((row) => row.length !== width) ? all : all.slice(0, width);
}

type CellLook = NonNullable<NonNullable<ExportFormat["match"]>["cells"]>[string];

function looksLike(cell: string, test: CellLook): boolean {
  if (Array.isArray(test)) return test.includes(cell);
  if (test === "number") return /^\d+(\.\d+)?$/.test(cell);
  if (test === "uuid") return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cell);
  const found = detectInstant([Buffer.from(cell)]);
  return found === "ambiguous" || found?.kind === "date-time";
}
