import { z } from "zod";
import { formatDuration } from "../calendar/durations.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, FIELDS, type FieldName, SPEAKER } from "../model/fields.js";
import { FAIL, PASS } from "../model/verdict.js";
import type { Check, CompileContext, Level } from "./check.js";
import { joinedLists, listIndexes, listsOf } from "./lists.js";
import { fieldGauge } from "./measures/field.js";
import { type Gauge, verdictOfGauge } from "./measures/gauge.js";
import { interruptions } from "./measures/interruptions.js";
import { silence } from "./measures/silence.js";
import { speechRate, talkShare } from "./measures/talk.js";
import { countOf, said, wordShare } from "./measures/words.js";
import { type Bound, bound, duration } from "./values.js";
import { phrases, waiverSchema, waivers } from "./words.js";

/** What can be measured, with the options that each understands besides `min` and `max`. */
const MEASURES = [
  "interruptions",
  "silence",
  "speech-rate",
  "talk-share",
  "said",
  "word-share",
  "field",
] as const;

const fields = Object.entries(FIELDS).flatMap(([name, type]) =>
  type === "number" || type === "duration" ? [name as FieldName] : [],
) as [FieldName, ...FieldName[]];

const options = z
  .strictObject({
    of: z
      .enum(MEASURES)
      .describe(
        "量什么 · interruptions: times the agent spoke over the customer; silence: longest one not announced; speech-rate; talk-share; said: in how many turns; word-share: some words against others; field: a column.",
      ),
    min: bound("下限 · The least.").optional(),
    max: bound("上限 · The most.").optional(),
    field: z.enum(fields).optional().describe("of: field 时的字段 · The column of `of: field`."),
    over: duration("抢话超过多久才算 · Overlaps up to this do not count.").prefault("1s"),
    characters: z
      .int()
      .positive()
      .default(4)
      .describe("少于这么多字不算 · Fewer characters or words than this do not count."),
    ignore: phrases.optional().describe("应答的话不算打断 · Acknowledgements, which interrupt nobody."),
    announced: phrases.optional().describe("事先说过这些就不算冷场 · Words that announce a hold."),
    words: phrases.optional().describe("数哪些话 · The words to count."),
    against: phrases.optional().describe("和哪些话比 · The words they are weighed against."),
    unless: z
      .array(waiverSchema)
      .optional()
      .describe("这样说不算 · What makes a hit not count: of `words` (said), of `against` (word-share)."),
    "per-characters": z
      .int()
      .positive()
      .optional()
      .describe("每多少字几次 · Counted per so many characters and words."),
    least: z
      .int()
      .min(0)
      .default(0)
      .describe(
        "说得太少不判 · With fewer characters (said) or words counted (word-share) nothing is judged.",
      ),
    count: z
      .enum(["characters", "words"])
      .default("characters")
      .describe("语速按字还是按词 · Speech rate in Han characters, or in words."),
    by: z.enum(["agent", "customer"]).default("agent").describe("谁的话 · Whose words."),
    per: z
      .enum(["contact", "agent"])
      .default("contact")
      .describe(
        "按每通还是按坐席合计 · Held to the limit contact by contact, or over all contacts of an agent.",
      ),
  })
  .superRefine((value, issue) => {
    const needs = (key: keyof typeof value) => {
      if (value[key] === undefined)
        issue.addIssue({ code: "custom", message: "needs-one-of", params: { keys: key } });
    };
    if (value.min === undefined && value.max === undefined) {
      issue.addIssue({ code: "custom", message: "needs-one-of", params: { keys: "min, max" } });
    }
    if (value.of === "field") needs("field");
    if (value.of === "said" || value.of === "word-share") needs("words");
    if (value.of === "word-share") needs("against");
    if (value.of === "silence") needs("max");
    const wanted = kindOf(value.of, value.field);
    for (const key of ["min", "max"] as const) {
      const limit = value[key];
      if (limit === undefined || limit.kind === wanted || (wanted === "share" && limit.value <= 1)) continue;
      const code =
        wanted === "time" ? "target-without-unit" : wanted === "share" ? "bad-share" : "expects-number";
      issue.addIssue({ code: "custom", message: code, path: [key] });
    }
  });

/** What a limit of each measure must be. */
function kindOf(of: (typeof MEASURES)[number], field: FieldName | undefined): Bound["kind"] {
  if (of === "silence" || (of === "field" && field !== undefined && FIELDS[field] === "duration"))
    return "time";
  return of === "talk-share" || of === "word-share" ? "share" : "number";
}

/** A share may be written 0.3 or 30%. */
function amount({ kind, value }: Bound, of: (typeof MEASURES)[number]): number {
  return kind === "number" && (of === "talk-share" || of === "word-share") ? value * 100 : value;
}

export type MeasureOptions = z.output<typeof options>;

