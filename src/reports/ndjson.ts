import { encode } from "./json/encode.js";
import { FINDING } from "./json/shape.js";
import type { Reporter } from "./report.js";

/** Every finding as the JSON report writes it, a line each: for jq, log collectors and data warehouses. */
export const ndjson: Reporter = function* (result) {
  for (const finding of result.findings) yield `${encode(FINDING.write(finding))}\n`;
};
