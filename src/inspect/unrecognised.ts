import type { ColumnDraft, InputDraft } from "../config/draft.js";
import { STDIN } from "../intake/files.js";
import type { Preview } from "../intake/preview.js";
import { FIELD_NAMES, type FieldName, KINDS, type Kind } from "../model/fields.js";

/** What a file lacks to be of a kind. */
export interface Lack {
  readonly kind: Kind;
  /** Of each group one field is enough. */
  readonly groups: readonly (readonly FieldName[])[];
}

/**
 * What kinds a file could be and what it lacks for each, least first: from the error that `recognise` throws, whose text is
 * `calls: outcome / answer-seconds, agent; surveys: rating`.
 */
export function lacksOf({ error }: Pick<Preview, "error">): readonly Lack[] {
  if (error?.code !== "header-unknown") return [];
  return String(error.args.missing ?? "")
    .split("; ")
    .flatMap((part) => {
      const [kind = "", list = ""] = part.split(": ");
      const known = KINDS.find((one) => one === kind);
      return known === undefined ? [] : [{ kind: known, groups: list.split(", ").map(fieldsOf) }];
    })
    .toSorted((a, b) => a.groups.length - b.groups.length || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** The entry of a config for a file that was not recognised, with what it lacks to be filled in. */
export function unrecognised(preview: Preview): InputDraft {
  const { input } = preview;
  const [likeliest] = lacksOf(preview);
  const kind = input.options.kind ?? likeliest?.kind;
  return {
    files: [input.path === STDIN ? "*.csv" : input.path],
    options: kind === undefined ? [] : [["kind", kind]],
    columns: (likeliest?.groups ?? []).map(([field]): ColumnDraft => ({ field: field!, headers: null })),
    guessed: input.options.kind === undefined,
    formats: [],
    told: {},
    words: [],
  };
}

function fieldsOf(group: string): readonly FieldName[] {
  return group.split(" / ").flatMap((name) => FIELD_NAMES.find((one) => one === name) ?? []);
}
