import { hash } from "node:crypto";
import { isoString, type Zone } from "../calendar/zone.js";
import type { FindingDraft } from "../checks/check.js";
import { lineOf, type RowBatch } from "../intake/row-batch.js";
import { unescaped } from "../intake/values/cell.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName, SPEAKERS } from "../model/fields.js";
import type { ContextTurn, Finding } from "../model/result.js";
import { maskPersonalData } from "../privacy/mask.js";
import type { FindingMaker } from "./judge.js";
import type { KeptPlace } from "./memory.js";
import { placeOf } from "./place.js";
import type { RuleSet } from "./rules.js";
import type { TurnsView } from "./turns-view.js";

export interface FindingContext {
  readonly set: RuleSet;
  readonly zone: Zone;
  /** The language of the standard: a finding's `expected` is the rule's advice in it. */
  readonly language: "zh" | "en";
  readonly showPersonalData: boolean;
}

/** Who and where: what every finding of a contact says the same. */
export interface Subject {
  readonly contact: string;
  readonly agent: string | null;
  readonly team: string | null;
  /** Its row, where it has one that is not at hand: findings about a field of it point there. */
  readonly row?: { readonly file: string; readonly line: number } | null;
}

/** Turns before and after the one a finding is about. */
const CONTEXT_BEFORE = 2;
const CONTEXT_AFTER = 1;
/** A context turn is shortened to this many characters; the quote itself never is. */
const CONTEXT_LENGTH = 200;

/**
 * Findings about a contact's row point at the cell they are about.
 *
 * @param rowOf the row of a contact that is looked at through a view of its own
 */
export function rowFindings(
  context: FindingContext,
  rows: RowBatch,
  subject: (row: number) => Subject,
  rowOf = (contact: Contact) => contact.row,
): FindingMaker {
  const { layout, batch } = rows;
  return (rule, contact) => {
    const row = rowOf(contact);
    return built(context, rule, contact, subject(row), (draft) => {
      const mapped = layout.columns.find((column) => column.field === draft.field);
      const record = rows.record[row]!;
      const field = batch.firstField[record]! + (mapped?.columns.at(-1) ?? 0);
      const at = mapped === undefined ? batch.recordStart[record]! : batch.fieldStart[field]!;
      const place = placeOf(
        batch.bytes,
        batch.recordStart[record]!,
        lineOf(rows, row),
        at,
        layout.dialect.loneCr,
      );
      const cell = mapped === undefined ? "" : Buffer.from(unescaped(batch, field)).toString("utf8");
      return {
        file: layout.file,
        ...place,
        turn: null,
        at: momentOfRow(contact, context.zone),
        quote: null,
        how: draft.how,
        evidence: `${draft.field ?? ""} ${cell}`,
        context: [],
      };
    });
  };
}

/** Findings about what was said point at the words, and show the turns around them. */
export function turnFindings(context: FindingContext, view: TurnsView, subject: Subject): FindingMaker {
  return (rule, contact) =>
    built(context, rule, contact, subject, (draft) => {
      if (draft.field !== null && subject.row)
        return ofRow(subject.row, draft, momentOfRow(contact, context.zone));
      return locateTurn(context, view, contact, draft);
    });
}

/** Where words of a turn stand, and what was said around them. */
export function locateTurn(
  context: FindingContext,
  view: TurnsView,
  contact: Contact,
  draft: Pick<FindingDraft, "from" | "to" | "how"> & {
    readonly turn: number | null;
    readonly found?: string;
  },
): Located {
  const shown = context.showPersonalData ? view.text : view.masked;
  const { block } = view;
  const turn = draft.turn ?? 0;
  const layout = block.layouts[block.file[turn]!]!;
  const at = draft.turn === null ? block.recordFrom[turn]! : view.byteOf(turn, draft.from);
  const place = placeOf(block.bytes, block.recordFrom[turn]!, block.line[turn]!, at, layout.dialect.loneCr);
  const quote = draft.to > draft.from ? view.slice(turn, draft.from, draft.to) : null;
  const saidAt = block.saidAt[turn]!;
  return {
    file: layout.file,
    ...place,
    turn: draft.turn === null ? null : turn + 1,
    at: Number.isNaN(saidAt) ? momentOfRow(contact, context.zone) : isoString(context.zone, saidAt),
    quote: quote === null ? null : inClear(view, turn, draft, shown),
    how: draft.how,
    evidence: quote ?? draft.found ?? "",
    context: draft.turn === null ? [] : around(view, turn, shown),
  };
}

