import { z } from "zod";
import { formatTarget, type Target } from "../calendar/durations.js";
import { isoString, zone } from "../calendar/zone.js";
import type { Contact } from "../model/contact.js";
import { DIRECTIONS, FIELD_INDEX, FIELDS, type FieldName } from "../model/fields.js";
import type { History } from "../model/history.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS, PENDING, verdictOf } from "../model/verdict.js";
import type { Check, Level } from "./check.js";
import { conditionsSchema, conditionsTest, MET, NOT_MET } from "./conditions.js";
import { MOMENT_FIELDS } from "./contact-moments.js";
import { percent } from "./level-share.js";
import { carries, read } from "./read.js";
import { share, target } from "./values.js";

const labels = Object.entries(FIELDS).flatMap(([name, type]) =>
  type === "text" ? [name as FieldName] : [],
) as [FieldName, ...FieldName[]];

const options = z.strictObject({
  expect: z
    .enum(["contact", "none"])
    .describe("contact 必须有后续联系；none 不应再有 · Another contact must, or must not, follow."),
  by: z
    .enum(["desk", "customer", "anybody"])
    .default("anybody")
    .describe(
      "由谁发起 · Who begins the other contact: desk (outbound calls, messages, replies), customer, anybody.",
    ),
  what: conditionsSchema
    .optional()
    .describe("后续联系要满足的条件 · Conditions on the other contact: { direction: outbound }."),
  same: z
    .array(z.enum(labels))
    .optional()
    .describe(
      "哪些字段相同才算 · Fields that the two must have in common; where the contact lacks them, any other contact counts.",
    ),
  within: target("多久之内，要带单位 · Within this long: 10min, 7 days, 2 working days."),
  from: z
    .enum(["start", "end", "resolved"])
    .default("end")
    .describe("从哪一刻算起 · From the contact's start or end, or from when it was resolved."),
  share: share("至少达到的比例，用于指标 · The least share, for a rule over many contacts.").optional(),
});

export type FollowUpOptions = z.output<typeof options>;

const NO_CUSTOMER = notAssessed(FIELD_INDEX.customer);
const NO_MOMENT = notAssessed(FIELD_INDEX["offered-at"]);
const NO_DIRECTION = notAssessed(FIELD_INDEX.direction);
const RESOLVED_AT = FIELD_INDEX["resolved-at"];
const RESOLVED = FIELD_INDEX.resolved;
const DIRECTION = FIELD_INDEX.direction;
const INBOUND = DIRECTIONS.indexOf("inbound");
const NOT_RESOLVED = because(NOT_APPLICABLE, "no-trigger");
const NO_RESOLUTION = notAssessed(RESOLVED_AT);
const NOT_YET = because(PENDING, "not-due");
const ANY_TOPIC = "repeat-any-topic";

/**
 * Another contact of the same customer must, or must not, follow within a time. Where the data ends before that, it is
 * pending: contacts of the last days are not yet known not to come again.
 */
export const followUp: Check<FollowUpOptions> = {
  kind: "follow-up",
  options,
  example: `- id: our/call-back
  title: { zh: 掉线后回拨, en: Dial again after a drop }
  severity: major
  applies: { fields: { outcome: dropped } }
  check: follow-up
  expect: contact
  by: desk
  within: 10min
  examples:
    fails:
      - as-of: 2026-03-02 12:00
        fields: { customer: 王, outcome: dropped, ended-at: 2026-03-02 09:05 }
        others: [{ fields: { customer: 李, direction: outbound, offered-at: 2026-03-02 09:06 } }]
    passes:
      - as-of: 2026-03-02 12:00
        fields: { customer: 王, outcome: dropped, ended-at: 2026-03-02 09:05 }
        others: [{ fields: { customer: 王, direction: outbound, offered-at: 2026-03-02 09:06 } }]`,
  compile: ({ expect, by, what, same = [], within, from, share: least }, context) => {
    const condition = conditionsTest(what ?? {});
    const shared = same.map((name) => FIELD_INDEX[name]);
    const due = (start: number) => dueAfter(start, within, () => context.workdays());
    const clock = zone(context.timezone);
    const anyTopic = (contact: Contact) => shared.some((index) => Number.isNaN(read(contact, index)));

    /** The other contact in time: its position, −1 where there is none, or −2 − field where one cannot be judged. */
    const other = (contact: Contact, history: History, start: number): number => {
      const until = due(start);
      let unknown = -1;
      for (let at = 0; at < history.length; at++) {
        if (at === history.self || !isInTime(history, at, by, start, until)) continue;
        const found = history.contact(at);
        if (!isShared(contact, found, shared)) continue;
        const judged = condition.test(found);
        if (judged === MET) return at;
        if (judged !== NOT_MET) unknown = judged - 1;
      }
      return unknown;
    };
    const judge = (contact: Contact): number => {
      const history = contact.history ?? null;
      if (history === null || history.length === 0) return NO_CUSTOMER;
      const start = startOf(contact, history, from);
      if (start < 0) return -start - 1;
      const any = anyTopic(contact);
      const found = other(contact, history, start);
      if (found >= 0) return reasoned(expect === "contact" ? PASS : FAIL, any);
      if (history.now < due(start)) return NOT_YET;
      if (found < -1) return notAssessed(-found - 2);
      if (expect === "none") return reasoned(PASS, any);
      return by === "desk" && !history.deskSeen ? NO_DIRECTION : FAIL;
    };
    const limit = `≤ ${formatTarget(within)}`;
    return {
      stage: "together",
      reads: ["customer", ...MOMENT_FIELDS, "resolved", ...same, ...condition.reads],
      target: least === undefined ? limit : `≥ ${percent(least)} (${formatTarget(within)})`,
      judge,
      findings: (contact) => {
        const history = contact.history!;
        const at = other(contact, history, startOf(contact, history, from));
        const found = at < 0 ? "∅" : shown(history, at, (ms) => isoString(clock, ms));
        const place = { turn: null, from: 0, to: 0, how: null, field: null };
        return [{ ...place, expected: expect === "contact" ? limit : null, found }];
      },
      ...(least === undefined ? {} : { level: repeatLevel(least, same.length > 0) }),
    };
  },
};

