import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { deskFolder, put } from "./cli/desk.js";

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = fileURLToPath(new URL("..", import.meta.url));
const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as Action;
const steps = action.runs.steps;
const audit = steps.find(({ id }) => id === "audit")!;

let folder = "";
let remove = () => {};
beforeAll(() => {
  ({ folder, remove } = deskFolder());
});
afterAll(() => remove());

/** Runs the step as a runner does: inputs in its environment, outputs and summary in files. */
function runAudit(inputs: Readonly<Record<string, string>>) {
  const value = (text: string) =>
    text
      .replace(/\$\{\{ github\.action_path \}\}/, root)
      .replace(/\$\{\{ inputs\.([a-z-]+) \}\}/, (_, name) => inputs[name] ?? action.inputs[name]!.default);
  const env = Object.fromEntries(Object.entries(audit.env!).map(([name, text]) => [name, value(text)]));
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary.md") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  // what the runner calls `shell: bash` (docs: “jobs.<job_id>.steps[*].shell”)
  const stdout = execFileSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", audit.run!], {
    cwd: folder,
    env: { PATH: process.env.PATH, LANG: "zh_CN.UTF-8", ...files, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines = readFileSync(files.GITHUB_OUTPUT, "utf8").trim().split("\n");
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<
    string,
    string
  >;
  return { stdout, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8") };
}

describe("the GitHub Action", () => {
  it("is composite, and no input is ever text of a script", () => {
    expect(action.runs.using).toBe("composite");
    for (const { run, shell } of steps) {
      if (run === undefined) continue;
      expect(shell).toBe("bash");
      expect(run).not.toContain("${{");
    }
  });

  it("hands every input on, and none that there is not", () => {
    const text = readFileSync(join(root, "action.yml"), "utf8").split("\nruns:")[1]!;
    const used = new Set([...text.matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  // what is run is what is built
  describe.skipIf(!existsSync(join(root, "dist/cli.js")))("runs an audit", () => {
    it("that annotates, writes SARIF, result and summary, and says how it ended", () => {
      const { stdout, outputs, summary } = runAudit({ files: "calls.csv\ntalks.csv\n", locale: "en" });
      expect(outputs["exit-code"]).toBe("1");
      expect(outputs.sarif).toBe(join(folder, "deskcheck.sarif"));
      expect(JSON.parse(readFileSync(outputs.sarif!, "utf8"))).toMatchObject({ version: "2.1.0" });
      expect(existsSync(outputs.result!)).toBe(true);
      expect(stdout.split("\n")[0]).toMatch(/^::error file=talks\.csv,line=4,/);
      expect(summary).toContain("Never say I cannot handle it");
    });

    it("with a baseline, suppressions, a history and more reports", () => {
      put(folder, { "known.yaml": "" });
      const { outputs } = runAudit({
        files: "*.csv",
        baseline: "deskcheck-result.json.gz",
        suppressions: "known.yaml",
        history: "nights",
        formats: "junit=out/junit.xml\nhtml=out/a report.html",
        annotations: "false",
        "as-of": "2026-03-02 18:00",
      });
      expect(outputs["exit-code"]).toBe("0");
      expect(existsSync(join(folder, "out/junit.xml"))).toBe(true);
      expect(existsSync(join(folder, "out/a report.html"))).toBe(true);
      expect(existsSync(join(folder, "nights"))).toBe(true);
    });

    it("that cannot begin ends with 2, and takes no name for a command or an option", () => {
      const files = "$(touch hacked)\n; touch hacked\n--help\n`touch hacked`";
      const { outputs } = runAudit({ files, result: "r.json", sarif: "s.sarif" });
      expect(outputs).toEqual({ "exit-code": "2", result: "", sarif: "" });
      expect(existsSync(join(folder, "hacked"))).toBe(false);
    });
  });
});
