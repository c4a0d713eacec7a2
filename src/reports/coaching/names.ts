import { createHash } from "node:crypto";

/**
 * A file name for each id, without its ending, that every system takes and that leads nowhere else: letters, figures and
 * hyphens. An id that had to be changed, or that some file systems could not tell from another, gets a few digits of its
 * hash, so that no two share a name and an id keeps its name from run to run.
 */
export function fileNames(ids: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(ids)];
  const taken = new Map<string, number>([["index", 1]]);
  for (const id of all) taken.set(folded(id), (taken.get(folded(id)) ?? 0) + 1);
  return new Map(
    all.map((id) => {
      const plain = plainName(id);
      const isOwn = plain !== "" && plain === id && taken.get(folded(id)) === 1 && !RESERVED.test(plain);
      return [id, isOwn ? plain : `${plain === "" ? "agent" : plain}-${hash(id)}`];
    }),
  );
}

/** Names of devices, which Windows will not write to a disk. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** 48 Chinese characters are 144 bytes; file systems take 255. */
const LONGEST = 48;

function plainName(id: string): string {
  const safe = id.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-");
  return [...safe]
    .slice(0, LONGEST)
    .join("")
    .replace(/^-+|-+$/g, "");
}

/** As a file system that knows no case or composition sees it. */
function folded(id: string): string {
  return plainName(id).normalize("NFKC").toLowerCase();
}

function hash(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 8);
}
