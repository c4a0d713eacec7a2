import type { Locale } from "../messages/index.js";
import type { AuditResult } from "../model/result.js";

/**
 * A format: a pure function from the audit result to text, in chunks. Chunks may be asked for slowly and dropped once
 * written, so a result with half a million findings passes through in flat memory. Joined, they are the whole report;
 * the last one ends with a line break.
 */
export type Reporter = (result: AuditResult, options: ReportOptions) => Iterable<string>;

/** A format that is no text, such as a workbook: a pure function to its bytes. */
export type BytesReporter = (result: AuditResult, options: ReportOptions) => Promise<Uint8Array>;

/** A format of several files: their names, which are safe on every system, with their texts. */
export type FolderReporter = (result: AuditResult, options: ReportOptions) => Iterable<FolderFile>;

export interface FolderFile {
  readonly name: string;
  readonly text: string;
}

/** What a word is shown as. Formats without colours may ignore all of them but `mark`. */
export type Tone = "heading" | "strong" | "dim" | "good" | "warn" | "bad" | "mark";

/** Style functions, injected by the caller. They receive text that is safe to print, and add only escape sequences. */
export type Palette = Readonly<Record<Tone, (text: string) => string>>;

export interface ReportOptions {
  readonly locale: Locale;
  readonly colour: Palette;
  /** Columns of the terminal. Reports keep within 40 to 140 of them. */
  readonly width: number;
  /** Whether the terminal draws characters of ambiguous width (“ ” … ─ █) two columns wide, as some Chinese ones do. */
  readonly ambiguousWide: boolean;
  /** How much people's formats show. Machine formats always carry everything. */
  readonly limits: Limits;
  /** Whether CSV begins with a byte order mark. Without one, Excel on a Chinese Windows reads UTF-8 as GBK. */
  readonly bom: boolean;
  /** Whether people's formats estimate what the findings may cost. */
  readonly costs: boolean;
  /** Earlier audits in the order of their time, for formats that show what became of an agent. */
  readonly past: readonly PastAudit[];
}

/** What a report knows of an audit that came before its own. */
export interface PastAudit {
  /** Its “now”, ISO. */
  readonly asOf: string;
  readonly agents: AuditResult["agents"];
}

interface Limits {
  /** Findings shown of each rule. They are held in memory: rules × limit, whatever the number of findings. */
  readonly findings: number;
  /** Ranked agents shown, half of them from the top and half from the bottom. */
  readonly agents: number;
  /** Items of other enumerations (agents not ranked, unused columns). */
  readonly items: number;
}

const same = (text: string): string => text;

/** No colours. Where `mark` adds nothing, the terminal report underlines the words in question instead. */
export const PLAIN: Palette = {
  heading: same,
  strong: same,
  dim: same,
  good: same,
  warn: same,
  bad: same,
  mark: same,
};

export const DEFAULT_OPTIONS: ReportOptions = {
  locale: "zh-CN",
  colour: PLAIN,
  width: 100,
  ambiguousWide: false,
  limits: { findings: 5, agents: 20, items: 12 },
  bom: true,
  costs: true,
  past: [],
};
