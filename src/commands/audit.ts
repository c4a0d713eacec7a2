import { resolve } from "node:path";
import { finishAudit } from "../audit/audit.js";
import { type Share, WHOLE } from "../audit/state.js";
import { unpackFiles } from "../intake/unpack/unpack.js";
import { userError } from "../messages/errors.js";
import { hitCacheIn } from "./cache/keys.js";
import { filesFrom } from "./files.js";
import { chosenLocale } from "./locale.js";
import { type Planned, type PlanRequest, planAudit } from "./plan.js";
import type { ProcessLike } from "./process.js";
import { progressLine } from "./progress.js";
import { type ReportingOptions, reporter } from "./reporting.js";
import { type ShardRequest, writeBlob } from "./shard/blob.js";
import { recording } from "./shard/sources.js";
import { auditInThreads, threadsFor } from "./shard/threads.js";
import { checkWritable } from "./write-whole.js";

/** The options of `deskcheck audit`, as commander hands them over. */
export interface AuditOptions extends ReportingOptions {
  readonly config?: string;
  readonly standard?: readonly string[];
  readonly set?: readonly string[];
  readonly format?: readonly string[];
  readonly asOf?: string;
  readonly locale?: string;
  readonly timezone?: string;
  readonly encoding?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly showPersonalData?: boolean;
  readonly trustSpeakers?: boolean;
  readonly progress?: boolean;
  readonly threads?: number;
  readonly shard?: Share;
  readonly blob?: string;
  readonly cache?: string;
}

/** Audits files and writes the reports, or the blob of a shard. Returns the exit code. */
export async function auditCommand(
  files: readonly string[],
  options: AuditOptions,
  proc: ProcessLike,
): Promise<number> {
  const request = requestOf(files, options, proc);
  if (options.shard !== undefined) return auditShard(options.shard, request, options, proc);
  if (options.blob !== undefined) throw userError("blob-without-shard", {});
  const planned = planAudit(request);
  const report = await reporter(options, planned.config, proc);
  return inFiles(planned, request, WHOLE, options, proc, ({ plan, audit }) =>
    report(finishAudit(plan, audit)),
  );
}

/** Writes what one shard of the contacts came to. What the audit says of service, `deskcheck merge` decides: 0 means that all was read. */
async function auditShard(
  share: Share,
  request: PlanRequest,
  options: AuditOptions,
  proc: ProcessLike,
): Promise<number> {
  const other = OF_REPORTS.find((name) => options[name] !== undefined);
  if (other !== undefined) throw userError("option-of-merge", { option: `--${other}` });
  const path = resolve(proc.cwd(), options.blob ?? `deskcheck-${share.index}-of-${share.of}.blob`);
  checkWritable(path);
  const { access, sources } = recording(filesFrom(request.folder), request.folder);
  const planned = planAudit({ ...request, access });
  return inFiles(planned, request, share, options, proc, async ({ plan, audit }) => {
    const manifest = { ...plan.manifest, timezone: plan.timezone, inputs: audit.inputs };
    writeBlob(path, audit, { share, manifest, request: shardRequest(request), sources });
    return 0;
  });
}

/** Options of an audit that say something of its reports. */
const OF_REPORTS = [
  "format",
  "history",
  "baseline",
  "suppressions",
  "findings",
] as const satisfies readonly (keyof AuditOptions)[];

type Done = Pick<Planned, "plan"> & { readonly audit: Awaited<ReturnType<typeof auditInThreads>> };

/** Audits a share of what the files hold, and removes what had to be unpacked when `use` is done. */
async function inFiles(
  { plan: planned, config }: Planned,
  { access: _, ...request }: PlanRequest,
  share: Share,
  options: AuditOptions,
  proc: ProcessLike,
  use: (done: Done) => Promise<number>,
): Promise<number> {
  const inputs = await unpackFiles(planned.files, planned.folder, proc.stdin);
  const progress = await progressLine(proc, chosenLocale(config, proc.env), options.progress ?? true);
  try {
    const plan = { ...planned, files: inputs.files };
    const threads = options.threads ?? threadsFor(plan);
    const cache = options.cache === undefined ? null : await hitCacheIn(options.cache, plan, options);
    const audit = await auditInThreads(plan, request, { share, threads, cache }, progress);
    progress.stop();
    return await use({ plan, audit });
  } finally {
    progress.stop();
    inputs.close();
  }
}

function requestOf(files: readonly string[], options: AuditOptions, proc: ProcessLike): PlanRequest {
  return {
    files,
    folder: proc.cwd(),
    env: { ...proc.env },
    file: options.config,
    set: options.set ?? [],
    only: options.only,
    skip: options.skip,
    showPersonalData: options.showPersonalData,
    trustSpeakers: options.trustSpeakers,
    encoding: options.encoding,
    flags: {
      standard: options.standard,
      locale: options.locale,
      timezone: options.timezone,
      "as-of": options.asOf,
      format: options.format,
    },
  };
}

/** What makes the same plan once more, elsewhere and without the files. */
function shardRequest({
  folder,
  file,
  env,
  set,
  only,
  skip,
  showPersonalData,
  trustSpeakers,
  flags,
}: PlanRequest): ShardRequest {
  const { standard, timezone, "as-of": asOf } = flags;
  return {
    folder,
    file: file ?? env.DESKCHECK_CONFIG,
    set,
    only,
    skip,
    showPersonalData,
    trustSpeakers,
    flags: { standard, timezone, "as-of": asOf },
  };
}
