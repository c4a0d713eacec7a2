import { exempted } from "../../src/baseline/exempt.js";
import type { AuditResult } from "../../src/model/result.js";
import { sampleResult } from "./sample-result.js";

/** What build servers stumble over: escapes, line breaks, separators, ends of sections, control codes. */
export const NASTY = "100%, a:b\r\n::error::]]> <script>&\"' \u001b[31m\u0000\u202e\ud800\ufffe |`*_=1";

/** The sample with three findings in a baseline, two of a contact suppressed, and two suppressions due for a look. */
export function exemptResult(): AuditResult {
  const result = sampleResult();
  const ids = [...result.findings].map(({ id }) => id);
  const entry = { reason: "客户要求坐席照念原文", author: "李主管" };
  return exempted(
    result,
    {
      file: "results/base.json.gz",
      sha256: "ba5e".repeat(16),
      asOf: "2026-02-28T23:59:59+08:00",
      ids: new Set([ids[0]!, ids[1]!, ids[8]!, "gone-1", "gone-2"]),
    },
    {
      file: "suppressions.yaml",
      sha256: "50bb".repeat(16),
      strict: true,
      entries: [
        { ...entry, contact: "C-1040", rule: "wording/cannot-handle", expires: "2026-03-31", line: 1 },
        { ...entry, contact: "C-1095", rule: "wording/cannot-handle", expires: "2026-03-30", line: 6 },
        { ...entry, contact: "C-9999", rule: "opening/greeting", expires: null, line: 11 },
      ],
    },
  );
}
