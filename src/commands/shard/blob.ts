import { createHash } from "node:crypto";
import type { SharedAudit } from "../../audit/audit.js";
import { type Judged, judgedOf } from "../../audit/judged.js";
import { type Known, knownOf } from "../../audit/known.js";
import type { Share } from "../../audit/state.js";
import type { Manifest } from "../../model/result.js";
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

/** The parts of `Judged` that grow with what is found: written piece by piece, not as one text. */
export const LISTS = ["findings", "waiting"] as const satisfies readonly (keyof Judged)[];

/** Elements of a list in one section. */
const PIECE = 1000;

/** Writes what a shard came to, whole or not at all. Only the first one carries what reading told; the others its hash. */
export function writeBlob(path: string, audit: SharedAudit, head: Omit<BlobHead, "read">): void {
  const known = knownOf(audit);
  const read = createHash("sha256");
  for (const bytes of encoded({ name: "known", value: known })) read.update(bytes);
  writeWhole(path, blob({ ...head, read: read.digest("hex") }, known, judgedOf(audit.state)));
}

function* blob(head: BlobHead, known: Known, judged: Judged): Iterable<Uint8Array> {
  yield Buffer.from(OPENING, "utf8");
  for (const section of sections(head, known, judged)) yield* encoded(section);
}

function* sections(head: BlobHead, known: Known, judged: Judged): Iterable<Section> {
  yield { name: "head", value: head };
  if (head.share.index === 1) yield { name: "known", value: known };
  const rest = Object.fromEntries(
    Object.entries(judged).filter(([name]) => !LISTS.some((list) => list === name)),
  );
  yield { name: "judged", value: rest };
  for (const name of LISTS)
    for (let at = 0; at < judged[name].length; at += PIECE)
      yield { name, value: judged[name].slice(at, at + PIECE) };
  yield { name: END, value: null };
}
