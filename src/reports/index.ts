import { coaching } from "./coaching.js";
import { compact } from "./compact.js";
import { csv } from "./csv.js";
import { csvAgents } from "./csv-agents.js";
import { csvRules } from "./csv-rules.js";
import { github } from "./github.js";
import { gitlab } from "./gitlab.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { markdown } from "./markdown.js";
import { ndjson } from "./ndjson.js";
import type { BytesReporter, FolderReporter, Reporter } from "./report.js";
import { sarif } from "./sarif.js";
import { terminal } from "./terminal.js";
import { xlsx } from "./xlsx.js";

export { exemptLines } from "./content/exemptions.js";
export {
  DEFAULT_OPTIONS,
  type FolderFile,
  type Palette,
  type PastAudit,
  PLAIN,
  type ReportOptions,
  type Tone,
} from "./report.js";

/** A format that is text: on stdout, in a file, or in a library's caller's hands, piece by piece. */
export interface Format {
  readonly report: Reporter;
  /** MIME type of what it writes. */
  readonly media: string;
  /** `people`: shows the worst first and says how much more there is. `machine`: carries everything. */
  readonly audience: "people" | "machine";
}

/** A format that is no text, and goes to a file or a folder. */
export type FileFormat =
  | { readonly kind: "bytes"; readonly report: BytesReporter; readonly media: string }
  | { readonly kind: "folder"; readonly report: FolderReporter; readonly media: string };

/** Every text format by the name that `--format` takes. A new one is a file beside this and one entry here. */
export const FORMATS = {
  terminal: { report: terminal, media: "text/plain", audience: "people" },
  markdown: { report: markdown, media: "text/markdown", audience: "people" },
  html: { report: html, media: "text/html", audience: "people" },
  json: { report: json, media: "application/json", audience: "machine" },
  ndjson: { report: ndjson, media: "application/x-ndjson", audience: "machine" },
  csv: { report: csv, media: "text/csv", audience: "machine" },
  "csv-agents": { report: csvAgents, media: "text/csv", audience: "machine" },
  "csv-rules": { report: csvRules, media: "text/csv", audience: "machine" },
  compact: { report: compact, media: "text/plain", audience: "machine" },
  sarif: { report: sarif, media: "application/sarif+json", audience: "machine" },
  junit: { report: junit, media: "application/xml", audience: "machine" },
  gitlab: { report: gitlab, media: "application/json", audience: "machine" },
  github: { report: github, media: "text/plain", audience: "people" },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

/** The formats that need `=FILE` or `=FOLDER`. */
export const FILE_FORMATS = {
  xlsx: {
    kind: "bytes",
    report: xlsx,
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  coaching: { kind: "folder", report: coaching, media: "text/markdown" },
} as const satisfies Record<string, FileFormat>;

export type FileFormatName = keyof typeof FILE_FORMATS;
