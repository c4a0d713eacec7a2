import { closeSync, openSync, readSync } from "node:fs";

/** How the content of a file is packed. */
export type Packing = "plain" | "gzip" | "workbook";

const HEAD = 4096;
/** Every workbook of Office Open XML has this entry, nearly always as its first; other archives do not. */
const WORKBOOK = "[Content_Types].xml";

/** What the first bytes of a file say. A file that cannot be read is `plain`: whoever opens it says what is wrong. */
export function contentOf(path: string): Packing {
  const head = headOf(path);
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  const zip = head.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
  return zip && (head.includes(WORKBOOK) || head.includes("xl/")) ? "workbook" : "plain";
}

/** Whether the first character that is no space opens an object or a list of JSON. A table may begin so too. */
export function looksLikeJson(path: string): boolean {
  // marks of byte order and the zero halves of UTF-16 are passed over
  const first = headOf(path).find((byte) => byte > 0x20 && byte < 0x7f);
  return first === 0x7b || first === 0x5b;
}

function headOf(path: string): Buffer {
  const head = Buffer.alloc(HEAD);
  try {
    const descriptor = openSync(path, "r");
    try {
      return head.subarray(0, readSync(descriptor, head, 0, HEAD, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return head.subarray(0, 0);
  }
}
