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
import { ordered } from "./order.js";

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

/** What can be told without words: 1 for every finding that it leaves. @param {Filter} filter */
function byFacets(filter) {
  const severities = (filter.severity ?? "").split(",").filter((id) => id !== "");
  const rules = flags(
    RULES,
    ({ id, severity, dimension }) =>
      (filter.rule === undefined || filter.rule === id) &&
      (severities.length === 0 || severities.includes(WORDS.severities[severity]?.id ?? "")) &&
      (filter.dimension === undefined || filter.dimension === dimension),
  );
  const agents = flags(AGENTS, (name) => filter.agent === undefined || filter.agent === name);
  const teams = flags(TEAMS, (name) => filter.team === undefined || filter.team === name);
  const statuses = flags(STATUSES, (id) => filter.status === undefined || filter.status === id);
  // nobody known is nobody asked for
  agents[AGENTS.length] = filter.agent === undefined ? 1 : 0;
  teams[TEAMS.length] = filter.team === undefined ? 1 : 0;
  const wanted = new Uint8Array(COUNT);
  for (let index = 0; index < COUNT; index++) {
    const agent = AGENT[index] ?? -1;
    const team = TEAM[index] ?? -1;
    wanted[index] =
      (rules[RULE[index] ?? 0] ?? 0) &
      (agents[agent < 0 ? AGENTS.length : agent] ?? 0) &
      (teams[team < 0 ? TEAMS.length : team] ?? 0) &
      (statuses[STATUS[index] ?? 0] ?? 0);
  }
  if (filter.day === undefined && filter.weekday === undefined && filter.hour === undefined) return wanted;
  const day = filter.day === undefined ? null : Math.floor(Date.parse(`${filter.day}T00:00:00Z`) / 86400000);
  for (let index = 0; index < COUNT; index++)
    if (wanted[index] === 1 && !isThen(MINUTE[index] ?? -1, day, filter)) wanted[index] = 0;
  return wanted;
}

/**
 * Which of a list pass, with room for one more.
 * @template Item @param {Item[]} items @param {(item: Item) => boolean} test
 */
function flags(items, test) {
  const passed = new Uint8Array(items.length + 1);
  items.forEach((item, at) => {
    passed[at] = test(item) ? 1 : 0;
  });
  return passed;
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
  const wanted = byFacets(filter);
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
