import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditResult, Finding } from "../../src/model/result.js";
import { calls, deskFolder, put, talks } from "./desk.js";
import { deskcheck, transcript } from "./run.js";

const command = new URL("../../bin/deskcheck.js", import.meta.url).pathname;

/** A call log that names nobody, as telephone systems write it, and transcripts that say who spoke. */
const NAMED = calls([3, 5, 8]).trimEnd().split("\n");
const UNNAMED = NAMED.map((line) => line.split(",").toSpliced(1, 2).join(","));
/** The same with agent and team where they move no other column. */
const TOLD = NAMED.map((line, at) => `${UNNAMED[at]},${line.split(",").slice(1, 3).join(",")}`);

let folder = "";
let remove = () => {};
beforeAll(() => {
  ({ folder, remove } = deskFolder());
  put(folder, { "calls.csv": text(UNNAMED), "talks.csv": text(spoken(agentOf)) });
});
afterAll(() => remove());

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function agentOf(contact: string): string {
  const row = NAMED.find((line) => line.startsWith(`${contact},`))!;
  return row.split(",").slice(1, 3).join(",");
}

/** The transcripts, with who is named on the rows of the agent. */
function spoken(who: (contact: string, index: string) => string): readonly string[] {
  const [header, ...turns] = talks().trimEnd().split("\n");
  const named = turns.map((line) => {
    const [contact = "", index = "", speaker] = line.split(",");
    return `${line},${speaker === "坐席" ? who(contact, index) : ","}`;
  });
  return [`${header},坐席,班组`, ...named];
}

type Result = Pick<AuditResult, "agents" | "teams" | "totals" | "rules"> & {
  readonly findings: readonly Finding[];
};

async function result(...args: readonly string[]): Promise<string> {
  const { stdout, code } = await deskcheck([...args, "--format", "json"], { cwd: folder });
  expect(code).toBe(1);
  return stdout;
}

/** What an audit comes to, without how its files were read. */
async function outcome(...args: readonly string[]): Promise<Result> {
  const { manifest: _, ledger: __, ...rest } = JSON.parse(await result(...args)) as AuditResult;
  return rest as unknown as Result;
}

describe("verdicts on a call log that names nobody", { timeout: 120_000 }, () => {
  it("count for the agents that its transcripts name", async () => {
    const pages: string[] = [];
    for (const [files, format] of [
      [["talks.csv"], "csv-agents"],
      [["calls.csv", "talks.csv"], "csv-agents"],
      [["calls.csv", "talks.csv"], "csv"],
    ] as const) {
      const args = ["audit", ...files, "--format", format];
      pages.push(transcript(args, await deskcheck(args, { cwd: folder })));
    }
    await expect(pages.join("\n")).toMatchFileSnapshot("transcripts/attribution.txt");
  });

  it("are those of a log that names them itself", async () => {
    put(folder, { "told/calls.csv": text(TOLD), "told/talks.csv": text(spoken(agentOf)) });
    const told = await deskcheck(["audit", "calls.csv", "talks.csv", "--format", "json"], {
      cwd: join(folder, "told"),
    });
    const { manifest: _, ledger: __, ...expected } = JSON.parse(told.stdout) as AuditResult;
    const found = await outcome("audit", "calls.csv", "talks.csv");
    expect(found).toEqual(expected);
    // by hand: of twelve calls the agents took four each, and those of 3, 5 and 8 rang too long
    const pickup = found.agents.map(({ id, rules }) => [
      id,
      rules["desk/pickup"]!.pass,
      rules["desk/pickup"]!.fail,
    ]);
    expect(pickup).toEqual([
      ["何静", 2, 2],
      ["周启明", 4, 0],
      ["林晓", 3, 1],
    ]);
  });

  it("are the same bytes in any order of files, in threads and in shards", async () => {
    const whole = await result("audit", "calls.csv", "talks.csv");
    expect((await result("audit", "talks.csv", "calls.csv")) === whole).toBe(true);
    const args = [command, "audit", "calls.csv", "talks.csv", "--threads", "2", "--format", "json"];
    const threads = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    expect(threads.stdout === whole).toBe(true);
    for (const index of [1, 2]) {
      const { code } = await deskcheck(["audit", "calls.csv", "talks.csv", "--shard", `${index}/2`], {
        cwd: folder,
      });
      expect(code).toBe(0);
    }
    const blobs = ["deskcheck-1-of-2.blob", "deskcheck-2-of-2.blob"];
    expect((await result("merge", ...blobs)) === whole).toBe(true);
  });

  it("stay nobody's where nothing names anybody", async () => {
    put(folder, { "unnamed.csv": talks() });
    const { agents, teams, totals, findings } = await outcome("audit", "calls.csv", "unnamed.csv");
    expect([agents, teams, totals.findings.major]).toEqual([[], [], 4]);
    expect(findings.map(({ agent, team }) => agent ?? team)).toEqual(findings.map(() => null));
  });

  it("go to whom the first row of an agent names, as verdicts on what was said do", async () => {
    const two = (contact: string, index: string) =>
      contact === "T3" || contact === "T4" ? (index === "1" ? "何静,二组" : "林晓,一组") : ",";
    put(folder, { "two.csv": text(spoken(two)) });
    const { agents, findings } = await outcome("audit", "calls.csv", "two.csv");
    expect(agents.map(({ id, contacts }) => [id, contacts])).toEqual([["何静", 2]]);
    const named = findings.filter(({ agent }) => agent !== null);
    expect(named.map(({ contact, rule, agent, team }) => [contact, rule, agent, team])).toEqual([
      ["T3", "desk/pickup", "何静", "二组"],
      ["T4", "desk/cannot-handle", "何静", "二组"],
    ]);
  });
});
