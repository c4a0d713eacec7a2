import { createHash } from "node:crypto";
import type { Finding } from "../model/result.js";
import { exemptNote } from "./content/exemptions.js";
import type { Inline } from "./document.js";
import { SCRIPT, STYLE } from "./html/assets.js";
import { clientWords } from "./html/client-words.js";
import { findingData } from "./html/data.js";
import { jsonScript, type Markup, html as markup, NOTHING, ownCode } from "./html/markup.js";
import { agents, teams } from "./html/sections/agents.js";
import { dimensions, gates, notCounted } from "./html/sections/gates.js";
import { head, summary } from "./html/sections/head.js";
import { costs, honours } from "./html/sections/people.js";
import { promises } from "./html/sections/promises.js";
import { recurring } from "./html/sections/recurring.js";
import { byRule, rules } from "./html/sections/rules.js";
import { findings, ledger, provenance } from "./html/sections/tail.js";
import { times } from "./html/sections/times.js";
import { type HtmlView, htmlView, type Section } from "./html/view.js";
import type { Reporter } from "./report.js";

/**
 * The report as one HTML file that needs nothing else: no network, no fonts, no second file. Charts are drawn here;
 * the page's own script only filters, sorts and shows findings, whose data stands in it as JSON. The policy in its head
 * lets that one script and that one style sheet run and nothing else, whatever words of anybody stand in the page.
 */
export const html: Reporter = function* (result, options) {
  const view = htmlView(result, options);
  const judged = result.rules.some((rule) => rule.severity !== "gate" && rule.pass > 0);
  const sections: readonly (Section | null)[] = [
    summary(view),
    gates(view),
    notCounted(view),
    dimensions(view),
    times(view),
    byRule(view),
    recurring(view),
    rules(view),
    teams(view),
    agents(view),
    promises(view),
    honours(view),
    costs(view),
    findings(result.findings.length, judged, view),
    ledger(view),
  ];
  const shown = sections.filter((part) => part !== null);
  yield opening(view).markup;
  yield head(view).markup;
  yield contents(shown, view).markup;
  yield "<main>\n";
  for (const part of shown) yield part.markup;
  yield "</main>\n";
  yield provenance(view).markup;
  if (result.findings.length > 0) {
    const rules = result.rules.map(({ id }) => id);
    const note = (finding: Finding) => plain(exemptNote(finding, view));
    for (const part of findingData(result.findings, rules, result.exemptions === undefined ? null : note))
      yield part.markup;
  }
  yield jsonScript("words", clientWords(view)).markup;
  yield `${ownCode("script", SCRIPT).markup}\n</body>\n</html>\n`;
};

function opening({ say, word, locale }: HtmlView): Markup {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(SCRIPT)}'`,
    `style-src '${hashOf(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return markup`${DOCTYPE}<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${say("title")}</title>
${ownCode("style", STYLE)}
</head>
<body>
<a class="skip" href="#findings">${word("skip")}</a>
`;
}

const DOCTYPE: Markup = { markup: "<!DOCTYPE html>\n" };

/** Links to the sections that are there. */
function contents(sections: readonly Section[], { word }: HtmlView): Markup {
  const links = sections.map(({ id, name }) => markup`<a href="${`#${id}`}">${name}</a>`);
  return links.length < 2
    ? NOTHING
    : markup`<nav class="contents" aria-label="${word("contents")}">${links}</nav>\n`;
}

function plain(spans: Inline): string {
  return spans.map(({ text }) => text).join("");
}

function hashOf(code: string): string {
  return `sha256-${createHash("sha256").update(code).digest("base64")}`;
}
