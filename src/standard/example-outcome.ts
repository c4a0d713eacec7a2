import { zone } from "../calendar/zone.js";
import type { Applies } from "../checks/applies.js";
import type { CompiledCheck } from "../checks/check.js";
import type { Contact } from "../model/contact.js";
import { FIELD_NAMES, type FieldName } from "../model/fields.js";
import { UserError } from "../model/user-error.js";
import {
  FAIL,
  missingFieldOf,
  NOT_ASSESSED,
  PENDING,
  type Reason,
  reasonOf,
  VERDICT_CODES,
  verdictOf,
} from "../model/verdict.js";
import type { PhraseScanner } from "../phrases/index.js";
import { exampleContact } from "./example-contact.js";
import type { Example, ExampleContact } from "./example-format.js";
import { parseInstant } from "./instant.js";

/** What a rule makes of an example. */
export interface Outcome {
  readonly verdict: "pass" | "fail" | "not-applicable" | "not-assessed" | "pending";
  readonly reason: Reason;
  /** The field whose want kept the rule from judging. */
  readonly missing: FieldName | null;
  /** What a finding would show. */
  readonly found: string | null;
}

/**
 * Runs one example through a compiled check.
 *
 * @throws UserError for an example that cannot be read; without a place
 */
export function outcomeOf(
  compiled: CompiledCheck,
  applies: Applies,
  example: Example,
  scanner: PhraseScanner,
  timezone: string,
): Outcome {
  const contactOf = (one: ExampleContact) => exampleContact(one, applies, scanner, timezone);
  if (typeof example === "object" && "contacts" in example) {
    const codes = new Float64Array(VERDICT_CODES);
    for (const { times, ...one } of example.contacts) codes[compiled.judge(contactOf(one))]! += times;
    return levelOutcome(compiled, codes);
  }
  if (typeof example === "string")
    return judged(compiled, contactOf({ turns: [example], starts: "yes" }), null);
  if (Array.isArray(example)) return judged(compiled, contactOf({ turns: example, starts: "yes" }), null);
  const { "as-of": asOf, ...one } = example;
  const now = asOf === undefined ? null : parseInstant(asOf, zone(timezone));
  if (asOf !== undefined && now === null)
    throw new UserError("example-value", { field: "as-of", found: asOf });
  return judged(compiled, contactOf(one), now);
}

function judged(compiled: CompiledCheck, contact: Contact, now: number | null): Outcome {
  const code = compiled.judge(contact);
  const verdict = verdictOf(code);
  const overdue = verdict === PENDING && now !== null && now > (compiled.due?.(contact) ?? Infinity);
  const fails = verdict === FAIL || overdue;
  return {
    verdict: overdue ? "fail" : NAMES[verdict]!,
    reason: overdue ? "overdue" : verdict === NOT_ASSESSED ? "none" : reasonOf(code),
    missing: verdict === NOT_ASSESSED ? (FIELD_NAMES[missingFieldOf(code)] ?? null) : null,
    found: fails ? (compiled.findings(contact)[0]?.found ?? null) : null,
  };
}

/** A share is judged as a gate is: by the point estimate, and not at all where there is nothing to judge. */
function levelOutcome(compiled: CompiledCheck, codes: Float64Array): Outcome {
  const { level } = compiled;
  if (level === undefined) throw new UserError("example-value", { field: "contacts", found: "contacts" });
  const { numerator, denominator } = level.summarise(codes);
  const found = `${numerator} / ${denominator}`;
  if (denominator > 0) {
    const verdict = numerator / denominator >= level.share ? "pass" : "fail";
    return { verdict, reason: "none", missing: null, found };
  }
  const unassessed = codes.findIndex((count, code) => count > 0 && verdictOf(code) === NOT_ASSESSED);
  if (unassessed === -1) return { verdict: "not-applicable", reason: "none", missing: null, found };
  const missing = FIELD_NAMES[missingFieldOf(unassessed)] ?? null;
  return { verdict: "not-assessed", reason: "none", missing, found };
}

/** By verdict code: model/verdict.ts. */
const NAMES = ["pass", "fail", "not-applicable", "not-assessed", "pending"] as const;
