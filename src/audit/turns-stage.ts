import { CONTACT_ID } from "../intake/labels.js";
import type { LedgerBook } from "../intake/ledger.js";
import type { Layout, OpenedFile } from "../intake/open.js";
import type { Progress } from "../intake/rows.js";
import { createTurnBlock, type TurnBlock } from "../intake/turn-block.js";
import { readTurns } from "../intake/turns.js";
import type { Contact } from "../model/contact.js";
import { FIELD_NAMES } from "../model/fields.js";
import type { PhraseBook } from "../phrases/index.js";
import { AGENT, HAS_ROW, HAS_TURNS, TEAM } from "./contacts.js";
import { turnFindings } from "./findings.js";
import { type AuditState, fieldsOf, noteKind, seen } from "./state.js";
import { createTurnsView } from "./turns-view.js";

/** A contact's turns came a second time, after others: the files must be read contact by contact instead. */
export class ScatteredTurns extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super(`turns of one contact are scattered: ${file}:${line}`);
    this.name = "ScatteredTurns";
  }
}

/** Judges contacts with turns, one after the other. */
export function turnsStage(state: AuditState, book: PhraseBook) {
  const { contacts, labels, set } = state;
  const view = createTurnsView(book, createTurnBlock(FIELD_NAMES.length));
  const columns = FIELD_NAMES.map(() => new Float64Array(1).fill(Number.NaN));
  const current: Contact & { has: Uint8Array; kinds: number } = {
    row: 0,
    columns,
    has: new Uint8Array(0),
    kinds: 0,
    label: (field) => labels.text(field, columns[field]![0]!),
    turns: view,
  };
  const carried = new Map<string, Uint8Array>();

  return { read, judge };

  function read(input: OpenedFile, ledger: LedgerBook, progress: Progress): void {
    readTurns(input, labels, ledger, progress, judge);
  }

  /** @throws ScatteredTurns where the contact's turns have been judged before */
  function judge(contact: number, block: TurnBlock): void {
    const layout = block.layouts[block.file[0]!]!;
    contacts.reach(contact);
    const flags = contacts.flags.array[contact]!;
    if ((flags & HAS_TURNS) !== 0) throw new ScatteredTurns(layout.file, block.line[0]!);
    contacts.flags.array[contact] = flags | HAS_TURNS;
    for (const { kind } of layoutsOf(block)) noteKind(state, contact, kind);
    state.turns += block.turns;
    seen(state, block.saidAt, block.turns);
    takeLabels(contact, block);
    current.kinds = contacts.kinds.array[contact]!;
    current.has = carriedBy(contacts.file.array[contact]!, layoutsOf(block));
    view.load(block);
    const make = turnFindings(state.context, view, {
      contact: labels.text(CONTACT_ID, contact) ?? "",
      agent: labels.text(AGENT, contacts.agent.array[contact]!),
      team: labels.text(TEAM, contacts.team.array[contact]!),
    });
    state.judge.apply(set.ofTurns, current, contact, make);
    if ((flags & HAS_ROW) === 0) state.judge.apply(set.ofFields, current, contact, make);
  }

  /** The contact's values: what its row said, else what its turn rows say. */
  function takeLabels(contact: number, block: TurnBlock): void {
    for (let field = 0; field < columns.length; field++) {
      const kept = contacts.kept[field]?.array[contact] ?? Number.NaN;
      columns[field]![0] = Number.isNaN(kept) ? block.labels[field]! : kept;
    }
    const agent = block.labels[AGENT]!;
    const team = block.labels[TEAM]!;
    if (contacts.agent.array[contact] === -1 && agent >= 0) contacts.agent.array[contact] = agent;
    if (contacts.team.array[contact] === -1 && team >= 0) contacts.team.array[contact] = team;
  }

  /** The fields that the contact's row or its turns carry. */
  function carriedBy(file: number, layouts: readonly Layout[]): Uint8Array {
    const key = [file, ...layouts.map((layout) => layout.file)].join("\0");
    let has = carried.get(key);
    if (has === undefined) {
      const all = [state.layouts[file] ?? null, ...layouts].map(fieldsOf);
      has = all[0]!.map((_, field) => (all.some((one) => one[field] === 1) ? 1 : 0));
      carried.set(key, has);
    }
    return has;
  }
}

/** The files that the block's turns come from: one, unless the contact is scattered over several. */
function layoutsOf({ layouts, file, turns }: TurnBlock): readonly Layout[] {
  return layouts.length === 1 ? layouts : [...new Set(file.subarray(0, turns))].map((at) => layouts[at]!);
}
