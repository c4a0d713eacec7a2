// One finding as a row of the list, and opened: the turns around it, what was expected, where it stands.

import { findingAt, WORDS } from "./data.js";
import { addressOf } from "./filter.js";
import { element, marked, measured, momentOf, say } from "./words.js";

/** @param {number} index */
export function rowOf(index) {
  const finding = findingAt(index);
  const { rule, agent, team, quote, contact, minute } = finding;
  const severity = WORDS.severities[rule.severity];
  const words = quote === null ? outcome(finding) : sentence(finding);
  const who = [agent ?? say("noAgent"), team, contact, momentOf(minute)].filter(
    (part) => part !== null && part !== "",
  );
  return [
    element("span", { class: `badge sev-${severity?.id}` }, severity?.word ?? ""),
    element("span", { class: "title" }, rule.title, statusTag(finding)),
    element("span", { class: "words" }, ...words),
    element("span", { class: "who" }, who.join(" · ")),
  ];
}

/** @param {ReturnType<typeof findingAt>} finding */
function statusTag({ status, note }) {
  return note === "" ? null : element("span", { class: "tag" }, say(status));
}

/** @param {ReturnType<typeof findingAt>} finding */
function sentence({ context, turn, quote }) {
  const said = context.find((one) => one.turn === turn)?.text ?? quote ?? "";
  const at = said.indexOf(quote ?? "");
  // the quoted words must be seen on one line, wherever in a long turn they stand
  const from = at > 24 ? at - 20 : 0;
  return [from > 0 ? "…" : "", ...marked(said.slice(from, from + 240), quote)];
}

/** @param {ReturnType<typeof findingAt>} finding */
function outcome({ found, expected, rule }) {
  const isAdvice = expected === "" || rule.advices.includes(expected);
  return [isAdvice ? found : `${say("found")} ${measured(found)} · ${say("expected")} ${measured(expected)}`];
}

/** @param {number} index */
export function detailOf(index) {
  const finding = findingAt(index);
  const { rule, context, expected, found, quote, how, place, contact, agent, note } = finding;
  const isAdvice = rule.advices.includes(expected);
  const facts = element("dl", { class: "facts" });
  /** @param {string} name @param {string} value @param {string} [tone] */
  const fact = (name, value, tone = "") => {
    if (value === "") return;
    facts.append(element("div", {}, element("dt", {}, name), element("dd", { class: tone }, value)));
  };
  if (found !== quote) fact(say("found"), isAdvice ? found : measured(found));
  if (!isAdvice) fact(say("expected"), measured(expected));
  fact(say("instead"), rule.advice, "good");
  fact(say("clause"), `${rule.clause} ${rule.source}`.trim());
  fact(say("status"), note, "warn");
  fact(say("how"), how);
  fact(say("place"), place, "code");
  return element(
    "div",
    { class: "detail" },
    context.length === 0
      ? null
      : element("ol", { class: "talk" }, ...context.map((turn) => said(turn, finding))),
    facts,
    element(
      "p",
      { class: "more" },
      element("a", { href: addressOf({ contact }) }, say("allOfContact")),
      agent === null ? null : element("a", { href: addressOf({ agent }) }, say("allOfAgent")),
      element("a", { href: addressOf({ rule: rule.id }) }, say("allOfRule")),
    ),
  );
}

/**
 * @param {ReturnType<typeof findingAt>["context"][number]} turn
 * @param {ReturnType<typeof findingAt>} finding
 */
function said(turn, finding) {
  const isIt = turn.turn === finding.turn;
  return element(
    "li",
    { class: `${turn.speaker.id}${isIt ? " it" : ""}` },
    element("span", { class: "speaker" }, turn.speaker.word),
    element("span", { class: "said" }, ...(isIt ? marked(turn.text, finding.quote) : [turn.text])),
  );
}
