import type { Finding } from "../model/result.js";
import { escapeTerminal } from "./escape.js";
import { type FindingWords, findingWords, isExempt } from "./finding-words.js";
import { encode } from "./json/encode.js";
import type { Reporter } from "./report.js";

/**
 * GitLab Code Quality: a JSON array of issues, one a line. Findings that do not count are in it as `info`, and say why.
 */
export const gitlab: Reporter = function* (result, options) {
  const wordsOf = findingWords(result, options.locale);
  const unique = uniqueNames();
  let before = "[";
  for (const finding of result.findings) {
    yield `${before}\n${encode(issue(finding, wordsOf(finding), unique(finding.id)))}`;
    before = ",";
  }
  yield before === "[" ? "[]\n" : "\n]\n";
};

function issue(finding: Finding, { sentence }: FindingWords, fingerprint: string) {
  return {
    description: escapeTerminal(sentence),
    check_name: finding.rule,
    fingerprint,
    severity: isExempt(finding) ? "info" : finding.severity,
    location: { path: finding.file.replaceAll("\\", "/"), lines: { begin: finding.line } },
  };
}

/** Of issues with the same fingerprint GitLab keeps the first and drops the others without a word. */
function uniqueNames(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  };
}
