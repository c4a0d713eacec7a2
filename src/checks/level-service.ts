import { formatDuration } from "../calendar/durations.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, OUTCOMES } from "../model/fields.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS, type Reason } from "../model/verdict.js";
import { serviceLevel } from "../scoring/service-level.js";
import { ANSWER_UNKNOWN, ANSWERED, ANSWERED_FIELDS, answeredOf } from "./answered.js";
import type { CompiledCheck, Level } from "./check.js";
import type { FORMULAS } from "./level.js";
import { percent } from "./level-share.js";
import { carries, read } from "./read.js";
import { firstKnown, missingOf, type TimeOption, timeSource } from "./times.js";
import { ABANDON_TIMES, ANSWER_TIMES } from "./waits.js";

type Formula = (typeof FORMULAS)[number];

export interface ServiceOptions {
  /** ms, inclusive. */
  readonly within: number;
  readonly share: number;
  readonly formula: Formula;
  /** ms, exclusive. */
  readonly "short-abandon": number;
  readonly time?: readonly TimeOption[] | undefined;
  readonly "abandon-time"?: readonly TimeOption[] | undefined;
}

const LATE = because(FAIL, "answered-late");
const ABANDONS = ["abandoned-short", "abandoned-within", "abandoned-late", "abandoned-unknown"] as const;
type Abandon = (typeof ABANDONS)[number];

/**
 * What each formula makes of a call that nobody answered, so that pass / (pass + fail) is the formula's share. Short
 * abandons (< s) lie within the target (≤ T), s ≤ T. An abandon whose wait is not recorded is neither excluded nor credited.
 */
const VERDICTS = {
  F1: { "abandoned-short": PASS, "abandoned-within": PASS },
  F2: {
    "abandoned-short": NOT_APPLICABLE,
    "abandoned-within": NOT_APPLICABLE,
    "abandoned-late": NOT_APPLICABLE,
    "abandoned-unknown": NOT_APPLICABLE,
  },
  F3: {},
  F4: { "abandoned-short": NOT_APPLICABLE, "abandoned-within": NOT_APPLICABLE },
  F5: { "abandoned-short": PASS },
  F6: { "abandoned-short": NOT_APPLICABLE },
} as const satisfies Record<Formula, Partial<Record<Abandon, number>>>;

const NOT_OFFERED = because(NOT_APPLICABLE, "not-offered");
const DID_NOT_QUEUE = because(NOT_APPLICABLE, "did-not-queue");
const NO_OUTCOME = notAssessed(FIELD_INDEX.outcome);
const OUTCOME = FIELD_INDEX.outcome;
const QUEUED = FIELD_INDEX["queued-at"];
const FLOWED_OUT = OUTCOMES.indexOf("flowed-out");
const CALLBACK = OUTCOMES.indexOf("callback");

/**
 * The service level: calls answered within a time, out of the calls offered to the queue. Calls that left the queue for
 * another one or for a callback are excluded and counted; so are those that never queued, where the log has a queue
 * start and theirs is empty. Every other call that nobody answered (busy, voicemail, unanswered) counts as abandoned.
 */
export function answeredInTime(options: ServiceOptions): CompiledCheck {
  const { within, share, formula } = options;
  const short = options["short-abandon"];
  const answers = (options.time ?? ANSWER_TIMES).map(timeSource);
  const abandons = (options["abandon-time"] ?? ABANDON_TIMES).map(timeSource);
  const verdict = codesOf(formula);
  const timed = (contact: Contact) => answers.some((source) => source.carried(contact));

  const judge = (contact: Contact): number => {
    const outcome = read(contact, OUTCOME);
    if (outcome === FLOWED_OUT || outcome === CALLBACK) return NOT_OFFERED;
    if (carries(contact, QUEUED) && Number.isNaN(read(contact, QUEUED))) return DID_NOT_QUEUE;
    const answered = answeredOf(contact);
    if (answered === ANSWER_UNKNOWN) return NO_OUTCOME;
    if (answered === ANSWERED) {
      const at = firstKnown(answers, contact);
      if (at === -1) return notAssessed(missingOf(answers, contact));
      return answers[at]!.value(contact) <= within ? PASS : LATE;
    }
    // A log that times no answer at all must not be judged by the calls that nobody answered.
    if (!timed(contact)) return notAssessed(missingOf(answers, contact));
    const at = firstKnown(abandons, contact);
    const wait = at === -1 ? Number.NaN : abandons[at]!.value(contact);
    if (Number.isNaN(wait)) return verdict["abandoned-unknown"];
    if (wait < short) return verdict["abandoned-short"];
    return wait <= within ? verdict["abandoned-within"] : verdict["abandoned-late"];
  };

  const source = (contact: Contact): number =>
    answeredOf(contact) === ANSWERED ? firstKnown(answers, contact) : -1;
  return {
    stage: "fields",
    reads: [
      ...new Set([...ANSWERED_FIELDS, "queued-at", ...[...answers, ...abandons].flatMap((one) => one.reads)]),
    ] as CompiledCheck["reads"],
    target: `≥ ${percent(share)} (≤ ${formatDuration(within)}, ${formula})`,
    judge,
    findings: () => [],
    measure: {
      unit: "s",
      limit: within,
      of: (contact) => {
        const at = source(contact);
        return at === -1 ? Number.NaN : answers[at]!.value(contact);
      },
      sources: answers.map((one) => one.name),
      source,
    },
    level: { share, formula, summarise: (codes) => summary(formula, codes) },
  };
}

function codesOf(formula: Formula): Readonly<Record<Abandon, number>> {
  const verdicts: Partial<Record<Abandon, number>> = VERDICTS[formula];
  const code = (reason: Abandon) => because(verdicts[reason] ?? FAIL, reason);
  return {
    "abandoned-short": code("abandoned-short"),
    "abandoned-within": code("abandoned-within"),
    "abandoned-late": code("abandoned-late"),
    "abandoned-unknown": code("abandoned-unknown"),
  };
}

function summary(formula: Formula, codes: ArrayLike<number>): ReturnType<Level["summarise"]> {
  const of = (reason: Reason) =>
    [PASS, FAIL, NOT_APPLICABLE].reduce((sum, verdict) => sum + (codes[because(verdict, reason)] ?? 0), 0);
  const answeredWithin = codes[PASS] ?? 0;
  const counts = {
    answered: answeredWithin + of("answered-late"),
    answeredWithin,
    abandoned: ABANDONS.reduce((sum, reason) => sum + of(reason), 0),
    abandonedWithin: of("abandoned-short") + of("abandoned-within"),
    abandonedShort: of("abandoned-short"),
    abandonedUnknown: of("abandoned-unknown"),
  };
  const { numerator, denominator, notes } = serviceLevel(formula, counts);
  return {
    numerator,
    denominator,
    notes,
    counts: {
      answered: counts.answered,
      "answered-within": counts.answeredWithin,
      abandoned: counts.abandoned,
      "abandoned-within": counts.abandonedWithin,
      "abandoned-short": counts.abandonedShort,
      "abandoned-unknown": counts.abandonedUnknown,
      "did-not-queue": of("did-not-queue"),
      "not-offered": of("not-offered"),
      "other-direction": of("other-direction"),
    },
  };
}
