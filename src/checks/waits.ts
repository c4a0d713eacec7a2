import type { Contact } from "../model/contact.js";
import { firstKnown, type TimeOption, timeSource } from "./times.js";

/**
 * Speed of answer: from queue entry to the agent, ringing included (Cisco UCCE's ASA "includes delay time, queue time,
 * and ring time"); pre-queue IVR time is not part of it.
 */
export const ANSWER_TIMES: readonly TimeOption[] = [
  "answer-seconds",
  { from: "queued-at", to: "answered-at" },
  { sum: ["queue-seconds", "ring-seconds"] },
  "queue-seconds",
];

/**
 * How long a caller waited before giving up. Not `answer-seconds`: for calls that nobody answered, exports write 0 or
 * nothing there, and a 0 would pass for a short abandon.
 */
export const ABANDON_TIMES: readonly TimeOption[] = [
  { sum: ["queue-seconds", "ring-seconds"] },
  "queue-seconds",
  { from: "queued-at", to: "ended-at" },
  "ring-seconds",
];

const SOURCES = ANSWER_TIMES.map(timeSource);

/** How long the customer waited for the agent, ms; NaN where no file says. */
export function waitOf(contact: Contact): number {
  const at = firstKnown(SOURCES, contact);
  return at === -1 ? Number.NaN : SOURCES[at]!.value(contact);
}

export const WAIT_FIELDS = [...new Set(SOURCES.flatMap((source) => source.reads))];
