import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import { type Growable, growable } from "./growable.js";

/** The fields that say what contacts are about. */
export const SUBJECTS = ["topic", "type", "cause"] as const satisfies readonly FieldName[];

/** Contacts kept as evidence of each label. */
export const EXAMPLES = 3;

/** How often each topic, type and cause came up, and how many contacts were resolved. Whole numbers; parts add up. */
export interface LabelTally {
  /** By position in SUBJECTS. */
  readonly subjects: readonly SubjectCounts[];
  resolved: number;
  unresolved: number;
}

interface SubjectCounts {
  /** Contacts that a file with this field speaks of, filled or not. */
  asked: number;
  /** Contacts by label id. */
  readonly contacts: Growable<Int32Array>;
  /** The first contacts of each label, `examples[label * EXAMPLES + k]`; −1: none. */
  readonly examples: Growable<Int32Array>;
}

export function createLabelTally(): LabelTally {
  return {
    subjects: SUBJECTS.map(() => ({
      asked: 0,
      contacts: growable((length) => new Int32Array(length)),
      examples: growable((length) => new Int32Array(length), -1),
    })),
    resolved: 0,
    unresolved: 0,
  };
}

/** Counts rows of contacts; `has` says which fields their file carries, `contacts` holds their numbers. */
export function countLabels(
  tally: LabelTally,
  columns: readonly ArrayLike<number>[],
  has: Uint8Array,
  contacts: ArrayLike<number>,
  rows: number,
): void {
  for (let subject = 0; subject < SUBJECT_FIELDS.length; subject++) {
    const field = SUBJECT_FIELDS[subject]!;
    if (has[field] !== 1) continue;
    const counts = tally.subjects[subject]!;
    counts.asked += rows;
    const labels = columns[field]!;
    for (let row = 0; row < rows; row++) if (labels[row]! >= 0) count(counts, labels[row]!, contacts[row]!);
  }
  if (has[RESOLVED] !== 1) return;
  const resolved = columns[RESOLVED]!;
  for (let row = 0; row < rows; row++) {
    if (resolved[row] === 1) tally.resolved += 1;
    else if (resolved[row] === 0) tally.unresolved += 1;
  }
}

const SUBJECT_FIELDS = SUBJECTS.map((field) => FIELD_INDEX[field]);
const RESOLVED = FIELD_INDEX.resolved;

function count({ contacts, examples }: SubjectCounts, label: number, contact: number): void {
  contacts.reach(label);
  const before = contacts.array[label]!;
  contacts.array[label] = before + 1;
  if (before >= EXAMPLES) return;
  examples.reach(label * EXAMPLES + EXAMPLES - 1);
  examples.array[label * EXAMPLES + before] = contact;
}
