import type { Tone } from "./report.js";

/**
 * A report for people before it takes a format: what is said, in which order, and nothing of how it is drawn. Built
 * once from the result (`content/`) and drawn by each format, so formats cannot disagree on what they include.
 *
 * Every text in it is plain text, ours and the customers' alike; a renderer escapes all of it. So no words of anybody
 * can become markup or control codes, wherever in the document they stand.
 */
export type Block =
  | { readonly kind: "title"; readonly text: string; readonly about: Inline }
  | { readonly kind: "heading"; readonly text: string; readonly note: string | null }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "paragraph"; readonly text: Inline }
  | { readonly kind: "list"; readonly items: readonly Inline[] }
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Inline[])[];
    }
  | { readonly kind: "bars"; readonly bars: readonly Bar[] }
  /** Opens a group of evidence: a rule, a file. */
  | { readonly kind: "group"; readonly head: Inline; readonly facts: readonly Fact[] }
  | {
      readonly kind: "evidence";
      readonly place: string;
      readonly about: Inline;
      readonly excerpt: Excerpt | null;
      readonly note: Inline;
    }
  /** The rest of a group, left out. */
  | { readonly kind: "more"; readonly text: string }
  /** Lines to copy into a file. */
  | { readonly kind: "sample"; readonly lines: readonly string[] }
  /** What a reader may skip: folded away where the format can. */
  | { readonly kind: "details"; readonly summary: string; readonly body: readonly Block[] }
  | { readonly kind: "verdict"; readonly exitCode: 0 | 1 | 2; readonly text: string };

export interface Fact {
  readonly label: string;
  readonly value: Inline;
}

export interface Column {
  readonly head: string;
  readonly align: "left" | "right";
  /** Texts that may be wrapped. Other columns keep their width as long as the table fits. */
  readonly wraps: boolean;
}

export interface Bar {
  readonly label: string;
  /** 0–1, or null where there is nothing to draw. */
  readonly share: number | null;
  readonly figure: string;
  readonly about: Inline;
}

/** Words in their sentence. `mark` is what the finding is about. */
export interface Excerpt {
  readonly speaker: string | null;
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

/** A line of text in stretches of one tone. */
export type Inline = readonly Span[];

export interface Span {
  readonly text: string;
  readonly tone: Tone | null;
  /** An id, a path, a command: something to copy or type. */
  readonly code: boolean;
}

export function text(words: string, tone: Tone | null = null): Span {
  return { text: words, tone, code: false };
}

export function code(words: string, tone: Tone | null = null): Span {
  return { text: words, tone, code: true };
}

/** Inlines with `separator` between them; empty ones are left out. */
export function joined(parts: readonly Inline[], separator: string): Inline {
  return parts
    .filter((part) => part.some((span) => span.text !== ""))
    .flatMap((part, index) => (index === 0 ? part : [text(separator, "dim"), ...part]));
}

/** A table without the columns that say nothing in any row. */
export function table(columns: readonly Column[], rows: readonly (readonly Inline[])[]): Block {
  const used = columns.map((_, index) =>
    rows.some((row) => row[index]?.some((span) => span.text !== "") ?? false),
  );
  return {
    kind: "table",
    columns: columns.filter((_, index) => used[index]),
    rows: rows.map((row) => columns.flatMap((_, index) => (used[index] ? [row[index] ?? []] : []))),
  };
}

export const wide = (head: string): Column => ({ head, align: "left", wraps: true });
export const left = (head: string): Column => ({ head, align: "left", wraps: false });
export const right = (head: string): Column => ({ head, align: "right", wraps: false });
