import { closeSync, fstatSync, readSync } from "node:fs";
import { userError } from "../../messages/errors.js";
import { diskPath, type FilePlace, openDescriptor, openFile } from "../source.js";
import { detectEncoding, type FoundEncoding } from "./detect.js";
import { byteOrderMark, ENCODINGS, encodingNamed } from "./names.js";
import { openText, type TextSource } from "./text-source.js";

export interface OpenedText {
  readonly source: TextSource;
  readonly encoding: FoundEncoding;
}

/**
 * Opens a file as UTF-8 text, whatever its encoding: the one the user told, or the one that is found out.
 *
 * @throws UserError `file-not-found`, `is-a-directory`, `file-unreadable`, `file-empty`, `file-binary`, `encoding-unknown`
 */
export function openTextFile(place: FilePlace, folder: string, told: string | undefined): OpenedText {
  const encoding = findEncoding(place, folder, told);
  return { source: openText(openFile(place, folder), encoding.encoding, encoding.mark), encoding };
}

/** Opens a file again whose encoding is known. */
export function reopenText(place: FilePlace, folder: string, { encoding, mark }: FoundEncoding): TextSource {
  return openText(openFile(place, folder), encoding, mark);
}

/** What is looked at first. */
const HEAD_BYTES = 256 * 1024;
/** A file up to this size is looked through where its head is plain ASCII; a larger one at places spread over it. */
const WHOLE_BYTES = 64 * 1024 * 1024;
const PIECES = 256;
const PIECE_BYTES = 64 * 1024;

function findEncoding(place: FilePlace, folder: string, told: string | undefined): FoundEncoding {
  const { path: file, unpacked } = place;
  const descriptor = openDescriptor(file, diskPath(place, folder));
  try {
    const head = readAt(descriptor, 0, HEAD_BYTES);
    if (head.every((byte) => byte <= 0x20)) throw userError("file-empty", { path: file }, { file });
    if (unpacked?.sheets !== undefined) return { encoding: "UTF-8", mark: 0, by: "told" };
    if (told !== undefined) return toldEncoding(told, head);
    if (isBinary(head)) throw userError("file-binary", { path: file }, { file });
    const found = detectEncoding(head, head.length < HEAD_BYTES, pieces(descriptor));
    if (!found.encoding.startsWith("UTF-16") && mostlyControl(head)) {
      throw userError("file-binary", { path: file }, { file });
    }
    return found;
  } finally {
    closeSync(descriptor);
  }
}

/** The user's word counts; only which half of UTF-16 comes first, the file's own mark knows better. */
function toldEncoding(told: string, head: Uint8Array): FoundEncoding {
  const encoding = encodingNamed(told);
  if (encoding === null) throw userError("encoding-unknown", { found: told, known: ENCODINGS.join(", ") });
  const mark = byteOrderMark(head);
  if (mark === null) return { encoding, mark: 0, by: "told" };
  const both = encoding.startsWith("UTF-16") && mark.encoding.startsWith("UTF-16");
  if (!both && mark.encoding !== encoding) return { encoding, mark: 0, by: "told" };
  return { encoding: mark.encoding, mark: mark.length, by: "told" };
}

function* pieces(descriptor: number): Iterable<Uint8Array> {
  const { size } = fstatSync(descriptor);
  const whole = size <= WHOLE_BYTES;
  const length = whole ? 1024 * 1024 : PIECE_BYTES;
  const step = whole ? length : Math.floor((size - HEAD_BYTES) / PIECES);
  for (let at = HEAD_BYTES; at < size; at += step) yield readAt(descriptor, at, length);
}

function readAt(descriptor: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** Archives, old Excel workbooks, PDF and pictures, by their first bytes. */
const SIGNATURES = ["504b0304", "1f8b", "d0cf11e0", "25504446", "89504e47", "ffd8ff", "377abcaf", "52617221"];

function isBinary(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 8)).toString("hex");
  return SIGNATURES.some((signature) => start.startsWith(signature));
}

/** A fiftieth of control characters is no text, whatever else it is. NULs at the end are padding; a few of them are damage. */
function mostlyControl(head: Uint8Array): boolean {
  let length = head.length;
  while (length > 0 && head[length - 1] === 0) length -= 1;
  let control = 0;
  let nuls = 0;
  for (let at = 0; at < length; at++) {
    const byte = head[at]!;
    if (byte === 0) nuls += 1;
    else if (byte < 0x20 && !SEPARATORS.has(byte)) control += 1;
  }
  return control * 50 > length || nuls * 10 > length;
}

/** Tab, line ends, form feed, and what some systems put between fields. */
const SEPARATORS: ReadonlySet<number> = new Set([0x01, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f]);
