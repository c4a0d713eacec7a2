// What the page knows of its findings. Loaded once; words of a chunk are parsed when somebody looks at them.

/**
 * @typedef {{ id: string, title: string, severity: number, dimension: string | null, clause: string, source: string,
 *   advice: string, advices: string[] }} Rule
 * @typedef {{ texts: string[], rows: number[][] }} Body
 * @typedef {{ locale: string, words: Record<string, string>, severities: { id: string, word: string }[],
 *   dimensions: { id: string, word: string }[], weekdays: string[], speakers: { id: string, word: string }[],
 *   units: Record<string, string>,   hows: string[], rules: Rule[] }} Words
 */

/** @param {string} part @returns {Element[]} */
function parts(part) {
  return [...document.querySelectorAll(`script[data-part="${part}"]`)];
}

/** @param {Element | undefined} element @returns {any} */
function parsed(element) {
  return element === undefined ? null : JSON.parse(element.textContent ?? "null");
}

/** @type {Words} */
export const WORDS = parsed(parts("words")[0]);

const tables = parsed(parts("tables")[0]) ?? {
  count: 0,
  chunk: 1,
  agents: [],
  teams: [],
  files: [],
  rules: [],
};
const bodies = parts("body");

/** @type {number} */
export const COUNT = tables.count;
/** @type {string[]} */
export const AGENTS = tables.agents;
/** @type {string[]} */
export const TEAMS = tables.teams;
/** @type {string[]} */
export const FILES = tables.files;
/** @type {Rule[]} */
export const RULES = tables.rules.map(
  (/** @type {string} */ id, /** @type {number} */ at) =>
    WORDS.rules[at] ?? {
      id,
      title: id,
      severity: WORDS.severities.findIndex(({ id: level }) => level === tables.severities[at]),
      dimension: null,
      clause: "",
      source: "",
      advice: "",
      advices: [],
    },
);

/** Columns to filter by: rule, agent, team and the minute on the wall clock; −1 is "not known". Status: a place in STATUSES. */
export const RULE = new Int32Array(COUNT);
export const AGENT = new Int32Array(COUNT);
export const TEAM = new Int32Array(COUNT);
export const MINUTE = new Int32Array(COUNT);
export const STATUS = new Int32Array(COUNT);
export const STATUSES = ["counted", "known", "suppressed"];
/** Whether there is a baseline or a list of suppressions, so that some findings may not count. */
export let HAS_STATUS = false;

parts("facets").forEach((element, chunk) => {
  const { r, a, t, m, x } = parsed(element);
  const from = chunk * tables.chunk;
  RULE.set(r, from);
  AGENT.set(a, from);
  TEAM.set(t, from);
  MINUTE.set(m, from);
  STATUS.set(x, from);
  HAS_STATUS ||= x.length > 0;
});

export const CHUNKS = bodies.length;
/** @type {number} */
export const CHUNK = tables.chunk;

/** @type {Map<number, Body>} */
const recent = new Map();
/** Enough that fifty thousand findings are parsed once. */
const KEPT = 64;

/** @param {number} chunk @returns {Body} */
export function bodyOf(chunk) {
  const known = recent.get(chunk);
  if (known !== undefined) return known;
  /** @type {Body} */
  const body = parsed(bodies[chunk]);
  if (recent.size >= KEPT) {
    const [oldest] = recent.keys();
    if (oldest !== undefined) recent.delete(oldest);
  }
  recent.set(chunk, body);
  return body;
}

/**
 * One finding in words.
 * @param {number} index
 */
export function findingAt(index) {
  const { texts, rows } = bodyOf(Math.floor(index / CHUNK));
  const row = rows[index % CHUNK] ?? [];
  /** @param {number} at */
  const text = (at) => texts[row[at] ?? -1] ?? null;
  const context = [];
  for (let at = 11; at + 1 < row.length; at += 2) {
    context.push({
      turn: (row[9] ?? 0) + context.length,
      speaker: WORDS.speakers[row[at] ?? 0] ?? { id: "unknown", word: "" },
      text: texts[row[at + 1] ?? -1] ?? "",
    });
  }
  return {
    rule: /** @type {Rule} */ (RULES[RULE[index] ?? 0]),
    agent: AGENTS[AGENT[index] ?? -1] ?? null,
    team: TEAMS[TEAM[index] ?? -1] ?? null,
    minute: MINUTE[index] ?? -1,
    contact: text(0) ?? "",
    place: `${FILES[row[1] ?? -1] ?? ""}:${row[2]}:${row[3]}`,
    turn: row[4] ?? -1,
    quote: text(5),
    how: WORDS.hows[row[6] ?? -1] ?? "",
    expected: text(7) ?? "",
    found: text(8) ?? "",
    status: STATUSES[STATUS[index] ?? 0] ?? "",
    note: text(10) ?? "",
    context,
  };
}
