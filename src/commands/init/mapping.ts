import { meaningsOf, unknownWords } from "../../init/meanings.js";
import { seenFile } from "../../inspect/inspect.js";
import { lacksOf } from "../../inspect/unrecognised.js";
import type { InputFile } from "../../intake/files.js";
import type { Preview } from "../../intake/preview.js";
import { loadHeaderTable } from "../../intake/tables.js";
import {
  enumerate,
  fieldName,
  formatUserError,
  KIND_WORDS,
  type Locale,
  wordsFor,
} from "../../messages/index.js";
import { type InitSay, MEANING_WORDS } from "../../messages/init.js";
import { type FieldName, KINDS, type Kind } from "../../model/fields.js";
import type { InspectedColumn } from "../../model/inspection.js";
import type { Ask, Choice } from "./ask.js";

/** What asking about a file takes. */
export interface MappingTalk {
  readonly ask: Ask;
  readonly say: InitSay;
  readonly locale: Locale;
  /** Looks at a file again, told more about it. */
  look(input: InputFile): Preview;
  /** Shows how a file is read. */
  show(preview: Preview): Promise<void>;
  tell(text: string): Promise<void>;
}

/** The choice that is none of the others. */
const NONE = "none";

/** Asks until a file is read as the user says it should be. null: she leaves it out. */
export async function confirmMapping(first: Preview, talk: MappingTalk): Promise<Preview | null> {
  let preview = first;
  for (;;) {
    const next: Preview | "right" | null =
      preview.error === null ? await confirmed(preview, talk) : await mended(preview, talk);
    if (next === "right") return preview;
    if (next === null) return null;
    preview = next;
  }
}

/** A file that is read: right, or what to change. */
async function confirmed(preview: Preview, talk: MappingTalk): Promise<Preview | "right" | null> {
  const { ask, say, locale } = talk;
  const { input, layout } = preview;
  await talk.show(preview);
  const what = await ask.select({
    message: say("mappingRight", { file: input.path }),
    choices: [
      { value: "right", name: say("right") },
      { value: "field", name: say("changeField") },
      { value: "kind", name: say("changeKind") },
      { value: "skip", name: say("skip") },
    ],
  });
  if (what === "right") return "right";
  if (what === "skip") return null;
  if (what === "kind") {
    const kind = await ask.select({
      message: say("anotherKind", { file: input.path }),
      choices: KINDS.map((one) => ({ value: one, name: wordsFor(KIND_WORDS, one, locale) })),
      preset: layout!.kind,
    });
    return again({ ...preview, input: withoutColumns(preview.input) }, { kind }, talk);
  }
  const field = await ask.select({ message: say("whichField"), choices: fieldChoices(preview, talk) });
  const column = await askColumn(field, preview, talk);
  if (column === null) return preview;
  const values = await askMeanings(field, column, preview, talk);
  return again(preview, { columns: { [field]: column }, values }, talk);
}

/** A file that cannot be read yet: what it lacks is asked for. */
async function mended(preview: Preview, talk: MappingTalk): Promise<Preview | null> {
  const { ask, say, locale, tell } = talk;
  const { error, input } = preview;
  if (error?.code === "date-order-undecidable") return dateOrder(preview, talk);
  if (error?.code !== "header-unknown") {
    await tell(formatUserError(error!, locale));
    return null;
  }
  await talk.show(preview);
  const lacks = lacksOf(preview);
  const choice = await ask.select<Kind | "skip">({
    message: say("whichKind", { file: input.path }),
    choices: [
      ...lacks.map(({ kind, groups }) => {
        const fields = enumerate(
          groups.map(([field]) => fieldName(field!, locale)),
          locale,
        );
        return { value: kind, name: say("lacksOnly", { kind: wordsFor(KIND_WORDS, kind, locale), fields }) };
      }),
      { value: "skip", name: say("skip") },
    ],
  });
  if (choice === "skip") return null;
  const columns: Partial<Record<FieldName, string>> = {};
  let values: InputFile["options"]["values"] = {};
  for (const group of lacks.find(({ kind }) => kind === choice)!.groups) {
    const field =
      group.length === 1
        ? group[0]!
        : await ask.select({
            message: say("whichOfGroup"),
            choices: group.map((one) => ({ value: one, name: fieldName(one, locale) })),
          });
    const column = await askColumn(field, preview, talk);
    if (column === null) continue;
    columns[field] = column;
    values = { ...values, ...(await askMeanings(field, column, preview, talk)) };
  }
  return again(preview, { kind: choice, columns, values }, talk);
}

