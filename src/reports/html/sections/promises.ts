import { formatInstant, formatNumber, formatPlace } from "../../../messages/index.js";
import type { PromiseResult } from "../../../model/result.js";
import { byText } from "../../order.js";
import { scroller } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, link, type Section, section } from "../view.js";

/** What agents promised customers, and whether it was kept; broken ones first. */
export function promises(view: HtmlView): Section | null {
  const { result, word, say } = view;
  if (result.promises.length === 0) return null;
  const count = (state: PromiseResult["state"]) =>
    result.promises.filter((promise) => promise.state === state).length;
  const about = word("promisesAbout", {
    kept: count("kept"),
    broken: count("broken"),
    undecided: count("undecided"),
  });
  const sorted = result.promises.toSorted(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || byText(a.due, b.due) || byText(a.contact, b.contact),
  );
  const heads = [
    say("verdictColumn"),
    word("promise"),
    word("made"),
    word("due"),
    say("agent"),
    word("contact"),
  ];
  const rows = sorted.slice(0, MOST).map((promise) => row(promise, view));
  const table = html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  const hidden = sorted.length - rows.length;
  const more = hidden === 0 ? null : html`<p class="dim">${word("morePromises", { n: hidden })}</p>`;
  return section("promises", word("promises"), about, [
    html`<div class="scroll${rows.length > LONG ? " tall" : ""}" role="group" tabindex="0" aria-label="${word("promises")}">${table}</div>`,
    more,
  ]);
}

/** Complaints by type and cause: as recorded, and as proposed where the record is silent. */
export function complaints(view: HtmlView): Markup | null {
  const { result, word } = view;
  const { complaints: found } = result;
  if (found === null || found.contacts === 0) return null;
  const lists = [[word("types"), found.types] as const, [word("causes"), found.causes] as const].filter(
    ([, classes]) => classes.length > 0,
  );
  const tables = lists.map(
    ([title, classes]) =>
      html`<div>${scroller(
        title,
        html`<table><thead><tr><th scope="col">${title}</th><th scope="col" class="right">${word("recorded")}</th><th scope="col" class="right">${word("proposed")}</th></tr></thead><tbody>${classes.slice(0, CLASSES).map(({ label, recorded, proposed }) => html`<tr><th scope="row" class="wraps">${label}</th><td class="right">${formatNumber(recorded)}</td><td class="right dim">${formatNumber(proposed)}</td></tr>`)}</tbody></table>`,
      )}</div>`,
  );
  return html`<h3>${word("complaints")}</h3><p>${word("complaintsAbout", { n: found.contacts, label: found.byLabel, words: found.byWords })}</p><div class="columns">${tables}</div><p class="note">${word("proposedNote")}</p>`;
}

const ORDER: readonly PromiseResult["state"][] = ["broken", "undecided", "kept"];
const TONES = { kept: "good", broken: "bad", undecided: "warn" } as const;
const SIGNS = { kept: "✓", broken: "✗", undecided: "…" } as const;
/** Rows drawn; the JSON has all of them. */
const MOST = 200;
const LONG = 12;
const CLASSES = 12;

function row(promise: PromiseResult, { word, locale, result }: HtmlView): Markup {
  const { state, quote, made, due, agent, contact } = promise;
  const lead = (filter: { agent?: string; contact?: string }, name: string) =>
    result.findings.length === 0 ? html`${name}` : link(linkTo(filter), name);
  return html`<tr><td><span class="pill ${TONES[state]}">${SIGNS[state]} ${word(state)}</span></td><td class="wraps">${quote} <code class="dim">${formatPlace(promise)}</code></td><td>${formatInstant(made, locale, "no-year")}</td><td>${formatInstant(due, locale, "no-year")}</td><td>${agent === null ? "" : lead({ agent }, agent)}</td><td>${lead({ contact }, contact)}</td></tr>`;
}
