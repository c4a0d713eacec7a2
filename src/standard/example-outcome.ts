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
import { exampleContact, exampleLabels } from "./example-contact.js";
import { exampleData } from "./example-data.js";
import type { Example, ExampleContact } from "./example-format.js";
import { exampleGroups } from "./example-groups.js";
import type { ExampleEngine } from "./example-turns.js";
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
  engine: ExampleEngine,
): Outcome {
  const labels = exampleLabels();
  const contactOf = (one: ExampleContact) => exampleContact(one, applies, engine, labels);
  if (typeof example === "string" || Array.isArray(example)) {
    const turns = typeof example === "string" ? [example] : example;
    return judged(compiled, [contactOf({ turns, starts: "yes", mono: false })], null);
  }
  const now = asOf(example, engine);
  if ("contacts" in example) {
    const contacts = example.contacts.map(contactOf);
    return levelOutcome(compiled, contacts, (at) => example.contacts[at]!.times, now);
  }
  const { others = [], "as-of": _, with: __, ...subject } = example;
  return judged(compiled, [subject, ...others].map(contactOf), now);
}

function asOf(
  example: { readonly "as-of"?: string | undefined },
  { timezone }: ExampleEngine,
): number | null {
  const written = example["as-of"];
  if (written === undefined) return null;
  const now = parseInstant(written, zone(timezone));
  if (now === null) throw new UserError("example-value", { field: "as-of", found: written });
  return now;
}

/** The first contact is judged; the others are there to be looked at. */
function judged(compiled: CompiledCheck, contacts: readonly Contact[], now: number | null): Outcome {
  const [contact] = exampleData(compiled, contacts, now);
  const code = compiled.judge(contact!);
  const verdict = verdictOf(code);
  const overdue = verdict === PENDING && now !== null && now > (compiled.due?.(contact!) ?? Infinity);
  const fails = verdict === FAIL || overdue;
  return {
    verdict: overdue ? "fail" : NAMES[verdict]!,
    reason: overdue ? "overdue" : verdict === NOT_ASSESSED ? "none" : reasonOf(code),
    missing: verdict === NOT_ASSESSED ? (FIELD_NAMES[missingFieldOf(code)] ?? null) : null,
    found: fails ? (compiled.findings(contact!)[0]?.found ?? null) : null,
  };
}

/** A share is judged as a gate is: by the point estimate, and not at all where there is nothing to judge. */
function levelOutcome(
  compiled: CompiledCheck,
  contacts: readonly Contact[],
  times: (at: number) => number,
  now: number | null,
): Outcome {
  const { level } = compiled;
  if (level === undefined) throw new UserError("example-value", { field: "contacts", found: "contacts" });
  const codes = new Float64Array(VERDICT_CODES);
  const groups = exampleGroups();
  exampleData(compiled, contacts, now).forEach((contact, at) => {
    const code = compiled.judge(contact);
    codes[code]! += times(at);
    if (verdictOf(code) <= FAIL) compiled.grouping?.add(contact, groups.adder(times(at)));
  });
  const { numerator, denominator } = level.summarise(codes, groups.counts());
  const found = `${numerator} / ${denominator}`;
  if (denominator > 0) {
    const verdict = numerator / denominator >= level.share ? "pass" : "fail";
    return { verdict, reason: "none", missing: null, found };
  }
  const unassessed = codes.findIndex((count, code) => count > 0 && verdictOf(code) === NOT_ASSESSED);
  if (unassessed === -1) {
    const waits = codes.some((count, code) => count > 0 && verdictOf(code) === PENDING);
    return { verdict: waits ? "pending" : "not-applicable", reason: "none", missing: null, found };
  }
  const missing = FIELD_NAMES[missingFieldOf(unassessed)] ?? null;
  return { verdict: "not-assessed", reason: "none", missing, found };
}

/** By verdict code: model/verdict.ts. */
const NAMES = ["pass", "fail", "not-applicable", "not-assessed", "pending"] as const;
