import { visible } from "../../messages/index.js";
import { SPEAKERS } from "../../model/fields.js";
import type { Finding } from "../../model/result.js";
import { HOWS } from "../../model/turns.js";
import { jsonScript, type Markup } from "./markup.js";

/** Findings in one element of data. The page parses those that it shows or searches. */
const CHUNK = 1024;
/** Characters of a turn kept on each side of the quoted words: enough for any sentence, whatever a cell holds. */
const AROUND = 800;

/**
 * Every finding, in the order of the result, as JSON in script elements that never run. Each chunk has two: `facets`,
 * columns of small numbers that the page filters by, and `body`, the words, where every text of the chunk stands once.
 * What the numbers mean comes last, in `tables`, when all names are known.
 *
 * A body's rows: contact, file, line, column, turn, quote, how, expected, found, number of the first turn of the context,
 * why it does not count, then speaker and text of each turn. Texts are positions in the chunk's `texts`; −1 is nothing.
 *
 * `exemptNote` says why gates leave a finding out; null: no finding of this audit is left out.
 */
export function* findingData(
  findings: Iterable<Finding>,
  rules: readonly string[],
  exemptNote: ((finding: Finding) => string) | null,
): Iterable<Markup> {
  const names = { rules: table(rules), agents: table([]), teams: table([]), files: table([]) };
  const note = (finding: Finding) => exemptNote?.(finding) || null;
  let chunk = emptyChunk();
  const severities: string[] = [];
  let count = 0;
  for (const finding of findings) {
    add(chunk, finding, names, note(finding));
    if (exemptNote !== null) chunk.facets.x.push(statusOf(finding));
    severities[names.rules.indexOf(finding.rule)] ??= finding.severity;
    count += 1;
    if (chunk.rows.length < CHUNK) continue;
    yield* written(chunk);
    chunk = emptyChunk();
  }
  if (chunk.rows.length > 0) yield* written(chunk);
  const tables = Object.fromEntries(
    Object.entries(names).map(([name, { texts }]) => [name, texts.map(visible)]),
  );
  yield jsonScript("tables", { count, chunk: CHUNK, ...tables, severities });
}

interface Table {
  readonly texts: string[];
  indexOf(text: string | null): number;
}

interface Chunk {
  readonly facets: {
    readonly r: number[];
    readonly a: number[];
    readonly t: number[];
    readonly m: number[];
    readonly x: number[];
  };
  readonly texts: Table;
  readonly rows: (readonly number[])[];
}

type Names = Readonly<Record<"rules" | "agents" | "teams" | "files", Table>>;

function table(start: readonly string[]): Table {
  const texts = [...start];
  const known = new Map(texts.map((text, at) => [text, at]));
  return {
    texts,
    indexOf(text) {
      if (text === null) return -1;
      let at = known.get(text);
      if (at === undefined) {
        at = texts.push(text) - 1;
        known.set(text, at);
      }
      return at;
    },
  };
}

function emptyChunk(): Chunk {
  return { facets: { r: [], a: [], t: [], m: [], x: [] }, texts: table([]), rows: [] };
}

/** Why gates leave it out: 0 they do not, 1 the baseline has it, 2 it is suppressed. */
function statusOf({ baseline, suppressed }: Finding): 0 | 1 | 2 {
  return suppressed !== undefined ? 2 : baseline === "known" ? 1 : 0;
}

function add({ facets, texts, rows }: Chunk, finding: Finding, names: Names, note: string | null): void {
  facets.r.push(names.rules.indexOf(finding.rule));
  facets.a.push(names.agents.indexOf(finding.agent));
  facets.t.push(names.teams.indexOf(finding.team));
  facets.m.push(minuteOf(finding.at));
  const { quote, turn, context } = finding;
  const row = [
    texts.indexOf(finding.contact),
    names.files.indexOf(finding.file),
    finding.line,
    finding.column,
    turn ?? -1,
    texts.indexOf(quote),
    finding.how === null ? -1 : HOWS.indexOf(finding.how),
    texts.indexOf(finding.expected),
    texts.indexOf(finding.found),
    context[0]?.turn ?? -1,
    texts.indexOf(note),
  ];
  for (const one of context) {
    const said = one.turn === turn ? around(one.text, quote) : head(one.text);
    row.push(SPEAKERS.indexOf(one.speaker), texts.indexOf(said));
  }
  rows.push(row);
}

function* written({ facets, texts, rows }: Chunk): Iterable<Markup> {
  yield jsonScript("facets", facets);
  yield jsonScript("body", { texts: texts.texts.map(visible), rows });
}

/** Minutes since 1970 on the clock that the moment itself carries; −1 where there is none. */
function minuteOf(at: string | null): number {
  // the clock's own time, read as if it were UTC
  const moment = at?.[10] === "T" ? Date.parse(`${at.slice(0, 16)}Z`) : Number.NaN;
  return Number.isNaN(moment) ? -1 : moment / 60_000;
}

/** The turn with the quoted words whole, and as much around them as a reader needs. */
function around(text: string, quote: string | null): string {
  const at = quote === null ? -1 : text.indexOf(quote);
  if (at === -1 || quote === null) return head(text);
  return tail(text.slice(0, at)) + head(quote) + head(text.slice(at + quote.length));
}

function head(text: string): string {
  return text.length <= AROUND ? text : `${text.slice(0, AROUND).replace(/[\ud800-\udbff]$/, "")}…`;
}

function tail(text: string): string {
  return text.length <= AROUND ? text : `…${text.slice(-AROUND).replace(/^[\udc00-\udfff]/, "")}`;
}
