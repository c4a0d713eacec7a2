import type { Comparison } from "../../model/comparison.js";
import type { FindingSet } from "../../model/result.js";
import { encode } from "../json/encode.js";
import { FINDING } from "../json/shape.js";

/** The comparison as JSON: everything on a line of its own that there may be many of, findings as in a result. */
export function* compareJson(comparison: Comparison): Iterable<string> {
  const { findings, ...rest } = comparison;
  for (const [index, [key, value]] of Object.entries(rest).entries()) {
    yield `${index === 0 ? "{" : ","}\n  ${encode(key)}: `;
    if (Array.isArray(value)) yield* lines(value, (item) => item, "    ", "  ");
    else yield encode(value, 2).replaceAll("\n", "\n  ");
  }
  const { same, newCounts, goneCounts } = findings;
  yield `,\n  "findings": {\n    "same": ${same},\n    "newCounts": ${encode(newCounts)},\n`;
  yield `    "goneCounts": ${encode(goneCounts)},\n    "new": `;
  yield* findingLines(findings.new);
  yield ',\n    "gone": ';
  yield* findingLines(findings.gone);
  yield "\n  }\n}\n";
}

function findingLines(findings: FindingSet): Iterable<string> {
  return lines(findings, (finding) => FINDING.write(finding), "      ", "    ");
}

function* lines<T>(
  items: Iterable<T>,
  written: (item: T) => unknown,
  indent: string,
  end: string,
): Iterable<string> {
  let before = "[";
  for (const item of items) {
    yield `${before}\n${indent}${encode(written(item))}`;
    before = ",";
  }
  yield before === "[" ? "[]" : `\n${end}]`;
}
