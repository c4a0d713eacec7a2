import { isoString, type Zone, zone } from "../../../src/calendar/zone.js";
import { readChats } from "../../../src/intake/chat/read.js";
import { createLabels, type Labels } from "../../../src/intake/labels.js";
import { openLedger } from "../../../src/intake/ledger.js";
import { type OpenedFile, openInput } from "../../../src/intake/open.js";
import type { InputOptions } from "../../../src/intake/options.js";
import { readRows } from "../../../src/intake/rows.js";
import type { TurnBlock } from "../../../src/intake/turn-block.js";
import { readTurns } from "../../../src/intake/turns.js";
import { unpackFiles } from "../../../src/intake/unpack/unpack.js";
import { unescapeText } from "../../../src/intake/values/cell.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_INDEX,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  type FieldType,
  OUTCOMES,
  SPEAKERS,
} from "../../../src/model/fields.js";
import type { LedgerFile } from "../../../src/model/ledger.js";

/** A contact as the audit sees it, its values written out. */
export interface ReadContact {
  readonly line: number;
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
  readonly turns: readonly string[];
}

export interface ReadFile {
  readonly ledger: LedgerFile;
  readonly contacts: readonly ReadContact[];
}

/** Reads a file the way an audit does, up to where contacts are claimed. */
export async function readExport(
  path: string,
  timezone: string,
  options: InputOptions = {},
): Promise<ReadFile> {
  const folder = process.cwd();
  const ready = await unpackFiles([{ path, options }], folder, { isTTY: true });
  try {
    const input = openInput(ready.files[0]!, timezone, folder);
    try {
      return readOpened(input, zone(timezone));
    } finally {
      input.source.close();
    }
  } finally {
    ready.close();
  }
}

function readOpened(input: OpenedFile, clock: Zone): ReadFile {
  const { layout } = input;
  const labels = createLabels();
  const ledger = openLedger(layout.file, layout.kind);
  const contacts: ReadContact[] = [];
  const progress = { advance: () => {} };
  if (layout.kind === "transcripts" || layout.kind === "messages") {
    readTurns(input, labels, ledger, progress, (_, block) => contacts.push(ofBlock(block, labels, clock)));
  } else {
    readRows(input, labels, ledger, progress, (rows) => {
      ledger.audited(rows.rows);
      for (let row = 0; row < rows.rows; row++) {
        const line = rows.batch.recordLine[rows.record[row]!]!;
        const value = (field: number) => rows.columns[field]![row]!;
        contacts.push({ line, values: written(value, labels, clock), turns: [] });
      }
    });
  }
  const chats = new Map<number, readonly string[]>();
  if (layout.profile?.chat) {
    const lines = new Map(contacts.map(({ line }) => [line, line]));
    readChats(
      input,
      layout.profile.chat,
      labels,
      ledger,
      (line) => lines.get(line),
      (line, block) => {
        chats.set(line, turnsOf(block, clock));
      },
    );
  }
  const whole = contacts.map((one) => ({ ...one, turns: chats.get(one.line) ?? one.turns }));
  return { ledger: ledger.close(layout.reading), contacts: whole };
}

function written(value: (field: number) => number, labels: Labels, clock: Zone): ReadContact["values"] {
  return Object.fromEntries(
    FIELD_NAMES.flatMap((field) => {
      const number = value(FIELD_INDEX[field]);
      return Number.isNaN(number) ? [] : [[field, text(field, number, labels, clock)]];
    }),
  );
}

function text(field: FieldName, value: number, labels: Labels, clock: Zone): string {
  const type: FieldType = FIELDS[field];
  switch (type) {
    case "text":
      return labels.text(FIELD_INDEX[field], value) ?? "";
    case "instant":
      return isoString(clock, value);
    case "duration":
      return `${value / 1000} s`;
    case "flag":
      return value === 1 ? "yes" : "no";
    case "channel":
      return CHANNELS[value] ?? "?";
    case "direction":
      return DIRECTIONS[value] ?? "?";
    case "outcome":
      return OUTCOMES[value] ?? "?";
    case "speaker":
      return SPEAKERS[value] ?? "?";
    default:
      return String(value);
  }
}

function ofBlock(block: TurnBlock, labels: Labels, clock: Zone): ReadContact {
  const values = written((field) => block.labels[field]!, labels, clock);
  return { line: block.line[0]!, values, turns: turnsOf(block, clock) };
}

/** The turns of a contact: line, speaker, when, and what was said. */
function turnsOf(block: TurnBlock, clock: Zone): readonly string[] {
  return Array.from({ length: block.turns }, (_, turn) => {
    const bytes = block.bytes.subarray(block.textFrom[turn]!, block.textTo[turn]!);
    const { dialect } = block.layouts[block.file[turn]!]!;
    const words = block.escaped[turn] === 1 ? unescapeText(bytes, dialect.escape) : bytes;
    const said = Buffer.from(words).toString("utf8");
    const seconds = (ms: number) => (Number.isNaN(ms) ? "" : `${ms / 1000}`);
    const when =
      block.clock === "instant"
        ? isoString(clock, block.start[turn]!)
        : `${seconds(block.start[turn]!)}–${seconds(block.end[turn]!)} s`;
    return `line ${block.line[turn]} · ${SPEAKERS[block.speaker[turn]!]} · ${when} · ${said.replace(/[\r\n]/g, "⏎")}`;
  });
}

/** A file as a page that a person can read: how it was read, its ledger, and every contact. */
export function page({ ledger, contacts }: ReadFile): string {
  const { read, entries } = ledger;
  const mapping = read.columns.map(({ field, columns, by, format }) => {
    const how = format === null ? by : `${by}, ${format}`;
    return `  ${field}: ${columns.join(" + ") || "—"} (${how})`;
  });
  const account = entries.map(
    ({ effect, code, count, lines, field, sample }) =>
      `  ${effect} ${code} ×${count}, lines ${lines.join(" ")}${field === null ? "" : `, ${field}`}${sample === null ? "" : `: ${sample}`}`,
  );
  const people = contacts.flatMap(({ line, values, turns }) => [
    "",
    `line ${line}`,
    ...Object.entries(values).map(([field, value]) => `  ${field}: ${value}`),
    ...turns.map((turn) => `  - ${turn}`),
  ]);
  return [
    `profile: ${read.profile ?? "none"}`,
    `kind: ${ledger.kind}`,
    "columns:",
    ...mapping,
    `not read: ${read.unused.join(", ") || "—"}`,
    `rows: ${ledger.rows} = ${ledger.audited} audited + ${ledger.rejected} rejected + ${ledger.duplicate} duplicate + ${ledger.ignored} ignored`,
    ...account,
    "",
    `contacts: ${contacts.length}`,
    ...people,
    "",
  ].join("\n");
}
