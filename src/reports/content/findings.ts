import {
  formatInstant,
  formatPlace,
  HOW_WORDS,
  inLocale,
  inUnits,
  SEVERITY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import type { Finding } from "../../model/result.js";
import { SEVERITIES } from "../../model/rule.js";
import { type Block, code, type Fact, type Inline, joined, text } from "../document.js";
import { byText } from "../order.js";
import { collect, type FindingGroup } from "./collect.js";
import { excerptOf } from "./excerpt.js";
import { exemptNote } from "./exemptions.js";
import { SEVERITY_TONES, titleOf, type View } from "./view.js";

/** The findings by rule, worst first: the clause and what to do instead once, then the places. */
export function* findings(view: View): Iterable<Block> {
  const { result, options, say } = view;
  if (result.totals.contacts === 0) return;
  yield { kind: "heading", text: say("details"), note: say("detailsAbout") };
  if (result.findings.length === 0) {
    const judged = result.rules.some((rule) => rule.severity !== "gate" && rule.pass > 0);
    yield {
      kind: "paragraph",
      text: [judged ? text(say("noFindings"), "good") : text(say("nothingJudged"))],
    };
    return;
  }
  const groups = [...collect(result.findings, options.limits.findings)].sort(byWeight);
  let hidden = 0;
  for (const group of groups) {
    yield* groupBlocks(group, view);
    hidden += group.count - group.shown.length;
  }
  if (hidden > 0) {
    const hint = [text(say("moreHint", { n: hidden })), code("--format csv=findings.csv", "strong")];
    yield { kind: "paragraph", text: hint };
  }
}

/** Findings of a rule that stand in the open where a format can fold the others away. */
const OPEN = 5;

function byWeight(a: FindingGroup, b: FindingGroup): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.count - a.count ||
    byText(a.rule, b.rule)
  );
}

function* groupBlocks(group: FindingGroup, view: View): Iterable<Block> {
  const { say, locale } = view;
  const tone = SEVERITY_TONES[group.severity];
  yield {
    kind: "group",
    head: [
      text(wordsFor(SEVERITY_WORDS, group.severity, locale), tone),
      text("  "),
      text(titleOf(group.rule, view), "strong"),
      text("  "),
      text(say("places", { n: group.count })),
      ...(group.agents === 0 ? [] : [text(" · ", "dim"), text(say("agentsInvolved", { n: group.agents }))]),
    ],
    facts: facts(group, view),
  };
  yield* group.shown.slice(0, OPEN).map((finding) => evidence(finding, view));
  const rest = group.shown.slice(OPEN);
  if (rest.length > 0) {
    const body = rest.map((finding) => evidence(finding, view));
    yield { kind: "details", summary: say("rest", { n: rest.length }), body };
  }
  const more = group.count - group.shown.length;
  if (more > 0) yield { kind: "more", text: say("more", { n: more }) };
}

function facts(group: FindingGroup, view: View): readonly Fact[] {
  const rule = view.rules.get(group.rule);
  if (rule === undefined) return [];
  const clause: Inline = [text(rule.clause), text(` ${rule.source}`, "dim")];
  const advice = inLocale(rule.advice, view.locale);
  return [
    { label: view.say("rule"), value: [code(group.rule)] },
    { label: view.say("clause"), value: clause },
    ...(advice === "" ? [] : [{ label: view.say("instead"), value: [text(advice, "good")] }]),
  ];
}

/** The places of a group that are shown, without its head. */
export function groupEvidence(
  group: FindingGroup,
  view: View,
): readonly Extract<Block, { kind: "evidence" }>[] {
  return group.shown.map((finding) => evidence(finding, view));
}

function evidence(finding: Finding, view: View): Extract<Block, { kind: "evidence" }> {
  return {
    kind: "evidence",
    place: formatPlace(finding),
    about: about(finding, view),
    excerpt: excerptOf(finding, view.locale),
    note: note(finding, view),
  };
}

function about({ agent, contact, at }: Finding, view: View): Inline {
  const { locale } = view;
  const parts: Inline[] = [
    agent === null ? [] : [text(agent)],
    [text(contact, "dim")],
    at === null ? [] : [text(formatInstant(at, locale, oneYear(view) ? "no-year" : "year"), "dim")],
  ];
  return joined(parts, " · ");
}

/** Whether the audit lies within one year, which the head of the report names. */
function oneYear({ result: { totals } }: View): boolean {
  return totals.from !== null && totals.to !== null && totals.from.slice(0, 4) === totals.to.slice(0, 4);
}

/**
 * What was found and expected, where the group has not said it: the advice stands above, the quoted words below the
 * place. How a phrase was matched, where it was not found as written.
 */
function note(finding: Finding, view: View): Inline {
  const { say, locale } = view;
  const rule = view.rules.get(finding.rule);
  const isAdvice = rule !== undefined && [rule.advice.zh, rule.advice.en].includes(finding.expected);
  const isQuote = finding.quote !== null && finding.found === finding.quote;
  const parts: Inline[] = [];
  const { found, expected } = finding;
  if (isAdvice && !isQuote) parts.push([text(say("saidInstead", { found }))]);
  else if (!isQuote && expected === "") parts.push([text(found)]);
  else if (!isQuote) parts.push([text(inUnits(say("foundExpected", { found, expected }), locale))]);
  if (finding.how !== null && finding.how !== "as-written")
    parts.push([text(wordsFor(HOW_WORDS, finding.how, locale), "dim")]);
  parts.push(exemptNote(finding, view));
  return joined(parts, " · ");
}
