// A Spark of our own for scripts/test-spark.mjs: PySpark from PyPI, a job on it, and its processes.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const PYSPARK = process.env.PYSPARK_VERSION ?? "4.1.4";
/** What a test ends with that could not be run. */
const SKIPPED = 77;

export const root = fileURLToPath(new URL("..", import.meta.url));
export const command = [process.execPath, join(root, "bin/deskcheck.js")];
const job = join(root, "deploy/spark/deskcheck_spark.py");

/** A virtual environment with PySpark, made once for each version. Ends the program where it cannot be made. */
export function environment() {
  const start = Date.now();
  const java = spawnSync(process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java", [
    "-version",
  ]);
  if (java.status !== 0) skip("there is no Java");
  const made = join(tmpdir(), `deskcheck-pyspark-${PYSPARK}`);
  const python = join(made, "bin/python");
  if (existsSync(join(made, "complete"))) return made;
  rmSync(made, { recursive: true, force: true });
  if (spawnSync("python3", ["-m", "venv", made]).status !== 0) skip("there is no Python 3 with venv");
  const pip = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-input",
    "--no-compile",
  ];
  // a small package first: where it does not come, neither would the large one
  const reached = spawnSync(python, [...pip, "--timeout", "20", "py4j"], { encoding: "utf8" });
  if (reached.status !== 0) skip(`PyPI cannot be reached: ${reached.stderr.trim().split("\n").at(-1)}`);
  run(python, [...pip, `pyspark==${PYSPARK}`]);
  writeFileSync(join(made, "complete"), "");
  say(`        installed PySpark ${PYSPARK} into ${made} (${seconds(start)} s)`);
  return made;
}

function skip(reason) {
  say(`test:spark: skipped, ${reason}`);
  process.exit(SKIPPED);
}

/** Starts the job on a cluster on this machine. Client compiler and small heaps: a run lasts seconds. */
export function submit(venv, folder, { master, cwd, conf = [], args }) {
  const java = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
  const child = spawn(
    join(venv, "bin/spark-submit"),
    [
      ...[
        "--master",
        master,
        "--driver-java-options",
        java,
        "--conf",
        `spark.executor.extraJavaOptions=${java}`,
      ],
      ...["--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=WARN", ...conf],
      ...[job, "--deskcheck", command.map((part) => `'${part}'`).join(" "), ...args.map(String)],
    ],
    {
      cwd,
      env: {
        ...process.env,
        PATH: `${join(venv, "bin")}:${process.env.PATH}`,
        PYSPARK_PYTHON: join(venv, "bin/python"),
        SPARK_HOME: undefined,
        SPARK_LOCAL_IP: "127.0.0.1",
        SPARK_LOCAL_DIRS: join(folder, "local"),
        SPARK_WORKER_DIR: join(folder, "work"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  const done = new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
  return { pid: child.pid, done };
}

/** The process of an executor of this driver under which deskcheck is judging a shard. */
export async function executorAtWork(driver) {
  for (const until = Date.now() + 240_000; Date.now() < until; await sleep(50)) {
    const known = new Map(processes().map((one) => [one.pid, one]));
    if (!known.has(driver)) break;
    for (const { pid, args } of known.values()) {
      if (!args.includes("--shard ")) continue;
      const above = [];
      for (let at = known.get(pid); at !== undefined; at = known.get(at.parent)) above.push(at);
      const executor = above.find((one) => one.args.includes("CoarseGrainedExecutorBackend"));
      if (executor !== undefined && above.some((one) => one.pid === driver)) return executor.pid;
    }
  }
  throw new Error("no executor was seen at work");
}

/** Neither a process nor a file of a task outlives its job. */
export async function nothingLeft(folder) {
  for (const until = Date.now() + 10_000; ; await sleep(100)) {
    const left = processes().filter(({ args }) => args.includes(folder) && args.includes("--shard "));
    if (left.length === 0) return;
    if (Date.now() > until) throw new Error(`still running: ${left.map(({ args }) => args).join("\n")}`);
  }
}

function processes() {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid=,args=", "-ww"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
}

export function run(program, args) {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}\n${stderr}`);
}

export function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}
