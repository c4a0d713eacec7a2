import { InvalidArgumentError } from "commander";
import type { Share } from "../../audit/state.js";

/** Most shards of an audit: each of them reads everything. */
const MOST = 10_000;

/** Reads `2/8`. @throws InvalidArgumentError */
export function readShare(text: string): Share {
  const [, index = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (index < 1 || index > of || of > MOST) throw new InvalidArgumentError(text);
  return { index, of };
}

/** A share in parts of its own. Together they are the share, since a hash has one remainder. */
export function partsOf({ index, of }: Share, parts: number): readonly Share[] {
  return Array.from({ length: parts }, (_, part) => ({ index: index + of * part, of: of * parts }));
}
