import { isatty } from "node:tty";
import { Worker } from "node:worker_threads";
import { THREAD_LIMITS } from "./commands/shard/limits.js";
import { watchTemporaries } from "./intake/temporaries.js";
import type { Told } from "./work.js";

/**
 * Runs deskcheck as a program. Work is done in a thread, because it does not stop to listen: this one does nothing else, so
 * that Ctrl+C ends an audit at once, whatever it is at, and what it had begun to write is removed.
 */
export async function start(proc: NodeJS.Process): Promise<void> {
  // who is asked at a terminal answers the thread that owns it, and `init` leaves nothing half done
  if (proc.argv[2] === "init") proc.exitCode = await (await import("./cli.js")).run(proc);
  else inThread(proc);
}

function inThread(proc: NodeJS.Process): void {
  const removeTemporaries = watchTemporaries();
  const worker = new Worker(new URL("./work.js", import.meta.url), {
    workerData: proc.argv,
    stdin: true,
    resourceLimits: THREAD_LIMITS,
  });
  worker.on("message", (told: Told) => {
    if (told !== "reads stdin") proc.exitCode = told;
    else {
      proc.stdin.pipe(worker.stdin!);
      worker.once("exit", () => proc.stdin.destroy());
    }
  });
  worker.on("error", (error) => {
    proc.stderr.write(`${error.stack ?? error.message}\n`);
    proc.exitCode = 2;
  });
  for (const [signal, code] of SIGNALS) {
    // a second one finds no listener, and ends the process as it is
    proc.once(signal, async () => {
      await Promise.race([worker.terminate(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      removeTemporaries();
      if (isatty(2)) proc.stderr.write(SHOWN_CURSOR);
      proc.exit(code);
    });
  }
}

const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

/** A thread ends where it next looks; one that waits for the system is not waited for. */
const PATIENCE = 2000;

/** The line of progress is wiped, and the cursor that it hid comes back. */
const SHOWN_CURSOR = "\r\u001b[K\u001b[?25h";
