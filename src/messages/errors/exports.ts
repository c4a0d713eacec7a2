import type { ErrorWords } from "./entry.js";

/** Mistakes about exports whose shape a profile describes. */
export const EXPORT_ERRORS = {
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
  "profile-mismatch": {
    found: {
      zh: "{path} 不像 {profile} 的导出，缺少：{missing}",
      en: "{path} does not look like an export of {profile}: it lacks {missing}",
    },
    expected: {
      zh: "模板 match 里写的表头一个不少，或去掉 profile 让程序自己认",
      en: "every header that the profile's “match” lists, or no “profile”, so that the file is told by its header",
    },
    next: {
      zh: '输入 deskcheck inspect "{path}" 看文件里有哪些列，再改正配置里的 profile 或模板',
      en: 'run deskcheck inspect "{path}" to see its columns, then correct “profile” or the profile itself',
    },
  },
} as const satisfies Record<string, ErrorWords>;
