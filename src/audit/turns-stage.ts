import { COMPLAINT_LIST } from "../checks/complaint.js";
import { SPEAKER_LISTS, speakerDoubt } from "../checks/speakers.js";
import { isChinese } from "../checks/spoken-language.js";
import type { LedgerBook } from "../intake/ledger.js";
import type { Layout, OpenedFile } from "../intake/open.js";
import type { Progress } from "../intake/rows.js";
import { createTurnBlock, type TurnBlock } from "../intake/turn-block.js";
import { readTurns } from "../intake/turns.js";
import { type Contact, MARKS, type Words } from "../model/contact.js";
import { FIELD_INDEX, FIELD_NAMES } from "../model/fields.js";
import type { PhraseBook } from "../phrases/index.js";
import { countComplaint } from "./complaints.js";
import { AGENT, HAS_ROW, HAS_TURNS, nameContact, TEAM } from "./contacts.js";
import { locateTurn, turnFindings } from "./findings.js";
import type { HitLogs } from "./hit-log.js";
import { subjectOf } from "./kept-contact.js";
import { countLabels } from "./label-tally.js";
import { keepValues, marksOf, remember } from "./memory.js";
import { noteReader } from "./note-view.js";
import { type AuditState, NO_FIELDS, noteKind, numberOfFile, seen } from "./state.js";
import { createTurnsView, type TurnsView } from "./turns-view.js";

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

/** What the stage needs besides the state. */
export interface TurnsStage {
  readonly books: readonly PhraseBook[];
  /** Labels of speakers that look swapped are taken at their word. */
  readonly trustSpeakers: boolean;
  readonly logs: HitLogs | null;
}

/** Judges contacts with turns, one after the other. */
export function turnsStage(state: AuditState, { books, trustSpeakers, logs }: TurnsStage) {
  const { contacts, labels, set } = state;
  const tongues = books.map((book, number) => tongueOf(book, number, logs));
  const noteOf = noteReader(books);
  const columns = FIELD_NAMES.map(() => new Float64Array(1).fill(Number.NaN));
  const current: Contact & {
    has: Uint8Array;
    kinds: number;
    marks: number;
    note: Words | null;
    turns: TurnsView;
  } = {
    row: 0,
    columns,
    has: new Uint8Array(0),
    kinds: 0,
    marks: 0,
    note: null,
    label: (field) => labels.text(field, columns[field]![0]!),
    turns: tongues[0]!.view,
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
    if ((flags & HAS_ROW) === 0) {
      countLabels(state.tally.labels, columns, current.has, [contact], 1);
      keepValues(state, contact, columns);
    }
    if (contacts.file.array[contact] === 0) place(contact, layout, block.line[0]!);
    if (!state.owns(contact)) return;
    const second = tongues.length > 1 && isChinese(block) === false;
    const { view, speakerLists, complaints } = tongues[second ? 1 : 0]!;
    current.turns = view;
    view.load(block);
    if (!trustSpeakers) doubtSpeakers(view, block, speakerLists);
    current.note = noteOf(current.label(NOTE), second);
    current.marks = marksOf(view, complaints) | (second ? MARKS.second : 0);
    remember(state, contact, current, (one) => locateTurn(state.context, view, current, one));
    countComplaint(state.memory.complaints, set.classifying, current);
    const make = turnFindings(state.context, view, subjectOf(state, contact));
    state.judge.apply(set.ofTurns, current, contact, make);
    if ((flags & HAS_ROW) === 0) state.judge.apply(set.ofFields, current, contact, make);
  }

  /** Notes in the ledger where the labels of the speakers look swapped: rules that need them are not assessed. */
  function doubtSpeakers(view: TurnsView, block: TurnBlock, speakerLists: readonly number[]): void {
    const doubt = speakerDoubt(view, speakerLists);
    if (doubt === null) return;
    view.speakersInDoubt = true;
    const { turn, from, to } = doubt;
    const { file } = block.layouts[block.file[turn]!]!;
    state.notes.note(file, "speakers-swapped", block.line[turn]!, view.slice(turn, from, to), "speaker");
  }

  /** Where a contact without a row is: at its first turn. */
  function place(contact: number, layout: Layout, line: number): void {
    contacts.file.array[contact] = numberOfFile(state, layout);
    contacts.line.array[contact] = line;
  }

  /** The contact's values: what its row said, else what its turn rows say. */
  function takeLabels(contact: number, block: TurnBlock): void {
    for (let field = 0; field < columns.length; field++) {
      const kept = contacts.kept[field]?.array[contact] ?? Number.NaN;
      columns[field]![0] = Number.isNaN(kept) ? block.labels[field]! : kept;
    }
    nameContact(contacts, contact, block.labels[AGENT]!, block.labels[TEAM]!);
  }

  /** The fields that the contact's row or its turns carry. */
  function carriedBy(file: number, layouts: readonly Layout[]): Uint8Array {
    const files = [file, ...layouts.map((layout) => numberOfFile(state, layout))];
    const key = files.join();
    let has = carried.get(key);
    if (has === undefined) {
      const all = files.map((number) => state.files[number]?.has ?? NO_FIELDS);
      has = NO_FIELDS.map((_, field) => (all.some((one) => one[field] === 1) ? 1 : 0));
      carried.set(key, has);
    }
    return has;
  }
}

/** What contacts in one language are read with. */
interface Tongue {
  readonly view: TurnsView;
  /** Indexes of lists of the book. */
  readonly speakerLists: readonly number[];
  readonly complaints: number;
}

function tongueOf(book: PhraseBook, number: number, logs: HitLogs | null): Tongue {
  return {
    view: createTurnsView(book, number, createTurnBlock(FIELD_NAMES.length), logs),
    speakerLists: SPEAKER_LISTS.map((id) => book.listIndex(id)),
    complaints: book.listIndex(COMPLAINT_LIST),
  };
}

/** The files that the block's turns come from: one, unless the contact is scattered over several. */
function layoutsOf({ layouts, file, turns }: TurnBlock): readonly Layout[] {
  return layouts.length === 1 ? layouts : [...new Set(file.subarray(0, turns))].map((at) => layouts[at]!);
}

const NOTE = FIELD_INDEX.note;
