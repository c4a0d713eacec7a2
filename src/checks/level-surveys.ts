import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { CHANNELS, FIELD_INDEX, type FieldName, KINDS } from "../model/fields.js";
import { DIMENSIONS } from "../model/rule.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import { wilson } from "../scoring/wilson.js";
import type { CompiledCheck, GroupCount } from "./check.js";
import { percent } from "./level-share.js";
import { carries, read } from "./read.js";

export const satisfiedSchema = z
  .strictObject({
    scale: z.int().min(2).default(5).describe("量表最高分 · The highest mark of the scale."),
    top: z
      .int()
      .positive()
      .default(2)
      .describe("最高的几档算满意 · How many of the highest marks count as satisfied."),
  })
  .describe("满意的比例（CSAT）· The share of satisfied answers: the top boxes of the scale");

export const gapSchema = z
  .strictObject({
    least: z
      .number()
      .default(0)
      .describe("感知减期望至少多少 · The least of perceived minus expected, in marks."),
  })
  .describe("SERVQUAL 差距：感知减期望，分维度 · Perceived minus expected, by dimension");

const RATING = FIELD_INDEX.rating;
const NO_RATING = notAssessed(RATING);
const UNRATED = because(NOT_APPLICABLE, "no-answer-given");
const OUT_OF_SCALE = because(NOT_APPLICABLE, "rating-out-of-scale");
const SENT = FIELD_INDEX["sent-at"];
const NO_SENT = notAssessed(SENT);
const AGENT = FIELD_INDEX.agent;
const CHANNEL = FIELD_INDEX.channel;
const SURVEYED = 1 << KINDS.indexOf("surveys");

/** CSAT: the share of ratings in the top boxes (4 and 5 of 5). Ratings beyond the scale are left out and counted. */
export function satisfied({ scale, top }: z.output<typeof satisfiedSchema>, share: number): CompiledCheck {
  return {
    stage: "fields",
    reads: ["rating"],
    target: `≥ ${percent(share)} (${scale - top + 1}–${scale} / ${scale})`,
    judge: (contact) => {
      const rating = read(contact, RATING);
      if (Number.isNaN(rating)) return carries(contact, RATING) ? UNRATED : NO_RATING;
      if (rating < 0 || rating > scale) return OUT_OF_SCALE;
      return rating > scale - top ? PASS : FAIL;
    },
    findings: () => [],
    measure: {
      unit: "",
      of: (contact) => {
        const rating = read(contact, RATING);
        return rating >= 0 && rating <= scale ? rating : Number.NaN;
      },
      sources: ["rating"],
      source: (contact) => (Number.isNaN(read(contact, RATING)) ? -1 : 0),
    },
    level: {
      share,
      formula: "top-box",
      summarise: (codes) => {
        const beyond = codes[OUT_OF_SCALE] ?? 0;
        const good = codes[PASS] ?? 0;
        const all = good + (codes[FAIL] ?? 0);
        return {
          numerator: good,
          denominator: all,
          counts: { good, all, unanswered: codes[UNRATED] ?? 0, "out-of-scale": beyond },
          notes: beyond > 0 ? ["rating-out-of-scale"] : [],
        };
      },
    },
  };
}

/** Answered out of sent. A file that holds answers alone, and no column of what was sent, cannot tell. */
export function answeredShare(fields: readonly FieldName[], share: number): CompiledCheck {
  const indexes = fields.map((name) => FIELD_INDEX[name]);
  const isAnswered = (contact: Contact): boolean => {
    for (const index of indexes) if (!Number.isNaN(read(contact, index))) return true;
    return false;
  };
  return {
    stage: "fields",
    reads: [...fields, "sent-at"],
    target: `≥ ${percent(share)}`,
    judge: (contact) => {
      if (!carries(contact, SENT)) return NO_SENT;
      if (!indexes.some((index) => carries(contact, index))) return notAssessed(indexes[0]!);
      return isAnswered(contact) ? PASS : FAIL;
    },
    findings: () => [],
    level: {
      share,
      formula: "answered / sent",
      summarise: (codes) => {
        const good = codes[PASS] ?? 0;
        const all = good + (codes[FAIL] ?? 0);
        return { numerator: good, denominator: all, counts: { good, all }, notes: [] };
      },
    },
  };
}

/** Marks are added up in millionths, as whole numbers, so that their order does not matter. */
const MICRO = 1_000_000;

const PAIRS = DIMENSIONS.map((id) => ({
  id,
  expected: FIELD_INDEX[`expected-${id}`],
  perceived: FIELD_INDEX[`perceived-${id}`],
}));

