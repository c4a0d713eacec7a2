import type { AgentResult } from "../model/result.js";
import { dispersion } from "./dispersion.js";
import { round, scoreInterval } from "./round.js";
import { finalInterval, type ScoreTally, scorePair } from "./scores.js";
import { fitPrior, type Prior, posteriorInterval, type Successes, shrink } from "./shrinkage.js";

export interface AgentTally {
  readonly id: string;
  readonly scores: ScoreTally;
}

/** `score.interval` is the 90 % interval of the shrunk score, or of the final one where nothing could be shrunk. */
type Standing = Pick<AgentResult, "score" | "rank" | "band">;

export interface Ranking {
  readonly standings: ReadonlyMap<string, Standing>;
  /** false: the agents differ no more than chance makes them. Nobody is ranked, and `score.shrunk` is null. */
  readonly distinguishable: boolean;
}

export interface RankingOptions {
  /** Scored contacts below which an agent is listed, not ranked. They still help to fit the prior. */
  readonly minimumContacts: number;
}

/** An agent's first contacts say little: five a month do not tell 92 % from 84 % (ccplanning.net). */
const MINIMUM_CONTACTS = 20;

/**
 * Agents by their final score, shrunk towards that of all agents as far as their few contacts demand (shrinkage.ts).
 *
 * Ranks go by the shrunk score as it is reported (0.01); agents with the same one share a rank, and the next rank is
 * left out. Bands are ties: going down the ranks, a new band begins with the first agent whose interval lies wholly
 * below that of the agent that began the band. Within a band nobody can be told from its first, so bands, not ranks,
 * are what may be acted upon.
 */
export function rankAgents(
  agents: readonly AgentTally[],
  { minimumContacts }: RankingOptions = { minimumContacts: MINIMUM_CONTACTS },
): Ranking {
  // By id, so that the last bits of the sums do not depend on who was read first.
  const sorted = agents.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const worth = 1 / dispersion(sorted.map(({ scores }) => scores));
  const prior = fitPrior(sorted.map(({ scores }) => successesOf(scores, worth)));
  const scored = sorted.map(({ id, scores }) => ({ id, scores, score: scoreOf(scores, worth, prior) }));
  const ranked = scored.filter(({ scores }) => prior && scores.contacts >= Math.max(minimumContacts, 1));
  const places = placesOf(ranked);
  const standings = scored.map(({ id, score }) => {
    const { rank, band } = places.get(id) ?? { rank: null, band: null };
    return [id, { score, rank, band }] as const;
  });
  return { standings: new Map(standings), distinguishable: prior !== null };
}

const CONFIDENCE = 0.9;

/** `worth`: how many passes or failures one contact is worth (dispersion.ts). */
function successesOf({ contacts, final }: ScoreTally, worth: number): Successes {
  return { successes: (final / 10_000) * worth, n: contacts * worth };
}

function scoreOf(scores: ScoreTally, worth: number, prior: Prior | null): AgentResult["score"] {
  const pair = scorePair(scores);
  if (scores.contacts === 0) return { ...pair, shrunk: null, interval: null };
  if (prior === null) return { ...pair, shrunk: null, interval: finalInterval(scores, CONFIDENCE) };
  const own = successesOf(scores, worth);
  const shrunk = round(shrink(own, prior) * 100, 2);
  return { ...pair, shrunk, interval: scoreInterval(posteriorInterval(own, prior, CONFIDENCE)) };
}

function placesOf(
  agents: readonly { readonly id: string; readonly score: AgentResult["score"] }[],
): ReadonlyMap<string, { readonly rank: number; readonly band: number }> {
  const places = new Map<string, { rank: number; band: number }>();
  let last: { shrunk: number; rank: number } | null = null;
  let band = 0;
  let floor = Number.POSITIVE_INFINITY;
  const byShrunk = agents.toSorted((a, b) => b.score.shrunk! - a.score.shrunk!);
  for (const [index, { id, score }] of byShrunk.entries()) {
    const shrunk = score.shrunk!;
    const [low, high] = score.interval!;
    const rank: number = last?.shrunk === shrunk ? last.rank : index + 1;
    if (high < floor) {
      band++;
      floor = low;
    }
    last = { shrunk, rank };
    places.set(id, { rank, band });
  }
  return places;
}
