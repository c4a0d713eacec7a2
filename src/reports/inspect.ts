import type { Inspection } from "../model/inspection.js";
import { inspectDocument } from "./inspect/content.js";
import { encode } from "./json/encode.js";
import { writeDocument } from "./markdown.js";
import type { ReportOptions } from "./report.js";
import { drawDocument } from "./terminal.js";

export { fileDocument } from "./inspect/content.js";

type InspectReporter = (inspection: Inspection, options: ReportOptions) => Iterable<string>;

/** The formats of `deskcheck inspect`. */
export const INSPECT_FORMATS = {
  terminal: (inspection, options) => drawDocument(inspectDocument(inspection, options), options),
  markdown: (inspection, options) => writeDocument(inspectDocument(inspection, options), options.locale),
  json: (inspection) => [`${encode(inspection, 2)}\n`],
} as const satisfies Record<string, InspectReporter>;
