/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface JsonText {
  /** The values of the text: one, or of JSON Lines one a line. */
  readonly values: readonly Json[];
  /** The line, from 1, on which an object begins. */
  lineOf(object: JsonObject): number;
}

/** Where text stops being JSON. */
export class JsonDamage extends Error {
  constructor(readonly line: number) {
    super(`not JSON from line ${line} on`);
    this.name = "JsonDamage";
  }
}

/**
 * Parses JSON, keeping the line on which each object stands, which `JSON.parse` does not tell.
 *
 * @throws JsonDamage
 */
export function parseJson(text: string): JsonText {
  const lines = new WeakMap<JsonObject, number>();
  let at = 0;
  let line = 1;
  const values: Json[] = [];
  for (skipSpace(); at < text.length; skipSpace()) values.push(value(0));
  return { values, lineOf: (object) => lines.get(object) ?? 1 };

  function value(depth: number): Json {
    skipSpace();
    const character = text[at];
    if (depth > MOST_NESTED) throw new JsonDamage(line);
    if (character === "{") return object(depth);
    if (character === "[") return list(depth);
    return character === '"' ? word() : scalar();
  }

  function object(depth: number): JsonObject {
    // a key such as __proto__ is a key like any other
    const made: Record<string, Json> = Object.create(null) as Record<string, Json>;
    lines.set(made, line);
    at += 1;
    for (let first = true; !closes("}", first); first = false) {
      skipSpace();
      if (text[at] !== '"') throw new JsonDamage(line);
      const key = word();
      skipSpace();
      expect(":");
      made[key] = value(depth + 1);
    }
    return made;
  }

  function list(depth: number): readonly Json[] {
    const made: Json[] = [];
    at += 1;
    for (let first = true; !closes("]", first); first = false) made.push(value(depth + 1));
    return made;
  }

  /** Moves past the end of a list or object, or past the comma before what follows. */
  function closes(bracket: string, first: boolean): boolean {
    skipSpace();
    if (text[at] === bracket) {
      at += 1;
      return true;
    }
    if (!first) expect(",");
    return false;
  }

  function word(): string {
    const start = at;
    for (at += 1; text[at] !== '"'; at++) {
      if (at >= text.length || text[at] === "\n") throw new JsonDamage(line);
      if (text[at] === "\\") at += 1;
    }
    at += 1;
    return parsed(text.slice(start, at)) as string;
  }

  function scalar(): Json {
    const start = at;
    while (at < text.length && !ENDS.has(text[at]!)) at += 1;
    return parsed(text.slice(start, at));
  }

  function parsed(piece: string): Json {
    try {
      return JSON.parse(piece) as Json;
    } catch {
      throw new JsonDamage(line);
    }
  }

  function expect(character: string): void {
    if (text[at] !== character) throw new JsonDamage(line);
    at += 1;
  }

  function skipSpace(): void {
    for (; at < text.length && SPACES.has(text[at]!); at++) if (text[at] === "\n") line += 1;
  }
}

const SPACES: ReadonlySet<string> = new Set([" ", "\t", "\n", "\r", "\ufeff"]);
const ENDS: ReadonlySet<string> = new Set([...SPACES, ",", "}", "]", ":"]);
/** Dialogues are nested a handful of levels; what goes deeper is no dialogue. */
const MOST_NESTED = 200;
