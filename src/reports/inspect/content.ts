import { enumerate, type Locale, reportWords, type Say } from "../../messages/index.js";
import { type InspectSay, inspectWords } from "../../messages/inspect.js";
import type { InspectedFile, Inspection } from "../../model/inspection.js";
import { entryTable } from "../content/ledger.js";
import { type Block, text } from "../document.js";
import type { ReportOptions } from "../report.js";
import { abilities } from "./abilities.js";
import { columnTable } from "./columns.js";
import { fileFacts } from "./facts.js";
import { rowTable } from "./rows.js";

/** What is said of a file is made from. */
export interface FileView {
  readonly locale: Locale;
  readonly say: InspectSay;
  /** The words that an inspection shares with the reports of audits. */
  readonly report: Say;
}

/** What every section of an inspection is made from. */
export interface InspectView extends FileView {
  readonly inspection: Inspection;
}

/** The whole inspection for people: file by file, then what can be done with all of them, and the config to write. */
export function* inspectDocument(inspection: Inspection, { locale }: ReportOptions): Iterable<Block> {
  const view: InspectView = { inspection, locale, say: inspectWords(locale), report: reportWords(locale) };
  for (const [at, file] of inspection.files.entries()) {
    if (at > 0) yield { kind: "paragraph", text: [] };
    yield* oneFile(file, view);
  }
  yield* abilities(view);
  yield* configSample(view);
  yield verdict(view);
}

function* configSample({ inspection, say }: InspectView): Iterable<Block> {
  if (inspection.config === "") return;
  yield { kind: "heading", text: say("config"), note: null };
  yield { kind: "paragraph", text: [text(say("configAbout"), "dim")] };
  yield { kind: "paragraph", text: [] };
  yield { kind: "sample", lines: inspection.config.trimEnd().split("\n") };
}

/** One file alone, as the wizard shows it: what it is and what its columns are read as. */
export function* fileDocument(
  file: InspectedFile,
  { locale }: Pick<ReportOptions, "locale">,
): Iterable<Block> {
  // one sample shows what a column holds, and the table stays on one screen
  const columns = file.columns.map((column) => ({ ...column, samples: column.samples.slice(0, 1) }));
  yield* mapping({ ...file, columns }, { locale, say: inspectWords(locale), report: reportWords(locale) });
}

function* mapping(file: InspectedFile, view: FileView): Iterable<Block> {
  yield { kind: "title", text: file.file, about: [] };
  yield { kind: "facts", facts: fileFacts(file, view) };
  if (file.columns.length > 0) {
    yield { kind: "heading", text: view.say("columns"), note: null };
    yield columnTable(file, view);
  }
}

function* oneFile(file: InspectedFile, view: InspectView): Iterable<Block> {
  const { say } = view;
  yield* mapping(file, view);
  if (file.kind === null || file.text?.looked === 0) return;
  const spoken = file.kind === "transcripts" || file.kind === "messages";
  yield { kind: "heading", text: say(spoken ? "turns" : "rows"), note: say("rowsAbout") };
  yield rowTable(file, view);
  if (file.ledger === null) return;
  const { entries, rows, audited, rejected, duplicate, ignored } = file.ledger;
  yield { kind: "heading", text: say("quality"), note: null };
  const sum = view.report("ledgerSum", { rows, audited, rejected, duplicate, ignored });
  yield { kind: "paragraph", text: [text(sum)] };
  if (entries.length === 0) yield { kind: "paragraph", text: [text(say("noProblems"), "good")] };
  else yield entryTable(entries, view.report, view.locale);
}

function verdict({ inspection, say, locale }: InspectView): Block {
  const { files } = inspection;
  const unknown = files.filter(({ error }) => error !== null).map(({ file }) => file);
  if (unknown.length > 0) {
    const words = say("someUnknown", { n: unknown.length, files: enumerate(unknown, locale) });
    return { kind: "verdict", exitCode: 2, text: words };
  }
  const words = files.length === 1 ? say("oneKnown") : say("allKnown", { n: files.length });
  return { kind: "verdict", exitCode: 0, text: words };
}
