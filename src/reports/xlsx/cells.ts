import type { Locale } from "../../messages/index.js";
import { type WorkbookKey, type WorkbookSay, workbookWords } from "../../messages/workbook.js";
import type { AuditResult } from "../../model/result.js";
import { type View, viewOf } from "../content/view.js";
import type { ReportOptions } from "../report.js";
import type { SheetColumn } from "./workbook.js";

/** What every sheet is made from. */
export interface Book {
  readonly result: AuditResult;
  readonly locale: Locale;
  readonly view: View;
  readonly say: WorkbookSay;
  /** A column headed by one entry of the table. */
  column(head: PlainKey, width: number, format?: SheetColumn["format"]): SheetColumn;
}

/** Entries without braces. */
export type PlainKey = Exclude<WorkbookKey, "findingsOf" | "suppressed">;

export function bookOf(result: AuditResult, options: ReportOptions): Book {
  const say = workbookWords(options.locale);
  return {
    result,
    locale: options.locale,
    view: viewOf(result, options),
    say,
    column: (head, width, format) => ({
      head: say(head),
      width,
      ...(format === undefined ? {} : { format }),
    }),
  };
}

/** An instant as the clock on the wall showed it, whatever the zone: 2026-03-02T09:15:00+08:00 → 2026-03-02 09:15:00. */
export function moment(iso: string | null): Date | string | null {
  if (iso === null) return null;
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(iso);
  if (parts === null) return iso;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  return new Date(Date.UTC(year!, month! - 1, day!, hour!, minute!, second!));
}
