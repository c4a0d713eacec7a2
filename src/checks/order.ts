import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName, SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import type { Check, FindingDraft, Grouping } from "./check.js";
import { COMPLAINT_LIST } from "./complaint.js";
import { joinedLists, listIndexes, listsOf } from "./lists.js";
import { type Event, eventsOf, lastOf, readsOfEvents, triggerSchema } from "./order-events.js";
import { isMet, type Need, needSchema, needsOf, where } from "./order-needs.js";
import { excerpt, quoteOf } from "./quote.js";
import { firstRow, startIsCut } from "./stretches.js";
import { phrases } from "./words.js";

const options = z.strictObject({
  when: triggerSchema.optional().describe("出现什么情形 · What calls for it; default: every conversation."),
  need: needSchema.describe(
    "要说什么：一组说法，或几组各说到一条（名称: 说法）· One of a list, or one of each of several named lists.",
  ),
  where: where.default("after"),
  turns: z
    .int()
    .positive()
    .optional()
    .describe("几轮之内 · Within so many turns of the speaker; default: no limit."),
  each: z
    .enum(["every", "first", "any"])
    .default("every")
    .describe(
      "every 每次都要；first 只看第一次；any 有一次就行 · Every time, the first time only, or once at least.",
    ),
  by: z.enum(["agent", "customer"]).default("agent").describe("由谁说 · Who must say it."),
  report: z
    .record(z.string().min(1), phrases)
    .optional()
    .describe("另外统计说了几次 · Counts how often these were said, for the report."),
});

export type OrderOptions = z.output<typeof options>;

const NO_TEXT = notAssessed(FIELD_INDEX.text);
const NO_TRIGGER = because(NOT_APPLICABLE, "no-trigger");
const CUT = because(NOT_APPLICABLE, "transcript-cut");

/** Something comes before, after or around something else: empathy before a solution, a reason beside a refusal. */
export const order: Check<OrderOptions> = {
  kind: "order",
  options,
  example: `- id: our/reason-for-no
  title: { zh: 拒绝要说明原因, en: A refusal comes with a reason }
  severity: major
  check: order
  when: { said: ["(退|换|改)不了", "不能(退|换|改)"] }
  need: ["因为", "由于", "是这样的"]
  where: around
  turns: 1
  examples:
    fails: ["这个退不了。"]
    passes: ["因为已经拆封了，这个退不了。"]`,
  lists: ({ when, need, by, report = {} }) =>
    joinedLists([
      listsOf("when", triggersOf(when), {
        speaker: when !== undefined && "said" in when ? when.by : "agent",
      }),
      ...needsOf(need, { where: "after", turns: null }).map(({ say }, at) =>
        listsOf(`need-${at + 1}`, say, { speaker: by }),
      ),
      ...Object.values(report).map((say, at) => listsOf(`report-${at + 1}`, say, { speaker: by })),
    ]),
  compile: ({ when, need, where: place, turns: count, each, by, report = {} }, context) => {
    const speaker = SPEAKER[by];
    const nobody = because(NOT_APPLICABLE, by === "agent" ? "no-agent-turns" : "no-customer-turns");
    const needs = needsOf(need, { where: when === undefined ? "anywhere" : place, turns: count ?? null });
    const lists = needs.map(({ say }, at) => listIndexes(`need-${at + 1}`, say, context.list));
    const triggers = listIndexes("when", triggersOf(when), context.list);
    const events = when === undefined ? wholeConversation : eventsOf(when, triggers);
    const asks = when !== undefined && !("end" in when || "transfer" in when) && !needs.some(isBackward);
    const looksBack = when === undefined || needs.some(isBackward);
    const missed = (turns: Turns, event: Event): boolean =>
      needs.some((one, at) => !isMet(one, lists[at]!, turns, event, speaker));

    /** The events that fail; or a verdict. */
    const failed = (contact: Contact, turns: Turns): readonly Event[] | number => {
      const all = events(contact, turns);
      if (typeof all === "number") return all;
      const found = asks ? all.filter((event) => canAnswer(turns, event, speaker)) : all;
      if (found.length === 0) return NO_TRIGGER;
      const judged = each === "first" ? found.slice(0, 1) : found;
      const failing = judged.filter((event) => missed(turns, event));
      if (failing.length === 0 || (each === "any" && failing.length < judged.length)) return PASS;
      if (looksBack && startIsCut(turns)) return CUT;
      return each === "any" ? failing.slice(0, 1) : failing;
    };
    return {
      stage: "turns",
      reads: ["text", "speaker", ...(when === undefined ? [] : readsOfEvents(when))] satisfies FieldName[],
      readsWithoutTurns: [],
      target: null,
      judge: (contact) => {
        const { turns } = contact;
        if (turns === null) return NO_TEXT;
        if (firstRow(turns, speaker) === -1) return nobody;
        const result = failed(contact, turns);
        return typeof result === "number" ? result : FAIL;
      },
      findings: (contact) => {
        const { turns } = contact;
        const result = turns === null ? [] : failed(contact, turns);
        if (turns === null || typeof result === "number") return [];
        return result.map((event) =>
          finding(turns, event, needs, (one, at) => isMet(one, lists[at]!, turns, event, speaker)),
        );
      },
      ...(Object.keys(report).length === 0
        ? {}
        : {
            grouping: counting(
              Object.entries(report).map(([name, say], at) => [
                name,
                listIndexes(`report-${at + 1}`, say, context.list),
              ]),
            ),
          }),
    };
  },
};

function isBackward({ where: place }: Need): boolean {
  return place === "before" || place === "start";
}

/** The words that call for something, as phrases and `@lists`. */
function triggersOf(when: OrderOptions["when"]): readonly string[] {
  if (when === undefined) return [];
  if ("said" in when) return when.said;
  if ("transfer" in when) return when.transfer;
  return "complaint" in when ? [`@${COMPLAINT_LIST}`] : [];
}

/** Whether the speaker had a turn after somebody else's words to answer them; of his own words he had the turn itself. */
function canAnswer(turns: Turns, event: Event, speaker: number): boolean {
  const own = event.before === event.after && turns.speaker(event.turn) === speaker;
  return own || firstRow(turns, speaker, event.after) !== -1;
}

function wholeConversation(_: Contact, turns: Turns): readonly Event[] {
  const last = lastOf(turns, SPEAKER.agent);
  return [{ turn: last, from: 0, to: 0, how: null, before: turns.length - 1, after: turns.length }];
}

/** Where what was needed has names, the finding says which of it was said: `原因 ✗ · 替代办法 ✓`. */
function finding(
  turns: Turns,
  { turn, from, to, how }: Event,
  needs: readonly Need[],
  met: (need: Need, at: number) => boolean,
): FindingDraft {
  const place = { turn, from, to, how, field: null };
  if (needs.some(({ name }) => name !== null)) {
    return {
      ...place,
      expected: needs.map(({ name }) => name).join(" + "),
      found: needs.map((need, at) => `${need.name} ${met(need, at) ? "✓" : "✗"}`).join(" · "),
    };
  }
  const text = turns.text(turn);
  return { ...place, expected: null, found: to > from ? quoteOf(text, from, to) : excerpt(text) };
}

function counting(answers: readonly (readonly [name: string, lists: readonly number[]])[]): Grouping {
  return {
    add: ({ turns }, into) => {
      if (turns === null) return;
      for (const [name, lists] of answers) {
        into(
          "answer",
          name,
          lists.reduce((sum, list) => sum + turns.hits(list).length, 0),
          1,
        );
      }
    },
  };
}
