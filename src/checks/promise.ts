import { z } from "zod";
import { isoString, zone } from "../calendar/zone.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS, PENDING } from "../model/verdict.js";
import { type DeskClock, findDeadline } from "../promises/index.js";
import type { Check, Collected, FindingDraft, JudgedPromise } from "./check.js";
import { MOMENT_FIELDS } from "./contact-moments.js";
import { listIndexes, listsOf } from "./lists.js";
import { read } from "./read.js";
import { duration } from "./values.js";
import { phrases } from "./words.js";

const options = z.strictObject({
  made: phrases.describe(
    "承诺的说法（短语或 @词表）· How agents promise something by a time: phrases or @lists.",
  ),
  slack: duration(
    "说的是时刻（“半小时后”“明天十点”）时宽限多久 · Grace for promises that name a moment.",
  ).prefault("30min"),
});

export type PromiseOptions = z.output<typeof options>;

const NO_TEXT = notAssessed(FIELD_INDEX.text);
const NO_MOMENT = notAssessed(FIELD_INDEX["said-at"]);
const NO_CUSTOMER = notAssessed(FIELD_INDEX.customer);
const NO_DIRECTION = notAssessed(FIELD_INDEX.direction);
const NONE = because(NOT_APPLICABLE, "no-trigger");
const NOT_YET = because(PENDING, "not-due");

/** What is kept of each promise, by position in `values`. */
const MADE = 0;
const DUE = 1;
const LIMIT = 2;
const CAME_BACK = 3;

/** An agent who is silent for this long and then goes on has come back, in the same conversation. */
const AWAY = 5 * 60_000;

/** Any Monday noon: to see whether words name a deadline at all where nobody knows when they were said. */
const SOME_MOMENT = Date.UTC(2026, 2, 2, 4);

/**
 * What agents promise to get in touch by is kept: the desk gets in touch with that customer in time, by an outbound
 * call, a message or a reply. Undecided where the data ends before it is due.
 */
export const promise: Check<PromiseOptions> = {
  kind: "promise",
  options,
  example: `- id: our/call-backs
  title: { zh: 答应回电就要回, en: Call back when you said you would }
  severity: critical
  check: promise
  made: ["…12(给您|跟您|和您)(回|打)…2电话"]
  examples:
    fails:
      - as-of: 2026-03-03 12:00
        fields: { customer: 王 }
        turns: [{ agent: 两小时内给您回电话, at: 2026-03-02 09:00 }]
        others: [{ fields: { customer: 李, direction: outbound, offered-at: 2026-03-02 10:00 } }]
    passes:
      - as-of: 2026-03-03 12:00
        fields: { customer: 王 }
        turns: [{ agent: 两小时内给您回电话, at: 2026-03-02 09:00 }]
        others: [{ fields: { customer: 王, direction: outbound, offered-at: 2026-03-02 10:00 } }]`,
  lists: ({ made }) => listsOf("made", made, { speaker: "agent" }),
  compile: ({ made, slack }, context) => {
    const lists = listIndexes("made", made, context.list);
    const clock: DeskClock = {
      zone: zone(context.timezone),
      workdays: context.workdays,
      hours: context.calendar,
    };
    return {
      stage: "together",
      reads: ["text", "speaker", "said-at", "customer", ...MOMENT_FIELDS],
      target: null,
      collect: (contact) =>
        contact.turns === null ? [] : collected(contact, contact.turns, lists, clock, slack),
      judge: (contact) => {
        const evidence = contact.evidence ?? [];
        if (evidence.length === 0) return (contact.marks ?? 0) === 0 ? NO_TEXT : NONE;
        if (evidence.every(({ values }) => Number.isNaN(values[MADE]))) return NO_MOMENT;
        const judged = promisesOf(contact);
        if (judged.some(({ state }) => state === "broken")) return FAIL;
        if (judged.every(({ state }) => state === "kept")) return PASS;
        const { history = null } = contact;
        if (history === null || history.length === 0) return NO_CUSTOMER;
        const waiting = judged.some((one) => one.state === "undecided" && one.due >= history.now);
        return waiting || history.deskSeen ? NOT_YET : NO_DIRECTION;
      },
      findings: (contact) =>
        promisesOf(contact)
          .filter(({ state }) => state === "broken")
          .map(
            ({ evidence, due }): FindingDraft => ({
              turn: null,
              from: 0,
              to: 0,
              how: null,
              field: null,
              evidence,
              expected: `≤ ${isoString(clock.zone, due)}`,
              found: "∅",
            }),
          ),
      promises: promisesOf,
    };
  },
};

