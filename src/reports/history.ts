import type { Trends } from "../scoring/trends.js";
import { historyDocument } from "./history/content.js";
import { historyPage } from "./history/page.js";
import { writeDocument } from "./markdown.js";
import type { ReportOptions } from "./report.js";
import { drawDocument } from "./terminal.js";

type HistoryReporter = (trends: Trends, options: ReportOptions) => Iterable<string>;

/** The formats of `deskcheck history`. */
export const HISTORY_FORMATS = {
  terminal: (trends, options) => drawDocument(historyDocument(trends, options), options),
  markdown: (trends, options) => writeDocument(historyDocument(trends, options), options.locale),
  html: historyPage,
} as const satisfies Record<string, HistoryReporter>;
