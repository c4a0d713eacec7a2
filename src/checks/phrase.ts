import { z } from "zod";
import type { Words } from "../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../model/fields.js";
import type { Hit, Turns } from "../model/turns.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import type { Check, FindingDraft } from "./check.js";
import { listIndexes, listsOf } from "./lists.js";
import { quoteOf } from "./quote.js";
import { namedList, phrases, type SpokenBy, spokenBy, waiverSchema, waivers } from "./words.js";

const options = z
  .strictObject({
    never: phrases
      .optional()
      .describe(
        "不能说的话（短语写法或 @词表）· Phrases, in the notation, or @lists, that must not be said.",
      ),
    regex: phrases
      .optional()
      .describe("正则表达式，按原文匹配 · Regular expressions, matched on the original text."),
    unless: z
      .array(waiverSchema)
      .optional()
      .describe(
        "例外：这些说法不算 · What makes a hit innocent; a plain phrase is one that overlaps the hit.",
      ),
    guards: z
      .array(z.string().min(1))
      .optional()
      .describe(
        "共用例外的名称；不写用标准默认的，[] 一个都不用 · Shared guards; default: the standard's; []: none.",
      ),
    speaker: spokenBy.default("agent"),
    note: z
      .boolean()
      .default(false)
      .describe("记录的备注里也不能有 · Also searched for in the note of the record."),
    "sound-alike": z
      .boolean()
      .default(false)
      .describe("同音字也算 · Also match what only sounds the same (speech-recognition errors)."),
  })
  .superRefine((value, issue) => {
    if (value.never === undefined && value.regex === undefined) {
      issue.addIssue({ code: "custom", message: "needs-one-of", params: { keys: "never, regex" } });
    }
  });

type Options = z.output<typeof options>;

const NO_TEXT = notAssessed(FIELD_INDEX.text);
const NOBODY = {
  agent: because(NOT_APPLICABLE, "no-agent-turns"),
  customer: because(NOT_APPLICABLE, "no-customer-turns"),
  any: because(NOT_APPLICABLE, "no-agent-turns"),
} as const satisfies Record<SpokenBy, number>;

/** Words that must not be said. Every place where one is said is a finding. */
export const phrase: Check<Options> = {
  kind: "phrase",
  options,
  example: `- id: our/no-calm-down
  title: { zh: 不说“您冷静一点”, en: Never tell a customer to calm down }
  severity: major
  check: phrase
  never: ["(您|你)(先|)冷静(一点|一下|)"]
  unless: ["不用冷静"]
  examples:
    fails: ["您先冷静一下。"]
    passes: ["我明白您着急，马上给您查。"]`,
  lists: ({ never = [], regex, unless = [], guards, speaker, "sound-alike": soundAlike }) => {
    const phrases = never.filter((entry) => namedList(entry) === null);
    const named = listsOf("main", never, { speaker }).named;
    if (phrases.length === 0 && regex === undefined) return { own: {}, named };
    const main = {
      phrases,
      speaker,
      soundAlike,
      unless: waivers(unless),
      ...(regex === undefined ? {} : { regex }),
      ...(guards === undefined ? {} : { guards }),
    };
    return { own: { main }, named };
  },
  compile: ({ never = [], regex, speaker, note }, context) => {
    const entries = regex === undefined ? never : [...never, "regex"];
    const lists = listIndexes("main", entries, context.list);
    const isIn = (hits: (list: number) => readonly Hit[]): boolean => {
      for (const list of lists) if (hits(list).length > 0) return true;
      return false;
    };
    return {
      stage: "turns",
      reads: ["text", "speaker", ...(note ? (["note"] as const) : [])],
      readsWithoutTurns: note ? ["note"] : [],
      target: null,
      judge: (contact) => {
        const { turns } = contact;
        const words = note ? (contact.note ?? null) : null;
        if (words !== null && isIn(words.hits)) return FAIL;
        if (turns === null) return words === null ? NO_TEXT : PASS;
        if (isIn(turns.hits)) return FAIL;
        return words !== null || speaks(turns, speaker) ? PASS : NOBODY[speaker];
      },
      findings: ({ turns, note: words }) => [
        ...(note && words ? lists.flatMap((list) => inNote(words, words.hits(list))) : []),
        ...(turns === null ? [] : lists.flatMap((list) => turns.hits(list).map((hit) => inTurn(turns, hit)))),
      ],
    };
  },
};

function inTurn(turns: Turns, { turn, from, to, how }: Hit): FindingDraft {
  return {
    turn,
    from,
    to,
    how,
    field: null,
    expected: null,
    found: quoteOf(turns.text(turn), from, to),
  };
}

function inNote({ text }: Words, hits: readonly Hit[]): readonly FindingDraft[] {
  return hits.map(({ from, to, how }) => ({
    turn: null,
    from: 0,
    to: 0,
    how,
    field: "note",
    expected: null,
    found: quoteOf(text, from, to),
  }));
}

function speaks(turns: Turns, speaker: SpokenBy): boolean {
  for (let turn = 0; turn < turns.length; turn++) {
    const code = turns.speaker(turn);
    if (speaker === "any" ? code === SPEAKER.agent || code === SPEAKER.customer : code === SPEAKER[speaker]) {
      return true;
    }
  }
  return false;
}
