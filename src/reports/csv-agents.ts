import type { AgentResult } from "../model/result.js";
import { csvTable } from "./csv/rows.js";
import type { Reporter } from "./report.js";

/** Every agent as a row, by name. Scores are 0–100; `low` and `high` are the limits of the 90 % interval. */
export const csvAgents: Reporter = function* (result, options) {
  yield csvTable(COLUMNS, result.agents.map(row), options.bom);
};

const COLUMNS = [
  "agent",
  "team",
  "contacts",
  "score",
  "raw-score",
  "adjusted-score",
  "low",
  "high",
  "rank",
  "band",
  "critical",
  "major",
  "minor",
  "info",
  "calls-offered",
  "calls-answered",
] as const;

function row({ id, team, contacts, score, rank, band, findings, calls }: AgentResult) {
  return {
    agent: id,
    team,
    contacts,
    score: score.final,
    "raw-score": score.raw,
    "adjusted-score": score.shrunk,
    low: score.interval?.[0] ?? null,
    high: score.interval?.[1] ?? null,
    rank,
    band,
    ...findings,
    "calls-offered": calls?.offered ?? null,
    "calls-answered": calls?.answered ?? null,
  };
}
