import { FIELD_INDEX, FIELD_NAMES, type FieldName } from "../model/fields.js";
import { type Growable, growable, type LateColumn, lateColumn } from "./growable.js";

/** What is known of every contact, by contact number: a few bytes each, however many rows and turns it has. */
export interface ContactStore {
  /** HAS_ROW, HAS_TURNS, FAILED_CRITICALLY. */
  readonly flags: Growable<Uint8Array>;
  /** Bit k: a file of kind KINDS[k] speaks of it. */
  readonly kinds: Growable<Uint8Array>;
  /** Bit k: some scored rule of DIMENSIONS[k] was assessed on it. */
  readonly dimensions: Growable<Uint8Array>;
  /** Number of the file that speaks of it first, rows before turns, counted from 1; 0: none. And the line there. */
  readonly file: Growable<Uint16Array>;
  readonly line: Growable<Int32Array>;
  /** Hash of the row, to tell a row that was delivered twice from another row with the same id. */
  readonly rowHash: Growable<Int32Array>;
  /** Ids of the agent's and the team's label; -1: not known. */
  readonly agent: Growable<Int32Array>;
  readonly team: Growable<Int32Array>;
  /** Weights of the rules that were met, and of those that were assessed. */
  readonly met: Growable<Uint16Array>;
  readonly assessed: Growable<Uint16Array>;
  /** Values of the row that rules about its turns read, by field index. */
  readonly kept: readonly (LateColumn | null)[];
  /** Contact numbers run below this. */
  size: number;
  reach(contact: number): void;
}

export const HAS_ROW = 1;
export const HAS_TURNS = 2;
export const FAILED_CRITICALLY = 4;

export function createContacts(keep: ReadonlySet<FieldName>): ContactStore {
  const bytes = () => growable((length) => new Uint8Array(length));
  const words = () => growable((length) => new Uint16Array(length));
  const labels = () => growable((length) => new Int32Array(length), -1);
  const store: ContactStore = {
    flags: bytes(),
    kinds: bytes(),
    dimensions: bytes(),
    file: words(),
    line: growable((length) => new Int32Array(length)),
    rowHash: growable((length) => new Int32Array(length)),
    agent: labels(),
    team: labels(),
    met: words(),
    assessed: words(),
    kept: FIELD_NAMES.map((name) => (keep.has(name) ? lateColumn() : null)),
    size: 0,
    reach(contact) {
      if (contact < store.size) return;
      store.size = contact + 1;
      if (contact < store.flags.array.length) return;
      for (const column of columns) column.reach(contact);
    },
  };
  const { flags, kinds, dimensions, file, line, rowHash, agent, team, met, assessed } = store;
  const columns = [flags, kinds, dimensions, file, line, rowHash, agent, team, met, assessed];
  return store;
}

/**
 * Takes the agent and the team from a row (NaN: it names none), unless one has named them: the contact's own row, else
 * its turns, of which the first of an agent counts, else its answers to surveys. Whatever the contact comes to is theirs.
 */
export function nameContact({ agent, team }: ContactStore, contact: number, by: number, of: number): void {
  if (agent.array[contact] === -1 && by >= 0) agent.array[contact] = by;
  if (team.array[contact] === -1 && of >= 0) team.array[contact] = of;
}

export const AGENT = FIELD_INDEX.agent;
export const TEAM = FIELD_INDEX.team;
