import type { StandardInput } from "../intake/unpack/spool.js";

/** A stream that text goes to: `process.stdout`, or a collector in a test. */
export interface TextSink {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  /** False where the reader is slower than the writer: go on after `drain`. */
  write(text: string): boolean;
  once(event: "drain", listener: () => void): unknown;
}

/** What a command sees of the world. Injected, so that whole commands run in tests without a child process. */
export interface ProcessLike {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: StandardInput;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  cwd(): string;
}

/** Writes chunk by chunk, waiting wherever the reader is slower. */
export async function writeTo(sink: TextSink, chunks: Iterable<string>): Promise<void> {
  let buffered = "";
  for (const chunk of chunks) {
    buffered += chunk;
    if (buffered.length < BUFFER) continue;
    await written(sink, buffered);
    buffered = "";
  }
  if (buffered !== "") await written(sink, buffered);
}

/** Enough that a report of many small pieces is not a system call each. */
const BUFFER = 64 * 1024;

function written(sink: TextSink, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (sink.write(text)) resolve();
    else sink.once("drain", resolve);
  });
}
