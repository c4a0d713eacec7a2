import type { Zone } from "../../calendar/zone.js";
import { FIELD_NAMES, SPEAKERS } from "../../model/fields.js";
import type { PreviewRow } from "../../model/inspection.js";
import type { Labels } from "../labels.js";
import type { TurnBlock } from "../turn-block.js";
import { unescapeText } from "../values/cell.js";
import { shownValue } from "./value.js";

/** The first turns of a contact, at most `most`. */
export function previewTurns(
  block: TurnBlock,
  contact: number,
  labels: Labels,
  clock: Zone,
  most: number,
): readonly PreviewRow[] {
  const { layouts, labels: ofContact } = block;
  const carried = new Set(layouts.flatMap(({ reading }) => reading.columns.map(({ field }) => field)));
  const shared = FIELD_NAMES.filter((field, at) => carried.has(field) && !Number.isNaN(ofContact[at]!)).map(
    (field) => [field, shownValue(field, ofContact[FIELD_NAMES.indexOf(field)]!, labels, clock)] as const,
  );
  return Array.from({ length: Math.min(block.turns, most) }, (_, turn) => ({
    line: block.line[turn]!,
    values: {
      ...Object.fromEntries(shared),
      "contact-id": shownValue("contact-id", contact, labels, clock),
      ...(carried.has("index") ? { index: numberOr(block.index[turn]!) } : {}),
      speaker: SPEAKERS[block.speaker[turn]!] ?? "unknown",
      ...(carried.has("said-at")
        ? { "said-at": shownValue("said-at", block.saidAt[turn]!, labels, clock) }
        : {}),
      ...(carried.has("start-seconds")
        ? { "start-seconds": shownValue("start-seconds", block.start[turn]!, labels, clock) }
        : {}),
      ...(carried.has("end-seconds")
        ? { "end-seconds": shownValue("end-seconds", block.end[turn]!, labels, clock) }
        : {}),
      text: textOf(block, turn),
    },
  }));
}

function numberOr(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function textOf(block: TurnBlock, turn: number): string {
  const content = block.bytes.subarray(block.textFrom[turn]!, block.textTo[turn]!);
  const { dialect } = block.layouts[block.file[turn]!]!;
  return Buffer.from(block.escaped[turn] === 1 ? unescapeText(content, dialect.escape) : content).toString(
    "utf8",
  );
}
