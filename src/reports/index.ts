import { csv } from "./csv.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import type { Reporter } from "./report.js";
import { terminal } from "./terminal.js";

export {
  DEFAULT_OPTIONS,
  type Palette,
  PLAIN,
  type ReportOptions,
  type Tone,
} from "./report.js";

export interface Format {
  readonly report: Reporter;
  /** MIME type of what it writes. */
  readonly media: string;
  /** `people`: shows the worst first and says how much more there is. `machine`: carries everything. */
  readonly audience: "people" | "machine";
}

/** Every format by the name that `--format` takes. A new one is a file beside this and one entry here. */
export const FORMATS = {
  terminal: { report: terminal, media: "text/plain", audience: "people" },
  markdown: { report: markdown, media: "text/markdown", audience: "people" },
  json: { report: json, media: "application/json", audience: "machine" },
  csv: { report: csv, media: "text/csv", audience: "machine" },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
