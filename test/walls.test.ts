import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

interface Import {
  readonly file: string;
  readonly from: string;
  /** The module, or the path below src/ for our own. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));
const IMPORTS = FILES.flatMap(importsOf);

/** The stages in the order in which data passes through them; none knows a later one. */
const STAGES = [
  "model",
  "calendar",
  "promises",
  "privacy",
  "phrases",
  "scoring",
  "checks",
  "standard",
  "intake",
  "config",
  "audit",
  "inspect",
  "init",
];

describe("walls", () => {
  it("reads the imports of every file", () => {
    expect(FILES.length).toBeGreaterThan(80);
    expect(IMPORTS.length).toBeGreaterThan(FILES.length);
  });

  it.each([
    "scoring",
    "checks",
    "phrases",
    "reports",
    "calendar",
    "promises",
    "privacy",
    "model",
    "messages",
    "standard",
    "inspect",
    "init",
  ])("%s is pure: no files, no terminal, no process", (folder) => {
    const impure = [
      "node:fs",
      "node:fs/promises",
      "node:process",
      "node:child_process",
      "chalk",
      "commander",
      "ora",
      "inquirer",
    ];
    expect(IMPORTS.filter(({ from, to }) => from === folder && impure.includes(to))).toEqual([]);
    // the script of the HTML report runs in a browser
    const ours = FILES.filter((file) => file.startsWith(`${folder}/`) && file !== "reports/html/assets.ts");
    const globals = ours.filter((file) =>
      /\bprocess\.(env|cwd|argv|std)|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\./.test(
        codeOf(file),
      ),
    );
    expect(globals).toEqual([]);
  });

  it("only intake and commands touch files", () => {
    const allowed = ["intake", "commands"];
    expect(IMPORTS.filter(({ from, to }) => to.startsWith("node:fs") && !allowed.includes(from))).toEqual([]);
  });

  it("only commands and cli.ts touch the terminal", () => {
    const terminal = ["chalk", "commander", "ora", "inquirer"];
    expect(
      IMPORTS.filter(
        ({ file, from, to }) => terminal.includes(to) && from !== "commands" && file !== "cli.ts",
      ),
    ).toEqual([]);
  });

  it("reports read only the audit result: its types, words and formatting", () => {
    const allowed = ["model", "messages", "reports", "scoring"];
    expect(ownImports("reports").filter(({ to }) => !allowed.includes(folderOf(to)))).toEqual([]);
  });

  it("checks see only a contact and their own options", () => {
    const allowed = ["model", "checks", "calendar", "promises", "privacy", "scoring", "phrases"];
    expect(ownImports("checks").filter(({ to }) => !allowed.includes(folderOf(to)))).toEqual([]);
  });

  it("no stage knows a later one", () => {
    for (const [order, stage] of STAGES.entries()) {
      const later = [...STAGES.slice(order + 1), "reports", "commands"];
      // a type or a table of words says what a stage hands over; it is no dependency at run time
      const wrong = ownImports(stage).filter(({ to, typeOnly }) => !typeOnly && later.includes(folderOf(to)));
      expect(wrong).toEqual([]);
    }
  });

  it("no file is longer than 300 lines", () => {
    const long = FILES.filter((file) => readFileSync(join(SRC, file), "utf8").split("\n").length > 300);
    expect(long.filter((file) => !file.endsWith("fold-table.ts"))).toEqual([]);
  });
});

function ownImports(folder: string): readonly Import[] {
  return IMPORTS.filter(({ from, to }) => from === folder && to.endsWith(".js") && !to.startsWith("node:"));
}

function importsOf(file: string): readonly Import[] {
  const statements = codeOf(file).matchAll(
    /^(?:import|export)\s+(type\s+)?[^;"']*?from\s+["']([^"']+)["']|^import\s+["']([^"']+)["']/gm,
  );
  return [...statements].map(([, type, named, bare]) => {
    const module = named ?? bare ?? "";
    const to = module.startsWith(".")
      ? relative(SRC, resolve(dirname(join(SRC, file)), module)).replaceAll("\\", "/")
      : module;
    return { file, from: folderOf(file), to, typeOnly: type !== undefined };
  });
}

function codeOf(file: string): string {
  return readFileSync(join(SRC, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : "";
}
