import { formatPlace } from "../messages/index.js";
import { escapeTerminal } from "./escape.js";
import { findingWords } from "./finding-words.js";
import type { Reporter } from "./report.js";

/** One line a finding: `file:line:column severity rule contact message`. For grep, and for editors that follow places. */
export const compact: Reporter = function* (result, options) {
  const wordsOf = findingWords(result, options.locale);
  for (const finding of result.findings) {
    const parts = [finding.severity, finding.rule, finding.contact, wordsOf(finding).sentence];
    yield `${formatPlace(finding)} ${parts.map(escapeTerminal).join(" ")}\n`;
  }
};
