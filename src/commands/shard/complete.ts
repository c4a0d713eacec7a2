import { userError } from "../../messages/errors.js";
import { enumerate } from "../../messages/index.js";
import { toolVersion } from "../files.js";
import type { BlobHead } from "./blob.js";

interface Named {
  readonly file: string;
  readonly head: BlobHead;
}

/**
 * The blobs in the order of their shards, once it is sure that they are all shards of one audit, each once.
 *
 * @throws UserError `blob-version`, `blob-of-other-audit`, `blob-doubled`, `blob-missing`
 */
export function completeSet(blobs: readonly Named[]): readonly [Named, ...Named[]] {
  const version = toolVersion();
  const ordered = blobs.toSorted((a, b) => a.head.share.index - b.head.share.index);
  const first = ordered[0]!;
  for (const { file, head } of ordered) {
    const found = head.manifest.tool.version;
    if (found !== version) throw userError("blob-version", { file, found, known: version }, { file });
    const part = PARTS.find(({ of }) => JSON.stringify(of(head)) !== JSON.stringify(of(first.head)));
    if (part !== undefined)
      throw userError("blob-of-other-audit", { file, other: first.file, part: part.name }, { file });
  }
  const { of } = first.head.share;
  const doubled = ordered.find(({ head }, at) => head.share.index === ordered[at + 1]?.head.share.index);
  if (doubled !== undefined) {
    const { file, head } = doubled;
    const other = ordered[ordered.indexOf(doubled) + 1]!.file;
    throw userError("blob-doubled", { file, other, shard: `${head.share.index}/${of}` }, { file });
  }
  const there = new Set(ordered.map(({ head }) => head.share.index));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !there.has(index));
  if (missing.length > 0) {
    const named = missing.slice(0, NAMED).map((index) => `${index}/${of}`);
    const missed = enumerate(missing.length > NAMED ? [...named, "…"] : named, "en");
    throw userError("blob-missing", { missing: missed, found: ordered.length, of });
  }
  return [first, ...ordered.slice(1)];
}

const NAMED = 10;

/** What all shards of an audit have in common, as it is called in messages. */
const PARTS: readonly { readonly name: string; readonly of: (head: BlobHead) => unknown }[] = [
  { name: "--shard", of: ({ share }) => share.of },
  { name: "standard", of: ({ manifest }) => manifest.standard },
  { name: "config", of: ({ manifest }) => manifest.config.sha256 },
  { name: "inputs", of: ({ manifest, read }) => [manifest.inputs, read] },
  {
    name: "options",
    of: ({ manifest, request: { folder: _, file: __, ...rest } }) => [manifest.timezone, rest],
  },
];
