import type { Case, CellTest } from "../recognise/columns.js";
import { cellText, isMissing } from "../values/cell.js";
import type { ColumnObject, Condition } from "./format.js";

export type When = NonNullable<ColumnObject["when"]>[number];

/**
 * The cases of a profile's `when`, for the columns that the file has. A case about a column that it lacks cannot be told
 * to hold and is left out, and so is one whose value is nowhere.
 */
export function casesOf(
  when: readonly When[],
  column: (name: string) => number,
  missing: ReadonlySet<string>,
  meaning: (one: When) => Case["value"] | null,
): readonly Case[] {
  return when.flatMap((one) => {
    const tests = Object.entries(one.if).map(([name, condition]) => ({
      column: column(name),
      holds: cellTest(condition, missing),
    }));
    const value = meaning(one);
    return value === null || tests.some((test) => test.column < 0) ? [] : [{ tests, value }];
  });
}

function cellTest(condition: Condition, missing: ReadonlySet<string>): CellTest {
  const isEmpty: CellTest = (bytes, from, to) =>
    isMissing(bytes, from, to) || (missing.size > 0 && missing.has(cellText(bytes, from, to)));
  switch (condition) {
    case "empty":
      return isEmpty;
    case "filled":
      return (...cell) => !isEmpty(...cell);
    case "zero":
      return (...cell) => isEmpty(...cell) || isZero(...cell);
    case "above-zero":
      return (...cell) => !isEmpty(...cell) && !isZero(...cell);
    default: {
      const words = new Set(condition.map((word) => word.toLowerCase()));
      return (bytes, from, to) => words.has(cellText(bytes, from, to).toLowerCase());
    }
  }
}

/** `0`, `0.0`, `00:00:00`, `00:00:00.000`: digits that are all zero. */
function isZero(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte !== 0x30 && byte !== 0x3a && byte !== 0x2e) return false;
  }
  return to > from;
}
