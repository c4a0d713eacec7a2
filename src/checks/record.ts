import { z } from "zod";
import { formatDuration } from "../calendar/durations.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, FIELDS, type FieldName } from "../model/fields.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS, PENDING } from "../model/verdict.js";
import type { Check, CompiledCheck, FindingDraft } from "./check.js";
import { INSTANT_FIELDS, type InstantField } from "./moments.js";
import { carries, read } from "./read.js";
import { classified, classifiedLists, classifiedSchema } from "./record-classified.js";
import { duration } from "./values.js";

const kept = Object.entries(FIELDS).flatMap(([name, type]) =>
  (type as string) === "prose" || type === "speaker" ? [] : [name as FieldName],
) as [FieldName, ...FieldName[]];
const field = z.enum(kept);
const instant = z.enum(INSTANT_FIELDS as [InstantField, ...InstantField[]]);

const options = z
  .strictObject({
    filled: z
      .array(z.union([field, z.array(field).nonempty()]))
      .nonempty()
      .optional()
      .describe(
        "必填字段；[product, order] 表示填一个就行 · Fields that must be filled; of a list in it, any one.",
      ),
    updated: z
      .strictObject({
        after: z
          .array(instant)
          .nonempty()
          .describe("从哪个时刻起，取第一个有的 · From which moment; the first known."),
        within: duration("多久之内 · Within this long: 24h."),
      })
      .optional()
      .describe("服务结束后要更新记录 · The record is updated after the contact."),
    classified: classifiedSchema.optional(),
  })
  .superRefine((value, issue) => {
    if ([value.filled, value.updated, value.classified].filter((one) => one !== undefined).length !== 1) {
      const params = { keys: "filled, updated, classified" };
      issue.addIssue({ code: "custom", message: "needs-one-of", params });
    }
  });

export type RecordOptions = z.output<typeof options>;

/** What the record of a contact must hold. */
export const record: Check<RecordOptions> = {
  kind: "record",
  options,
  example: `- id: our/order-number
  title: { zh: 工单要有订单号, en: A ticket names the order }
  severity: minor
  applies: { kinds: [tickets] }
  check: record
  filled: [customer, [order, product]]
  examples:
    fails: [{ fields: { customer: 王, order: null } }]
    passes: [{ fields: { customer: 王, order: A1 } }]`,
  alternatives: [[["filled"], ["updated"], ["classified"]]],
  lists: ({ classified: classes }) =>
    classes === undefined ? { own: {}, named: [] } : classifiedLists(classes),
  compile: ({ filled: wanted, updated: update, classified: classes }, context) => {
    if (wanted !== undefined) return filled(wanted.map((one) => (typeof one === "string" ? [one] : one)));
    return update === undefined ? classified(classes!, context) : updated(update);
  },
};

/**
 * Each group has a field that is filled. An empty one fails, whatever else is not known; where a column is missing and
 * nothing is empty, nobody can tell.
 */
function filled(groups: readonly (readonly FieldName[])[]): CompiledCheck {
  const indexes = groups.map((group) => group.map((name) => FIELD_INDEX[name]));
  const isEmpty = (contact: Contact, group: readonly number[]): boolean => {
    let carried = false;
    for (const index of group) {
      if (!Number.isNaN(read(contact, index))) return false;
      carried ||= carries(contact, index);
    }
    return carried;
  };
  const isUnknown = (contact: Contact, group: readonly number[]): boolean => {
    for (const index of group) if (carries(contact, index)) return false;
    return true;
  };
  return {
    stage: "fields",
    reads: groups.flat(),
    target: null,
    judge: (contact) => {
      for (const group of indexes) if (isEmpty(contact, group)) return FAIL;
      for (const group of indexes) if (isUnknown(contact, group)) return notAssessed(group[0]!);
      return PASS;
    },
    findings: (contact) =>
      groups
        .filter((_, at) => isEmpty(contact, indexes[at]!))
        .map((group): FindingDraft => {
          const shown = group.find((name) => carries(contact, FIELD_INDEX[name])) ?? group[0]!;
          return { ...ROW, field: shown, expected: null, found: `${group.join(" / ")}: ∅` };
        }),
  };
}

const ROW = { turn: null, from: 0, to: 0, how: null } as const;
const UPDATED = FIELD_INDEX["updated-at"];
const NO_UPDATE = notAssessed(UPDATED);
const NOT_YET = because(PENDING, "not-due");
const NOT_OVER = because(NOT_APPLICABLE, "no-trigger");

/** The record was last changed after the contact ended, and within a time. One that was changed before only, was not. */
function updated({ after, within }: NonNullable<RecordOptions["updated"]>): CompiledCheck {
  const ends = after.map((name) => FIELD_INDEX[name]);
  const endOf = (contact: Contact): number => {
    for (const index of ends) {
      const end = read(contact, index);
      if (!Number.isNaN(end)) return end;
    }
    return Number.NaN;
  };
  const delay = (contact: Contact) => read(contact, UPDATED) - endOf(contact);
  return {
    stage: "fields",
    reads: [...after, "updated-at"],
    target: `≤ ${formatDuration(within)}`,
    judge: (contact) => {
      if (Number.isNaN(endOf(contact))) {
        return ends.some((index) => carries(contact, index)) ? NOT_OVER : notAssessed(ends[0]!);
      }
      if (!carries(contact, UPDATED)) return NO_UPDATE;
      return delay(contact) >= 0 ? (delay(contact) <= within ? PASS : FAIL) : NOT_YET;
    },
    due: (contact) => endOf(contact) + within,
    findings: (contact) => {
      const late = delay(contact);
      const found = late >= 0 ? formatDuration(late) : `> ${formatDuration(within)}`;
      return [{ ...ROW, field: "updated-at", expected: `≤ ${formatDuration(within)}`, found }];
    },
  };
}
