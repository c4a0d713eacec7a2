import type { ErrorWords } from "./entry.js";

/** Mistakes in JSON files with dialogues. */
export const DIALOGUE_ERRORS = {
  "json-broken": {
    found: {
      zh: "{path} 的 JSON 从这一行起读不下去",
      en: "the JSON of {path} cannot be read from this line on",
    },
    expected: {
      zh: "完整的 JSON，或每行一个 JSON（JSON Lines）",
      en: "whole JSON, or one JSON value a line (JSON Lines)",
    },
    next: {
      zh: "多半是没有下载完，请重新下载或导出",
      en: "the download was probably cut short: fetch or export it again",
    },
  },
} as const satisfies Record<string, ErrorWords>;
