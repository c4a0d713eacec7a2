/**
 * A header as profiles compare it: case, width, spaces and punctuation do not matter, but what stands in brackets does
 * (`duration (total)` is not `duration (in call)`), and so does a path (`Queue.EnqueueTimestamp`, `queue_enqueueTimestamp`).
 */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Finds columns by the header that a profile writes; -1 where the file has none of that name. The first of two wins. */
export function headerIndex(headers: readonly string[]): (name: string) => number {
  const columns = new Map<string, number>();
  headers.forEach((header, column) => {
    const name = plainHeader(header);
    if (name !== "" && !columns.has(name)) columns.set(name, column);
  });
  return (name) => columns.get(plainHeader(name)) ?? -1;
}
