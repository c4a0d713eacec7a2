import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type AuditPlan, auditShare, type SharedAudit } from "../../audit/audit.js";
import { addJudged, type Judged } from "../../audit/judged.js";
import type { Share } from "../../audit/state.js";
import type { InputFile } from "../../intake/files.js";
import { openInput } from "../../intake/open.js";
import type { Progress } from "../../intake/rows.js";
import { diskPath } from "../../intake/source.js";
import { userError } from "../../messages/errors.js";
import type { Finding, Manifest } from "../../model/result.js";
import { UserError } from "../../model/user-error.js";
import { type HitCache, openHits } from "../cache/hits.js";
import type { PlanRequest } from "../plan.js";
import { THREAD_LIMITS } from "./limits.js";
import { partsOf } from "./share.js";

/** What a thread is given: plain data, from which it makes the same plan. */
export interface ThreadTask {
  readonly request: Omit<PlanRequest, "access">;
  /** Unpacked already. */
  readonly files: readonly InputFile[];
  readonly share: Share;
  readonly cache: HitCache | null;
}

/** What comes back: first what was judged, then, each time it is asked for more, a piece of the findings; an empty one is the last. */
export type ThreadAnswer =
  | { readonly judged: Judged; readonly inputs: Manifest["inputs"] }
  | { readonly error: UserErrorData };
export type FindingsPiece = readonly Finding[];

interface UserErrorData extends Pick<UserError, "code" | "args" | "place"> {
  readonly more: readonly UserErrorData[];
}

/** Bytes of talk that are worth a thread: below, starting it takes longer than it saves. */
const WORTH_A_THREAD = 20_000_000;

/**
 * How many threads an audit is given where nobody says: as many as there are cores, as far as there is talk for them. Rows of
 * calls are judged about as fast as they are read, and every thread reads all of them: no thread more for those.
 */
export function threadsFor({ files, timezone, folder }: AuditPlan): number {
  const cores = availableParallelism();
  if (cores === 1) return 1;
  let bytes = 0;
  for (const file of files) {
    const size = statSync(diskPath(file, folder), { throwIfNoEntry: false })?.size ?? 0;
    if (size >= WORTH_A_THREAD / 4 && holdsTalk(file, timezone, folder)) bytes += size;
  }
  return Math.min(cores, Math.max(1, Math.floor(bytes / WORTH_A_THREAD)));
}

/** How an audit's work is divided. */
export interface Division {
  readonly share: Share;
  readonly threads: number;
  readonly cache: HitCache | null;
}

/** Audits a share by what is known of its files already, and keeps what is new. */
export function auditCached(
  plan: AuditPlan,
  share: Share,
  cache: HitCache | null,
  progress: Progress,
): SharedAudit {
  if (cache === null) return auditShare(plan, share, progress);
  const logs = openHits(cache, share);
  const audit = auditShare({ ...plan, logs }, share, progress);
  logs.save();
  return audit;
}

/**
 * Does a share of an audit in threads: each judges a part of its contacts, this one among them. The result does not depend on
 * how many there are.
 *
 * @throws UserError as `auditShare`; `input-changed` where a file is not the same for all threads
 */
export async function auditInThreads(
  plan: AuditPlan,
  request: ThreadTask["request"],
  { share, threads, cache }: Division,
  progress: Progress,
): Promise<SharedAudit> {
  const [own, ...others] = partsOf(share, threads);
  const workers = others.map((part) => start({ request, files: plan.files, share: part, cache }));
  try {
    const audit = auditCached(plan, own, cache, progress);
    for (const { worker, answer } of workers) {
      const told = await answer;
      if ("error" in told) throw restoredError(told.error);
      refuseChanged(audit.inputs, told.inputs);
      addJudged(audit.state, told.judged, []);
      // piece by piece: they may be more than memory should hold twice
      for (;;) {
        const piece = (await asked(worker)) as FindingsPiece;
        if (piece.length === 0) break;
        audit.state.judge.add(NOTHING_MORE, piece);
      }
    }
    return audit;
  } finally {
    for (const { worker } of workers) await worker.terminate();
  }
}

function start(workerData: ThreadTask): { readonly worker: Worker; readonly answer: Promise<ThreadAnswer> } {
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    workerData,
    resourceLimits: THREAD_LIMITS,
  });
  const answer = told(worker) as Promise<ThreadAnswer>;
  // who waits for it is still busy when it fails
  answer.catch(() => {});
  return { worker, answer };
}

function asked(worker: Worker): Promise<unknown> {
  worker.postMessage(null);
  return told(worker);
}

/** The next message of a thread. */
function told(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`a thread ended with code ${code}`));
    worker.once("exit", ended);
    worker.once("error", reject);
    worker.once("message", (message) => {
      worker.off("exit", ended);
      worker.off("error", reject);
      resolve(message);
    });
  });
}

const NOTHING_MORE = { waiting: [], crashes: [] };

function refuseChanged(one: Manifest["inputs"], other: Manifest["inputs"]): void {
  const changed = one.find(({ file, sha256 }, at) => other[at]?.file !== file || other[at].sha256 !== sha256);
  if (changed !== undefined) throw userError("input-changed", { path: changed.file }, { file: changed.file });
}

/** Errors lose their class on the way between threads. */
export function errorData({ code, args, place, more }: UserError): UserErrorData {
  return { code, args, place, more: more.map(errorData) };
}

function restoredError({ code, args, place, more }: UserErrorData): UserError {
  return new UserError(code, args, place, more.map(restoredError));
}

/** A file that cannot be opened is of no kind: the audit will say what is wrong with it. */
function holdsTalk(file: InputFile, timezone: string, folder: string): boolean {
  try {
    const { layout, source } = openInput(file, timezone, folder);
    source.close();
    return (
      layout.kind === "transcripts" || layout.kind === "messages" || (layout.profile?.chat ?? null) !== null
    );
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
