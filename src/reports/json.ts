import type { AuditResult } from "../model/result.js";
import { encode } from "./json/encode.js";
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
