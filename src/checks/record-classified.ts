import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX } from "../model/fields.js";
import { FAIL, notAssessed, PASS } from "../model/verdict.js";
import type { CheckLists, Classified, CompileContext, CompiledCheck } from "./check.js";
import { COMPLAINT, complaintOf } from "./complaint.js";
import { joinedLists, listIndexes, listsOf } from "./lists.js";
import { carries } from "./read.js";
import { phrases } from "./words.js";

const CLASSES = ["type", "cause"] as const;

const classes = z
  .record(z.string().min(1), phrases)
  .describe("分类名 → 客户说的话 · Class → what customers say.");

export const classifiedSchema = z
  .strictObject({ type: classes.optional(), cause: classes.optional() })
  .describe(
    "投诉要有分类和原因；没有时按这些说法提一个建议 · A complaint has a type and a cause; where it lacks one, these propose it.",
  );

export type ClassifiedOptions = z.output<typeof classifiedSchema>;

export function classifiedLists(options: ClassifiedOptions): CheckLists {
  return joinedLists(
    CLASSES.flatMap((name) =>
      Object.values(options[name] ?? {}).map((say, at) =>
        listsOf(`${name}-${at + 1}`, say, { speaker: "customer" }),
      ),
    ),
  );
}

const NOTHING = -1;

/**
 * A complaint's record names its type and its cause. What it lacks is proposed from the customer's words: the class most
 * of whose phrases he uses, of equals the first. A proposal is marked as one and makes nothing pass.
 */
export function classified(options: ClassifiedOptions, context: CompileContext): CompiledCheck {
  const classesOf = (name: (typeof CLASSES)[number]) =>
    Object.entries(options[name] ?? {}).map(([label, say], at) => ({
      label,
      lists: listIndexes(`${name}-${at + 1}`, say, context.list),
    }));
  const fields = CLASSES.map((name) => ({ name, index: FIELD_INDEX[name], classes: classesOf(name) }));

  const proposed = (contact: Contact, { classes: known }: (typeof fields)[number]): string | null => {
    let best = NOTHING;
    let most = 0;
    known.forEach(({ lists }, at) => {
      let hits = 0;
      for (const list of lists)
        hits += (contact.turns?.hits(list).length ?? 0) + (contact.note?.hits(list).length ?? 0);
      if (hits > most) [best, most] = [at, hits];
    });
    return known[best]?.label ?? null;
  };
  const isEmpty = (contact: Contact, index: number) =>
    carries(contact, index) && contact.label(index) === null;

  return {
    stage: "turns",
    reads: [...CLASSES, "topic", "note"],
    target: null,
    judge: (contact) => {
      for (const { index } of fields) if (isEmpty(contact, index)) return FAIL;
      for (const { index } of fields) if (!carries(contact, index)) return notAssessed(index);
      return PASS;
    },
    findings: (contact) => {
      const parts = fields.map((field) => {
        const label = contact.label(field.index);
        if (label !== null) return `${field.name} ✓`;
        const proposal = proposed(contact, field);
        return proposal === null ? `${field.name} ✗` : `${field.name} ✗ → ${proposal}?`;
      });
      const empty = fields.find(({ index }) => isEmpty(contact, index));
      return [
        {
          turn: null,
          from: 0,
          to: 0,
          how: null,
          field: empty?.name ?? "type",
          expected: CLASSES.join(" + "),
          found: parts.join(" · "),
        },
      ];
    },
    classify: (contact): Classified | null => {
      if (complaintOf(contact) !== COMPLAINT) return null;
      const [type, cause] = fields.map((field) => {
        const label = contact.label(field.index);
        const proposal = label === null ? proposed(contact, field) : null;
        return { label: label ?? proposal, proposed: label === null };
      });
      return { type: type!, cause: cause! };
    },
  };
}
