import { type Compared, compareDocument } from "./compare/content.js";
import { compareJson } from "./compare/json.js";
import { writeDocument } from "./markdown.js";
import type { ReportOptions } from "./report.js";
import { drawDocument } from "./terminal.js";

export { worsened } from "./compare/content.js";

type CompareReporter = (compared: Compared, options: ReportOptions) => Iterable<string>;

/** The formats of `deskcheck compare`. */
export const COMPARE_FORMATS = {
  terminal: (compared, options) => drawDocument(compareDocument(compared, options), options),
  markdown: (compared, options) => writeDocument(compareDocument(compared, options), options.locale),
  json: ({ comparison }) => compareJson(comparison),
} as const satisfies Record<string, CompareReporter>;