/** The quoted words as they are shown. What is personal in them may be so by what stands before: 密码是 … */
function inClear(
  view: TurnsView,
  turn: number,
  { from, to }: Pick<FindingDraft, "from" | "to">,
  shown: (turn: number) => string,
): string {
  const first = view.slice(turn, 0, from).length;
  return shown(turn).slice(first, first + view.slice(turn, from, to).length);
}

/** Findings about contacts whose rows and words are gone: they point at the row's line, or at a place that was kept. */
export function keptFindings(
  context: FindingContext,
  subject: Subject,
  places: (rule: number) => readonly KeptPlace[],
): FindingMaker {
  return (rule, contact) =>
    built(context, rule, contact, subject, (draft) => {
      const kept = draft.evidence === undefined ? undefined : places(rule)[draft.evidence];
      if (kept !== undefined) return { ...kept.place, evidence: kept.place.quote ?? draft.found };
      return ofRow(subject.row ?? { file: "", line: 1 }, draft, momentOfRow(contact, context.zone));
    });
}

function ofRow(
  { file, line }: NonNullable<Subject["row"]>,
  { field, found }: FindingDraft,
  at: string | null,
): Located {
  const evidence = `${field ?? ""} ${found}`;
  return { file, line, column: 1, turn: null, at, quote: null, how: null, evidence, context: [] };
}

type Located = KeptPlace["place"] & { readonly evidence: string };

function built(
  { set, language, showPersonalData }: FindingContext,
  rule: number,
  contact: Contact,
  subject: Subject,
  locate: (draft: FindingDraft) => Located,
): readonly Finding[] {
  const { info, check } = set.rules[rule]!;
  const { severity } = info;
  const { row: _, ...who } = subject;
  if (severity === "gate") return [];
  const times = new Map<string, number>();
  return check.findings(contact).map((draft) => {
    const { evidence, context, ...place } = locate(draft);
    // the same words twice in a turn are two findings: the second is told apart by its number
    const identity = [info.id, subject.contact, place.turn ?? "", evidence.replace(/\s+/g, " ")].join("\0");
    const time = times.get(identity) ?? 0;
    times.set(identity, time + 1);
    const found =
      draft.found === evidence && place.quote !== null
        ? place.quote
        : showPersonalData
          ? draft.found
          : maskPersonalData(draft.found);
    return {
      id: hash("sha256", `${identity}\0${time}`, "hex").slice(0, 16),
      rule: info.id,
      severity,
      ...who,
      ...place,
      expected: draft.expected ?? info.advice[language],
      found,
      context,
    };
  });
}

function around(view: TurnsView, turn: number, shown: (turn: number) => string): readonly ContextTurn[] {
  const turns: ContextTurn[] = [];
  const last = Math.min(turn + CONTEXT_AFTER, view.length - 1);
  for (let at = Math.max(turn - CONTEXT_BEFORE, 0); at <= last; at++) {
    const text = shown(at);
    turns.push({
      turn: at + 1,
      speaker: SPEAKERS[view.speaker(at)] ?? "unknown",
      text: at === turn ? text : shortened(text),
    });
  }
  return turns;
}

function shortened(text: string): string {
  if (text.length <= CONTEXT_LENGTH) return text;
  const characters = [...text];
  return characters.length > CONTEXT_LENGTH ? `${characters.slice(0, CONTEXT_LENGTH).join("")}…` : text;
}

/** The moment a contact began, as far as its row says. */
function momentOfRow(contact: Contact, zone: Zone): string | null {
  for (const field of MOMENTS) {
    const value = contact.columns[FIELD_INDEX[field]]?.[contact.row] ?? Number.NaN;
    if (!Number.isNaN(value)) return isoString(zone, value);
  }
  return null;
}

const MOMENTS: readonly FieldName[] = ["offered-at", "received-at", "queued-at", "answered-at", "sent-at"];
