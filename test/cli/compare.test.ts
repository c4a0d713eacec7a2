import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Comparison } from "../../src/model/comparison.js";
import { shareDifference } from "../../src/scoring/difference.js";
import { calls, deskFolder, put, talks } from "./desk.js";
import { deskcheck, transcript } from "./run.js";

let folder = "";
let remove = () => {};

/** Every how-many-th of 300 contacts. */
const every = (step: number) => Array.from({ length: Math.floor(300 / step) }, (_, at) => (at + 1) * step);

beforeAll(async () => {
  ({ folder, remove } = deskFolder());
  const save = async (name: string, slow: readonly number[], rude: readonly number[]) => {
    put(folder, { "calls.csv": calls(slow, 300), "talks.csv": talks(rude, undefined, 300) });
    expect((await run(`audit *.csv --format json=${name}`)).code).toBeLessThan(2);
  };
  await save("old.json.gz", every(5), every(50));
  // calls are picked up sooner, and agents refuse more often
  await save("new.json", every(30), [...every(7), 1]);
  await save("clean.json", every(30), []);
});
afterAll(() => remove());

const run = (line: string) => deskcheck(line.split(" "), { cwd: folder });

async function compared(options: string): Promise<Comparison> {
  const ran = await run(`compare ${options} --format json=comparison.json`);
  expect(ran).toMatchObject({ code: 0, stdout: "", stderr: "" });
  return JSON.parse(readFileSync(join(folder, "comparison.json"), "utf8")) as Comparison;
}

describe("deskcheck compare", () => {
  it.each(["zh-CN", "en"])("says what changed, what got worse first: %s", async (locale) => {
    const args = `compare old.json.gz new.json --findings 1 --locale ${locale}`.split(" ");
    const ran = await deskcheck(args, { cwd: folder });
    expect(ran.code).toBe(0);
    await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/compare-${locale}.txt`);
  });

  it("writes the same as Markdown", async () => {
    const args = "compare old.json.gz new.json --findings 1 --format markdown".split(" ");
    await expect(transcript(args, await deskcheck(args, { cwd: folder }))).toMatchFileSnapshot(
      "transcripts/compare-markdown.txt",
    );
  });

  it("gives each difference with the interval of its own confidence, and says what chance cannot make", async () => {
    const { rules, score, gates } = await compared("old.json.gz new.json");
    const rule = (id: string) => rules.find((one) => one.id === id)!;
    // four families are compared, and three rules in this one
    expect(rule("desk/pickup").confidence).toBeCloseTo(1 - 0.05 / 4 / 3, 10);
    const pickup = shareDifference({ successes: 240, n: 300 }, { successes: 290, n: 300 }, 1 - 0.05 / 12)!;
    expect(rule("desk/pickup")).toMatchObject({
      verdict: "better",
      old: { value: 0.8, n: 300 },
      difference: pickup.difference,
      interval: pickup.interval,
    });
    expect(rule("desk/cannot-handle").verdict).toBe("worse");
    expect(rule("desk/greeting")).toMatchObject({ verdict: "chance", difference: 0 });
    expect(score).toMatchObject({ id: "score", verdict: "worse" });
    expect(gates.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      "critical-findings same",
      "score same",
      "desk/greeting same",
    ]);
  });

  it("tells findings apart by what they are, not by their number", async () => {
    const { findings } = await compared("old.json.gz new.json");
    expect(findings.same + findings.newCounts.major + findings.newCounts.critical).toBe(10 + 43 + 1);
    expect(findings.goneCounts).toEqual({ critical: 6, major: 50, minor: 0, info: 0 });
    const gone = new Set([...findings.gone].map(({ id }) => id));
    expect([...findings.new].some(({ id }) => gone.has(id))).toBe(false);
  });

  it("is the mirror of itself the other way round", async () => {
    const there = await compared("old.json.gz new.json");
    const back = await compared("new.json old.json.gz");
    const mirrored = { better: "worse", worse: "better", chance: "chance", open: "open" } as const;
    for (const [at, change] of there.rules.entries()) {
      const other = back.rules[at]!;
      expect(other.verdict).toBe(mirrored[change.verdict]);
      expect(other.difference).toBeCloseTo(-change.difference!, 12);
      expect(other.interval![0]).toBeCloseTo(-change.interval![1], 12);
    }
    expect(back.findings.newCounts).toEqual(there.findings.goneCounts);
  });

  it("finds nothing in a result compared with itself", async () => {
    const { stdout, code } = await run("compare old.json.gz old.json.gz --fail-on-worse");
    expect(code).toBe(0);
    expect(stdout).toContain("这是同一个结果。");
    expect(stdout).toContain("没有超出偶然波动的变化");
  });

  it("fails with --fail-on-worse where a rule, a score or a gate got worse, and only there", async () => {
    expect((await run("compare old.json.gz new.json --fail-on-worse")).code).toBe(1);
    expect((await run("compare new.json clean.json --fail-on-worse")).code).toBe(0);
    // a gate that was met and is no more
    expect((await run("compare clean.json new.json --fail-on-worse")).code).toBe(1);
    const { gates } = await compared("clean.json new.json");
    expect(gates[0]).toMatchObject({ id: "critical-findings", verdict: "worse", difference: 43 });
  });

  it("warns where the two were judged by other standards or configs", async () => {
    const { standard } = (await compared("old.json.gz new.json")).new;
    const text = readFileSync(join(folder, "new.json"), "utf8");
    put(folder, { "other.json": text.replace(standard.sha256, "0".repeat(64)) });
    const { stdout } = await run("compare old.json.gz other.json");
    expect(stdout).toContain("两次依据的标准不同");
  });

  it("takes nothing but two results", async () => {
    expect((await run("compare old.json.gz missing.json")).code).toBe(2);
    expect((await run("compare calls.csv new.json")).code).toBe(2);
    expect((await run("compare old.json.gz")).code).toBe(2);
    expect((await run("compare old.json.gz new.json --format html")).code).toBe(2);
  });
});
