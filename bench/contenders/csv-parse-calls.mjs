// csv-parse and Date.parse: answered, within 20 s, and late pickups of a call log, by agent and hour.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const groups = new Map();
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true, bom: true }))) {
  const offered = Date.parse(`${row.offered_at}Z`);
  const key = `${row.agent} ${new Date(offered).getUTCHours()}`;
  const group = groups.get(key) ?? { calls: 0, answered: 0, quick: 0, late: 0 };
  groups.set(key, group);
  group.calls += 1;
  if (row.answered_at !== "") {
    group.answered += 1;
    if (Date.parse(`${row.answered_at}Z`) - Date.parse(`${row.queued_at}Z`) <= 20_000) group.quick += 1;
  }
  if (Number(row.ring_seconds) > 12) group.late += 1;
}
const sum = (of) => [...groups.values()].reduce((total, group) => total + of(group), 0);
process.stdout.write(
  JSON.stringify([groups.size, sum((g) => g.answered), sum((g) => g.quick), sum((g) => g.late)]),
);
