// Puts the script and the style sheet of the HTML report into `src/reports/html/assets.ts`: reports read no files, and
// what the page's policy allows is the hash of exactly these texts. Run it after a change in `client/` or `style/`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../src/reports/html/", import.meta.url));
/** In the order in which they need each other. */
const SCRIPTS = ["data", "words", "order", "filter", "detail", "list", "explorer", "tables", "main"];
const STYLES = ["base", "tables", "blocks", "layout", "charts", "gauges", "findings", "print"];

/** The texts, and the module that holds them. */
export function assets() {
  const script = `"use strict";\n(() => {\n${SCRIPTS.map((name) => plain(read(`client/${name}.js`))).join("\n")}})();\n`;
  const style = STYLES.map((name) => read(`style/${name}.css`)).join("\n");
  const module = [
    "// Made by scripts/build-html-assets.mjs from client/*.js and style/*.css: do not edit.",
    `export const SCRIPT =\n  ${literal(script)};`,
    `export const STYLE =\n  ${literal(style)};`,
    "",
  ].join("\n");
  return { script, style, module };
}

/** As the formatter writes it: in the quotes of which fewer must be escaped; what looks like a template's hole is none. */
function literal(text) {
  const count = (quote) => text.split(quote).length;
  const json = JSON.stringify(text).replaceAll("${", "\\u0024{");
  if (count('"') <= count("'")) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function read(file) {
  return readFileSync(`${folder}${file}`, "utf8");
}

/** Modules as one script: they share a scope, so imports go and exports are plain declarations. */
function plain(code) {
  return code
    .replace(/^import [^;]*;\n/gm, "")
    .replace(/^export /gm, "")
    .replace(/^\s*\/\*\*(?:(?!\*\/)[\s\S])*?\*\/\n/gm, "")
    .replace(/^\s*\/\/.*\n/gm, "")
    .replace(/\n{3,}/g, "\n\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${folder}assets.ts`, assets().module);
}
