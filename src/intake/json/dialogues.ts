import type { ExportFormat } from "../profiles/format.js";
import { plainHeader } from "../profiles/headers.js";
import type { Json, JsonObject, JsonText } from "./parse.js";

/** The turns of a JSON file as a table. */
export interface DialogueTable {
  readonly headers: readonly string[];
  readonly rows: readonly DialogueRow[];
}

export interface DialogueRow {
  /** The line of the file on which the turn begins. */
  readonly line: number;
  /** By the position of their header. */
  readonly cells: readonly string[];
}

/**
 * The turns of dialogues, one a row: what a turn says of itself, and what its dialogue says of all its turns. null where the
 * file does not hold what the profile describes.
 */
export function dialogueTable({ json, match }: ExportFormat, text: JsonText): DialogueTable | null {
  if (json === undefined) return null;
  const turns = (json.dialogues ?? ["."])
    .map((path) => text.values.flatMap((value) => objects(value, path)).flatMap((one) => turnsOf(json, one)))
    .find((found) => found.length > 0);
  if (turns === undefined) return null;
  const headers = [...new Set(turns.flatMap(({ values }) => [...values.keys()]))];
  const names = new Set(headers.map(plainHeader));
  const isThere = (name: string) => names.has(plainHeader(name));
  if (!(match?.headers ?? []).every(isThere) || (match?.without ?? []).some(isThere)) return null;
  const rows = turns.map(({ turn, values }) => ({
    line: text.lineOf(turn),
    cells: headers.map((header) => values.get(header) ?? ""),
  }));
  return { headers, rows };
}

interface Turn {
  readonly turn: JsonObject;
  readonly values: ReadonlyMap<string, string>;
}

function turnsOf(json: NonNullable<ExportFormat["json"]>, dialogue: JsonObject): readonly Turn[] {
  const turns = json.turns.map((path) => objects(dialogue, path)).find((found) => found.length > 0) ?? [];
  const shared = Object.entries(json["from-dialogue"] ?? {}).flatMap(([name, paths]) => {
    const value = paths.flatMap((path) => reached(dialogue, path)).find(isScalar);
    return value === undefined ? [] : [[name, cellOf(value)] as const];
  });
  const lookUps = Object.entries(json["look-up"] ?? {}).map(([name, { in: list, by, value }]) => ({
    name,
    by,
    found: new Map(
      objects(dialogue, list).map((one) => [cellOf(one[by] ?? null), cellOf(one[value] ?? null)]),
    ),
  }));
  return turns.map((turn) => {
    const values = new Map([...scalars(turn), ...shared]);
    for (const { name, by, found } of lookUps) values.set(name, found.get(values.get(by) ?? "") ?? "");
    return { turn, values };
  });
}

/** The objects at a path: of a list all its objects. */
function objects(from: Json, path: string): readonly JsonObject[] {
  return reached(from, path).flat().filter(isObject);
}

/** What stands at a path of names with dots between; `.` is the value itself. A list on the way stands for its members. */
function reached(from: Json, path: string): readonly Json[] {
  let here: readonly Json[] = [from];
  for (const name of path === "." ? [] : path.split(".")) {
    here = here
      .flat()
      .filter(isObject)
      .flatMap((one) => (name in one ? [one[name]!] : []));
  }
  return here;
}

/** What an object says in words and numbers, objects in it under names with a dot. Lists are left out. */
function scalars(object: JsonObject, prefix = ""): readonly (readonly [string, string])[] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (isObject(value)) return prefix === "" ? scalars(value, `${name}.`) : [];
    return isScalar(value) ? [[`${prefix}${name}`, cellOf(value)] as const] : [];
  });
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: Json): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

function cellOf(value: Json): string {
  return value === null || typeof value === "object" ? "" : String(value);
}
