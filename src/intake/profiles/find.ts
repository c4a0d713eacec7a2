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

/**
 * The profile of the export that the first rows of a file show. The one that asks for most headers wins. The user's
 * `profile` narrows the choice to one vendor's or her own; `none` switches them off. Tables of `dialogues` were made from
 * JSON: the profiles of JSON files describe them.
 *
 * @throws UserError `profile-unknown`, and the mistakes of the user's own profile
 */
export function findProfile(
  rows: readonly (readonly string[])[],
  options: InputOptions,
  dialogues: boolean,
): FoundProfile | null {
  if (options.profile === "none" && !dialogues) return null;
  const named = options.profile === undefined || options.profile === "none" ? null : options.profile;
  const told = named === null ? null : ofShape(namedExports(named), dialogues);
  const known =
    told ?? ofShape(dialogues ? jsonExports() : likelyExports(rows.slice(0, HEADER_ROWS)), dialogues);
  const found = known.flatMap((one) => {
    const fit = one.format.header === "none" ? withoutHeader(one.format, rows) : withHeader(one.format, rows);
    return fit === null ? [] : [{ ...one, ...fit }];
  });
  const best = found.toSorted((a, b) => b.weight - a.weight)[0];
  if (best !== undefined) return best;
  const only = told?.length === 1 ? told[0]! : null;
  return only === null ? null : asTold(only, rows);
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

/** A single profile of the user's that names no headers to be told by is taken at its word. */
function asTold(one: KnownExport, rows: readonly (readonly string[])[]): FoundProfile | null {
  const { format } = one;
  if (format.header === "none") return { ...one, header: -1, names: namesFor(format, rows) };
  if ((format.match?.headers ?? []).length > 0) return null;
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
