import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import type { Check, FindingDraft } from "./check.js";
import { joinedLists, listIndexes, listsOf } from "./lists.js";
import { excerpt } from "./quote.js";
import { afterTrigger, afterWait, triggerSchema, waitSchema } from "./say-after.js";
import { isSaid, type Lists, type SayScope } from "./say-lists.js";
import { type Place, placeSchema, rowsOf } from "./say-scope.js";
import { firstRow } from "./stretches.js";
import { phrases, waiverSchema, waivers } from "./words.js";

const options = z.strictObject({
  say: phrases.describe("要说的话（短语写法或 @词表），说到一条就算 · Any one of these phrases or @lists."),
  by: z.enum(["agent", "customer"]).default("agent").describe("由谁说 · Who must say it."),
  within: z
    .union([placeSchema, triggerSchema, waitSchema])
    .default("anywhere")
    .describe("在哪里说 · Where in the conversation."),
  unless: z
    .array(waiverSchema)
    .optional()
    .describe("这样说不算 · What makes one of its own phrases not count."),
  "sound-alike": z.boolean().default(false).describe("同音字也算 · Also match what only sounds the same."),
});

export type SayOptions = z.output<typeof options>;

const NO_TEXT = notAssessed(FIELD_INDEX.text);

/** Words that must be said, by one of the two, somewhere in the conversation. */
export const say: Check<SayOptions> = {
  kind: "say",
  options,
  example: `- id: our/brand-name
  title: { zh: 开场报公司名, en: Say the company's name at the start }
  severity: minor
  check: say
  say: ["这里是(海市|海市公司)", "@courtesy/self-introduction"]
  within: { first-turns: 2 }
  examples:
    fails: [["您好，请讲。"]]
    passes: [["您好，这里是海市公司。"]]`,
  lists: (chosen) => {
    const { within, by } = chosen;
    const sides = typeof within === "object" && "after" in within ? within : null;
    const holds = typeof within === "object" && "after-wait" in within ? (within.notice ?? []) : [];
    return joinedLists([
      listsOf("main", chosen.say, {
        speaker: by,
        soundAlike: chosen["sound-alike"],
        unless: waivers(chosen.unless ?? []),
      }),
      listsOf("after", sides?.after ?? [], { speaker: sides?.["said-by"] ?? "any" }),
      listsOf("notice", holds, { speaker: by }),
    ]);
  },
  compile: (chosen, context) => {
    const speaker = SPEAKER[chosen.by];
    const nobody = because(NOT_APPLICABLE, chosen.by === "agent" ? "no-agent-turns" : "no-customer-turns");
    const indexes = (key: string, entries: readonly string[]) => listIndexes(key, entries, context.list);
    const wanted = indexes("main", chosen.say);
    const { within } = chosen;
    const scope =
      typeof within === "object" && "after" in within
        ? afterTrigger(within, wanted, indexes("after", within.after), speaker)
        : typeof within === "object" && "after-wait" in within
          ? afterWait(within, wanted, indexes("notice", within.notice ?? []), speaker)
          : inPlace(within, wanted, speaker);
    return {
      stage: "turns",
      reads: ["text", "speaker", ...(scope.reads ?? [])],
      readsWithoutTurns: [],
      target: null,
      judge: (contact) => {
        const { turns } = contact;
        if (turns === null) return NO_TEXT;
        return firstRow(turns, speaker) === -1 ? nobody : scope.judge(contact, turns);
      },
      findings: (contact) => (contact.turns === null ? [] : [missing(contact, contact.turns, scope)]),
    };
  },
};

function inPlace(place: Place, wanted: Lists, speaker: number): SayScope {
  const rows = rowsOf(place, speaker);
  const atEnd = typeof place === "object" && ("last-turns" in place || "last-seconds" in place);
  return {
    judge: (_, turns) => {
      const judged = rows.judged(turns);
      if (judged !== -1) return judged;
      return isSaid(turns, wanted, rows.first(turns), rows.last(turns)) ? PASS : FAIL;
    },
    row: (_, turns) => (atEnd ? lastOf(turns, speaker) : firstRow(turns, speaker)),
  };
}

function lastOf(turns: Turns, speaker: number): number {
  let row = turns.length - 1;
  while (row > 0 && turns.speaker(row) !== speaker) row--;
  return row;
}

/** What is missing cannot be quoted: the finding shows what was said where it was missed. */
function missing(contact: Contact, turns: Turns, scope: SayScope): FindingDraft {
  const turn = scope.row(contact, turns);
  return { turn, from: 0, to: 0, how: null, field: null, expected: null, found: excerpt(turns.text(turn)) };
}
