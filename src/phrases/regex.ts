import { createRequire } from "node:module";
import type * as Re2 from "re2js";
import { PhraseError, type PhrasePath } from "./errors.js";
import { FILLER, foldCodePoint, kindOfFolded } from "./fold.js";

/** A raw regular expression, matched in linear time on the bytes of the original text. */
export interface CompiledRegex {
  /** A folded string that a text must hold before the expression is tried, or null. */
  readonly literal: string | null;
  /**
   * Calls `found` with the bytes of every match, relative to the start of `bytes`. Empty matches are left
   * out.
   */
  find(bytes: Uint8Array, found: (from: number, to: number) => void): void;
}

/**
 * Throws PhraseError for an expression that RE2 does not know (look-around, back-references) or that matches
 * the empty text.
 */
export function compileRegex(source: string, path: PhrasePath): CompiledRegex {
  const engine = loadEngine();
  const pattern = compilePattern(engine, source, path);
  if (pattern.matcher("").matches()) throw new PhraseError("matches-empty", source, 0, path, source);
  return {
    literal: requiredLiteral(source),
    find(bytes, found) {
      const matcher = pattern.matcher(bytes);
      while (matcher.find()) if (matcher.end() > matcher.start()) found(matcher.start(), matcher.end());
    },
  };
}

type Engine = typeof Re2;

let loaded: Engine | null = null;

/** re2js takes 11 ms to load, and few standards have a raw expression: it is loaded when one is met. */
function loadEngine(): Engine {
  loaded ??= createRequire(import.meta.url)("re2js") as Engine;
  return loaded;
}

function compilePattern(engine: Engine, source: string, path: PhrasePath): Re2.RE2JS {
  try {
    return engine.RE2JS.compile(engine.RE2JS.translateRegExp(source));
  } catch (error) {
    if (!(error instanceof engine.RE2JSException)) throw error;
    throw new PhraseError("bad-regex", source, 0, path, error.message);
  }
}

/**
 * The longest run of plain characters outside every group, class, alternative and repetition, folded. Careful
 * rather than clever: what it does not understand yields null, and the expression is then tried on every
 * turn.
 */
export function requiredLiteral(source: string): string | null {
  const runs: string[] = [];
  let run: string[] = [];
  const cut = () => {
    runs.push(run.join(""));
    run = [];
  };
  for (let at = 0; at < source.length; ) {
    const token = /^(?:\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:[^\]]*:\]|[^\]\\])*\]|[\s\S])/u.exec(
      source.slice(at),
    )?.[0];
    if (token === undefined || token === "|" || token === ")") return null;
    at += token.length;
    if (token === "(") {
      const end = groupEnd(source, at);
      if (end < 0) return null;
      at = end;
      cut();
    } else if ("*?{".includes(token)) {
      run.pop();
      cut();
      if (token === "{") at = Math.max(at, source.indexOf("}", at) + 1);
    } else if (token === "+") {
      cut();
    } else if (/^[.^$[\\]/.test(token)) {
      if (/^\\[^A-Za-z0-9]/.test(token)) run.push(token.slice(1));
      else if (token[0] !== "\\" || /^\\[dDsSwWbBAz]/.test(token)) cut();
      else return null;
    } else {
      run.push(token);
    }
  }
  cut();
  return bestRun(runs);
}

/** The position after the bracket that closes the group opened just before `from`, or -1. */
function groupEnd(source: string, from: number): number {
  let depth = 1;
  const token = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:[^\]]*:\]|[^\]\\])*\]|[()]/gu;
  token.lastIndex = from;
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    if (found[0] === "(") depth++;
    else if (found[0] === ")" && --depth === 0) return token.lastIndex;
  }
  return -1;
}

/** Folds the runs, splits them at fillers (the walk skips those), and takes the longest piece. */
function bestRun(runs: readonly string[]): string | null {
  let best: string[] = [];
  for (const run of runs) {
    let piece: string[] = [];
    for (const char of run) {
      const folded = foldCodePoint(char.codePointAt(0)!);
      if (folded === 0) continue;
      if ((kindOfFolded(folded) & FILLER) !== 0) piece = [];
      else piece.push(String.fromCodePoint(folded));
      if (piece.length > best.length) best = [...piece];
    }
  }
  return best.length === 0 ? null : best.slice(0, 8).join("");
}
