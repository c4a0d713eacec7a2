import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { CHANNELS, DIRECTIONS, FIELD_INDEX, type FieldName, KINDS, OUTCOMES } from "../model/fields.js";
import { because, NOT_APPLICABLE, notAssessed, type Reason } from "../model/verdict.js";
import type { CompiledCheck } from "./check.js";
import { COMPLAINT, COMPLAINT_FIELDS, COMPLAINT_UNKNOWN, complaintOf } from "./complaint.js";
import { conditionsSchema, conditionsTest, MET, NOT_MET } from "./conditions.js";
import { read } from "./read.js";

const known = <T extends string>(list: readonly ["unknown", ...T[]]) => {
  const [, ...names] = list;
  return z.array(z.enum(names)).nonempty();
};

/** Which contacts a rule is about. Each key narrows; a contact must match them all. */
export const appliesSchema = z.strictObject({
  channels: known(CHANNELS)
    .optional()
    .describe("渠道 · Channels: phone, chat, email. A contact whose channel is not known is not assessed."),
  directions: known(DIRECTIONS).optional().describe("方向 · Directions: inbound, outbound, internal."),
  kinds: z
    .array(z.enum(KINDS))
    .nonempty()
    .optional()
    .describe(
      "文件类别 · Kinds of files that speak of it. Survey answers are judged only where they are named.",
    ),
  outcomes: known(OUTCOMES).optional().describe("结果 · How the contact ended: answered, abandoned, …"),
  complaint: z
    .literal(true)
    .optional()
    .describe("投诉 · Only complaints: by the record's type or topic, or by the customer's words."),
  fields: conditionsSchema
    .optional()
    .describe("字段条件 · Conditions on its fields: { hangup-by: agent }, { hold-seconds: { min: 60s } }."),
});

export type Applies = z.output<typeof appliesSchema>;

/**
 * The check, preceded by the question whether the rule is about this contact at all. Where the rule names channels,
 * directions, outcomes or other fields and the contact's is not known, it is not assessed and says which field is
 * missing; where the rule only excepts some, an unknown one is not excepted.
 */
export function withApplies(check: CompiledCheck, only: Applies, except: Applies): CompiledCheck {
  const tests = [...testsOf(only, true), ...testsOf(except, false)];
  if (tests.length === 0) return check;
  const reads = [...readsOf(only), ...readsOf(except)];
  // whether a contact complains is known when its words have been read
  const later = check.stage === "fields" && (only.complaint ?? except.complaint) !== undefined;
  return {
    ...check,
    ...(later ? { stage: "turns" } : {}),
    ...(only.kinds === undefined ? {} : { kinds: only.kinds }),
    ...(check.readsWithoutTurns === undefined
      ? {}
      : { readsWithoutTurns: [...new Set([...check.readsWithoutTurns, ...reads])] }),
    reads: [...new Set([...check.reads, ...reads])],
    judge: (contact) => {
      for (const test of tests) {
        const verdict = test(contact);
        if (verdict !== APPLIES) return verdict;
      }
      return check.judge(contact);
    },
  };
}

const APPLIES = -1;
type Test = (contact: Contact) => number;

function testsOf(applies: Applies, wanted: boolean): readonly Test[] {
  const tests: Test[] = [];
  if (applies.kinds) tests.push(kindTest(applies.kinds, wanted));
  if (applies.channels) tests.push(codeTest("channel", CHANNELS, applies.channels, wanted, "other-channel"));
  if (applies.directions) {
    tests.push(codeTest("direction", DIRECTIONS, applies.directions, wanted, "other-direction"));
  }
  if (applies.outcomes) tests.push(codeTest("outcome", OUTCOMES, applies.outcomes, wanted, "not-offered"));
  if (applies.fields) tests.push(fieldsTest(applies.fields, wanted));
  if (applies.complaint) tests.push(wanted ? isComplaint : isNoComplaint);
  return tests;
}

function readsOf({ channels, directions, outcomes, complaint, fields }: Applies): readonly FieldName[] {
  return [
    ...(channels === undefined ? [] : (["channel"] as const)),
    ...(directions === undefined ? [] : (["direction"] as const)),
    ...(outcomes === undefined ? [] : (["outcome"] as const)),
    ...(complaint === undefined ? [] : COMPLAINT_FIELDS),
    ...(fields === undefined ? [] : conditionsTest(fields).reads),
  ];
}

function codeTest(
  field: "channel" | "direction" | "outcome",
  names: readonly string[],
  listed: readonly string[],
  wanted: boolean,
  reason: Reason,
): Test {
  const index = FIELD_INDEX[field];
  const inList = names.map((name) => listed.includes(name));
  const other = because(NOT_APPLICABLE, reason);
  const unknown = wanted ? notAssessed(index) : APPLIES;
  return (contact) => {
    const code = read(contact, index);
    if (!(code > 0)) return unknown;
    return inList[code] === wanted ? APPLIES : other;
  };
}

function kindTest(listed: readonly string[], wanted: boolean): Test {
  const mask = KINDS.reduce((bits, kind, code) => bits | (listed.includes(kind) ? 1 << code : 0), 0);
  const other = because(NOT_APPLICABLE, "other-kind");
  return (contact) => (((contact.kinds & mask) !== 0) === wanted ? APPLIES : other);
}

function fieldsTest(conditions: NonNullable<Applies["fields"]>, wanted: boolean): Test {
  const { test } = conditionsTest(conditions);
  const other = because(NOT_APPLICABLE, "other-record");
  return (contact) => {
    const found = test(contact);
    if (found !== MET && found !== NOT_MET) return wanted ? notAssessed(-found - 1) : APPLIES;
    return (found === MET) === wanted ? APPLIES : other;
  };
}

const OTHER = because(NOT_APPLICABLE, "not-a-complaint");
const NO_TYPE = notAssessed(FIELD_INDEX.type);

function isComplaint(contact: Contact): number {
  const found = complaintOf(contact);
  if (found === COMPLAINT) return APPLIES;
  return found === COMPLAINT_UNKNOWN ? NO_TYPE : OTHER;
}

function isNoComplaint(contact: Contact): number {
  return complaintOf(contact) === COMPLAINT ? OTHER : APPLIES;
}
