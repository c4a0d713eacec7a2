import {
  formatDate,
  formatNumber,
  formatPercent,
  formatScore,
  KIND_WORDS,
  SEVERITY_WORDS,
  wordsFor,
} from "../../../messages/index.js";
import { KINDS } from "../../../model/fields.js";
import { exitCode } from "../../../scoring/exit-code.js";
import { exemptFact } from "../../content/exemptions.js";
import { incomplete, verdict } from "../../content/verdict.js";
import { drawBlocks } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup, type Value } from "../markup.js";
import { type HtmlView, link, type Section, section } from "../view.js";

/** What was audited, how it ended and why: all that somebody reads who reads no further. */
export function head(view: HtmlView): Markup {
  const { say, result } = view;
  const { standard } = result.manifest;
  const about = [
    say("standard", { name: standard.name, version: standard.version }),
    span(view),
    result.manifest.timezone,
  ];
  return html`<header class="top"><h1>${say("title")}</h1><p class="about">${about.filter((part) => part !== "").map((part) => html`<span>${part}</span>`)}</p></header>\n`;
}

/** The verdict and the figures that lead into the report. */
export function summary(view: HtmlView): Section {
  const code = exitCode(view.result);
  const [, sentence] = [...verdict(view)].flatMap((block) =>
    block.kind === "verdict" ? ["", block.text] : [],
  );
  const state = (["met", "failed", "partly"] as const)[code];
  const word = { met: "verdictMet", failed: "verdictFailed", partly: "verdictPartly" } as const;
  const sign = { met: "✓", failed: "✗", partly: "!" }[state];
  const parts = [...incomplete(view)].filter(({ kind }) => kind === "list");
  const body = html`<div class="verdict ${state}"><p class="sign"><span aria-hidden="true">${sign}</span> ${view.word(word[state])}</p><div><p>${sentence ?? ""}</p>${drawBlocks(parts)}</div></div><div class="cards">${cards(view)}</div>`;
  return section("summary", view.word("summary"), null, body, { tone: "hidden" });
}

function cards(view: HtmlView): readonly Markup[] {
  return [score(view), contacts(view), calls(view), findings(view)].filter((card) => card !== null);
}

function card(title: string, figure: Value, about: readonly Value[], tone = ""): Markup {
  return html`<div class="card ${tone}"><h3>${title}</h3><p class="figure">${figure}</p>${about.map((line) => (line === null ? null : html`<p class="dim">${line}</p>`))}</div>`;
}

function score(view: HtmlView): Markup {
  const { result, say, word, locale } = view;
  const { final, raw, contacts: n } = result.totals.score;
  if (final === null) return card(say("score"), formatScore(null, locale), [say("noScore")], "none");
  const gate = result.gates.find(({ id }) => id === "score");
  const tone = gate?.met === true ? "good" : gate?.met === false ? "bad" : "";
  const before = raw === final ? null : word("beforeCritical", { raw: formatScore(raw, locale, 2) });
  return card(
    say("score"),
    html`${link(linkTo({}), formatScore(final, locale, 2))}<span class="unit">/ 100</span>`,
    [word("scoredOver", { n }), before],
    tone,
  );
}

function contacts(view: HtmlView): Markup {
  const { result, say, word, locale } = view;
  const { contacts: n, turns, kinds } = result.totals;
  const sources = KINDS.filter((kind) => kinds[kind] > 0).map(
    (kind) =>
      html`<span class="nowrap">${wordsFor(KIND_WORDS, kind, locale)} ${formatNumber(kinds[kind])}</span>`,
  );
  return card(say("contacts"), link("#ledger", formatNumber(n)), [
    turns === 0 ? null : word("turnsOf", { n: turns }),
    html`${sources.map((source, at) => [at === 0 ? null : " · ", source])}`,
  ]);
}

function calls({ result, word, locale }: HtmlView): Markup | null {
  const totals = result.totals.calls;
  if (totals === null || totals.offered === 0) return null;
  return card(word("answered"), link("#times", formatPercent(totals.answered / totals.offered, locale)), [
    word("ofOffered", totals),
    word("abandonedBusy", totals),
  ]);
}

function findings(view: HtmlView): Markup {
  const { result, say, word, locale } = view;
  if (!result.rules.some(({ severity, pass, fail }) => severity !== "gate" && pass + fail > 0))
    return card(say("findings"), formatScore(null, locale), [word("nothingToFind")], "none");
  const counts = result.totals.findings;
  const levels = ["critical", "major", "minor", "info"] as const;
  const total = levels.reduce((sum, level) => sum + counts[level], 0);
  const left = exemptFact(view);
  return card(
    say("findings"),
    link(linkTo({}), formatNumber(total)),
    [
      html`${levels.map((level) =>
        link(
          linkTo({ severity: level }),
          html`${wordsFor(SEVERITY_WORDS, level, locale)} <b>${formatNumber(counts[level])}</b>`,
          `level sev-${level}`,
        ),
      )}`,
      left === null
        ? null
        : link("#exemptions", `${left.label} ${left.value.map(({ text }) => text).join("")}`),
    ],
    "levels",
  );
}

function span({ result, say, locale }: HtmlView): string {
  const { from, to } = result.totals;
  if (from === null || to === null) return "";
  const days = [formatDate(from, locale), formatDate(to, locale)] as const;
  return days[0] === days[1] ? days[0] : say("span", { from: days[0], to: days[1] });
}
