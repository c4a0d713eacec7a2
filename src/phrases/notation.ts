import { PhraseError, type PhraseErrorCode, type PhrasePath } from "./errors.js";
import { foldCodePoint } from "./fold.js";

/** A phrase as a tree. `list` stands for a named list until `resolve.ts` has put its phrases in. */
export type Node =
  | { readonly kind: "char"; readonly code: number; readonly raw: number }
  /** A character that folding skips: means nothing, but tells "as written" from "folded". */
  | { readonly kind: "mark"; readonly raw: number }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "number" }
  | { readonly kind: "edge"; readonly at: "clause" | "turn-start" | "turn-end" }
  | { readonly kind: "list"; readonly name: string; readonly offset: number }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  | { readonly kind: "choice"; readonly options: readonly Node[] };

export const DEFAULT_GAP = 8;
export const LONGEST_GAP = 40;

/**
 * Reads a phrase:
 * `(a|b)` alternatives, `(a|)` optional, `…N` or `...N` a gap of at most N characters (8 unless told, at most
 * 40), `@name` a named list, `#` a number, `<` `>` start and end of a clause, `^` `$` start and end of the
 * turn, `\` takes the next character as it is. The same signs in full width mean the same.
 *
 * Other characters stand for themselves after folding; spaces and punctuation mean nothing, and an alternative of
 * nothing else is an error. A number is taken whole, a gap does not span the end of a sentence, and a match neither
 * begins nor ends inside a word of Latin letters or digits. Throws PhraseError.
 */
export function parsePhrase(phrase: string, path: PhrasePath): Node {
  const reader: Reader = { phrase, path, at: 0 };
  const node = choice(reader, 0);
  if (reader.at < phrase.length) throw fail(reader, "unbalanced-bracket", reader.at, ")");
  return node;
}

interface Reader {
  readonly phrase: string;
  readonly path: PhrasePath;
  at: number;
}

const FULL_WIDTH = new Map([..."（(）)｜|＠@＃#＜<＞>＾^＄$＼\\"].flatMap(pairUp));

function choice(reader: Reader, depth: number): Node {
  const starts = [reader.at];
  const options = [sequence(reader, depth)];
  while (sign(reader) === "|") {
    starts.push(++reader.at);
    options.push(sequence(reader, depth));
  }
  if (options.length === 1) return options[0]!;
  const node: Node = { kind: "choice", options };
  if (!isBlank(node)) for (const [i, option] of options.entries()) refuseMarks(reader, option, starts[i]!);
  return node;
}

/** `(了|，)` would mean `(了|)`: folding leaves nothing of the comma, and whoever wrote it meant something by it. */
function refuseMarks(reader: Reader, option: Node, start: number): void {
  const isEmpty = option.kind === "sequence" && option.parts.length === 0;
  if (isEmpty || !isBlank(option)) return;
  const end = reader.phrase.slice(start).search(/[|｜)）]/);
  const written = reader.phrase.slice(start, end < 0 ? undefined : start + end);
  throw fail(reader, "blank-alternative", start, written);
}

function sequence(reader: Reader, depth: number): Node {
  const parts: Node[] = [];
  for (let next = sign(reader); next !== ""; next = sign(reader)) {
    if (next === "|" || next === ")") break;
    parts.push(next === "(" ? group(reader, depth + 1) : atom(reader, next));
  }
  return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
}

function group(reader: Reader, depth: number): Node {
  const open = reader.at++;
  // Deeper than anybody writes, and shallow enough for every recursion over the tree.
  if (depth > 100) throw fail(reader, "too-large", open, "100 nested groups");
  const node = choice(reader, depth);
  if (sign(reader) !== ")") throw fail(reader, "unbalanced-bracket", open, "(");
  reader.at++;
  if (isBlank(node)) throw fail(reader, "empty-group", open, reader.phrase.slice(open, reader.at));
  return node;
}

function isBlank(node: Node): boolean {
  if (node.kind === "choice") return node.options.every(isBlank);
  return node.kind === "mark" || (node.kind === "sequence" && node.parts.every(isBlank));
}

function atom(reader: Reader, next: string): Node {
  const start = reader.at;
  if (next === "…" || next === ".") return gap(reader, start);
  reader.at += next.length;
  if (next === "#") return { kind: "number" };
  if (next === "<" || next === ">") return { kind: "edge", at: "clause" };
  if (next === "^") return { kind: "edge", at: "turn-start" };
  if (next === "$") return { kind: "edge", at: "turn-end" };
  if (next === "@") return list(reader, start);
  if (next === "\\") return escaped(reader, start);
  return literal(reader.phrase.codePointAt(start)!);
}

function gap(reader: Reader, start: number): Node {
  const dots = /^(?:…+|\.{3,})/.exec(reader.phrase.slice(start))?.[0];
  if (dots === undefined) {
    reader.at++;
    return literal(0x2e);
  }
  const digits = /^[0-9０-９]*/.exec(reader.phrase.slice(start + dots.length))![0];
  reader.at += dots.length + digits.length;
  const most = digits === "" ? DEFAULT_GAP : Number(digits.normalize("NFKC"));
  if (most < 1 || most > LONGEST_GAP) throw fail(reader, "gap-limit", start, `1–${LONGEST_GAP}`);
  return { kind: "gap", most };
}

function list(reader: Reader, start: number): Node {
  const name = /^[A-Za-z0-9_/-]*/.exec(reader.phrase.slice(reader.at))![0];
  if (name === "") throw fail(reader, "missing-list-name", start, "@");
  reader.at += name.length;
  return { kind: "list", name, offset: start };
}

function escaped(reader: Reader, start: number): Node {
  const code = reader.phrase.codePointAt(reader.at);
  if (code === undefined) throw fail(reader, "dangling-escape", start, "\\");
  reader.at += code > 0xffff ? 2 : 1;
  return literal(code);
}

function literal(raw: number): Node {
  const code = foldCodePoint(raw);
  return code === 0 ? { kind: "mark", raw } : { kind: "char", code, raw };
}

/** The next sign of the notation, or the next character; empty at the end. */
function sign(reader: Reader): string {
  const code = reader.phrase.codePointAt(reader.at);
  if (code === undefined) return "";
  const char = String.fromCodePoint(code);
  return FULL_WIDTH.get(char) ?? char;
}

function fail(reader: Reader, code: PhraseErrorCode, offset: number, detail: string): PhraseError {
  return new PhraseError(code, reader.phrase, offset, reader.path, detail);
}

function pairUp(char: string, index: number, all: string[]): [string, string][] {
  return index % 2 === 0 ? [[char, all[index + 1]!]] : [];
}
