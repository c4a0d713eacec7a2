import { finishAudit } from "../audit/audit.js";
import { addJudged } from "../audit/judged.js";
import { restored } from "../audit/known.js";
import { expandInputs } from "../intake/files.js";
import { userError } from "../messages/errors.js";
import { addExemptionOptions } from "./exemptions.js";
import { filesFrom } from "./files.js";
import { type AddCommand, addColourOptions, collect, wholeNumber } from "./options.js";
import { type PlannedRules, planRules } from "./plan.js";
import type { ProcessLike } from "./process.js";
import { type ReportingOptions, reporter } from "./reporting.js";
import type { BlobHead } from "./shard/blob.js";
import { completeSet } from "./shard/complete.js";
import { type Blob, readBlob, readHead } from "./shard/read-blob.js";
import { replaying } from "./shard/sources.js";

/** The options of `deskcheck merge`. */
export interface MergeOptions extends ReportingOptions {
  readonly format?: readonly string[];
  readonly locale?: string;
}

/**
 * Adds up the blobs of all shards of an audit and writes its reports, the same to the byte as those of an audit in one. Every
 * rate, score, percentile and gate is worked out anew from the parts. Returns the exit code.
 *
 * @throws UserError where blobs are missing, doubled or of different audits
 */
export async function mergeCommand(
  names: readonly string[],
  options: MergeOptions,
  proc: ProcessLike,
): Promise<number> {
  const folder = proc.cwd();
  const files = expandInputs(names, [], folder).map(({ path }) => path);
  const heads = [];
  for (const file of files) heads.push({ file, head: await readHead(file, folder) });
  const [first, ...others] = completeSet(heads);
  const { plan, config } = planOf(first.head, first.file, options, proc);
  const report = await reporter(options, config, proc);
  const whole = await readBlob(first.file, folder, (blob) => {
    const audit = restored(plan, knownIn(blob));
    addJudged(audit.state, blob.judged, blob.findings);
    return audit;
  });
  // one blob at a time: together they may be larger than memory
  for (const { file } of others)
    await readBlob(file, folder, ({ judged, findings }) => addJudged(whole.state, judged, findings));
  return report(finishAudit(plan, whole));
}

/** The plan of the shards, from the config and standard as they read them. */
function planOf(
  { request, sources, manifest }: BlobHead,
  file: string,
  { format, locale }: MergeOptions,
  { env, cwd }: Pick<ProcessLike, "env" | "cwd">,
): PlannedRules {
  const { DESKCHECK_CONFIG: _, ...environment } = env;
  const access = replaying(sources, request.folder, filesFrom(cwd()));
  const planned = planRules({
    ...request,
    env: environment,
    flags: { ...request.flags, format, locale },
    access,
  });
  const { standard, config } = planned.plan.manifest;
  const sameStandard = standard.sha256 === manifest.standard.sha256;
  if (!sameStandard || config.sha256 !== manifest.config.sha256)
    throw userError("blob-plan-changed", { file, part: sameStandard ? "config" : "standard" }, { file });
  return planned;
}

function knownIn({ known, file }: Blob): NonNullable<Blob["known"]> {
  if (known === null) throw userError("blob-cut-off", { file }, { file });
  return known;
}

/** Adds `deskcheck merge`. */
export const addMergeCommand: AddCommand = (deskcheck, proc, say, done) => {
  const command = deskcheck
    .command("merge")
    .description(say("merge"))
    .argument("<blobs...>", say("blobs"))
    .option("-f, --format <format[=file]>", say("format"), collect)
    .option("--locale <locale>", say("locale"))
    .option("--findings <n>", say("findings"), wholeNumber)
    .option("--no-costs", say("noCosts"));
  addColourOptions(command, say).option("--history <folder>", say("historyOption"));
  addExemptionOptions(command, say).action(async (blobs: string[], options: MergeOptions) => {
    done(await mergeCommand(blobs, options, proc));
  });
};
