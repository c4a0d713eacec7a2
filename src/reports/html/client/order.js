// In which order findings are shown. Half a million are put in order within the blink of an eye: by ranks, without comparing.

import { AGENT, AGENTS, COUNT, MINUTE, RULE, RULES } from "./data.js";

/** After every known moment. */
const UNKNOWN = 2 ** 31;
const LOW = 0xffff;

/**
 * The wanted findings up to one of them, by rank; those of one rank stay as they stand in the files. A radix sort, sixteen
 * bits at a time.
 * @param {Uint8Array} wanted @param {number} until @param {string | undefined} sort
 */
export function ordered(wanted, until, sort) {
  let count = 0;
  for (let index = 0; index < until; index++) count += wanted[index] ?? 0;
  let from = new Uint32Array(count);
  let at = 0;
  for (let index = 0; index < until; index++) if (wanted[index] === 1) from[at++] = index;
  if (sort === "file") return from;
  const ranks = ranksOf(sort);
  let to = new Uint32Array(count);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(LOW + 2);
    for (const index of from) {
      const next = (((ranks[index] ?? 0) >>> shift) & LOW) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let key = 0; key <= LOW; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
    for (const index of from) {
      const key = ((ranks[index] ?? 0) >>> shift) & LOW;
      const place = starts[key] ?? 0;
      to[place] = index;
      starts[key] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** @type {Map<string, Uint32Array>} */
const known = new Map();

/** The rank of every finding. @param {string | undefined} sort @returns {Uint32Array} */
function ranksOf(sort = "severity") {
  const made = known.get(sort) ?? (sort === "time" ? byTime() : sort === "agent" ? byAgent() : byWorst());
  known.set(sort, made);
  return made;
}

function byTime() {
  return Uint32Array.from(MINUTE, (minute) => (minute < 0 ? UNKNOWN : minute));
}

function byAgent() {
  const names = [...AGENTS.keys()].sort((a, b) => ((AGENTS[a] ?? "") < (AGENTS[b] ?? "") ? -1 : 1));
  return Uint32Array.from(AGENT, lookup(names));
}

/** By severity, then by how often the rule is broken. */
function byWorst() {
  const counts = new Uint32Array(RULES.length);
  for (let index = 0; index < COUNT; index++) {
    const rule = RULE[index] ?? 0;
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  const worst = [...RULES.keys()].sort(
    (a, b) =>
      (RULES[a]?.severity ?? 9) - (RULES[b]?.severity ?? 9) || (counts[b] ?? 0) - (counts[a] ?? 0) || a - b,
  );
  return Uint32Array.from(RULE, lookup(worst));
}

/** From a code to its place in a list of codes; unknown ones come last. @param {number[]} order */
function lookup(order) {
  const places = new Uint32Array(order.length);
  order.forEach((code, place) => {
    places[code] = place;
  });
  return (/** @type {number} */ code) => places[code] ?? order.length;
}
