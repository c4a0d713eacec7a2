// Which findings are shown, and in which order. The address of the page holds the filter, so that every number of the
// report can lead to its findings, and the way back leads back.

import {
  AGENT,
  AGENTS,
  bodyOf,
  CHUNK,
  CHUNKS,
  COUNT,
  MINUTE,
  RULE,
  RULES,
  STATUS,
  STATUSES,
  TEAM,
  TEAMS,
  WORDS,
} from "./data.js";

/** @typedef {Record<string, string>} Filter */

const KEYS = [
  "rule",
  "severity",
  "dimension",
  "agent",
  "team",
  "contact",
  "day",
  "weekday",
  "hour",
  "status",
  "q",
  "sort",
];

/** The filter in the address; null where it leads elsewhere. @returns {Filter | null} */
export function filterInAddress() {
  if (!/^#findings(\?|$)/.test(location.hash)) return null;
  const query = new URLSearchParams(location.hash.slice("#findings?".length));
  /** @type {Filter} */
  const filter = {};
  for (const key of KEYS) {
    const value = query.get(key);
    if (value !== null && value !== "") filter[key] = value;
  }
  return filter;
}

/** @param {Filter} filter */
export function addressOf(filter) {
  const query = KEYS.filter((key) => (filter[key] ?? "") !== "").map(
    (key) => `${key}=${encodeURIComponent(filter[key] ?? "")}`,
  );
  return query.length === 0 ? "#findings" : `#findings?${query.join("&")}`;
}

/** What can be told without words. @param {Filter} filter @returns {(index: number) => boolean} */
export function facetTest(filter) {
  const severities = (filter.severity ?? "").split(",").filter((id) => id !== "");
  const rules = RULES.map(
    ({ id, severity, dimension }) =>
      (filter.rule === undefined || filter.rule === id) &&
      (severities.length === 0 || severities.includes(WORDS.severities[severity]?.id ?? "")) &&
      (filter.dimension === undefined || filter.dimension === dimension),
  );
  const agents = AGENTS.map((name) => filter.agent === undefined || filter.agent === name);
  const status = filter.status === undefined ? -1 : STATUSES.indexOf(filter.status);
  const teams = TEAMS.map((name) => filter.team === undefined || filter.team === name);
  const day = filter.day === undefined ? null : Math.floor(Date.parse(`${filter.day}T00:00:00Z`) / 86400000);
  const timed = filter.day !== undefined || filter.weekday !== undefined || filter.hour !== undefined;
  return (index) =>
    rules[RULE[index] ?? -1] === true &&
    (filter.agent === undefined || agents[AGENT[index] ?? -1] === true) &&
    (filter.team === undefined || teams[TEAM[index] ?? -1] === true) &&
    (filter.status === undefined || STATUS[index] === status) &&
    (!timed || isThen(MINUTE[index] ?? -1, day, filter));
}

/** @param {number} minute @param {number | null} day @param {Filter} filter */
function isThen(minute, day, { weekday, hour }) {
  if (minute < 0) return false;
  const date = Math.floor(minute / 1440);
  return (
    (day === null || date === day) &&
    (hour === undefined || Math.floor((minute % 1440) / 60) === Number(hour)) &&
    (weekday === undefined || ((date + 3) % 7) + 1 === Number(weekday))
  );
}

/** Findings of one chunk whose words match. @param {number} chunk @param {Filter} filter @param {Uint8Array} wanted */
export function textTest(chunk, filter, wanted) {
  const { texts, rows } = bodyOf(chunk);
  const query = (filter.q ?? "").toLowerCase();
  const hits = texts.map((text) => query !== "" && text.toLowerCase().includes(query));
  const rules = RULES.map(({ id, title }) => `${id} ${title}`.toLowerCase().includes(query));
  const agents = AGENTS.map((name) => name.toLowerCase().includes(query));
  rows.forEach((row, at) => {
    const index = chunk * CHUNK + at;
    if (wanted[index] !== 1) return;
    const ofContact = filter.contact === undefined || texts[row[0] ?? -1] === filter.contact;
    const found =
      query === "" ||
      rules[RULE[index] ?? -1] === true ||
      agents[AGENT[index] ?? -1] === true ||
      hasHit(row, hits);
    if (!ofContact || !found) wanted[index] = 0;
  });
}

/** Whether contact, quote, expected, found or context hold a hit. @param {number[]} row @param {boolean[]} hits */
function hasHit(row, hits) {
  if (hits[row[0] ?? -1] || hits[row[5] ?? -1] || hits[row[7] ?? -1] || hits[row[8] ?? -1]) return true;
  for (let at = 12; at < row.length; at += 2) if (hits[row[at] ?? -1]) return true;
  return false;
}

/** Milliseconds of work at a time: below what a reader notices. */
const SLICE = 12;
/** Milliseconds between two looks at what a search has found so far. */
const LOOK = 400;
let run = 0;

/**
 * Finds what a filter leaves. Facets at once; words chunk by chunk, giving way to the reader in between. A new call ends
 * the one before.
 * @param {Filter} filter
 * @param {(shown: Uint32Array, progress: number) => void} report called with what is certain so far
 */
export function apply(filter, report) {
  const mine = ++run;
  const test = facetTest(filter);
  const wanted = new Uint8Array(COUNT);
  for (let index = 0; index < COUNT; index++) wanted[index] = test(index) ? 1 : 0;
  if (filter.q === undefined && filter.contact === undefined) {
    report(ordered(wanted, COUNT, filter.sort), 1);
    return;
  }
  let chunk = 0;
  let looked = Number.NEGATIVE_INFINITY;
  const step = () => {
    if (mine !== run) return;
    const until = performance.now() + SLICE;
    while (chunk < CHUNKS && performance.now() < until) textTest(chunk++, filter, wanted);
    if (chunk < CHUNKS) {
      setTimeout(step);
      if (performance.now() - looked < LOOK) return;
    }
    looked = performance.now();
    report(ordered(wanted, Math.min(COUNT, chunk * CHUNK), filter.sort), CHUNKS === 0 ? 1 : chunk / CHUNKS);
  };
  step();
}

/** @param {Uint8Array} wanted @param {number} until @param {string | undefined} sort */
function ordered(wanted, until, sort) {
  let count = 0;
  for (let index = 0; index < until; index++) count += wanted[index] ?? 0;
  const keys = new Float64Array(count);
  const rank = rankOf(sort);
  let at = 0;
  // one number holds the rank and, below it, the finding: sorting numbers is fast, and keeps equal ones in their order
  for (let index = 0; index < until; index++)
    if (wanted[index] === 1) keys[at++] = rank(index) * 2 ** 21 + index;
  if (sort !== "file") keys.sort();
  return Uint32Array.from(keys, (key) => key % 2 ** 21);
}

/** @param {string | undefined} sort @returns {(index: number) => number} */
function rankOf(sort) {
  if (sort === "file") return () => 0;
  if (sort === "time") return (index) => ((MINUTE[index] ?? -1) < 0 ? 2 ** 30 : (MINUTE[index] ?? 0));
  if (sort === "agent") {
    const names = [...AGENTS.keys()].sort((a, b) => ((AGENTS[a] ?? "") < (AGENTS[b] ?? "") ? -1 : 1));
    const ranks = new Map(names.map((agent, rank) => [agent, rank]));
    return (index) => ranks.get(AGENT[index] ?? -1) ?? names.length;
  }
  const counts = new Uint32Array(RULES.length);
  for (let index = 0; index < COUNT; index++) counts[RULE[index] ?? 0] = (counts[RULE[index] ?? 0] ?? 0) + 1;
  const worst = [...RULES.keys()].sort(
    (a, b) =>
      (RULES[a]?.severity ?? 9) - (RULES[b]?.severity ?? 9) || (counts[b] ?? 0) - (counts[a] ?? 0) || a - b,
  );
  const ranks = new Map(worst.map((rule, rank) => [rule, rank]));
  return (index) => ranks.get(RULE[index] ?? 0) ?? 0;
}
