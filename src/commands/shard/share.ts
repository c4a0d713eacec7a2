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
export function partsOf({ index, of }: Share, parts: number): readonly [Share, ...Share[]] {
  const part = (at: number): Share => ({ index: index + of * at, of: of * parts });
  return [part(0), ...Array.from({ length: parts - 1 }, (_, at) => part(at + 1))];
}
