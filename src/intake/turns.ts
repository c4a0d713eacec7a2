import type { LedgerCode } from "../messages/ledger.js";
import { CHANNELS, FIELD_INDEX, FIELD_NAMES, type FieldName, SPEAKER } from "../model/fields.js";
import { UserError } from "../model/user-error.js";
import { type CellReader, cellReader, cellSample } from "./cells.js";
import { rowFilters } from "./filter.js";
import { CONTACT_ID, type Labels } from "./labels.js";
import type { LedgerBook } from "./ledger.js";
import { defaultChannel, type Layout, type OpenedFile } from "./open.js";
import type { MappedColumn } from "./recognise/recognise.js";
import { openRecords } from "./records.js";
import type { Progress } from "./rows.js";
import { type Batch, FIELD_ESCAPED } from "./scan/batch.js";
import { createTurnBlock, growTurns, sortTurns, type TurnBlock } from "./turn-block.js";
import { BAD } from "./values/cell.js";
import { UNKNOWN_WORD } from "./values/codes.js";

/** Bytes of one contact beyond which its "id" is taken for a column that is no id. */
const CONTACT_LIMIT = 128 * 1024 * 1024;

/** An offset within this of zero shows that a transcript starts where its recording does. */
const START_WINDOW = 30_000;

/**
 * Reads a file with one turn a row and hands over contact after contact: rows of one contact that follow each other. The
 * block is reused. A contact whose rows are scattered is handed over once for each stretch: the caller notices.
 */
export function readTurns(
  { layout, source }: OpenedFile,
  labels: Labels,
  ledger: LedgerBook,
  progress: Progress,
  onContact: (contact: number, block: TurnBlock) => void,
): void {
  const reader = openRecords(layout, source, ledger);
  const { batch } = reader;
  const gather = turnGatherer(layout, labels, ledger);
  let scanned = 0;
  let kept = 0;
  for (;;) {
    const more = reader.next(kept);
    if (!more && kept === 0) return;
    const whole = more ? lastContact(batch, gather.contactOf) : batch.records;
    if (whole === 0 && reader.batch.recordStart[batch.records]! - batch.recordStart[0]! > CONTACT_LIMIT) {
      throw new UserError(
        "contact-too-long",
        { limit: CONTACT_LIMIT },
        { file: layout.file, line: batch.recordLine[0]! },
      );
    }
    ledger.read(whole);
    for (let record = 0; record < whole; ) record = gather.contact(batch, record, whole, onContact);
    kept = batch.records - whole;
    progress.advance(reader.scanned - scanned, whole);
    scanned = reader.scanned;
    if (!more) return;
  }
}

/** Where the last contact of the batch begins: more rows of it may follow. */
function lastContact(batch: Batch, contactOf: (batch: Batch, record: number) => number): number {
  let record = batch.records - 1;
  let last = -1;
  for (; record >= 0; record--) {
    const contact = contactOf(batch, record);
    if (contact < 0) continue;
    if (last >= 0 && contact !== last) break;
    last = contact;
  }
  return record + 1;
}

interface FieldCell {
  readonly mapped: MappedColumn;
  readonly cell: CellReader;
}

interface TurnGatherer {
  /** The contact of a record, -1 where it has none; makes no ledger entry. */
  contactOf(batch: Batch, record: number): number;
  /** Gathers the contact that starts at `from` and hands it over. Returns the record behind it. */
  contact(
    batch: Batch,
    from: number,
    to: number,
    onContact: (contact: number, block: TurnBlock) => void,
  ): number;
}

