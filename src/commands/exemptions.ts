import type { Command } from "commander";
import { type Baseline, exempted } from "../baseline/exempt.js";
import { readSuppressions } from "../baseline/suppressions.js";
import { userError } from "../messages/errors.js";
import type { Locale } from "../messages/index.js";
import type { AuditResult } from "../model/result.js";
import { DEFAULT_OPTIONS, exemptLines } from "../reports/index.js";
import { filesFrom } from "./files.js";
import type { Say } from "./options.js";
import type { ProcessLike } from "./process.js";
import { openSaved } from "./saved/read.js";

/** The options of `audit` and `report` that say which findings are not to count. */
export interface ExemptionOptions {
  readonly baseline?: string;
  readonly suppressions?: string;
  readonly strictSuppressions?: boolean;
}

export function addExemptionOptions(command: Command, say: Say): Command {
  return command
    .option("--baseline <result>", say("baseline"))
    .option("--suppressions <file>", say("suppressions"))
    .option("--strict-suppressions", say("strictSuppressions"));
}

/**
 * Reads the baseline and the suppressions, before an audit that may take long, and returns what they make of a result.
 *
 * @throws UserError where one of them is not there or not what it should be: no file is no empty baseline
 */
export async function exemptionsFor(
  { baseline, suppressions, strictSuppressions: strict = false }: ExemptionOptions,
  { cwd }: Pick<ProcessLike, "cwd">,
): Promise<(result: AuditResult) => AuditResult> {
  if (strict && suppressions === undefined) throw userError("strict-without-suppressions", {});
  const folder = cwd();
  const known = baseline === undefined ? null : await readBaseline(baseline, folder);
  const written = suppressions === undefined ? null : readFile(suppressions, folder);
  return (result) => exempted(result, known, written === null ? null : { ...written, strict });
}

/** Says on stderr how many findings do not count, whatever report is asked for. */
export function announceExemptions(result: AuditResult, locale: Locale, { stderr }: ProcessLike): void {
  for (const line of exemptLines(result, { ...DEFAULT_OPTIONS, locale })) stderr.write(`${line}\n`);
}

async function readBaseline(file: string, folder: string): Promise<Baseline> {
  const saved = await openSaved(file, folder);
  try {
    const ids = new Set<string>();
    for (const { id } of saved.result.findings) ids.add(id);
    return { file, sha256: saved.sha256, asOf: saved.result.manifest.asOf, ids };
  } finally {
    saved.close();
  }
}

function readFile(file: string, folder: string) {
  const text = filesFrom(folder).readText(file);
  if (text === null) throw userError("suppressions-not-found", { file });
  return { file, ...readSuppressions(text, file) };
}
