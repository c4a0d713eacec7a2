import type { FieldName, Kind } from "../../model/fields.js";
import type { HeaderTable } from "../tables.js";
import type { DurationUnit } from "../values/durations.js";

/**
 * A header as it is compared: full width to half width, lower case, without units, brackets, spaces and punctuation.
 * `Speed of answer (s)`, `speed_of_answer` and `SpeedOfAnswer` are one name.
 */
export function normaliseHeader(header: string): string {
  return header
    .normalize("NFKC")
    .replace(UNIT_WORDS, "")
    .replace(/[([（【].*?[)\]）】]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const UNIT_WORDS = /([\s_]+in)?[\s_]+(ms|millis|milliseconds|s|secs?|seconds|mins?|minutes|hours|hrs)\s*$/i;

/** The unit that a header names: `(秒)`, `in minutes`, `_ms`, `OffsetMillis`; null where it names none. */
export function unitOfHeader(header: string): DurationUnit | null {
  const text = header.normalize("NFKC").trim();
  for (const [unit, pattern] of UNIT_PATTERNS) if (pattern.test(text)) return unit;
  return null;
}

const UNIT_PATTERNS: readonly (readonly [DurationUnit, RegExp])[] = [
  ["ms", /(毫秒|millis(econds)?|[\s_(-]ms)\)?$/i],
  ["min", /(分钟|分\)|minutes?|[\s_(-]mins?)\)?$/i],
  ["s", /(秒|seconds?|[\s_(-](s|secs?))\)?$/i],
  ["h", /(小时|hours?|[\s_(-](h|hrs?))\)?$/i],
];

/** For each field of the kind, the columns whose header may mean it, best first. */
export function candidates(
  headers: readonly string[],
  kind: Kind,
  table: HeaderTable,
): ReadonlyMap<FieldName, number[]> {
  const byName = new Map<string, number[]>();
  headers.forEach((header, column) => {
    const name = normaliseHeader(header);
    if (name !== "") byName.set(name, [...(byName.get(name) ?? []), column]);
  });
  const found = new Map<FieldName, number[]>();
  for (const field of table.kinds[kind]) {
    const names = [field, ...(table.headers[field] ?? [])].map(normaliseHeader);
    const columns = [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
    if (columns.length > 0) found.set(field, columns);
  }
  return found;
}

/** How many cells of a row are known header names: the header is the row with the most. */
export function knownHeaders(cells: readonly string[], table: HeaderTable): number {
  const names = allNames(table);
  return cells.reduce((count, cell) => count + (names.has(normaliseHeader(cell)) ? 1 : 0), 0);
}

const namesOf = new WeakMap<HeaderTable, ReadonlySet<string>>();

function allNames(table: HeaderTable): ReadonlySet<string> {
  let names = namesOf.get(table);
  if (names === undefined) {
    const all = Object.entries(table.headers).flatMap(([field, aliases]) => [field, ...(aliases ?? [])]);
    names = new Set(all.map(normaliseHeader));
    namesOf.set(table, names);
  }
  return names;
}
