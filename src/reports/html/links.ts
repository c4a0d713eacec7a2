import { visible } from "../../messages/index.js";

/** Which findings a number is made of. */
export interface FindingFilter {
  readonly rule?: string;
  readonly severity?: string;
  readonly dimension?: string;
  readonly agent?: string;
  readonly team?: string;
  readonly contact?: string;
  /** `2026-03-02`. */
  readonly day?: string;
  /** 1 Monday – 7 Sunday. */
  readonly weekday?: number;
  readonly hour?: number;
  /** Whether gates count them, and why not. */
  readonly status?: "counted" | "known" | "suppressed";
}

/**
 * The address, on this page, of the findings that a filter leaves. Names are written as the page shows them, which also
 * makes every one of them a text that can be encoded.
 */
export function linkTo(filter: FindingFilter): string {
  const query = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(visible(String(value)))}`)
    .join("&");
  return query === "" ? "#findings" : `#findings?${query}`;
}