async function dateOrder(preview: Preview, talk: MappingTalk): Promise<Preview> {
  const { ask, say } = talk;
  const { field = "", name = "", found = "" } = preview.error!.args;
  const format = await ask.select({
    message: say("whichOrder", { column: name, sample: found }),
    choices: [
      { value: "DD/MM/YYYY", name: say("dayFirst") },
      { value: "MM/DD/YYYY", name: say("monthFirst") },
    ],
  });
  return again(preview, { formats: { [field]: format } }, talk);
}

type More = Pick<InputFile["options"], "kind" | "columns" | "formats" | "values">;

/** Looks again with what was told. Where that makes it worse, what is wrong is said, and it stays as it was. */
async function again(
  before: Preview,
  more: More,
  { look, say, locale, tell }: MappingTalk,
): Promise<Preview> {
  const { options } = before.input;
  const columns = { ...options.columns, ...more.columns };
  const formats = { ...options.formats, ...more.formats };
  const values = { ...options.values, ...more.values };
  const told = { columns, formats, ...(Object.keys(values).length === 0 ? {} : { values }) };
  const preview = look({
    ...before.input,
    options: { ...options, ...more, values: options.values, ...told },
  });
  const known = preview.error === null || preview.error.code === "date-order-undecidable";
  if (known) return preview;
  await tell(`${say("stillWrong")}\n${formatUserError(preview.error!, locale)}`);
  return before;
}

/** What was said of the columns of calls is not true of them as surveys. */
function withoutColumns(input: InputFile): InputFile {
  return { ...input, options: { ...input.options, columns: undefined } };
}

function fieldChoices({ layout }: Preview, { say, locale }: MappingTalk): readonly Choice<FieldName>[] {
  return loadHeaderTable().kinds[layout!.kind].map((field) => {
    const mapped = layout!.columns.find((column) => column.field === field);
    const words = fieldName(field, locale);
    const column = mapped?.reading.columns.join(" + ") ?? "";
    return {
      value: field,
      name: column === "" ? say("fieldFree", { field: words }) : say("fieldFrom", { field: words, column }),
    };
  });
}

/** The header of a column; null: there is none. */
async function askColumn(
  field: FieldName,
  preview: Preview,
  { ask, say, locale }: MappingTalk,
): Promise<string | null> {
  const named = seenFile(preview).columns.filter(({ header }) => header !== "");
  const choice = await ask.select<string>({
    message: say("whichColumn", { field: fieldName(field, locale) }),
    choices: [
      ...named.map((column) => ({ value: String(column.column), name: columnName(column, say, locale) })),
      { value: NONE, name: say("noColumn") },
    ],
  });
  return choice === NONE ? null : named.find(({ column }) => String(column) === choice)!.header;
}

/** What the words of a column mean that nobody understands, where the field has a fixed list of meanings. */
async function askMeanings(
  field: FieldName,
  header: string,
  { headers, words }: Preview,
  { ask, say, locale }: MappingTalk,
): Promise<InputFile["options"]["values"]> {
  const meanings = meaningsOf(field);
  if (meanings === null) return {};
  const found: Record<string, string> = {};
  for (const word of unknownWords(field, words[headers.indexOf(header)] ?? [])) {
    const meaning = await ask.select<string>({
      message: say("whatMeans", { word, field: fieldName(field, locale) }),
      choices: [
        ...meanings.map((value) => ({ value, name: wordsFor(MEANING_WORDS, value, locale) })),
        { value: NONE, name: say("noMeaning") },
      ],
      preset: NONE,
    });
    if (meaning !== NONE) found[word] = meaning;
  }
  return Object.keys(found).length === 0 ? {} : { [field]: found };
}

function columnName({ header, samples }: InspectedColumn, say: InitSay, locale: Locale): string {
  return samples.length === 0
    ? say("columnEmpty", { column: header })
    : say("columnSamples", { column: header, samples: enumerate(samples, locale) });
}
