import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { userError } from "../../messages/errors.js";
import { STDIN } from "../files.js";
import type { FileDigest, Unpacked } from "../source.js";

/** Standard input, or what stands for it in a test. */
export interface StandardInput {
  readonly isTTY?: boolean | undefined;
  [Symbol.asyncIterator]?(): AsyncIterator<Uint8Array | string>;
}

/** Reads all of standard input into a file: it is read more than once. A terminal is not waited for. */
export async function spoolStdin(stdin: StandardInput, into: string): Promise<Unpacked> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(): AsyncIterable<Buffer> {
    const iterator = stdin.isTTY === true ? undefined : stdin[Symbol.asyncIterator]?.();
    if (iterator === undefined) return;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      const chunk = Buffer.from(next.value);
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await pipeline(counted, createWriteStream(into));
  if (bytes === 0) throw userError("nothing-on-stdin", {}, { file: STDIN });
  return { path: into, digest: { bytes, sha256: hash.digest("hex") } };
}

/** Size and SHA-256 of a file as it lies on disk. */
export async function digestOf(path: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

const CHUNK = 1024 * 1024;

/** Unpacks a gzip file, of one member or of several. */
export async function gunzip(name: string, path: string, into: string): Promise<void> {
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: CHUNK }),
      createGunzip({ chunkSize: CHUNK }),
      createWriteStream(into),
    );
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("Z_")) throw error;
    const reason = code === "Z_BUF_ERROR" ? "unexpected end of file" : "damaged";
    throw userError("file-packed-badly", { path: name, reason }, { file: name });
  }
}
