// The thread of a program in which the work is done.
import { isatty } from "node:tty";
import { parentPort, workerData } from "node:worker_threads";
import { run } from "./cli.js";
import { directSink } from "./commands/direct-sink.js";

/** What it sends: that it wants what comes on standard input, and at last its exit code. */
export type Told = "reads stdin" | number;

const code = await run({
  argv: workerData as readonly string[],
  env: process.env,
  cwd: () => process.cwd(),
  stdin: { isTTY: isatty(0), [Symbol.asyncIterator]: input },
  stdout: directSink(1),
  stderr: directSink(2),
});
tell(code);

function tell(told: Told): void {
  parentPort!.postMessage(told);
}

/** Standard input is asked for only where it is read: what else comes on it may be meant for the next program. */
function input(): AsyncIterator<Buffer> {
  tell("reads stdin");
  return process.stdin[Symbol.asyncIterator]();
}
