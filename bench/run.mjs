// The whole audit beside what people would use instead, on the same generated files, in one run.
//
//   npm run bench -- [--megabytes 50] [--calls 200000] [--literals 150] [--rounds 3] [--only calls] [--without csv-parse] [--write]
//
// Every round runs every contender once, in turn, so that a busy machine disturbs all of them; the table holds medians.
// `--write` puts the table into docs/performance.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { generateCalls, generateTranscripts } from "./generate.mjs";
import { standardPatterns } from "./lib/patterns.mjs";
import { plainStandard } from "./lib/plain-standard.mjs";
import { table } from "./lib/table.mjs";

const here = import.meta.dirname;
const { values } = parseArgs({
  options: {
    megabytes: { type: "string", default: "50" },
    calls: { type: "string", default: "200000" },
    literals: { type: "string", default: "150" },
    only: { type: "string", default: "standard,literals,calls" },
    rounds: { type: "string", default: "3" },
    without: { type: "string", multiple: true, default: [] },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const data = join(here, ".data");
const scratch = mkdtempSync(join(tmpdir(), "bench-"));
mkdirSync(data, { recursive: true });

const transcripts = made(`transcripts-${values.megabytes}.csv`, (file) =>
  generateTranscripts(file, Number(values.megabytes)),
);
const calls = made(`calls-${values.calls}.csv`, (file) => generateCalls(file, Number(values.calls)));
const cores = cpus().length;
// Where a config names a standard of plain phrases; in `scratch` there is none, and the built-in one is taken.
const plain = join(scratch, "plain");
mkdirSync(plain);
const standard = plainStandard(plain, Number(values.literals));
writeFileSync(join(plain, "deskcheck.config.yaml"), `standard: ./${basename(standard)}\n`);

/** What the audit could do before it knew the whole standard: the rules that the rest is measured by. */
const FOUNDATION = [
  ...["pickup-three-rings", "service-level", "chat-first-reply", "email-first-reply", "no-busy-tone"].map(
    (rule) => `response/${rule}`,
  ),
  "opening/*",
  "wording/*",
  "closing/further-help",
  "closing/thanks",
];

const TABLES = {
  standard: () =>
    measured(`Transcripts: ${size(transcripts)}, the whole standard, ${phrasesIn(scratch)} phrases`, [
      audit("deskcheck audit, 1 thread", transcripts, 1),
      audit("deskcheck audit, 2 threads", transcripts, 2),
      audit("deskcheck audit, the foundation's rules, 1 thread", transcripts, 1, scratch, only(FOUNDATION)),
      duckdb("DuckDB, a test a phrase, 1 thread", "phrases", transcripts, 1),
      duckdb("DuckDB, a test a phrase, 2 threads", "phrases", transcripts, 2),
      script("csv-parse, a RegExp a phrase", "csv-parse-transcripts.mjs", transcripts),
      { name: "cat", run: ["cat", transcripts] },
    ]),
  literals: () =>
    measured(`Transcripts: ${size(transcripts)}, one rule of ${phrasesIn(plain)} plain phrases`, [
      audit("deskcheck audit, 1 thread", transcripts, 1, plain),
      audit("deskcheck audit, 2 threads", transcripts, 2, plain),
      ripgrep(transcripts),
      duckdb("DuckDB, one alternation, 2 threads", "alternation", transcripts, 2, plain),
      duckdb("DuckDB, a test a phrase, 2 threads", "phrases", transcripts, 2, plain),
      script("csv-parse, a RegExp a phrase", "csv-parse-transcripts.mjs", transcripts, plain),
      { name: "cat", run: ["cat", transcripts] },
    ]),
  calls: () =>
    measured(`Call log: ${size(calls)}, ${Number(values.calls).toLocaleString("en")} calls`, [
      audit("deskcheck audit, 1 thread", calls, 1),
      duckdb("DuckDB, the same counts, 1 thread", "calls", calls, 1),
      duckdb("DuckDB, the same counts, 2 threads", "calls", calls, 2),
      script("csv-parse and Date.parse", "csv-parse-calls.mjs", calls),
      { name: "cat", run: ["cat", calls] },
    ]),
};
const tables = values.only.split(",").map((name) => TABLES[name]());
rmSync(scratch, { recursive: true });
const text = tables.join("\n");
process.stdout.write(`\n${text}`);
if (values.write) publish(text);

/** Times of all contenders, as a Markdown table with a line each. */
function measured(title, contenders) {
  const present = contenders.filter(
    (one) => one !== null && !values.without.some((word) => one.name.includes(word)),
  );
  const runs = new Map(present.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++)
    for (const one of present) {
      process.stderr.write(`${title}: round ${round} of ${rounds}: ${one.name}\n`);
      const run = timed(one);
      process.stderr.write(`  ${run.seconds.toFixed(2)} s\n`);
      runs.get(one.name).push(run);
    }
  return table(
    title,
    present.map(({ name }) => ({ name, runs: runs.get(name) })),
  );
}

function timed({ run, node = false, folder = scratch, fails = [0] }) {
  const memory = join(scratch, "memory");
  const [command, ...rest] = node
    ? [process.execPath, "--import", join(here, "lib/memory.mjs"), ...run]
    : run;
  const started = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, rest, {
    cwd: folder,
    env: { ...process.env, BENCH_MEMORY_FILE: memory },
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 26,
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (error !== undefined || !fails.includes(status))
    throw new Error(`${command} ${rest.join(" ")}: ${error ?? stderr}`);
  return { seconds, kilobytes: node ? Number(readFileSync(memory, "utf8")) : null };
}

/** The audit as an analyst runs it. The generated desk falls short of the standard, so 1 is what it should say. */
function audit(name, file, threads, folder = scratch, more = []) {
  const run = [
    resolve(here, "../bin/deskcheck.js"),
    "audit",
    file,
    "--format",
    `json=${join(scratch, "out.json")}`,
    "--threads",
    String(threads),
  ];
  return { name, node: true, run: [...run, "--no-progress", ...more], folder, fails: [0, 1] };
}

function script(name, file, input, folder = scratch) {
  return { name, node: true, run: [join(here, "contenders", file), input, folder] };
}

function duckdb(name, what, file, threads, folder = scratch) {
  return {
    name,
    node: true,
    run: [join(here, "contenders/duckdb.mjs"), what, file, folder, String(threads)],
  };
}

/** ripgrep over the plain phrases: no CSV, no folding; null where it is not installed. */
function ripgrep(file) {
  if (spawnSync("rg", ["--version"]).error !== undefined) return null;
  const list = join(scratch, "literals");
  const strings = new Set(standardPatterns(plain).flatMap(({ literals }) => literals));
  writeFileSync(list, `${[...strings].join("\n")}\n`);
  return {
    name: `ripgrep, lines with one of ${strings.size} literals`,
    run: ["rg", "-c", "-F", "-f", list, file],
  };
}

/** The options that leave all rules but these out; `opening/*` is all of a family. */
function only(rules) {
  const { stdout } = spawnSync(
    process.execPath,
    [resolve(here, "../bin/deskcheck.js"), "standard", "list", "--format", "json"],
    { cwd: scratch, encoding: "utf8" },
  );
  const ids = JSON.parse(stdout).map(({ id }) => id);
  return ids
    .filter((id) =>
      rules.some((rule) => (rule.endsWith("*") ? id.startsWith(rule.slice(0, -1)) : rule === id)),
    )
    .flatMap((id) => ["--only", id]);
}

function phrasesIn(folder) {
  return standardPatterns(folder).length;
}

function made(name, make) {
  const file = join(data, name);
  if (!existsSync(file)) make(file);
  return file;
}

function size(file) {
  return `${Math.round(statSync(file).size / 1e6)} MB`;
}

function publish(text) {
  const page = resolve(here, "../docs/performance.md");
  const old = readFileSync(page, "utf8");
  const [before] = old.split("<!-- table -->");
  const [, after] = old.split("<!-- end of table -->");
  const about = `Node ${process.versions.node}, ${cores} × ${cpus()[0].model}, ${rounds} rounds.\n\n`;
  writeFileSync(page, `${before}<!-- table -->\n\n${about}${text}\n<!-- end of table -->${after}`);
}
