import { PhraseError, type PhrasePath } from "./errors.js";
import { type Node, parsePhrase } from "./notation.js";

/**
 * Nodes of one phrase after its named lists are put in; more would make verification slow and tables large.
 */
export const LARGEST_PHRASE = 4000;

export interface NamedPhrases {
  readonly phrases: readonly string[];
  /** Where they stand, for errors. */
  readonly path: PhrasePath;
}

export interface Resolver {
  /** The tree of a phrase with its named lists put in. Throws PhraseError. */
  resolve(phrase: string, path: PhrasePath): Node;
  /** Reads a named list, to find its mistakes even if nobody uses it. */
  check(name: string): void;
}

/**
 * Named lists by name (`we`, `courtesy/apology`). They may use each other, but not in a circle. Each list is
 * read once; a mistake inside a list is reported there, not where the list is used.
 */
export function createResolver(named: ReadonlyMap<string, NamedPhrases>): Resolver {
  const done = new Map<string, Node>();
  const open: string[] = [];
  return {
    resolve: read,
    check(name) {
      const list = named.get(name);
      if (list !== undefined) listNode(name, list);
    },
  };

  function read(phrase: string, path: PhrasePath): Node {
    const node = putIn(parsePhrase(phrase, path), phrase, path);
    if (size(node) > LARGEST_PHRASE) throw new PhraseError("too-large", phrase, 0, path, `${LARGEST_PHRASE}`);
    return node;
  }

  function putIn(node: Node, phrase: string, path: PhrasePath): Node {
    if (node.kind === "sequence")
      return { kind: "sequence", parts: node.parts.map((part) => putIn(part, phrase, path)) };
    if (node.kind === "choice")
      return { kind: "choice", options: node.options.map((option) => putIn(option, phrase, path)) };
    if (node.kind !== "list") return node;
    const list = named.get(node.name);
    const place = [phrase, node.offset, path] as const;
    if (list === undefined) throw new PhraseError("unknown-list", ...place, `@${node.name}`);
    if (open.includes(node.name))
      throw new PhraseError(
        "circular-list",
        ...place,
        [...open, node.name].map((name) => `@${name}`).join(" → "),
      );
    if (list.phrases.length === 0) throw new PhraseError("empty-group", ...place, `@${node.name}`);
    return listNode(node.name, list);
  }

  function listNode(name: string, { phrases, path }: NamedPhrases): Node {
    const known = done.get(name);
    if (known !== undefined) return known;
    open.push(name);
    const options = phrases.map((phrase, index) => read(phrase, [...path, index]));
    open.pop();
    const node: Node = options.length === 1 ? options[0]! : { kind: "choice", options };
    done.set(name, node);
    return node;
  }
}

/** A gap of N counts N: each of its characters is a state of the matcher. Stops counting above the limit. */
function size(node: Node): number {
  if (node.kind === "gap") return node.most;
  if (node.kind !== "sequence" && node.kind !== "choice") return 1;
  let sum = 1;
  for (const part of node.kind === "sequence" ? node.parts : node.options) {
    sum += size(part);
    if (sum > LARGEST_PHRASE) return sum;
  }
  return sum;
}
