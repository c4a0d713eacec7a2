import type { AgentResult, Honours } from "../model/result.js";

/**
 * Agents to honour (对服务优秀者给予至高无上的荣誉) and agents to help: ranked ones whose whole 90 % interval lies above,
 * or below, the score of all contacts together. Where chance explains the difference, nobody is named.
 *
 * @param reference the final score of all contacts, 0–100
 */
export function honours(agents: readonly AgentResult[], reference: number | null): Honours {
  if (reference === null) return { reference, best: [], worst: [] };
  const ranked = agents.filter(({ rank, score }) => rank !== null && score.interval !== null);
  const byScore = ranked.toSorted((a, b) => b.score.shrunk! - a.score.shrunk! || (a.id < b.id ? -1 : 1));
  const ids = (some: readonly AgentResult[]) => some.slice(0, MOST).map(({ id }) => id);
  return {
    reference,
    best: ids(byScore.filter(({ score }) => score.interval![0] > reference)),
    worst: ids(byScore.filter(({ score }) => score.interval![1] < reference).reverse()),
  };
}

const MOST = 5;
