// Writes docs/rules: a page for every rule of the built-in standard, and an index. Run it after `npm run build`; a test
// holds the pages to be up to date.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { compileStandard } from "../dist/standard/compile.js";
import { loadStandard } from "../dist/standard/effective.js";
import { rulePages } from "../dist/standard/rule-page.js";

const builtIn = fileURLToPath(new URL("../standards", import.meta.url));
const standard = loadStandard([{ name: "service-handbook", place: null, folder: "." }], {
  builtIn,
  readText: (path) => attempt(() => readFileSync(path, "utf8")),
  listFolder: (path) => attempt(() => readdirSync(path)),
});
const pages = rulePages(compileStandard(standard, { timezone: "Asia/Shanghai", calendar: null }));

const folder = new URL("../docs/rules/", import.meta.url);
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of pages) {
  const file = new URL(path, folder);
  mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
  writeFileSync(file, text);
}

function attempt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}
