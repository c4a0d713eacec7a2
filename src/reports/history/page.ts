import { createHash } from "node:crypto";
import { historyWords } from "../../messages/history.js";
import type { Trends } from "../../scoring/trends.js";
import type { Block } from "../document.js";
import { STYLE } from "../html/assets.js";
import { drawBlocks } from "../html/blocks.js";
import { html, type Markup, ownCode } from "../html/markup.js";
import { section } from "../html/view.js";
import type { ReportOptions } from "../report.js";
import { trendCharts } from "./charts.js";
import { historyDocument } from "./content.js";

/** The trends as one HTML page: what the terminal says, and a control chart of each. It has no script and loads nothing. */
export function* historyPage(trends: Trends, options: ReportOptions): Iterable<string> {
  const say = historyWords(options.locale);
  const policy = `default-src 'none'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'`;
  yield html`${DOCTYPE}<html lang="${options.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say("title")}</title>
${ownCode("style", STYLE)}
</head>
<body>
<header class="top"><h1>${say("title")}</h1></header>
<main>
`.markup;
  for (const part of sections(historyDocument(trends, options))) yield part.markup;
  yield section("charts", say("charts"), say("chartsAbout"), trendCharts(trends, options)).markup;
  yield "</main>\n</body>\n</html>\n";
}

const DOCTYPE: Markup = { markup: "<!DOCTYPE html>\n" };

/** Each heading with what follows it as a section; what stands before the first one without. */
function* sections(blocks: Iterable<Block>): Iterable<Markup> {
  let heading: Extract<Block, { kind: "heading" }> | null = null;
  let body: Block[] = [];
  let number = 0;
  const drawn = (): Markup => {
    const content = drawBlocks(body);
    if (heading === null) return html`<section>${content}</section>\n`;
    return section(`part-${number}`, heading.text, heading.note, content);
  };
  for (const block of blocks) {
    if (block.kind === "title") continue;
    if (block.kind === "heading") {
      yield drawn();
      number += 1;
      heading = block;
      body = [];
    } else body.push(block);
  }
  yield drawn();
}

function hashOf(code: string): string {
  return `sha256-${createHash("sha256").update(code).digest("base64")}`;
}
