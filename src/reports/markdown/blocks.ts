import { visible } from "../../messages/index.js";
import type { Bar, Block, Excerpt, Fact, Inline, Span } from "../document.js";
import { escapeHtml, escapeMarkdown, markdownCode } from "../escape.js";
import { markdownTable } from "./table.js";

/** One block as Markdown, without line breaks around it. `colon` follows a label in the report's language. */
export function writeBlock(block: Block, colon: string): string {
  switch (block.kind) {
    case "title":
      return [`# ${escapeMarkdown(block.text)}`, inline(block.about)]
        .filter((part) => part !== "")
        .join("\n\n");
    case "heading":
      return `## ${escapeMarkdown(block.text)}${block.note === null ? "" : `\n\n*${escapeMarkdown(block.note)}*`}`;
    case "facts":
      return facts(block.facts, colon);
    case "paragraph":
      return inline(block.text);
    case "list":
      return block.items.map((item) => `- ${inline(item)}`).join("\n");
    case "table":
      return markdownTable(
        block.columns.map((column) => ({ head: escapeMarkdown(column.head), align: column.align })),
        block.rows.map((row) => row.map(inline)),
      );
    case "bars":
      return block.bars.map(bar).join("\n");
    case "group":
      return [
        `### ${inline(block.head)}`,
        ...(block.facts.length === 0 ? [] : [facts(block.facts, colon)]),
      ].join("\n\n");
    case "evidence":
      return evidence(block, colon);
    case "more":
      return `* *${escapeMarkdown(block.text)}*`;
    case "sample":
      return fenced(block.lines);
    case "details":
      return details(block.summary, block.body, colon);
    case "verdict":
      return `---\n\n**${escapeMarkdown(block.text)}**`;
  }
}

const BAR = 24;

function inline(spans: Inline): string {
  const safe = spans.map(escapeSpan);
  const written = spans.map(({ tone, code }, at) => {
    const words = safe[at]!;
    if (words.trim() === "") return words === "" ? "" : " ";
    if (tone === "mark") return `<mark>${words}</mark>`;
    const isStrong = (tone === "strong" || tone === "bad") && !code;
    return isStrong ? strong(words, safe[at - 1] ?? "", safe[at + 1] ?? "") : words;
  });
  return written.join("").trim();
}

function escapeSpan({ text, code }: Span): string {
  return text.trim() === "" || !code ? escapeMarkdown(text) : markdownCode(text);
}

/**
 * Asterisks only where CommonMark takes them for emphasis: a letter or figure on the inner side, or blank on the outer.
 * Between a Chinese character and a quotation mark they would stay asterisks.
 */
function strong(words: string, before: string, after: string): string {
  const opens = /^[\p{L}\p{N}]/u.test(words) || /(?:^|\s)$/.test(before);
  const closes = /[\p{L}\p{N}]$/u.test(words) || /^(?:\s|$)/.test(after);
  return opens && closes && words === words.trim() ? `**${words}**` : `<strong>${words}</strong>`;
}

function facts(all: readonly Fact[], colon: string): string {
  return all.map(({ label, value }) => `- **${escapeMarkdown(label)}**${colon}${inline(value)}`).join("\n");
}

function bar({ label, share, figure, about }: Bar): string {
  const filled = Math.round((share ?? 0) * BAR);
  const drawn = share === null ? "" : ` \`${"█".repeat(filled)}${"░".repeat(BAR - filled)}\``;
  return `- ${escapeMarkdown(label)}${drawn} **${escapeMarkdown(figure)}** ${inline(about)}`.trimEnd();
}

/** Evidence has a bullet of its own: after a blank line, the same one would continue the list above. */
function evidence(
  { place, about, excerpt, note }: Extract<Block, { kind: "evidence" }>,
  colon: string,
): string {
  const where = `* ${markdownCode(place)} ${inline(about)}`.trimEnd();
  if (excerpt === null) return note.length === 0 ? where : `${where} ${inline(note)}`;
  return [where, `  > ${quoted(excerpt, colon)}`, ...(note.length === 0 ? [] : [`  ${inline(note)}`])].join(
    "\n\n",
  );
}

function quoted({ speaker, before, mark, after }: Excerpt, colon: string): string {
  const who = speaker === null ? "" : `${escapeMarkdown(speaker)}${colon}`;
  return `${who}${escapeMarkdown(before)}<mark>${escapeMarkdown(mark)}</mark>${escapeMarkdown(after)}`.trimEnd();
}

/** A code block that no run of backticks in it can close. */
function fenced(lines: readonly string[]): string {
  const body = lines.map(visible).join("\n");
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}yaml\n${body}\n${fence}`;
}

function details(summary: string, body: readonly Block[], colon: string): string {
  const inner = body.map((block) => writeBlock(block, colon)).join("\n\n");
  return `<details>\n<summary>${escapeHtml(summary)}</summary>\n\n${inner}\n\n</details>`;
}