/** When the time begins to run; −1 − verdict where it does not, or nobody knows. */
function startOf(contact: Contact, history: History, from: FollowUpOptions["from"]): number {
  const self = history.self;
  if (from === "resolved") {
    const resolved = read(contact, RESOLVED_AT);
    if (!Number.isNaN(resolved)) return resolved;
    const flag = read(contact, RESOLVED);
    if (flag === 0 || (Number.isNaN(flag) && carries(contact, RESOLVED_AT))) return -NOT_RESOLVED - 1;
    if (Number.isNaN(flag)) return -NO_RESOLUTION - 1;
  }
  const start = from === "start" ? history.startedAt(self) : history.endedAt(self);
  return Number.isNaN(start) ? -NO_MOMENT - 1 : start;
}

function isInTime(
  history: History,
  at: number,
  by: FollowUpOptions["by"],
  start: number,
  until: number,
): boolean {
  const isIn = (moment: number) => moment > start && moment <= until;
  if (by === "desk") return isIn(history.deskFrom(at)) || isIn(history.deskTo(at));
  if (!isIn(history.startedAt(at))) return false;
  return by === "anybody" || isByCustomer(history.contact(at));
}

/** Calls whose direction nobody recorded are taken to come in, as on most logs. */
function isByCustomer(contact: Contact): boolean {
  const direction = read(contact, DIRECTION);
  return !(direction > 0) || direction === INBOUND;
}

function isShared(one: Contact, other: Contact, fields: readonly number[]): boolean {
  for (const index of fields) {
    const own = read(one, index);
    if (!Number.isNaN(own) && own !== read(other, index)) return false;
  }
  return true;
}

function dueAfter(
  start: number,
  within: Target,
  workdays: () => { due(start: number, target: Target & { kind: "working-days" | "working-time" }): number },
): number {
  switch (within.kind) {
    case "time":
      return start + within.ms;
    case "working-days":
    case "working-time":
      return workdays().due(start, within);
    case "rings":
      return Number.NaN;
  }
}

function reasoned(verdict: number, anyTopic: boolean): number {
  return anyTopic ? because(verdict, ANY_TOPIC) : verdict;
}

function shown(history: History, at: number, iso: (ms: number) => string): string {
  const start = history.startedAt(at);
  const name = history.contact(at).label(FIELD_INDEX["contact-id"]);
  return [name, Number.isNaN(start) ? null : iso(start)].filter((part) => part !== null).join(" ") || "1";
}

function repeatLevel(least: number, byTopic: boolean): Level {
  return {
    share: least,
    formula: byTopic ? "no-repeat-same" : "no-repeat-any",
    summarise: (codes) => {
      const passed = sumOf(codes, PASS);
      const failed = sumOf(codes, FAIL);
      const any = (codes[because(PASS, ANY_TOPIC)] ?? 0) + (codes[because(FAIL, ANY_TOPIC)] ?? 0);
      return {
        numerator: passed,
        denominator: passed + failed,
        counts: { good: passed, all: passed + failed, pending: sumOf(codes, PENDING), "any-topic": any },
        notes: any > 0 ? ["repeat-any-topic"] : [],
      };
    },
  };
}

function sumOf(codes: ArrayLike<number>, verdict: number): number {
  let sum = 0;
  for (let code = 0; code < codes.length; code++) if (verdictOf(code) === verdict) sum += codes[code]!;
  return sum;
}
