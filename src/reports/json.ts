import type { AuditResult } from "../model/result.js";
import { FINDING, RESULT } from "./json/shape.js";
import type { Reporter } from "./report.js";

/**
 * The audit result as JSON, the machines' format: all of it, keys in the order of the documented shape, maps sorted by
 * key, so equal results are equal bytes. Two spaces of indentation; each finding is on a line of its own, so that half a
 * million of them can be written, and read again, a line at a time.
 */
export const json: Reporter = function* (result) {
  for (const [index, [key, value]] of Object.entries(RESULT.write(result)).entries()) {
    yield index === 0 ? "{\n" : ",\n";
    if (key === "findings") yield* findings(result);
    else yield `  ${encode(key)}: ${encode(value, 2).replaceAll("\n", "\n  ")}`;
  }
  yield "\n}\n";
};

function* findings(result: AuditResult): Iterable<string> {
  yield '  "findings": [';
  let lines: string[] = [];
  let first = true;
  for (const finding of result.findings) {
    lines.push(`${first ? "" : ","}\n    ${encode(FINDING.write(finding))}`);
    first = false;
    if (lines.length === BATCH) {
      yield lines.join("");
      lines = [];
    }
  }
  yield `${lines.join("")}${first ? "]" : "\n  ]"}`;
}

/** Findings in a chunk. */
const BATCH = 200;

/** JSON, with what JSON.stringify leaves raw and a terminal would obey or hide escaped too. The same value when parsed. */
function encode(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    UNSEEN,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** DEL and C1, zero-width and bidi marks, line separators, the byte order mark. */
const UNSEEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
