// Runs deploy/spark on a real Spark: PySpark from PyPI in a virtual environment, a cluster of two workers on this machine.
// Ends with 77 where Python, Java or PyPI is not there, having said which.
//
//   npm run test:spark
//   PYSPARK_VERSION=3.5.9 npm run test:spark     another version of Spark
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import {
  command,
  environment,
  executorAtWork,
  nothingLeft,
  PYSPARK,
  root,
  run,
  say,
  seconds,
  submit,
} from "./test-spark.lib.mjs";

const MEGABYTES = 1;
const SHARDS = 3;

const began = Date.now();

let failed = 0;
let venv = "";
let folder = "";

async function main() {
  venv = environment();
  folder = mkdtempSync(join(tmpdir(), "deskcheck-spark-test-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  await check("any storage, an executor killed: the bytes of one machine", killed);
  await check("bad input: refused at once, with deskcheck's words, exit code 2", refused);
  await check("a shared folder, blobs that are kept: the bytes of one machine", shared);
  say(`        Spark ${PYSPARK}, ${seconds(began)} s in all`);
  process.exit(failed === 0 ? 0 : 1);
}

async function check(name, test) {
  const start = Date.now();
  try {
    const told = await test();
    say(`ok      ${name} (${seconds(start)} s)${told === undefined ? "" : `\n        ${told}`}`);
  } catch (error) {
    failed += 1;
    say(`FAILED  ${name} (${seconds(start)} s)\n${error.message}`);
  }
}

/** Calls from Parquet in two parts, surveys from a Hadoop file system, transcripts from here, a standard of the desk's own. */
async function killed() {
  const desk = join(folder, "desk");
  const store = join(folder, "store");
  mkdirSync(join(desk, "exports"), { recursive: true });
  mkdirSync(store);
  run(process.execPath, [
    join(root, "bench/generate.mjs"),
    "transcripts",
    join(desk, "exports/通话 1.csv"),
    `${MEGABYTES}`,
  ]);
  const demo = join(root, "fixtures/demo");
  cpSync(join(demo, "transcripts.csv"), join(desk, "exports/transcripts.csv"));
  cpSync(join(demo, "surveys.csv"), join(store, "surveys.csv"));
  writeFileSync(join(desk, "deskcheck.config.yaml"), CONFIG);
  writeFileSync(join(desk, "our-rules.yaml"), STANDARD);
  const rows = await writeParquet(join(demo, "calls.csv"), join(desk, "calls.parquet"));

  const mounts = `--conf=spark.hadoop.fs.viewfs.mounttable.desk.link./store=file://${store}`;
  const spark = submit(venv, folder, {
    master: "local-cluster[2,1,1024]",
    cwd: desk,
    conf: [mounts],
    args: [
      ...["--shards", SHARDS, "--with", "our-rules.yaml", "--csv", "csv", "--format", "json=spark.json"],
      ...["exports/*.csv", "calls.parquet", "viewfs://desk/store/*.csv"],
      ...["--", "--as-of", "2026-03-09 18:00"],
    ],
  });
  const victim = await executorAtWork(spark.pid);
  process.kill(victim, "SIGKILL");
  const { code, stderr } = await spark.done;

  const written = parse(readFileSync(join(desk, "csv/calls.csv")), { columns: true });
  same("the rows of the Parquet files, in their order", JSON.stringify(written), JSON.stringify(rows));
  cpSync(join(store, "surveys.csv"), join(desk, "surveys.csv"));
  const plain = deskcheck(desk, [
    "exports/*.csv",
    "csv/calls.csv",
    "surveys.csv",
    "--as-of",
    "2026-03-09 18:00",
  ]);
  same("exit code", code, plain.code, stderr);
  sameBytes(join(desk, "spark.json"), plain.file);
  const again = stderr.match(/^shard .* was done at attempt .*$/gm) ?? [];
  if (again.length === 0) throw new Error(`no shard was tried again:\n${stderr}`);
  await nothingLeft(folder);
  return `killed executor ${victim}: ${again.join(", ")}; ${readFileSync(plain.file).length} bytes of JSON`;
}

async function refused() {
  const desk = join(folder, "bad");
  mkdirSync(desk);
  writeFileSync(join(desk, "notes.csv"), "no header\nthat is known\n");
  const { status, stderr: expected } = spawnSync(command[0], [command[1], "audit", "notes.csv"], {
    cwd: desk,
    encoding: "utf8",
  });
  same("exit code of a plain audit", status, 2);
  const args = ["--shards", "2", "notes.csv"];
  const { code, stdout, stderr } = await submit(venv, folder, { master: "local[1,4]", cwd: desk, args }).done;
  same("exit code", code, 2, stderr);
  same("stdout", stdout, "");
  const times = stderr.split(expected.trim()).length - 1;
  if (times !== 1) throw new Error(`deskcheck's words ${times} times in\n${stderr}`);
  if (/Lost task .*\.1 in stage/.test(stderr)) throw new Error(`was tried again:\n${stderr}`);
  await nothingLeft(folder);
}

async function shared() {
  const desk = join(folder, "shared");
  cpSync(join(root, "fixtures/demo"), desk, { recursive: true });
  const before = readdirSync(desk);
  const args = ["--shared", desk, "--blobs", "blobs", "--shards", "3", "--format", "json", `${desk}/*.csv`];
  const { code, stdout, stderr } = await submit(venv, folder, { master: "local[2]", cwd: folder, args }).done;
  same("files in the shared folder", `${readdirSync(desk)}`, `${before}`, stderr);
  const plain = deskcheck(desk, ["*.csv"]);
  same("exit code", code, plain.code, stderr);
  writeFileSync(join(desk, "spark.json"), stdout);
  sameBytes(join(desk, "spark.json"), plain.file);
  same("blobs that were kept", readdirSync(join(folder, "blobs")).length, 3);
}

const CONFIG = `timezone: Asia/Shanghai
standard: [./our-rules.yaml]
gates:
  critical-findings: { max: 0 }
`;

const STANDARD = `name: our-rules
version: "1"
extends: service-handbook
rules:
  - id: our/no-slang
    title: { zh: 不说“亲亲”, en: No pet names }
    severity: minor
    check: phrase
    never: ["亲亲"]
    advice: { zh: 称呼“您”, en: Say “you” }
    examples: { fails: ["亲亲，在的"], passes: ["您好，在的"] }
`;

function deskcheck(cwd, args) {
  const file = join(cwd, "plain.json");
  const { status } = spawnSync(command[0], [command[1], "audit", ...args, "--format", `json=${file}`], {
    cwd,
  });
  return { code: status, file };
}

/** Writes a CSV file, with a column of what is hard to quote, as Parquet in two parts. Returns its rows. */
async function writeParquet(from, to) {
  const rows = parse(readFileSync(from), { columns: true }).map((row, at) => ({
    ...row,
    备注: ['说"行"', "两\n行", "C:\\目录\\", "  空格  ", "a,b", "", "'", '\\"'][at % 8],
  }));
  mkdirSync(to);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const names = Object.keys(rows[0]).map((name) => `"${name}"`);
  await connection.run(`create table rows (${names.map((name) => `${name} varchar`).join(", ")})`);
  const literal = (value) => `'${value.replaceAll("'", "''")}'`;
  const tuples = rows.map((row) => `(${Object.values(row).map(literal).join(", ")})`);
  await connection.run(`insert into rows values ${tuples.join(", ")}`);
  // the smaller part is the first: Spark by itself would begin with the larger
  for (const [name, which] of [
    ["part-00000", "limit 4"],
    ["part-00001", "offset 4"],
  ])
    await connection.run(
      `copy (select * from rows ${which}) to '${join(to, name)}.parquet' (format parquet)`,
    );
  connection.closeSync();
  return rows;
}

function same(what, found, expected, more = "") {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}\n${more}`);
}

function sameBytes(found, expected) {
  if (!existsSync(found)) throw new Error(`${found} was not written`);
  if (!readFileSync(found).equals(readFileSync(expected)))
    throw new Error(`${found} differs from ${expected}`);
}

await main();
