import { createHash } from "node:crypto";
import type { SharedAudit } from "../../audit/audit.js";
import { type Judged, judgedOf } from "../../audit/judged.js";
import { type Known, knownOf } from "../../audit/known.js";
import type { Share } from "../../audit/state.js";
import type { Finding, Manifest } from "../../model/result.js";
import type { PlanRequest } from "../plan.js";
import { writeWhole } from "../write-whole.js";
import { END, encoded, type Section } from "./codec.js";
import type { Sources } from "./sources.js";

/** The first line of a blob. The number changes when older blobs can no longer be read. */
export const OPENING = "deskcheck-shard 1\n";

/** What a blob says of itself: enough to tell whether others belong to it, and to make the same plan again. */
export interface BlobHead {
  readonly share: Share;
  readonly manifest: Pick<Manifest, "tool" | "standard" | "config" | "inputs" | "timezone">;
  /** SHA-256 of what reading the files told: the same in every shard, or they did not read the same. */
  readonly read: string;
  readonly request: ShardRequest;
  readonly sources: Sources;
}

/** What a plan was asked for, but for its files and what only reports need. */
export type ShardRequest = Pick<
  PlanRequest,
  "folder" | "file" | "set" | "only" | "skip" | "showPersonalData" | "trustSpeakers" | "flags"
>;

/** The name of the sections that hold findings. */
export const FINDINGS = "findings";

/** Findings in one section. */
const PIECE = 1000;

/** Writes what a shard came to, whole or not at all. Only the first one carries what reading told; the others its hash. */
export function writeBlob(path: string, audit: SharedAudit, head: Omit<BlobHead, "read">): void {
  const known = knownOf(audit);
  const read = createHash("sha256");
  for (const bytes of encoded({ name: "known", value: known })) read.update(bytes);
  writeWhole(
    path,
    blob({ ...head, read: read.digest("hex") }, known, judgedOf(audit.state), audit.state.judge.findings),
  );
}

function* blob(...parts: Parameters<typeof sections>): Iterable<Uint8Array> {
  yield Buffer.from(OPENING, "utf8");
  for (const section of sections(...parts)) yield* encoded(section);
}

/** Findings come last, in pieces: they may be more than fit into memory, or into one text. */
function* sections(
  head: BlobHead,
  known: Known,
  judged: Judged,
  findings: Iterable<Finding>,
): Iterable<Section> {
  yield { name: "head", value: head };
  if (head.share.index === 1) yield { name: "known", value: known };
  yield { name: "judged", value: judged };
  let piece: Finding[] = [];
  for (const finding of findings) {
    if (piece.push(finding) < PIECE) continue;
    yield { name: FINDINGS, value: piece };
    piece = [];
  }
  yield { name: FINDINGS, value: piece };
  yield { name: END, value: null };
}
