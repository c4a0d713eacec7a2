import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readSuppressions } from "../../src/baseline/suppressions.js";
import { filesFrom } from "../../src/commands/files.js";
import { loadConfig } from "../../src/config/load.js";
import { FILE_FORMATS, FORMATS } from "../../src/reports/index.js";
import { deskcheck } from "../cli/run.js";

const page = readFileSync(new URL("../../docs/ci.md", import.meta.url), "utf8");
const action = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
};

/** The page's examples in one language. */
function examples(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, text]) => text!);
}

describe("docs/ci.md", () => {
  it("names only options that there are", async () => {
    const commands = ["audit", "report", "compare", "history"];
    const help = await Promise.all(commands.map((command) => deskcheck([command, "--help"])));
    const known = new Set(help.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]+/g) ?? []));
    const named = new Set(page.match(/(?<=[\s`(])--[a-z][a-z-]+/g));
    expect(named.size).toBeGreaterThan(7);
    expect([...named].filter((option) => !known.has(option))).toEqual([]);
  });

  it("names every format, and none that there is not", () => {
    const table = page.slice(page.indexOf("## The formats"), page.indexOf("## Adopting"));
    const named = [...table.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([a-z-]+)/g)].map(([, name]) => name!),
    );
    expect(named.sort()).toEqual([...Object.keys(FORMATS), ...Object.keys(FILE_FORMATS)].sort());
  });

  it("has a config that loads", () => {
    const text = examples("yaml").find((one) => one.startsWith("# deskcheck.config.yaml"))!;
    const access = filesFrom("/");
    const config = loadConfig(
      { folder: "/", file: "ci.yaml", env: {}, set: [], flags: {} },
      { ...access, readText: (name) => (name.endsWith("ci.yaml") ? text : access.readText(name)) },
    );
    expect(Object.keys(config.gates)).toEqual(["score", "critical-findings", "response/email-first-reply"]);
    expect(config.format).toEqual(["json=result.json.gz", "html=report.html"]);
  });

  it("has suppressions that are some", () => {
    const text = examples("yaml").find((one) => one.startsWith("# suppressions.yaml"))!;
    expect(readSuppressions(text, "suppressions.yaml").entries).toHaveLength(1);
  });

  it("uses the action with inputs that it has, and reads outputs that it has", () => {
    const workflow = parse(examples("yaml").find((one) => one.includes("uses: your-org/deskcheck"))!) as {
      readonly jobs: {
        readonly audit: { readonly steps: readonly { readonly uses?: string; readonly with?: object }[] };
      };
    };
    const step = workflow.jobs.audit.steps.find(({ uses }) => uses?.includes("deskcheck"))!;
    for (const input of Object.keys(step.with!)) expect(action.inputs).toHaveProperty(input);
    for (const [, name] of page.matchAll(/outputs `([a-z-]+)`/g))
      expect(action.outputs).toHaveProperty(name!);
  });

  it("has a GitLab job that parses, and reports that are written", () => {
    const [job] = examples("yaml").filter((one) => one.includes(".gitlab-ci.yml"));
    const { script, artifacts } = (
      parse(job!) as {
        "service-quality": {
          script: string[];
          artifacts: { reports: Record<string, string>; paths: string[] };
        };
      }
    )["service-quality"];
    for (const file of [...Object.values(artifacts.reports), ...artifacts.paths])
      expect(script.join(" ")).toContain(`=${file}`);
  });
});
