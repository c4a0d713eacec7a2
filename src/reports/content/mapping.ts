import type { Block } from "../document.js";

/** A field, and the columns that it is read from together; or, without columns, its value for the whole file. */
export type Mapped = readonly [field: string, headers: readonly string[], value?: string];

/** The lines of a config that say where fields are read from. */
export function mapping(file: string, fields: readonly Mapped[]): Block {
  const ofFile = fields.filter(([, headers]) => headers.length === 0);
  const ofColumns = fields.filter(([, headers]) => headers.length > 0);
  return {
    kind: "sample",
    lines: [
      "inputs:",
      `  - files: ${JSON.stringify(file)}`,
      ...ofFile.map(([field, , value = ""]) => `    ${field}: ${JSON.stringify(value)}`),
      ...(ofColumns.length === 0 ? [] : ["    columns:"]),
      ...ofColumns.map(
        ([field, headers]) =>
          `      ${field}: ${JSON.stringify(headers.length === 1 ? headers[0] : headers)}`,
      ),
    ],
  };
}
