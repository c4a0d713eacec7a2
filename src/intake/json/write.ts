import { writeFileSync } from "node:fs";
import { userError } from "../../messages/errors.js";
import { openTextFile } from "../encoding/open-text.js";
import type { InputFile } from "../files.js";
import { jsonExports, namedExports } from "../profiles/load.js";
import { type DialogueTable, dialogueTable } from "./dialogues.js";
import { JsonDamage, type JsonText, parseJson } from "./parse.js";

/** What a table of turns is written with. */
export const DIALOGUE_DELIMITER = ",";

/**
 * Writes the dialogues of a JSON file out as CSV in UTF-8, a turn a record. Each record begins on the line on which its
 * turn begins in the JSON, so that findings point there; turns that share a line follow each other. Returns false where
 * the file is no JSON after all: a table may begin with a bracket too.
 *
 * @throws UserError `json-unknown`, `json-broken`
 */
export function writeDialogues(input: InputFile, folder: string, into: string): boolean {
  const { path, options } = input;
  const text = parsed(input, folder);
  if (text === null) return false;
  const told = options.profile === undefined || options.profile === "none" ? null : options.profile;
  const known = told === null ? jsonExports() : namedExports(told, folder);
  const tables = known.flatMap(({ format }) => dialogueTable(format, text) ?? []);
  if (tables[0] === undefined) throw userError("json-unknown", { path }, { file: path });
  writeFileSync(into, csvOf(tables[0]));
  return true;
}

function parsed(input: InputFile, folder: string): JsonText | null {
  try {
    return parseJson(wholeText(input, folder));
  } catch (error) {
    if (!(error instanceof JsonDamage)) throw error;
    if (!/\.jsonl?(\.gz)?$/i.test(input.path)) return null;
    const { path: file } = input;
    throw userError("json-broken", { path: file }, { file, line: error.line });
  }
}

function wholeText(input: InputFile, folder: string): string {
  const { source } = openTextFile(input, folder, input.options.encoding);
  const pieces: Buffer[] = [];
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE);
      const count = source.read(piece, 0);
      if (count === 0) return Buffer.concat(pieces).toString("utf8");
      pieces.push(piece.subarray(0, count));
    }
  } finally {
    source.close();
  }
}

const PIECE = 1024 * 1024;

function csvOf({ headers, rows }: DialogueTable): string {
  const records = [{ line: 1, cells: headers }, ...rows];
  let line = 1;
  return records
    .map(({ cells }, at) => {
      // the last cell takes up the lines until the next turn: spaces around cells do not count
      const gap = Math.max(0, (records[at + 1]?.line ?? 0) - line - 1);
      line += gap + 1;
      const written = cells.map((cell, column) => quoted(cell, column === cells.length - 1 ? gap : 0));
      return `${written.join(DIALOGUE_DELIMITER)}\n`;
    })
    .join("");
}

/** A lone CR is no line end beside LF: so a text of several lines does not move the turns below it. */
function quoted(cell: string, lines: number): string {
  return `"${cell.replace(/\r\n|\n/g, "\r").replaceAll('"', '""')}${"\n".repeat(lines)}"`;
}