function turnGatherer(layout: Layout, labels: Labels, ledger: LedgerBook): TurnGatherer {
  const { isRow, isWanted } = rowFilters(layout, ledger);
  const block = createTurnBlock(FIELD_NAMES.length);
  const read = (field: FieldName): FieldCell | null => {
    const mapped = layout.columns.find((column) => column.field === field);
    return mapped === undefined ? null : { mapped, cell: cellReader(mapped, layout, labels) };
  };
  const id = read("contact-id");
  const speaker = read("speaker");
  const start = read("start-seconds");
  const end = read("end-seconds");
  const saidAt = read("said-at");
  const index = read("index");
  const agent = read("agent");
  const ofContact = CONTACT_FIELDS.flatMap((field) => {
    const found = read(field);
    return found === null ? [] : [{ ...found, index: FIELD_INDEX[field] }];
  });
  const textColumn = layout.columns.find((column) => column.field === "text")!.columns[0]!;
  const channel = CHANNELS.indexOf(defaultChannel(layout.kind, layout.options) ?? "unknown");
  const width = layout.widths.least;
  block.layouts = [layout];
  block.clock = start !== null ? "offset" : saidAt !== null ? "instant" : "none";
  return { contactOf, contact };

  function contactOf(batch: Batch, record: number): number {
    if (batch.firstField[record + 1]! - batch.firstField[record]! < width || id === null) return -1;
    const contact = id.cell(batch, record);
    return contact >= 0 ? contact : -1;
  }

  function contact(
    batch: Batch,
    from: number,
    to: number,
    onContact: (contact: number, block: TurnBlock) => void,
  ): number {
    growTurns(block, to - from);
    block.bytes = batch.bytes;
    block.turns = 0;
    block.labels.fill(Number.NaN);
    let current = -1;
    let record = from;
    for (; record < to; record++) {
      const contact = contactOf(batch, record);
      if (contact >= 0 && current >= 0 && contact !== current) break;
      if (!isRow(batch, record) || !isWanted(batch, record)) continue;
      if (contact < 0) {
        ledger.out("rejected", "missing-key", batch.recordLine[record]!, undefined, "contact-id");
      } else if (addTurn(batch, record)) {
        current = contact;
      }
    }
    if (current >= 0) finish(current, onContact);
    return record;
  }

  /** False where the row cannot be read. */
  function addTurn(batch: Batch, record: number): boolean {
    const turn = block.turns;
    const line = batch.recordLine[record]!;
    const field = batch.firstField[record]! + textColumn;
    block.start[turn] = start === null ? Number.NaN : start.cell(batch, record);
    block.end[turn] = end === null ? Number.NaN : end.cell(batch, record);
    block.saidAt[turn] = saidAt === null ? Number.NaN : saidAt.cell(batch, record);
    block.index[turn] = index === null ? Number.NaN : index.cell(batch, record);
    if (block.start[turn] === BAD || block.end[turn] === BAD)
      return rejected(batch, record, "bad-duration", start ?? end);
    if (block.saidAt[turn] === BAD) return rejected(batch, record, "bad-time", saidAt);
    if (block.index[turn] === BAD) return rejected(batch, record, "bad-number", index);
    const who = speaker === null ? SPEAKER.unknown : speaker.cell(batch, record);
    block.speaker[turn] = who > 0 ? who : SPEAKER.unknown;
    if (who === UNKNOWN_WORD && speaker !== null) {
      ledger.note("unknown-speaker", line, cellSample(speaker.mapped, batch, record), "speaker");
    }
    block.textFrom[turn] = batch.fieldStart[field]!;
    block.textTo[turn] = batch.fieldEnd[field]!;
    block.escaped[turn] = (batch.fieldFlags[field]! & FIELD_ESCAPED) === 0 ? 0 : 1;
    block.recordFrom[turn] = batch.recordStart[record]!;
    block.line[turn] = line;
    if (block.textFrom[turn] === block.textTo[turn]) ledger.note("empty-text", line, undefined, "text");
    for (const { index: at, cell } of ofContact) {
      if (Number.isNaN(block.labels[at]!)) block.labels[at] = cell(batch, record);
    }
    if (agent !== null && who === SPEAKER.agent && Number.isNaN(block.labels[AGENT]!)) {
      block.labels[AGENT] = agent.cell(batch, record);
    }
    block.turns = turn + 1;
    return true;
  }

  function rejected(batch: Batch, record: number, code: LedgerCode, column: FieldCell | null): false {
    const sample = column === null ? undefined : cellSample(column.mapped, batch, record);
    ledger.out("rejected", code, batch.recordLine[record]!, sample, column?.mapped.field);
    return false;
  }

  function finish(contact: number, onContact: (contact: number, block: TurnBlock) => void): void {
    ledger.audited(block.turns);
    if (block.clock === "instant") block.start.set(block.saidAt.subarray(0, block.turns));
    const line = block.line[0]!;
    const key = index !== null ? block.index : block.start;
    if (sortTurns(block, key)) ledger.note("turns-reordered", line);
    if (Number.isNaN(block.labels[CHANNEL]!) && channel > 0) block.labels[CHANNEL] = channel;
    if (block.labels[CHANNEL] === UNKNOWN_WORD) {
      ledger.note("unknown-channel", line, undefined, "channel");
      block.labels[CHANNEL] = 0;
    }
    block.labels[CONTACT_ID] = contact;
    block.beginsAtStart = beginsAtStart(block, layout);
    onContact(contact, block);
  }
}

const AGENT = FIELD_INDEX.agent;
const CHANNEL = FIELD_INDEX.channel;
const CONTACT_FIELDS = ["team", "customer", "channel", "product"] as const satisfies readonly FieldName[];

/** What shows whether the first turn is the start of the conversation. The user's word comes first. */
function beginsAtStart(block: TurnBlock, { kind, options }: Layout): TurnBlock["beginsAtStart"] {
  if (options.complete !== undefined) return options.complete ? "yes" : "no";
  if (block.index[0]! > 1) return "no";
  if (kind === "messages") return "yes";
  return block.clock === "offset" && block.start[0]! <= START_WINDOW ? "yes" : "unknown";
}
