// csv-parse and a RegExp a phrase, as a script that somebody writes in an hour: which phrases occur in how many turns.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { standardPatterns } from "../lib/patterns.mjs";

const patterns = standardPatterns(process.argv[3]).map(({ speaker, source }) => ({
  speaker,
  expression: new RegExp(source, "u"),
  count: 0,
}));
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true, bom: true })))
  for (const pattern of patterns)
    if ((pattern.speaker === "any" || pattern.speaker === row.speaker) && pattern.expression.test(row.text))
      pattern.count += 1;
process.stdout.write(JSON.stringify(patterns.map(({ count }) => count)));
