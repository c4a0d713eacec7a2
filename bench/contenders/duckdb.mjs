// DuckDB reads the same CSV and answers in SQL.
//
//   node duckdb.mjs phrases|alternation|calls FILE FOLDER THREADS
import { DuckDBInstance } from "@duckdb/node-api";
import { standardPatterns } from "../lib/patterns.mjs";

const [, , what, file, folder, threads] = process.argv;
const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
const text = (value) => `'${value.replaceAll("'", "''")}'`;
const who = (speaker) => (speaker === "any" ? "" : `speaker = ${text(speaker)} and `);
const reader = `read_csv(${text(file)}, header = true, all_varchar = true)`;

if (what === "phrases") {
  // A test a phrase, in one pass over the file.
  const tests = standardPatterns(folder).map(
    ({ speaker, source }, at) =>
      `count(*) filter (where ${who(speaker)}regexp_matches(text, ${text(source)})) as p${at}`,
  );
  await answer(`select ${tests.join(", ")} from ${reader}`);
} else if (what === "alternation") {
  // As an expert writes it: one expression for each speaker, everything it finds taken out and counted.
  const one = (speaker) =>
    standardPatterns(folder)
      .filter((pattern) => pattern.speaker === speaker || pattern.speaker === "any")
      .map(({ source }) => source)
      .join("|");
  const found = ["agent", "customer"].map(
    (speaker) =>
      `select unnest(regexp_extract_all(text, ${text(one(speaker))})) as hit, agent from lines where speaker = ${text(speaker)}`,
  );
  await answer(
    `with lines as (select speaker, agent, text from ${reader}), hits as (${found.join(" union all ")})
     select count(*), count(distinct hit), count(distinct agent) from hits`,
  );
} else {
  await answer(
    `select count(*), sum(answered), sum(quick), sum(late), count(distinct agent) from (
       select agent, hour(offered_at::timestamp) as hour, count(*) as calls,
         count(*) filter (where answered_at is not null) as answered,
         count(*) filter (where answered_at::timestamp - queued_at::timestamp <= interval 20 second) as quick,
         count(*) filter (where ring_seconds::double > 12) as late,
         avg(epoch(ended_at::timestamp) - epoch(answered_at::timestamp)) as talk
       from read_csv(${text(file)}, header = true, nullstr = '') group by agent, hour)`,
  );
}

async function answer(query) {
  const rows = await (await connection.runAndReadAll(query)).getRows();
  process.stdout.write(JSON.stringify(rows[0].map(Number)));
}
