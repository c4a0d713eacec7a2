// How well the phrase lists find what people found: precision and recall of every family on labelled utterances.
//
//   npm run wording                 the project's own labelled set; rewrites docs/wording.md
//   npm run wording -- FILE.tsv     any other set (or DESKCHECK_WORDING=FILE.tsv); prints only
//
// The set is a TSV with the columns id, speaker, text, labels (families, separated by spaces, or "-"), kind. A family
// counts as found where `standard try` reports a hit of it that nothing waived. Intervals are Wilson's, 95 %.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const OWN = at("test/standard/wording-dev.tsv");
const file = process.argv[2] ?? process.env.DESKCHECK_WORDING ?? OWN;

const lines = readLabelled(file);
const found = familiesFound(file);
const families = [...new Set(lines.flatMap(({ labels }) => labels))].sort(inOrder);
const byFamily = families.map((family) => [family, countOf(lines, [family])]);
const all = countOf(lines, families);
const byKind = [...new Set(lines.map(({ kind }) => kind))].sort().map((kind) => {
  const some = lines.filter((line) => line.kind === kind);
  return [`${kind} (${some.length})`, countOf(some, families)];
});
const text = `${table("family", [...byFamily, ["all", all]])}\n\n${table("kind (utterances)", byKind)}`;
console.log(text);
if (file === OWN) writeFileSync(at("docs/wording.md"), page(text));

function readLabelled(path) {
  const [header, ...rows] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const columns = header.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (name) => cells[columns.indexOf(name)] ?? "";
    const labels = cell("labels").split(" ");
    return { id: cell("id"), labels: labels.filter((label) => label.includes("/")), kind: cell("kind") };
  });
}

/** By utterance: the families that the built command finds in it. */
function familiesFound(path) {
  const args = [at("bin/deskcheck.js"), "standard", "try", "--file", path, "--format", "json"];
  const tried = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 30 }));
  return new Map(
    tried.map(({ id, hits }) => [
      id,
      new Set(hits.filter((hit) => hit.waived === null).map((hit) => hit.id)),
    ]),
  );
}

function countOf(utterances, wanted) {
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const { id, labels } of utterances) {
    for (const family of wanted) {
      const is = labels.includes(family);
      const says = found.get(id)?.has(family) ?? false;
      if (is && says) count.right++;
      else if (says) count.wrong++;
      else if (is) count.missed++;
    }
  }
  return count;
}

function table(first, rows) {
  const head = [first, "labelled", "found", "right", "wrong", "missed", "precision", "recall"];
  const body = rows.map(([name, { right, wrong, missed }]) => [
    name,
    right + missed,
    right + wrong,
    right,
    wrong,
    missed,
    share(right, right + wrong),
    share(right, right + missed),
  ]);
  const rule = head.map((_, column) => (column === 0 ? ":--" : "--:"));
  return [head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A share with its Wilson interval; nothing of nothing is n/a. */
function share(part, whole) {
  if (whole === 0) return "n/a";
  const z = 1.959964;
  const p = part / whole;
  const scale = 1 + z ** 2 / whole;
  const middle = (p + z ** 2 / (2 * whole)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / whole + z ** 2 / (4 * whole ** 2));
  return `${p.toFixed(2)} (${Math.max(0, middle - half).toFixed(2)}–${Math.min(1, middle + half).toFixed(2)})`;
}

/** Forbidden words first, then courtesy, process, customer. */
function inOrder(a, b) {
  const rank = (id) => ["wording", "courtesy", "process", "customer"].indexOf(id.split("/")[0]);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function page(tables) {
  return `# How well the wording rules find what people found

This page is written by \`npm run wording\`; do not edit it.

Every family of phrases of the standard \`service-handbook\` is held against ${lines.length} labelled utterances
(\`test/standard/wording-dev.tsv\`): plain ones and paraphrases, with fillers, with speech-recognition errors, in
traditional script, in full width, in dialects, in chats and e-mails, and utterances that look like a hit and are none
(said by the customer, quoted, negated, conditional, about a third party, near misses). **Precision** is the share of
what the tool finds that people also found; **recall** is the share of what people found that the tool finds. Both with
their 95 % Wilson interval: a family has some twenty utterances, so the intervals are wide.

The phrases were written with this set at hand: on utterances that nobody here has seen expect less, most of all in
recall, because there are always other ways of saying a thing. The last 420 that were written
without sight of the phrases came to, before anything was mended (precision, recall): forbidden words 0.93, 0.93; courtesy 0.90,
0.90; process 0.83, 0.85; customers' words 0.88, 0.88. To measure your own utterances:
\`npm run wording -- FILE.tsv\`. To see why one of them is or is not found: \`deskcheck standard try "…"\`.

${tables}
`;
}
