import { readSync } from "node:fs";
import { resolve } from "node:path";
import type { Judged } from "../../audit/judged.js";
import type { Known } from "../../audit/known.js";
import { userError } from "../../messages/errors.js";
import type { Finding } from "../../model/result.js";
import { openUnpacked } from "../saved/unpack.js";
import { isSystemError } from "../write-whole.js";
import { type BlobHead, FINDINGS, OPENING } from "./blob.js";
import { Broken, decoded, END, type Section } from "./codec.js";

/** A blob as it was written by a shard. */
export interface Blob {
  readonly file: string;
  readonly head: BlobHead;
  /** Only in the first shard's. */
  readonly known: Known | null;
  readonly judged: Judged;
  /** Read from the file as they are walked, once. */
  readonly findings: Iterable<Finding>;
}

/**
 * Reads a blob while `use` is at work.
 *
 * @throws UserError `blob-not-found`, `blob-unreadable`, `blob-foreign`, `blob-cut-off`
 */
export function readBlob<T>(file: string, folder: string, use: (blob: Blob) => T): Promise<T> {
  return reading(file, folder, (sections) => use(contentOf(file, sections[Symbol.iterator]())));
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

/** Sections are ours: the opening and the tool's version, which is compared before anything is used, vouch for them. */
function contentOf(file: string, sections: Iterator<Section>): Blob {
  let head: BlobHead | null = null;
  let known: Known | null = null;
  for (;;) {
    const { name, value } = nextOf(sections);
    if (name === "head") head = value as BlobHead;
    else if (name === "known") known = value as Known;
    else if (name !== "judged" || head === null) throw new Broken();
    else return { file, head, known, judged: value as Judged, findings: findingsIn(sections) };
  }
}

function* findingsIn(sections: Iterator<Section>): Iterable<Finding> {
  for (;;) {
    const { name, value } = nextOf(sections);
    if (name === END) return;
    if (name !== FINDINGS) throw new Broken();
    yield* value as readonly Finding[];
  }
}

function nextOf(sections: Iterator<Section>): Section {
  const { value, done } = sections.next();
  if (done === true) throw new Broken();
  return value;
}