/** A number within bounds. */
export const measure: Check<MeasureOptions> = {
  kind: "measure",
  options,
  example: `- id: our/transfers
  title: { zh: 最多转接一次, en: At most one transfer }
  severity: minor
  check: measure
  of: field
  field: transfers
  max: 1
  examples:
    fails: [{ fields: { transfers: 2 } }]
    passes: [{ fields: { transfers: 1 } }]`,
  lists: ({ of, ignore = [], announced = [], words = [], against = [], unless = [], by }) => {
    const waived = { speaker: by, unless: waivers(unless) };
    return joinedLists([
      listsOf("ignore", ignore, { speaker: "agent" }),
      listsOf("announced", announced, { speaker: "agent" }),
      listsOf("words", words, of === "word-share" ? { speaker: by } : waived),
      listsOf("against", against, waived),
    ]);
  },
  compile: (chosen, context) => {
    const gauge = gaugeOf(chosen, context);
    const min = chosen.min === undefined ? 0 : amount(chosen.min, chosen.of);
    const max = chosen.max === undefined ? Number.POSITIVE_INFINITY : amount(chosen.max, chosen.of);
    const target = targetOf(min, max, gauge);
    return {
      stage: chosen.of === "field" ? "fields" : "turns",
      reads: [...gauge.reads, ...(chosen.per === "agent" ? (["agent"] as const) : [])],
      readsWithoutTurns: gauge.readsWithoutTurns,
      target,
      judge: (contact) => {
        const found = gauge.of(contact);
        if (found < 0) return verdictOfGauge(found);
        return found >= min && found <= max ? PASS : FAIL;
      },
      findings: (contact) => {
        const shown = gauge.show(gauge.of(contact));
        return gauge.places(contact).map((place) => ({
          ...place,
          expected: place.expected ?? target,
          found: place.found === "" ? shown : place.found,
        }));
      },
      measure: {
        unit: gauge.unit,
        limit: Number.isFinite(max) ? max : null,
        of: (contact) => {
          const found = gauge.of(contact);
          return found < 0 ? Number.NaN : Math.round(found * 10) / 10;
        },
        sources: [],
        source: () => -1,
      },
      ...(chosen.per === "agent" ? overAgents(chosen, context, min, max) : {}),
    };
  },
};

function gaugeOf(chosen: MeasureOptions, context: CompileContext): Gauge {
  const lists = (key: "ignore" | "announced" | "words" | "against") =>
    listIndexes(key, chosen[key] ?? [], context.list);
  const speaker = SPEAKER[chosen.by];
  switch (chosen.of) {
    case "interruptions":
      return interruptions({ over: chosen.over, characters: chosen.characters, ignore: lists("ignore") });
    case "silence":
      return silence({ max: chosen.max!.value, announced: lists("announced") });
    case "speech-rate":
      return speechRate(chosen.count, speaker);
    case "talk-share":
      return talkShare(speaker);
    case "said":
      return said({
        words: lists("words"),
        speaker,
        per: chosen["per-characters"] ?? null,
        least: chosen.least,
      });
    case "word-share":
      return wordShare({ words: lists("words"), against: lists("against"), speaker, least: chosen.least });
    case "field":
      return fieldGauge(chosen.field!);
  }
}

function targetOf(min: number, max: number, { unit, show }: Gauge): string {
  const text = (limit: number) =>
    unit === "s" ? formatDuration(limit) : unit === "%" || unit === "" ? show(limit) : `${limit} ${unit}`;
  if (min <= 0) return `≤ ${text(max)}`;
  return Number.isFinite(max) ? `${show(min)}–${text(max)}` : `≥ ${text(min)}`;
}

/** The share over all contacts of each agent together; the rule's rate is the share of agents within bounds. */
function overAgents(
  { words = [], against = [] }: MeasureOptions,
  context: CompileContext,
  min: number,
  max: number,
) {
  const good = listIndexes("words", words, context.list);
  const bad = listIndexes("against", against, context.list);
  const agent = FIELD_INDEX.agent;
  const met = (of: number, n: number) => (of / n) * 100 >= min && (of / n) * 100 <= max;
  const level: Level = {
    share: 1,
    formula: "agents within / agents",
    summarise: (_, groups) => ({
      numerator: groups.filter(({ of, n }) => met(of, n)).length,
      denominator: groups.length,
      counts: { good: groups.filter(({ of, n }) => met(of, n)).length, all: groups.length },
      notes: [],
    }),
  };
  return {
    level,
    grouping: {
      add: (contact: Contact, into: (by: "agent", id: string, of: number, n: number) => void) => {
        const name = contact.label(agent);
        if (name === null || contact.turns === null) return;
        const of = countOf(contact.turns, good);
        into("agent", name, of, of + countOf(contact.turns, bad));
      },
      shape: (groups: Parameters<Level["summarise"]>[1]) =>
        groups.map(({ by, id, of, n }) => ({ by, id, n, value: of / n, met: met(of, n) })),
    },
  };
}
