import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { CHANNELS, DIRECTIONS, FIELD_INDEX, type FieldName, KINDS, OUTCOMES } from "../model/fields.js";
import { because, NOT_APPLICABLE, notAssessed, type Reason } from "../model/verdict.js";
import type { CompiledCheck } from "./check.js";
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
  kinds: z.array(z.enum(KINDS)).nonempty().optional().describe("文件类别 · Kinds of files that speak of it."),
  outcomes: known(OUTCOMES).optional().describe("结果 · How the contact ended: answered, abandoned, …"),
});

export type Applies = z.output<typeof appliesSchema>;

/**
 * The check, preceded by the question whether the rule is about this contact at all. Where the rule names channels,
 * directions or outcomes and the contact's is not known, it is not assessed and says which field is missing; where the
 * rule only excepts some, an unknown one is not excepted.
 */
export function withApplies(check: CompiledCheck, only: Applies, except: Applies): CompiledCheck {
  const tests = [...testsOf(only, true), ...testsOf(except, false)];
  if (tests.length === 0) return check;
  return {
    ...check,
    reads: [...new Set([...check.reads, ...readsOf(only), ...readsOf(except)])],
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
  if (applies.channels) tests.push(codeTest("channel", CHANNELS, applies.channels, wanted, "other-channel"));
  if (applies.directions) {
    tests.push(codeTest("direction", DIRECTIONS, applies.directions, wanted, "other-direction"));
  }
  if (applies.outcomes) tests.push(codeTest("outcome", OUTCOMES, applies.outcomes, wanted, "not-offered"));
  if (applies.kinds) tests.push(kindTest(applies.kinds, wanted));
  return tests;
}

function readsOf({ channels, directions, outcomes }: Applies): readonly FieldName[] {
  return [
    ...(channels === undefined ? [] : (["channel"] as const)),
    ...(directions === undefined ? [] : (["direction"] as const)),
    ...(outcomes === undefined ? [] : (["outcome"] as const)),
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
