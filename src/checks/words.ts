import { z } from "zod";
import type { Waiver } from "../phrases/types.js";

const SPOKEN_BY = ["agent", "customer", "any"] as const;
export type SpokenBy = (typeof SPOKEN_BY)[number];

/** Where a waiver's own words must lie, seen from the hit. */
const WHERE = ["over", "before", "after", "turn"] as const;

export const phrases = z.array(z.string().min(1)).nonempty();

export const spokenBy = z
  .enum(SPOKEN_BY)
  .describe("谁说的 · Whose turns are searched: agent, customer, any.");

const placed = z.strictObject({
  id: z.string().min(1).optional().describe("名称 · Name shown by `standard try` where it waives a hit."),
  phrases: phrases.describe("说了这些就不算命中 · Words that make the hit innocent."),
  where: z
    .enum(WHERE)
    .default("over")
    .describe(
      "位置 · over: overlaps the hit; before, after: beside it, within `within`; turn: anywhere in the turn.",
    ),
  within: z
    .union([
      z.enum(["clause", "sentence", "turn"]),
      z.int().positive(),
      z.tuple([z.literal("clause"), z.int().positive()]),
    ])
    .optional()
    .describe(
      "范围 · How far away: the clause (default), the sentence, the turn, a number of characters, or both: [clause, 6].",
    ),
});

const quoted = z.strictObject({
  id: z.string().min(1).optional(),
  quoted: z.literal(true).describe("引号里的话不算 · Hits inside quotation marks are somebody else's words."),
});

/** Something that makes a hit innocent. A plain phrase is one that overlaps the hit. */
export const waiverSchema = z.union([z.string().min(1), placed, quoted]);
export type WaiverOption = z.output<typeof waiverSchema>;

export const guardSchema = z.union([
  placed.omit({ id: true }).extend({ default: z.boolean().optional() }),
  quoted.omit({ id: true }).extend({ default: z.boolean().optional() }),
]);

/** The waivers of one list: its plain phrases as one named `unless`, the others under their own names. */
export function waivers(options: readonly WaiverOption[]): readonly Waiver[] {
  const plain = options.filter((option) => typeof option === "string");
  const rest = options.filter((option) => typeof option !== "string");
  const named = rest.map((option, at): Waiver => waiver(option.id ?? `unless-${at + 1}`, option));
  return plain.length === 0 ? named : [{ id: "unless", phrases: plain, where: "over" }, ...named];
}

export function waiver(id: string, option: Exclude<WaiverOption, string>): Waiver {
  if ("quoted" in option) return { id, quoted: true };
  const { phrases: words, where, within } = option;
  return { id, phrases: words, where, ...(within === undefined ? {} : { within }) };
}

/** The id of the named list that an entry stands for: `@courtesy/greeting`. null: it is a phrase. */
export function namedList(entry: string): string | null {
  return /^@([\p{L}\p{N}-]+\/[\p{L}\p{N}-]+)$/u.exec(entry)?.[1] ?? null;
}
