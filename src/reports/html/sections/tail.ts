import { ledger as ledgerBlocks, readings } from "../../content/ledger.js";
import { provenance as provenanceBlocks } from "../../content/provenance.js";
import type { Block } from "../../document.js";
import { drawBlocks } from "../blocks.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, type Section, section } from "../view.js";

/** Where the script puts the findings; what stands in for them without it. */
export function findings(count: number, judged: boolean, view: HtmlView): Section {
  const { say, word } = view;
  if (count === 0) {
    const words = judged
      ? html`<p class="good">${say("noFindings")}</p>`
      : html`<p>${say("nothingJudged")}</p>`;
    return section("findings", say("details"), null, words);
  }
  const body = html`<p class="note unscripted">${word("needsScript")}</p><p class="only-print">${word("printed", { n: count })}</p><div id="explorer"></div>`;
  return section("findings", say("details"), word("findingsAbout"), body);
}

/** What became of every row, and how each file was read. */
export function ledger(view: HtmlView): Section | null {
  const { say } = view;
  const withoutHead = (blocks: Iterable<Block>) => [...blocks].filter(({ kind }) => kind !== "heading");
  if (view.result.ledger.length === 0) return null;
  const columns = html`<details><summary>${say("columns")}</summary>${drawBlocks(withoutHead(readings(view)))}</details>`;
  return section("ledger", say("ledger"), say("ledgerAbout"), [
    drawBlocks(withoutHead(ledgerBlocks(view))),
    columns,
  ]);
}

/** What it takes to get the same audit again. */
export function provenance(view: HtmlView): Markup {
  const { tool } = view.result.manifest;
  return html`<footer>${drawBlocks(provenanceBlocks(view))}<p class="dim">${view.word("footer", { tool: tool.name, version: tool.version })}</p></footer>\n`;
}
