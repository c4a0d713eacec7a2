import { DIMENSIONS } from "../model/rule.js";
import { centipoints } from "../scoring/contact-score.js";
import type { ScoreTally } from "../scoring/scores.js";
import { type ContactStore, FAILED_CRITICALLY } from "./contacts.js";

/** Scores of contacts added up by group. */
export interface GroupScores {
  /** Contacts of each group, scored or not. */
  readonly contacts: readonly number[];
  scoresOf(group: number): ScoreTally;
  /** For agents: the team of the agent's last contact that has one; -1 where none has. */
  teamOf(group: number): number;
}

export interface SummedScores {
  readonly all: { readonly total: number; readonly scores: ScoreTally };
  readonly agents: GroupScores;
  readonly teams: GroupScores;
  /** Contacts with an assessed rule of each dimension, in the order of DIMENSIONS. */
  readonly ofDimension: readonly number[];
}

/** One pass over all contacts. A contact that only a survey or nothing speaks of is none. */
export function sumScores(contacts: ContactStore): SummedScores {
  const all = newSums();
  const agents: Sums[] = [];
  const teams: Sums[] = [];
  const ofDimension = DIMENSIONS.map(() => 0);
  for (let contact = 0; contact < contacts.size; contact++) {
    if (contacts.kinds.array[contact] === 0) continue;
    const raw = centipoints(contacts.met.array[contact]!, contacts.assessed.array[contact]!);
    const final = raw === null || (contacts.flags.array[contact]! & FAILED_CRITICALLY) !== 0 ? 0 : raw;
    const agent = contacts.agent.array[contact]!;
    const team = contacts.team.array[contact]!;
    add(all, raw, final);
    if (agent >= 0) add(group(agents, agent), raw, final, team);
    if (team >= 0) add(group(teams, team), raw, final);
    const bits = contacts.dimensions.array[contact]!;
    for (let bit = 0; bits >> bit !== 0; bit++) if ((bits & (1 << bit)) !== 0) ofDimension[bit]! += 1;
  }
  return {
    all: { total: all.total, scores: all },
    agents: groupScores(agents),
    teams: groupScores(teams),
    ofDimension,
  };
}

interface Sums {
  total: number;
  contacts: number;
  raw: number;
  final: number;
  finalSquares: number;
  team: number;
}

function newSums(): Sums {
  return { total: 0, contacts: 0, raw: 0, final: 0, finalSquares: 0, team: -1 };
}

function group(groups: Sums[], at: number): Sums {
  while (groups.length <= at) groups.push(newSums());
  return groups[at]!;
}

function add(sums: Sums, raw: number | null, final: number, team = -1): void {
  sums.total += 1;
  if (team >= 0) sums.team = team;
  if (raw === null) return;
  sums.contacts += 1;
  sums.raw += raw;
  sums.final += final;
  sums.finalSquares += final * final;
}

function groupScores(groups: readonly Sums[]): GroupScores {
  return {
    contacts: groups.map(({ total }) => total),
    scoresOf: (at) => groups[at] ?? newSums(),
    teamOf: (at) => groups[at]?.team ?? -1,
  };
}
