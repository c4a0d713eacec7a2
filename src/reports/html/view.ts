import { type HtmlSay, htmlWords } from "../../messages/html.js";
import type { AuditResult } from "../../model/result.js";
import { collect, type FindingGroup } from "../content/collect.js";
import { type View, viewOf } from "../content/view.js";
import type { ReportOptions } from "../report.js";
import { html, type Markup, type Value } from "./markup.js";

/** What every section of the page is made from. */
export interface HtmlView extends View {
  readonly word: HtmlSay;
  /** Findings by rule: a number leads to them only where there are any. */
  readonly groups: readonly FindingGroup[];
  readonly found: ReadonlySet<string>;
}

export function htmlView(result: AuditResult, options: ReportOptions): HtmlView {
  const groups = collect(result.findings, options.limits.findings);
  const found = new Set(groups.map(({ rule }) => rule));
  return { ...viewOf(result, options), word: htmlWords(options.locale), groups, found };
}

/** A part of the page that its contents lead to. */
export interface Section extends Markup {
  readonly id: string;
  /** What the contents call it. */
  readonly name: string;
}

/** A section with its heading; its id is where links lead. */
export function section(
  id: string,
  title: string,
  note: string | null,
  body: Value,
  { name = title, tone = "" }: { readonly name?: string; readonly tone?: string } = {},
): Section {
  const about = note === null || note === "" ? null : html`<p class="note">${note}</p>`;
  const { markup } =
    html`<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}" class="${tone}">${title}</h2>${about}${body}</section>\n`;
  return { id, name, markup };
}

/** A number that leads somewhere on this page. */
export function link(href: string, content: Value, tone = ""): Markup {
  return html`<a href="${href}" class="${tone}">${content}</a>`;
}
