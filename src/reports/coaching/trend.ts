import { formatDate, formatScore } from "../../messages/index.js";
import type { AgentResult } from "../../model/result.js";
import { compareGroup } from "../../scoring/comparison.js";
import type { Sheets } from "./page.js";

/** The agent's own scores in earlier audits and now, and whether the last step is more than chance. Empty: none is known. */
export function trendOf(agent: AgentResult, { past, say, locale }: Sheets): string {
  const before = past.flatMap(({ asOf, agents }) => {
    const then = agents.find(({ id }) => id === agent.id);
    return then === undefined || then.score.final === null ? [] : [{ asOf, then }];
  });
  const last = before.at(-1);
  if (last === undefined || agent.score.final === null) return "";
  const points = before.slice(-SHOWN).map(({ asOf, then }) => {
    return say("trendPoint", { day: formatDate(asOf, locale), score: formatScore(then.score.final, locale) });
  });
  const { verdict, difference } = compareGroup(last.then, agent);
  const moved = formatScore(Math.abs(difference ?? 0), locale);
  const step = {
    better: say("trendBetter", { points: moved }),
    worse: say("trendWorse", { points: moved }),
    chance: say("trendChance"),
    open: "",
  }[verdict];
  const scores = [...points, say("trendNow", { score: formatScore(agent.score.final, locale) })].join(" → ");
  return step === "" ? scores : `${scores}${locale === "en" ? "; " : "；"}${step}`;
}

/** A month and a half of weeks. */
const SHOWN = 6;
