import { type FormatSay, formatWords } from "../messages/formats.js";
import { inLocale, type Locale } from "../messages/index.js";
import type { AuditResult, Finding, RuleResult } from "../model/result.js";

/** What formats that show one finding at a time say of it: plain text in the reader's language, to be escaped. */
export interface FindingWords {
  readonly say: FormatSay;
  readonly rule: RuleResult | undefined;
  readonly title: string;
  /** What was said or measured. */
  readonly what: string;
  /** What to say instead; empty where the finding is no matter of words. */
  readonly advice: string;
  /** Why it does not count, in brackets; empty where it does. */
  readonly exempt: string;
  /** All of it as one sentence. */
  readonly sentence: string;
}

/** The words for findings of this result. */
export function findingWords(result: AuditResult, locale: Locale): (finding: Finding) => FindingWords {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  const say = formatWords(locale);
  const [colon, stop] = locale === "en" ? [": ", ". "] : ["：", "。"];
  return (finding) => {
    const rule = rules.get(finding.rule);
    const title = rule === undefined ? finding.rule : inLocale(rule.title, locale);
    const aboutWords = finding.quote !== null || isAdvice(finding, rule);
    const words = rule === undefined || !aboutWords ? "" : inLocale(rule.advice, locale);
    const what = whatOf(finding, rule, say);
    const advice = words === "" ? "" : say("instead", { advice: words });
    const exempt = exemptWords(finding, say);
    const sentence = `${title}${colon}${what}${advice === "" ? "" : `${stop}${advice}`}${exempt}`;
    return { say, rule, title, what, advice, exempt, sentence };
  };
}

/** Whether gates leave it out. */
export function isExempt({ baseline, suppressed }: Finding): boolean {
  return baseline === "known" || suppressed !== undefined;
}

/** Whether what was expected is the rule's advice, in whichever language the standard speaks. */
function isAdvice({ expected }: Finding, rule: RuleResult | undefined): boolean {
  return rule !== undefined && expected !== "" && [rule.advice.zh, rule.advice.en].includes(expected);
}

function whatOf(finding: Finding, rule: RuleResult | undefined, say: FormatSay): string {
  const { expected } = finding;
  const found = shortened(finding.found);
  if (finding.quote !== null && finding.found === finding.quote) return say("quoted", { quote: found });
  const measured = isAdvice(finding, rule)
    ? say("said", { found })
    : expected === ""
      ? found
      : say("foundExpected", { found, expected });
  return finding.quote === null
    ? measured
    : `${say("quoted", { quote: shortened(finding.quote) })} ${measured}`;
}

/** Longer than any sentence anybody says on the telephone; what goes on is in the JSON and the CSV. */
const LONGEST = 300;

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…`;
}

function exemptWords({ baseline, suppressed }: Finding, say: FormatSay): string {
  if (suppressed !== undefined) return say("suppressed", suppressed);
  return baseline === "known" ? say("known") : "";
}
