import { readSync } from "node:fs";
import { resolve } from "node:path";
import type { Judged } from "../../audit/judged.js";
import type { Known } from "../../audit/known.js";
import { userError } from "../../messages/errors.js";
import { openUnpacked } from "../saved/unpack.js";
import { isSystemError } from "../write-whole.js";
import { type BlobHead, LISTS, OPENING } from "./blob.js";
import { Broken, decoded, type Section } from "./codec.js";

/** A blob as it was written by a shard. */
export interface Blob {
  readonly file: string;
  readonly head: BlobHead;
  /** Only in the first shard's. */
  readonly known: Known | null;
  readonly judged: Judged;
}

/** @throws UserError `blob-not-found`, `blob-unreadable`, `blob-foreign`, `blob-cut-off` */
export function readBlob(file: string, folder: string): Promise<Blob> {
  return reading(file, folder, (sections) => contentOf(file, sections));
}

/** What a blob says of itself. Errors are those of `readBlob`; whether its end is there is not looked at. */
export function readHead(file: string, folder: string): Promise<BlobHead> {
  return reading(file, folder, (sections) => {
    for (const { name, value } of sections) if (name === "head") return value as BlobHead;
    throw new Broken();
  });
}

async function reading<T>(file: string, folder: string, use: (sections: Iterable<Section>) => T): Promise<T> {
  try {
    const { descriptor, close } = await openUnpacked(resolve(folder, file));
    try {
      const opening = Buffer.alloc(OPENING.length);
      const count = readSync(descriptor, opening, 0, opening.length, 0);
      if (opening.toString("utf8", 0, count) !== OPENING) throw userError("blob-foreign", { file }, { file });
      return use(decoded(descriptor, OPENING.length));
    } finally {
      close();
    }
  } catch (error) {
    if (error instanceof Broken) throw userError("blob-cut-off", { file }, { file });
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const code = String(error.code);
    if (code === "ENOENT" || code === "ENOTDIR") throw userError("blob-not-found", { file }, { file });
    if (code.startsWith("Z_")) throw userError("blob-cut-off", { file }, { file });
    if (isSystemError(error)) throw userError("blob-unreadable", { file, reason: code }, { file });
    throw error;
  }
}

function contentOf(file: string, sections: Iterable<Section>): Blob {
  let head: BlobHead | null = null;
  let known: Known | null = null;
  let judged: object | null = null;
  const lists: Record<string, unknown[]> = Object.fromEntries(LISTS.map((name) => [name, []]));
  for (const { name, value } of sections) {
    // sections are ours: the opening and the tool's version, which is compared before anything is used, vouch for them
    if (name === "head") head = value as BlobHead;
    else if (name === "known") known = value as Known;
    else if (name === "judged") judged = value as object;
    else if (Array.isArray(value)) for (const one of value) lists[name]?.push(one);
  }
  if (head === null || judged === null) throw new Broken();
  return { file, head, known, judged: { ...judged, ...lists } as unknown as Judged };
}
