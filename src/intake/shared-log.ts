/**
 * Lines that the threads of a process write, and that another may read at any moment, even when a writer was stopped in the
 * middle.
 */
export function createLog(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD + SIZE);
}

/** Room for some thousand paths. What comes after it is full is lost. */
const SIZE = 1024 * 1024;
/** Bytes before the text: how long it is. */
const HEAD = 4;

/** Takes a place for the line, then fills it: one that is taken and not filled yet reads as empty lines. */
export function appendLine(log: SharedArrayBuffer, line: string): void {
  const text = Buffer.from(`${line}\0`, "utf8");
  const at = Atomics.add(new Int32Array(log, 0, 1), 0, text.length);
  if (at + text.length <= SIZE) new Uint8Array(log, HEAD).set(text, at);
}

export function linesOf(log: SharedArrayBuffer): readonly string[] {
  const text = new Uint8Array(log, HEAD, Math.min(SIZE, Atomics.load(new Int32Array(log, 0, 1), 0)));
  const lines = Buffer.from(text).toString("utf8").split("\0");
  return lines.filter((line) => line !== "");
}
