import type { Block, Column, Fact, Inline } from "../document.js";
import { html, type Markup } from "./markup.js";

/** Blocks of the common document as HTML: the same words as in the terminal and in Markdown. */
export function drawBlocks(blocks: Iterable<Block>): Markup {
  return html`${[...blocks].map(drawBlock)}`;
}

function drawBlock(block: Block): Markup {
  switch (block.kind) {
    case "title":
      return html`<h2>${block.text}</h2><p>${inline(block.about)}</p>`;
    case "heading":
      return html`<h3>${block.text}${block.note === null ? null : html` <small>${block.note}</small>`}</h3>`;
    case "facts":
      return facts(block.facts);
    case "paragraph":
      return html`<p>${inline(block.text)}</p>`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${inline(item)}</li>`)}</ul>`;
    case "table":
      return table(block.columns, block.rows);
    case "bars":
      return html`<ul>${block.bars.map(({ label, figure, about }) => html`<li>${label} ${figure} ${inline(about)}</li>`)}</ul>`;
    case "group":
      return html`<h3 class="group">${inline(block.head)}</h3>${block.facts.length === 0 ? null : facts(block.facts)}`;
    case "evidence":
      return evidence(block);
    case "more":
      return html`<p class="dim">${block.text}</p>`;
    case "sample":
      return html`<pre class="sample" tabindex="0"><code>${block.lines
        .join("\n")
        .split("\n")
        .map((line, at) => [at === 0 ? null : LINE, line])}</code></pre>`;
    case "details":
      return html`<details><summary>${block.summary}</summary>${drawBlocks(block.body)}</details>`;
    case "verdict":
      return html`<p class="strong">${block.text}</p>`;
  }
}

/** A line break between lines that were each made visible. */
const LINE: Markup = { markup: "\n" };

export function inline(spans: Inline): Markup {
  return html`${spans.map(({ text, tone, code }) => {
    if (text === "") return null;
    if (code) return html`<code class="${tone ?? "plain"}">${text}</code>`;
    if (tone === "mark") return html`<mark>${text}</mark>`;
    return tone === null || text.trim() === "" ? text : html`<span class="${tone}">${text}</span>`;
  })}`;
}

function facts(all: readonly Fact[]): Markup {
  return html`<dl class="facts">${all.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${inline(value)}</dd></div>`)}</dl>`;
}

/** Wide tables scroll by themselves, and a keyboard can do that too. */
export function scroller(label: string, content: Markup): Markup {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}">${content}</div>`;
}

function table(columns: readonly Column[], rows: readonly (readonly Inline[])[]): Markup {
  const head = columns.map(({ head, align }) => html`<th scope="col" class="${align}">${head}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>${columns.map(({ align, wraps }, at) => html`<td class="${align}${wraps ? " wraps" : ""}">${inline(row[at] ?? [])}</td>`)}</tr>`,
  );
  return scroller(
    columns.map((column) => column.head).join(" · "),
    html`<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
  );
}

export function evidence({ place, about, excerpt, note }: Extract<Block, { kind: "evidence" }>): Markup {
  const words =
    excerpt === null
      ? null
      : html`<blockquote>${excerpt.speaker === null ? null : html`<span class="dim">${excerpt.speaker}</span> `}${excerpt.before}<mark>${excerpt.mark}</mark>${excerpt.after}</blockquote>`;
  return html`<div class="evidence"><p class="place"><code>${place}</code> ${inline(about)}</p>${words}${note.length === 0 ? null : html`<p>${inline(note)}</p>`}</div>`;
}
