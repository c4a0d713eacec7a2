// How time and memory grow with the rows, the phrases and the threads: what is written in docs/performance.md.
//
//   node bench/growth.mjs [--rows 100000,1000000,10000000] [--phrases 10,100,1000] [--megabytes 50] [--threads 1,2] [--write]
//
// Seconds of the processor, not of the clock: a busy machine disturbs them little.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { generateCalls, generateTranscripts } from "./generate.mjs";
import { plainStandard } from "./lib/plain-standard.mjs";

const here = import.meta.dirname;
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000,1000000,10000000" },
    phrases: { type: "string", default: "10,100,1000" },
    megabytes: { type: "string", default: "50" },
    threads: { type: "string", default: "1,2" },
    write: { type: "boolean", default: false },
  },
});
const numbers = (text) => text.split(",").filter(Boolean).map(Number);
const data = join(here, ".data");
mkdirSync(data, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "growth-"));
const en = (number) => number.toLocaleString("en");

const transcripts = made(`transcripts-${values.megabytes}.csv`, (file) =>
  generateTranscripts(file, Number(values.megabytes)),
);
const turns = rowsIn(transcripts);
const sections = [
  byRows(numbers(values.rows)),
  byPhrases(numbers(values.phrases)),
  byThreads(numbers(values.threads)),
];
rmSync(scratch, { recursive: true });
const text = sections.join("\n");
process.stdout.write(`\n${text}`);
if (values.write) publish(text);

function byRows(sizes) {
  const lines = sizes.map((rows) => {
    const file = made(`calls-${rows}.csv`, (to) => generateCalls(to, rows));
    const run = audited([file, "--threads", "1"]);
    return [en(rows), run.cpu.toFixed(1), ((run.cpu / rows) * 1e6).toFixed(1), megabytes(run)];
  });
  return table("Calls, the whole standard, one thread", ["rows", "CPU s", "µs a row", "peak MB"], lines);
}

function byPhrases(counts) {
  const lines = counts.map((count) => {
    const run = audited([transcripts, "--threads", "1", "--standard", plainStandard(scratch, count)]);
    return [en(count), run.cpu.toFixed(1), ((run.cpu / turns) * 1e6).toFixed(1), megabytes(run)];
  });
  const title = `Transcripts, ${en(turns)} rows, a rule with so many phrases, one thread`;
  return table(title, ["phrases", "CPU s", "µs a row", "peak MB"], lines);
}

function byThreads(counts) {
  const lines = counts.map((count) => {
    const run = audited([transcripts, "--threads", `${count}`]);
    return [en(count), run.cpu.toFixed(1), run.seconds.toFixed(1), megabytes(run)];
  });
  const title = `Transcripts, ${en(turns)} rows, the whole standard`;
  return table(title, ["threads", "CPU s", "s by the clock", "peak MB"], lines);
}

function audited(args) {
  const report = join(scratch, "cpu");
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      join(here, "lib/cpu.mjs"),
      resolve(here, "../bin/deskcheck.js"),
      "audit",
      ...args,
      "--format",
      `json=${join(scratch, "out.json")}`,
      "--no-progress",
    ],
    { cwd: scratch, env: { ...process.env, BENCH_CPU_FILE: report }, maxBuffer: 1 << 26 },
  );
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")}: ${stderr}`);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const run = { seconds, ...JSON.parse(readFileSync(report, "utf8")) };
  process.stderr.write(`${args.join(" ")}: ${run.cpu.toFixed(1)} s of CPU, ${seconds.toFixed(1)} s\n`);
  return run;
}

function rowsIn(file) {
  return readFileSync(file).reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 0) - 1;
}

function made(name, make) {
  const file = join(data, name);
  if (!existsSync(file)) make(file);
  return file;
}

function megabytes({ kilobytes }) {
  return en(Math.round(kilobytes / 1024));
}

function table(title, head, lines) {
  const rows = [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
  return `**${title}**\n\n${rows.join("\n")}\n`;
}

function publish(text) {
  const page = resolve(here, "../docs/performance.md");
  const old = readFileSync(page, "utf8");
  const [before] = old.split("<!-- growth -->");
  const [, after] = old.split("<!-- end of growth -->");
  const about = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}.\n\n`;
  writeFileSync(page, `${before}<!-- growth -->\n\n${about}${text}\n<!-- end of growth -->${after}`);
}
