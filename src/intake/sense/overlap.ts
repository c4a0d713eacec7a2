import { CHANNELS, FIELD_INDEX } from "../../model/fields.js";
import { doubled } from "../doubled.js";
import type { Labels } from "../labels.js";
import type { LedgerBook } from "../ledger.js";
import { lineOf, type RowBatch } from "../row-batch.js";
import { isUnanswered } from "./evidence.js";

/** Two systems round differently, and an agent may hang up and pick up within a second. */
const TOLERANCE = 2000;

const AGENT = FIELD_INDEX.agent;
const CHANNEL = FIELD_INDEX.channel;
const OUTCOME = FIELD_INDEX.outcome;
const OFFERED = FIELD_INDEX["offered-at"];
const QUEUED = FIELD_INDEX["queued-at"];
const ANSWERED = FIELD_INDEX["answered-at"];
const ENDED = FIELD_INDEX["ended-at"];
const WAIT = FIELD_INDEX["answer-seconds"];
const TALK = FIELD_INDEX["talk-seconds"];
const PHONE = CHANNELS.indexOf("phone");

/** Agents who talk in two calls at once: the talk times of two calls of one agent overlap by more than 2 s. */
export interface OverlapCheck {
  add(rows: RowBatch): void;
  /** Enters what was found in the ledger: the later call of each pair, once, in the order of the lines. */
  finish(): void;
}

export function overlapCheck(labels: Labels, ledger: LedgerBook): OverlapCheck {
  let size = 0;
  let agents = new Int32Array(1024);
  let lines = new Int32Array(1024);
  let starts = new Float64Array(1024);
  let ends = new Float64Array(1024);
  return { add, finish };

  function add(rows: RowBatch): void {
    const agent = rows.columns[AGENT]!;
    const channel = rows.columns[CHANNEL]!;
    const outcome = rows.columns[OUTCOME]!;
    for (let row = 0; row < rows.rows; row++) {
      if (rows.dropped[row] === 1 || Number.isNaN(agent[row]!) || channel[row] !== PHONE) continue;
      if (isUnanswered(outcome[row]!)) continue;
      const start = talkStart(rows, row);
      const end = talkEnd(rows, row, start);
      if (!(end - start > TOLERANCE)) continue;
      if (size === agents.length) grow();
      agents[size] = agent[row]!;
      lines[size] = lineOf(rows, row);
      starts[size] = start;
      ends[size] = end;
      size += 1;
    }
  }

  function grow(): void {
    agents = doubled(agents);
    lines = doubled(lines);
    starts = doubled(starts);
    ends = doubled(ends);
  }

  function finish(): void {
    const found = overlapping();
    for (const call of found.toSorted((a, b) => lines[a]! - lines[b]!)) {
      ledger.note("agent-overlap", lines[call]!, labels.text(AGENT, agents[call]!) ?? undefined, "agent");
    }
  }

  /** The calls that begin while an earlier one of their agent goes on. */
  function overlapping(): readonly number[] {
    const found: number[] = [];
    const { order, ends: bounds } = byAgent();
    let from = 0;
    for (const to of bounds) {
      sortByStart(order, from, to);
      let end = Number.NEGATIVE_INFINITY;
      for (let i = from; i < to; i++) {
        const call = order[i]!;
        if (end - starts[call]! > TOLERANCE) found.push(call);
        end = Math.max(end, ends[call]!);
      }
      from = to;
    }
    return found;
  }

  /** The calls, agent after agent, and where each agent's end. */
  function byAgent(): { readonly order: Int32Array; readonly ends: Int32Array } {
    let most = 0;
    for (let call = 0; call < size; call++) most = Math.max(most, agents[call]! + 1);
    const bounds = new Int32Array(most);
    for (let call = 0; call < size; call++) bounds[agents[call]!]! += 1;
    let sum = 0;
    for (let agent = 0; agent < most; agent++) {
      const count = bounds[agent]!;
      bounds[agent] = sum;
      sum += count;
    }
    const order = new Int32Array(size);
    for (let call = 0; call < size; call++) order[bounds[agents[call]!]!++] = call;
    return { order, ends: bounds };
  }

  /** Sorts calls by their start, which is nearly the order they stand in: each is moved to the front as far as needed. */
  function sortByStart(order: Int32Array, from: number, to: number): void {
    let moves = 0;
    for (let i = from + 1; i < to; i++) {
      const call = order[i]!;
      let at = i;
      for (; at > from && starts[order[at - 1]!]! > starts[call]!; at--) order[at] = order[at - 1]!;
      order[at] = call;
      moves += i - at;
      if (moves > (to - from) * MOVES) {
        order.subarray(from, to).sort((a, b) => starts[a]! - starts[b]! || a - b);
        return;
      }
    }
  }
}

/** A log that is in no order is sorted by other means beyond so many moves a call. */
const MOVES = 32;

/** When the agent began to talk: as recorded, else from the end or from the wait; NaN where nothing says. */
function talkStart(rows: RowBatch, row: number): number {
  const answered = rows.columns[ANSWERED]![row]!;
  if (!Number.isNaN(answered)) return answered;
  const back = rows.columns[ENDED]![row]! - rows.columns[TALK]![row]!;
  if (!Number.isNaN(back)) return back;
  const queued = rows.columns[QUEUED]![row]!;
  const from = Number.isNaN(queued) ? rows.columns[OFFERED]![row]! : queued;
  return from + rows.columns[WAIT]![row]!;
}

function talkEnd(rows: RowBatch, row: number, start: number): number {
  const talk = start + rows.columns[TALK]![row]!;
  return Number.isNaN(talk) ? rows.columns[ENDED]![row]! : talk;
}
