import { resolve } from "node:path";
import { linesOf } from "../../intake/lines.js";
import { userError } from "../../messages/errors.js";
import { type AuditResult, type Finding, SCHEMA_VERSION } from "../../model/result.js";
import { UserError } from "../../model/user-error.js";
import { areFindings, isFinding, isResult, resultFlaw } from "../../reports/json/read.js";
import { isSystemError } from "../write-whole.js";
import { type FindingLines, MOST, OPENING, type Scanned, scan } from "./scan.js";
import { type Opened, openUnpacked, readUntil } from "./unpack.js";

/** A result as it was saved. */
export interface Saved {
  /** Findings are read from the file as they are walked; the file must stay open until then. */
  readonly result: AuditResult;
  /** As it was named. */
  readonly file: string;
  /** Of the JSON text, compressed or not. */
  readonly sha256: string;
  close(): void;
}

/**
 * Opens a saved result, `.json` or `.json.gz`, named from a folder. Everything but the findings is read and checked; of
 * them one is in memory at a time. A result that another program has laid out anew (jq) is read as a whole.
 *
 * @throws UserError `result-not-found`, `result-unreadable`, `result-not-json`, `result-broken`, `result-foreign`, `result-version`,
 * `result-rewritten`; and `result-damaged` while findings are walked
 */
export async function openSaved(file: string, folder: string): Promise<Saved> {
  const opened = await opening(file, folder);
  try {
    const scanned = scan(opened.descriptor);
    if (scanned === null) throw userError("result-rewritten", { file });
    const { sha256, findings } = scanned;
    const result = read(scanned, file);
    if (findings === null) return { result, file, sha256, close: opened.close };
    const { length } = findings;
    const walk = () => walked(opened.descriptor, findings, file);
    const set = { length, [Symbol.iterator]: walk };
    return { result: { ...result, findings: set }, file, sha256, close: opened.close };
  } catch (error) {
    opened.close();
    throw isSystemError(error) ? unreadable(file, error) : error;
  }
}

/**
 * A saved result without its findings and promises, which stand at its end: for who reads hundreds of them. Errors are
 * those of `openSaved`.
 */
export async function readWithoutFindings(file: string, folder: string): Promise<AuditResult> {
  try {
    const head = await readUntil(resolve(folder, file), OPENING, MOST);
    if (head === null) throw userError("result-rewritten", { file });
    const isCut = head.subarray(-OPENING.length).equals(OPENING);
    const end = isCut ? '],\n"promises": []\n}' : "";
    return read({ text: `${head}${end}`, findings: null }, file);
  } catch (error) {
    if (error instanceof Error && !(error instanceof UserError) && "code" in error)
      throw unreadable(file, { code: String(error.code) });
    throw error;
  }
}

async function opening(file: string, folder: string): Promise<Opened> {
  try {
    return await openUnpacked(resolve(folder, file));
  } catch (error) {
    if (error instanceof Error && "code" in error) throw unreadable(file, { code: String(error.code) });
    throw error;
  }
}

function unreadable(file: string, { code }: { code: string }): UserError {
  if (code === "ENOENT" || code === "ENOTDIR") return userError("result-not-found", { file });
  return userError("result-unreadable", { file, reason: code });
}

/** The result but for its findings; with them where they were not found line by line. */
function read({ text, findings }: Pick<Scanned, "text" | "findings">, file: string): AuditResult {
  const value = parsed(text);
  if (value === undefined)
    throw userError(/^\s*(?:[[{]|$)/.test(text) ? "result-broken" : "result-not-json", { file });
  const version =
    typeof value === "object" && value !== null ? Reflect.get(value, "schemaVersion") : undefined;
  if (typeof version === "string" && version !== SCHEMA_VERSION)
    throw userError("result-version", { file, found: version, known: SCHEMA_VERSION });
  if (!isResult(value))
    throw userError("result-foreign", { file, part: resultFlaw(value) || "schemaVersion" });
  if (findings === null && !areFindings(value.findings))
    throw userError("result-foreign", { file, part: ".findings" });
  return value;
}

function* walked(descriptor: number, { from, to, firstLine }: FindingLines, file: string): Iterator<Finding> {
  let line = firstLine;
  for (const { bytes } of linesOf(descriptor, from, to)) {
    const value = parsed(bytes.toString("utf8").replace(/,$/, ""));
    if (!isFinding(value)) throw userError("result-damaged", {}, { file, line });
    yield value;
    line += 1;
  }
}

/** undefined: no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
