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
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { deskcheck } from "../cli/run.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = (file: string) => readFileSync(join(root, "deploy", file), "utf8");

interface Workflow {
  readonly env: { readonly SHARDS: string };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
        readonly steps: readonly { readonly run?: string }[];
      }
    >
  >;
}
const github = parse(text("github-actions.yml")) as Workflow;

type GitLabJob = { readonly script: readonly string[] };
const gitlab = parse(text("gitlab-ci.yml")) as Readonly<Record<"shard" | "service-quality", GitLabJob>>;

interface Manifest {
  readonly spec: {
    readonly completions?: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly [
          {
            readonly command: readonly string[];
            readonly env?: readonly { readonly name: string; readonly value: string }[];
          },
        ];
      };
    };
  };
}
const [shards, merge] = parseAllDocuments(text("kubernetes-job.yaml")).map(
  (one) => one.toJS() as Manifest,
) as [Manifest, Manifest];

describe("the recipes", () => {
  it.each([
    ["github-workflow.json", github],
    ["gitlab-ci.json", gitlab],
    ["kubernetes-job.json", shards],
    ["kubernetes-job.json", merge],
  ])("are what their schemas ask for: %s", (schema, recipe) => {
    const check = checker(schema);
    check(recipe);
    expect(check.errors ?? []).toEqual([]);
    // and the schema does refuse something
    const [name] = Object.keys(Object.hasOwn(recipe, "jobs") ? github.jobs : recipe);
    const spoilt = structuredClone(recipe) as Record<string, unknown>;
    if ("jobs" in spoilt) (spoilt.jobs as Record<string, object>)[name!] = { "runs-on": 1 };
    else if ("spec" in spoilt) spoilt.spec = { ...(spoilt.spec as object), completion: 8 };
    else spoilt.shard = { ...(spoilt.shard as object), parallel: "many" };
    expect(check(spoilt)).toBe(false);
  });

  it("say the same number of shards wherever they say one", () => {
    const { matrix } = github.jobs.shard!.strategy!;
    expect(matrix.shard).toEqual(Array.from({ length: Number(github.env.SHARDS) }, (_, at) => at + 1));
    const [{ env }] = shards.spec.template.spec.containers;
    expect(env).toContainEqual({ name: "SHARDS", value: `${shards.spec.completions}` });
  });

  it("and the page about them name only options that there are", async () => {
    const help = await Promise.all(["audit", "merge"].map((name) => deskcheck([name, "--help"])));
    const known = new Set(help.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]+/g) ?? []));
    const page = readFileSync(join(root, "docs/scaling.md"), "utf8");
    const job = new Set(text("spark/deskcheck_spark.py").match(/(?<=")--[a-z][a-z-]+(?=")/g));
    const ofSpark = ["--master"];
    const said = new Set(page.match(/(?<=[\s`(])--[a-z][a-z-]+/g));
    expect([...said].filter((one) => !known.has(one) && !job.has(one) && !ofSpark.includes(one))).toEqual([]);
    const lines = ["github-actions.yml", "gitlab-ci.yml", "kubernetes-job.yaml"]
      .map(text)
      .join("\n")
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    const named = new Set(lines.join("\n").match(/(?<=\s)--[a-z][a-z-]+/g));
    expect(named.size).toBeGreaterThan(3);
    expect([...named].filter((option) => !known.has(option))).toEqual([]);
  });
});

function checker(schema: string) {
  const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const path = new URL(`schemas/${schema}`, import.meta.url);
  return ajv.compile(JSON.parse(readFileSync(path, "utf8")) as object);
}

// what is run is what is built
describe.skipIf(!existsSync(join(root, "dist/cli.js")))(
  "run for real, in two shards,",
  { timeout: 240_000 },
  () => {
    let folder = "";
    let whole = Buffer.alloc(0);
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "deskcheck-recipes-"));
      cpSync(join(root, "fixtures/demo"), join(folder, "exports"), { recursive: true });
      mkdirSync(join(folder, "bin"));
      const quoted = `'${process.execPath}' '${join(root, "bin/deskcheck.js")}'`;
      const shims = {
        deskcheck: `exec ${quoted} "$@"`,
        npx: `shift; exec ${quoted} "$@"`,
        // the first shard's first attempt is killed
        flaky: `case "$*" in *"--shard 1/2"*) if mkdir killed 2>/dev/null; then kill -9 $$; fi ;; esac; exec ${quoted} "$@"`,
      };
      for (const [name, script] of Object.entries(shims))
        writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      expect(sh('deskcheck audit "exports/*.csv" --format json=whole.json').status).toBe(1);
      whole = readFileSync(join(folder, "whole.json"));
    }, 120_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const run = (command: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      spawnSync(command[0]!, command.slice(1), {
        cwd: folder,
        env: { PATH: `${join(folder, "bin")}:${process.env.PATH}`, LANG: "zh_CN.UTF-8", ...env },
        encoding: "utf8",
      });
    const sh = (script: string, env?: Readonly<Record<string, string>>) =>
      run(["bash", "--noprofile", "--norc", "-ec", script], env);

    /** The lines of a recipe that run deskcheck, and what is left of them when they are done. */
    function expectSameFrom(
      shard: (index: number) => ReturnType<typeof run>,
      merged: () => ReturnType<typeof run>,
    ) {
      for (const index of [1, 2]) expect([shard(index).status, index]).toEqual([0, index]);
      const { status, stderr } = merged();
      expect([status, stderr]).toEqual([1, ""]);
      expect(gunzipSync(readFileSync(join(folder, "result.json.gz"))).equals(whole)).toBe(true);
      expect(readdirSync(join(folder, "blobs"))).toEqual(["1.blob.gz", "2.blob.gz"]);
      for (const name of ["blobs", "result.json.gz", "report.html"])
        rmSync(join(folder, name), { recursive: true });
    }

    it("the jobs of GitHub come to the bytes of one", () => {
      const line = (job: string) =>
        github.jobs[job]!.steps.find(({ run }) => run?.includes("deskcheck"))!.run!;
      expectSameFrom(
        (index) => sh(line("shard"), { SHARD: `${index}`, SHARDS: "2" }),
        () => sh(line("merge")),
      );
    });

    it("the jobs of GitLab", () => {
      const line = (job: GitLabJob) => job.script.find((one) => one.includes("deskcheck"))!;
      expectSameFrom(
        (index) => sh(line(gitlab.shard), { CI_NODE_INDEX: `${index}`, CI_NODE_TOTAL: "2" }),
        () => sh(line(gitlab["service-quality"])),
      );
    });

    it("the pods of Kubernetes", () => {
      const command = ({ spec }: Manifest) => spec.template.spec.containers[0].command;
      expectSameFrom(
        (index) => run(command(shards), { JOB_COMPLETION_INDEX: `${index - 1}`, SHARDS: "2" }),
        () => run(command(merge)),
      );
    });

    const script = join(root, "deploy/gnu-parallel.sh");
    const isGnu = /^GNU parallel/.test(
      spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout ?? "",
    );
    it.each(["xargs", ...(isGnu ? ["parallel"] : [])])("the shell's, with a process killed: %s", (tool) => {
      rmSync(join(folder, "killed"), { recursive: true, force: true });
      const { status, stdout, stderr } = run([script, "exports/*.csv", "--", "--format", "json"], {
        PARALLEL: tool === "xargs" ? "xargs" : "",
        DESKCHECK: "flaky",
        SHARDS: "2",
      });
      expect([status, Buffer.from(stdout, "utf8").equals(whole)]).toEqual([1, true]);
      expect(stderr).toContain("shard 1/2: attempt 1 ended with 137");
    });

    it.each(["xargs", ...(isGnu ? ["parallel"] : [])])("the shell's, of bad input: %s", (tool) => {
      const { status, stdout, stderr } = run([script, "gone 1.csv", "--", "--format", "json"], {
        PARALLEL: tool === "xargs" ? "xargs" : "",
        SHARDS: "1",
      });
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.split("gone 1.csv").length - 1).toBe(1);
    });
  },
);
