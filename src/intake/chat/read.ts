import { FIELD_NAMES, SPEAKER } from "../../model/fields.js";
import { cellReader } from "../cells.js";
import { CONTACT_ID, type Labels } from "../labels.js";
import type { LedgerBook } from "../ledger.js";
import type { Layout, OpenedFile } from "../open.js";
import type { AppliedChat } from "../profiles/applied.js";
import { eachBatch } from "../rows.js";
import { type Batch, FIELD_ESCAPED } from "../scan/batch.js";
import { createTurnBlock, growTurns, type TurnBlock } from "../turn-block.js";
import { cellText } from "../values/cell.js";
import { chatClock, dayOfLine, type MessageStart, messageStarts } from "./lines.js";
import { chatSpeakers } from "./speakers.js";

/**
 * Reads the chats of a table that keeps each whole chat in one cell, and hands over contact after contact. The block is
 * reused; its texts lie in the file, so that findings point at their line. The rows have been accounted for before:
 * `contactOf` names the contact of the row on a line, undefined where its chat is not to be read.
 */
export function readChats(
  input: OpenedFile,
  chat: AppliedChat,
  labels: Labels,
  ledger: LedgerBook,
  contactOf: (line: number) => number | undefined,
  onContact: (contact: number, block: TurnBlock) => void,
): void {
  const layout: Layout = { ...input.layout, kind: "messages" };
  const block = createTurnBlock(FIELD_NAMES.length);
  block.layouts = [layout];
  const began = beganReader(layout, labels);
  const gather = chatGatherer(layout, chat, block);
  eachBatch(input, ({ batch }) => {
    for (let record = 0; record < batch.records; record++) {
      const line = batch.recordLine[record]!;
      const contact = contactOf(line);
      if (contact === undefined || isEmpty(batch, record, chat.column)) continue;
      gather(batch, record, contact, began(batch, record));
      if (block.turns === 0) {
        ledger.note("chat-unreadable", line, cellOf(batch, record, chat.column).slice(0, SAMPLE), "text");
        continue;
      }
      for (let turn = 0; turn < block.turns; turn++) {
        if (block.speaker[turn] === SPEAKER.unknown)
          ledger.note("unknown-speaker", line, undefined, "speaker");
      }
      onContact(contact, block);
    }
  });
}

const SAMPLE = 80;

/** When the contact of a row began, ms: the day of chats whose lines name none. */
function beganReader(layout: Layout, labels: Labels): (batch: Batch, record: number) => number {
  const mapped = layout.columns.find(({ field }) => field === "received-at" || field === "offered-at");
  if (mapped === undefined) return () => Number.NaN;
  const read = cellReader(mapped, layout, labels);
  return (batch, record) => {
    const at = read(batch, record);
    return Number.isFinite(at) ? at : Number.NaN;
  };
}

function chatGatherer(layout: Layout, chat: AppliedChat, block: TurnBlock) {
  const startOf = messageStarts(chat.begins);
  const speakersOf = chatSpeakers();
  const clock = chatClock(layout.options.timezone ?? layout.timezone);
  const complete = layout.options.complete ?? true;
  return (batch: Batch, record: number, contact: number, began: number): void => {
    const field = batch.firstField[record]! + chat.column;
    const names: string[] = [];
    block.bytes = batch.bytes;
    block.turns = 0;
    block.clock = "instant";
    block.beginsAtStart = complete ? "yes" : "no";
    block.labels.fill(Number.NaN);
    block.labels[CONTACT_ID] = contact;
    clock.begin(began);
    eachLine(batch.bytes, batch.fieldStart[field]!, batch.fieldEnd[field]!, (from, to) => {
      const line = cellText(batch.bytes, from, to);
      if (line.trim() === "" || RULE.test(line)) return;
      const day = dayOfLine(line, chat.dateLine);
      if (!Number.isNaN(day)) {
        clock.day(day);
        return;
      }
      const start = startOf(line);
      if (start !== null) begin(start, line, from, to);
      else if (block.turns > 0) extend(from, to);
    });
    const speakerOf = speakersOf(
      new Set(names),
      cellOf(batch, record, chat.agent),
      cellOf(batch, record, chat.customer),
    );
    names.forEach((who, turn) => {
      block.speaker[turn] = speakerOf(who);
    });
    if (block.start.subarray(0, block.turns).every(Number.isNaN)) block.clock = "none";

    function begin(start: MessageStart, line: string, from: number, to: number): void {
      growTurns(block, block.turns + 1);
      const turn = block.turns++;
      const at = clock.moment(start);
      const textFrom = start.textAt < 0 ? to : from + Buffer.byteLength(line.slice(0, start.textAt));
      names.push(start.who);
      block.file[turn] = 0;
      block.start[turn] = at;
      block.end[turn] = Number.NaN;
      block.saidAt[turn] = at;
      block.index[turn] = Number.NaN;
      block.textFrom[turn] = textFrom;
      block.textTo[turn] = to;
      block.escaped[turn] = (batch.fieldFlags[field]! & FIELD_ESCAPED) === 0 ? 0 : 1;
      block.recordFrom[turn] = batch.recordStart[record]!;
      block.line[turn] = batch.recordLine[record]!;
    }

    function extend(from: number, to: number): void {
      const turn = block.turns - 1;
      if (block.textFrom[turn] === block.textTo[turn]) block.textFrom[turn] = from;
      block.textTo[turn] = to;
    }
  };
}

/** A line that only separates: |-----|, ======. */
const RULE = /^[\s|+*=_─—-]+$/;

const LF = 0x0a;
const CR = 0x0d;

/** The lines of a stretch; workbooks end them with a lone CR. */
function eachLine(
  bytes: Uint8Array,
  from: number,
  to: number,
  use: (from: number, to: number) => void,
): void {
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && bytes[at] !== LF && bytes[at] !== CR) continue;
    if (at > start) use(start, at);
    start = at + 1;
  }
}

function isEmpty(batch: Batch, record: number, column: number): boolean {
  return cellOf(batch, record, column).trim() === "";
}

function cellOf(batch: Batch, record: number, column: number): string {
  const field = batch.firstField[record]! + column;
  if (column < 0 || field >= batch.firstField[record + 1]!) return "";
  return cellText(batch.bytes, batch.fieldStart[field]!, batch.fieldEnd[field]!);
}
