import { writeSync } from "node:fs";
import { isatty, WriteStream } from "node:tty";
import { userError } from "../messages/errors.js";
import type { TextSink } from "./process.js";

/**
 * Standard output or error, written directly: the streams of a thread go by way of the other one. What is written is out
 * when `write` returns.
 *
 * @throws UserError `stdout-unwritable` from `write`; a reader who has left, and an error of standard error, are none
 */
export function directSink(descriptor: 1 | 2): TextSink {
  if (isatty(descriptor)) return new WriteStream(descriptor);
  let isOpen = true;
  return {
    write(text) {
      const bytes = Buffer.from(text, "utf8");
      for (let at = 0; isOpen && at < bytes.length; ) at += written(bytes, at);
      return true;
    },
    once: () => undefined,
  };

  function written(bytes: Buffer, at: number): number {
    try {
      return writeSync(descriptor, bytes, at);
    } catch (error) {
      const reason = error instanceof Error && "code" in error ? String(error.code) : "";
      if (reason === "EAGAIN") return waited();
      isOpen = false;
      // the reader of a pipe may leave early (`deskcheck … | head`): that is no error
      if (reason === "EPIPE" || descriptor === 2) return 0;
      throw userError("stdout-unwritable", { reason });
    }
  }
}

/** A pipe that somebody else has set not to wait: its reader is slower. */
function waited(): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  return 0;
}