/**
 * SERVQUAL's gap of each dimension, G = P − E (Parasuraman, Zeithaml and Berry 1988; 超出期望 ES<PS, 低于 ES>PS): the share of
 * measured dimensions whose mean gap is not below the least.
 */
export function gap({ least }: z.output<typeof gapSchema>, share: number): CompiledCheck {
  const gapOf = (contact: Contact, { expected, perceived }: (typeof PAIRS)[number]) =>
    read(contact, perceived) - read(contact, expected);
  const isMet = ({ of, n }: GroupCount) => of / n / MICRO >= least;
  return {
    stage: "fields",
    reads: DIMENSIONS.flatMap((id) => [`expected-${id}` as const, `perceived-${id}` as const]),
    target: `≥ ${least}`,
    judge: (contact) => {
      let sum = 0;
      let pairs = 0;
      for (const pair of PAIRS) {
        const one = gapOf(contact, pair);
        if (Number.isNaN(one)) continue;
        sum += one;
        pairs += 1;
      }
      if (pairs > 0) return sum / pairs >= least ? PASS : FAIL;
      for (const { expected, perceived } of PAIRS) {
        if (carries(contact, expected) && carries(contact, perceived)) return UNRATED;
      }
      const lacks = PAIRS.find(({ perceived }) => carries(contact, perceived));
      return notAssessed((lacks ?? PAIRS[0]!).expected);
    },
    findings: () => [],
    level: {
      share,
      formula: "perceived − expected",
      summarise: (_, groups) => {
        const good = groups.filter(isMet).length;
        return {
          numerator: good,
          denominator: groups.length,
          counts: { good, all: groups.length },
          notes: [],
        };
      },
    },
    grouping: {
      add: (contact, into) => {
        for (const pair of PAIRS) {
          const one = gapOf(contact, pair);
          if (!Number.isNaN(one)) into("dimension", pair.id, Math.round(one * MICRO), 1);
        }
      },
      shape: (groups) =>
        groups.map((group) => ({
          by: group.by,
          id: group.id,
          n: group.n,
          value: Math.round(group.of / group.n) / MICRO,
          met: isMet(group),
        })),
    },
  };
}

/**
 * Whether surveys go to a fair share of everybody's contacts: the rate of surveyed contacts by agent and by channel.
 * A group is surveyed too little where even the upper limit of its 95 % interval lies below the rate of all.
 */
export function invited(share: number): CompiledCheck {
  let anySurvey = false;
  const overall = (groups: readonly GroupCount[]) => {
    const channels = groups.filter(({ by }) => by === "channel");
    const n = channels.reduce((sum, group) => sum + group.n, 0);
    return n === 0 ? 0 : channels.reduce((sum, group) => sum + group.of, 0) / n;
  };
  const isMet = ({ of, n }: GroupCount, rate: number) => (wilson(of, n)?.[1] ?? 1) >= rate;
  return {
    stage: "together",
    reads: ["agent", "channel"],
    target: null,
    prepare: (all) => {
      anySurvey = false;
      all.each((contact) => {
        anySurvey ||= (contact.kinds & SURVEYED) !== 0;
      });
    },
    judge: (contact) => {
      if (!anySurvey) return NO_SENT;
      return (contact.kinds & SURVEYED) !== 0 ? PASS : FAIL;
    },
    findings: () => [],
    level: {
      share,
      formula: "groups surveyed fairly / groups",
      summarise: (codes, groups) => {
        const rate = overall(groups);
        const good = groups.filter((group) => isMet(group, rate)).length;
        return {
          numerator: good,
          denominator: groups.length,
          counts: {
            good,
            all: groups.length,
            surveyed: codes[PASS] ?? 0,
            contacts: (codes[PASS] ?? 0) + (codes[FAIL] ?? 0),
          },
          notes: [],
        };
      },
    },
    grouping: {
      add: (contact, into) => {
        const surveyed = (contact.kinds & SURVEYED) !== 0 ? 1 : 0;
        const agent = contact.label(AGENT);
        if (agent !== null) into("agent", agent, surveyed, 1);
        into("channel", CHANNELS[read(contact, CHANNEL)] ?? "unknown", surveyed, 1);
      },
      shape: (groups) => {
        const rate = overall(groups);
        return groups.map((group) => ({
          by: group.by,
          id: group.id,
          n: group.n,
          value: group.of / group.n,
          met: isMet(group, rate),
        }));
      },
    },
  };
}