function collected(
  contact: Contact,
  turns: Turns,
  lists: readonly number[],
  clock: DeskClock,
  slack: number,
): readonly Collected[] {
  const found: Collected[] = [];
  for (const list of lists) {
    for (const { turn, from, to, how } of turns.hits(list)) {
      if (turns.speaker(turn) !== SPEAKER.agent) continue;
      const bytes = turns.bytes(turn);
      const before = DECODER.decode(bytes.subarray(0, from)).length;
      const until = DECODER.decode(bytes.subarray(0, to)).length;
      const made = momentOf(contact, turns, turn);
      const text = turns.text(turn);
      const deadline = findDeadline(text, before, until, Number.isNaN(made) ? SOME_MOMENT : made, clock);
      if (deadline === null) continue;
      const quoted = {
        from: ENCODER.encode(text.slice(0, Math.min(deadline.from, before))).length,
        to: ENCODER.encode(text.slice(0, Math.max(deadline.to, until))).length,
      };
      // two phrases of one promise are one promise
      if (found.some((one) => one.turn === turn && one.from < quoted.to && quoted.from < one.to)) continue;
      const due = Number.isNaN(made) ? Number.NaN : deadline.due;
      const limit = deadline.about ? due + slack : due;
      found.push({ turn, ...quoted, how, values: [made, due, limit, cameBack(contact, turns, turn)] });
    }
  }
  return found.sort((a, b) => a.turn - b.turn || a.from - b.from);
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
const ANSWERED_AT = FIELD_INDEX["answered-at"];
const OFFERED_AT = FIELD_INDEX["offered-at"];

/** When a turn was said, ms since 1970: by its own clock, else counted from when the call was answered. */
function momentOf(contact: Contact, turns: Turns, turn: number): number {
  const start = turns.start(turn);
  if (turns.clock === "instant") return start;
  if (turns.clock === "none") return Number.NaN;
  const answered = read(contact, ANSWERED_AT);
  return start + (Number.isNaN(answered) ? read(contact, OFFERED_AT) : answered);
}

/** When the agent came back to the same conversation after having been away; NaN where he did not. */
function cameBack(contact: Contact, turns: Turns, from: number): number {
  for (let turn = from + 1; turn < turns.length; turn++) {
    if (turns.speaker(turn) !== SPEAKER.agent) continue;
    const before = Number.isNaN(turns.end(turn - 1)) ? turns.start(turn - 1) : turns.end(turn - 1);
    if (turns.start(turn) - before >= AWAY) return momentOf(contact, turns, turn);
  }
  return Number.NaN;
}

function promisesOf(contact: Contact): readonly JudgedPromise[] {
  return (contact.evidence ?? []).flatMap(({ values }, evidence) => {
    const [made = Number.NaN, due = Number.NaN] = [values[MADE], values[DUE]];
    if (Number.isNaN(made) || Number.isNaN(due)) return [];
    return [{ evidence, made, due, ...fateOf(contact, values) }];
  });
}

function fateOf(contact: Contact, values: readonly number[]): Pick<JudgedPromise, "state" | "keptBy"> {
  const made = values[MADE]!;
  const limit = values[LIMIT]!;
  const isIn = (moment: number) => moment > made && moment <= limit;
  const { history = null } = contact;
  if (isIn(values[CAME_BACK]!)) return { state: "kept", keptBy: history?.number(history.self) ?? -1 };
  if (history === null || history.length === 0) return { state: "undecided", keptBy: -1 };
  for (let at = 0; at < history.length; at++) {
    if (at === history.self) continue;
    if (isIn(history.deskFrom(at)) || isIn(history.deskTo(at))) {
      return { state: "kept", keptBy: history.number(at) };
    }
  }
  return { state: history.deskSeen && limit < history.now ? "broken" : "undecided", keptBy: -1 };
}
