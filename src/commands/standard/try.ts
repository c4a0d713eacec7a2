import Papa from "papaparse";
import { userError } from "../../messages/errors.js";
import { SPEAKERS, type Speaker } from "../../model/fields.js";
import { type Block, code, left, table, text, wide } from "../../reports/document.js";
import { type TriedUtterance, tryTexts, type Utterance } from "../../standard/try-text.js";
import { filesFrom } from "../files.js";
import { compiled } from "../plan.js";
import { isJson, json, type LoadedStandard } from "./load.js";

interface TryOptions {
  readonly speaker: string;
  readonly file?: string;
  readonly format: string;
}

/** `standard try`: which phrases an utterance hits, how, and what waived it. */
export async function tryText(
  loaded: LoadedStandard,
  utterance: string | undefined,
  options: TryOptions,
): Promise<number> {
  const { standard, config } = loaded;
  const asJson = isJson(options.format);
  const utterances =
    options.file === undefined
      ? [{ id: "1", speaker: speakerOf(options.speaker), text: utterance ?? "" }]
      : readUtterances(options.file, loaded.proc.cwd());
  if (options.file === undefined && utterance === undefined) {
    throw userError("usage", {
      message: "missing required argument 'text'",
      help: "deskcheck standard try --help",
    });
  }
  const { books } = compiled(standard, config, "all");
  const tried = tryTexts(books, utterances);
  if (asJson) await loaded.write(json(tried));
  else await loaded.show(tried.flatMap((one) => described(loaded, one)));
  return 0;
}

function described({ say }: LoadedStandard, { id, text: words, hits }: TriedUtterance): readonly Block[] {
  const title: Block = { kind: "title", text: words, about: [text(id, "dim")] };
  if (hits.length === 0) return [title, { kind: "paragraph", text: [text(say("noHits"))] }];
  const columns = [left(say("rule")), wide(say("quote")), left(say("how")), left(say("waived"))];
  const rows = hits.map((hit) => [
    [code(hit.id, hit.waived === null ? "strong" : "dim")],
    [text(hit.quote, hit.waived === null ? "mark" : null)],
    [text(say(hit.how))],
    [text(hit.waived ?? say("counts"), hit.waived === null ? null : "dim")],
  ]);
  return [title, table(columns, rows)];
}

function speakerOf(name: string): Speaker {
  const speaker = SPEAKERS.find((one) => one === name);
  if (speaker !== undefined) return speaker;
  throw userError("config-bad-value", {
    key: "--speaker",
    found: name,
    expected: SPEAKERS.join(", "),
    example: "--speaker customer",
  });
}

/** A TSV with a header: id, speaker, text. Quotes in it are words, not borders. */
function readUtterances(file: string, folder: string): readonly Utterance[] {
  const content = filesFrom(folder).readText(file);
  if (content === null) throw userError("file-not-found", { path: file }, { file });
  const { data, meta } = Papa.parse<Record<string, string>>(content, {
    header: true,
    delimiter: "\t",
    quoteChar: "\u0000",
    skipEmptyLines: true,
  });
  const lacks = ["id", "speaker", "text"].filter((name) => !meta.fields?.includes(name));
  if (lacks.length > 0) {
    throw userError(
      "header-unknown",
      { file, header: (meta.fields ?? []).join(" | "), missing: `transcripts: ${lacks.join(", ")}` },
      { file, line: 1 },
    );
  }
  return data.map((row) => ({
    id: row.id ?? "",
    speaker: speakerOf(row.speaker ?? ""),
    text: row.text ?? "",
  }));
}
