import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inspection } from "../../src/model/inspection.js";
import { deskcheck, transcript } from "./run.js";

const STANDARD = `name: our-desk
version: "1"
rules:
  - id: response/ringing
    title: { zh: 三声内接听, en: Pick up in time }
    severity: major
    applies: { channels: [phone] }
    check: clock
    time: [ring-seconds]
    within: 15s
    answered-only: true
    advice: { zh: 早点接, en: Pick up sooner }
    examples:
      fails: [{ fields: { outcome: answered, ring-seconds: 16s } }]
      passes: [{ fields: { outcome: answered, ring-seconds: 5s } }]
  - id: wording/no-slang
    title: { zh: 不说“亲亲”, en: No pet names }
    severity: minor
    check: phrase
    never: ["亲亲"]
    advice: { zh: 称呼“您”, en: Say “you” }
    examples: { fails: ["亲亲，在的"], passes: ["您好，在的"] }
`;

const CALLS = [
  "客服中心话务明细,,,,,,",
  "流水号,坐席姓名,客户姓名,主叫号码,来电时间,接听状态,振铃,备用",
  "A1,林晓,王小明,13800138000,2026/3/2 9:00,已接听,6,x",
  "A2,周启明,李 雷,02088886666,2026/3/2 9:05,已接听,,y",
  "A3,,韩梅梅,13900139000,2026/3/2 9:07,放弃,,",
  "A3,,韩梅梅,13900139000,2026/3/2 9:07,放弃,,",
  "A4,何静,赵四,13700137000,2026/3/2 9:09,改天再说,4",
  "",
].join("\n");

const TURNS = [
  "contact_id,speaker,start_s,text",
  "A1,agent,0.5,您好，很高兴为您服务",
  "A1,customer,4,我的电话是 13800138000",
  "A1,agent,8,亲亲，记下了",
  "",
].join("\n");

const STOCK = "货号,颜色,联系电话,状态\n1,red,13800138000,完成\n2,blue,13900139000,完成\n";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-inspect-"));
  writeFileSync(join(folder, "standard.yaml"), STANDARD);
  writeFileSync(join(folder, "calls.csv"), CALLS);
  writeFileSync(join(folder, "turns.csv"), TURNS);
  writeFileSync(join(folder, "stock.csv"), STOCK);
  writeFileSync(join(folder, "dates.csv"), "contact_id,call date,outcome\n1,03/04/2026,answered\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inspect = (args: readonly string[], env: Record<string, string> = {}) =>
  deskcheck(["inspect", ...args, "--standard", "./standard.yaml"], { cwd: folder, env });

describe("deskcheck inspect", () => {
  it.each([
    ["inspect-calls", ["calls.csv"], 0],
    ["inspect-together", ["calls.csv", "turns.csv", "--locale", "en"], 0],
    ["inspect-unknown", ["stock.csv"], 2],
    ["inspect-undecided", ["dates.csv", "--locale", "en"], 2],
  ] as const)("%s", async (name, args, code) => {
    const ran = await inspect(args);
    await expect(transcript(["inspect", ...args], ran)).toMatchFileSnapshot(`transcripts/${name}.txt`);
    expect(ran.code).toBe(code);
    expect(ran.stderr === "").toBe(code === 0);
  });

  it("speaks one language", async () => {
    const ascii =
      "contact_id,agent,offered_at,outcome,ring_seconds,spare\nT1,Lin,2026-03-02 09:00,answered,6,\n";
    writeFileSync(join(folder, "ascii.csv"), ascii);
    const { stdout } = await inspect(["ascii.csv", "--locale", "en"]);
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
  });

  it("keeps to the width of the terminal, however wide its characters are", async () => {
    const { stdout } = await inspect(["calls.csv", "turns.csv", "stock.csv"]);
    const { default: width } = await import("string-width");
    const config = stdout.indexOf("inputs:");
    const wide = stdout
      .slice(0, config)
      .split("\n")
      .filter((line) => width(line) > 100);
    expect(wide).toEqual([]);
  });

  it("shows no telephone number and no customer's name unless asked to", async () => {
    const files = ["calls.csv", "turns.csv", "stock.csv"];
    for (const format of ["terminal", "markdown", "json"]) {
      const { stdout, stderr } = await inspect([...files, "--format", format]);
      expect(stdout + stderr).not.toMatch(/13[789]00|8888|小明|梅梅|李 雷|赵四/);
      const open = await inspect([...files, "--format", format, "--show-personal-data"]);
      expect(open.stdout).toMatch(/王小明/);
      expect(open.stdout).toMatch(/13800138000/);
    }
  });

  it("shows no personal data where a row of data was taken for the header", async () => {
    writeFileSync(join(folder, "bare.csv"), "王小明,13800138000,hello\n李雷,13900139000,hi\n");
    writeFileSync(join(folder, "export-20260302093000.csv"), "");
    const { stdout, stderr, code } = await inspect(["bare.csv", "export-20260302093000.csv"]);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain("13800138000");
    expect(stderr).toContain("export-20260302093000.csv");
  });

  it("says in JSON what it says to people", async () => {
    const { stdout, code } = await inspect(["calls.csv", "turns.csv", "--format", "json"]);
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as Inspection;
    expect(Object.keys(found)).toEqual([
      "schemaVersion",
      "tool",
      "standard",
      "timezone",
      "files",
      "rules",
      "needs",
      "config",
    ]);
    const [calls, turns] = found.files;
    expect(calls).toMatchObject({
      file: "calls.csv",
      kind: "calls",
      kindBy: "header",
      error: null,
      text: { encoding: "UTF-8", encodingBy: "bytes", delimiter: ",", headerLine: 2, fitting: 4, looked: 5 },
      assumed: [{ field: "channel", format: "phone", by: "guess" }],
      ledger: { rows: 5, audited: 3, rejected: 1, duplicate: 1, ignored: 0 },
    });
    expect(calls!.columns[5]).toEqual({
      column: 6,
      header: "接听状态",
      samples: ["已接听", "放弃", "改天再说"],
      filled: 5,
      looked: 5,
      fields: [{ field: "outcome", by: "alias", format: null }],
      unused: null,
    });
    expect(calls!.columns.map(({ unused }) => unused?.why ?? null)).toEqual([
      null,
      null,
      null,
      "read-elsewhere",
      null,
      null,
      "no-such-name",
      "no-such-name",
    ]);
    expect(calls!.rows[0]).toEqual({
      line: 3,
      values: {
        "contact-id": "A1",
        agent: "林晓",
        customer: "王**",
        channel: "phone",
        outcome: "answered",
        "offered-at": "2026-03-02T09:00:00+08:00",
      },
    });
    expect(turns!.rows[1]!.values).toMatchObject({ speaker: "customer", "start-seconds": 4 });
    expect(found.rules).toMatchObject([
      { id: "response/ringing", ability: "missing", assessed: 0, notAssessed: 2, missing: ["ring-seconds"] },
      { id: "wording/no-slang", ability: "partly", assessed: 1, notAssessed: 2, missing: ["text"] },
    ]);
    expect(found.needs).toMatchObject([
      { fields: ["ring-seconds"], rules: ["response/ringing"], kinds: ["calls"], have: true },
      { fields: ["text"], rules: ["wording/no-slang"], kinds: ["transcripts", "messages"], have: true },
    ]);
    expect(found.needs[0]!.names["ring-seconds"]).toContain("振铃时长");
  });

  it("goes by the config that is there, and says so", async () => {
    writeFileSync(
      join(folder, "deskcheck.config.yaml"),
      'inputs:\n  - { files: "calls.csv", columns: { ring-seconds: 振铃 } }\n',
    );
    const found = JSON.parse((await inspect(["--format", "json"])).stdout) as Inspection;
    expect(found.files.map(({ file }) => file)).toEqual(["calls.csv"]);
    expect(found.files[0]!.columns[6]!.fields).toEqual([
      { field: "ring-seconds", by: "config", format: "s" },
    ]);
    expect(found.rules[0]).toMatchObject({ ability: "partly", assessed: 1, notAssessed: 1 });
  });

  it("writes into files whole and leaves stdout alone", async () => {
    const ran = await inspect(["calls.csv", "--format", "json=out/inspect.json"]);
    expect(ran).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(folder, "out/inspect.json"), "utf8")).schemaVersion).toBe("1.0");
    expect(readdirSync(join(folder, "out"))).toEqual(["inspect.json"]);
  });

  it("colours only what goes to a terminal", async () => {
    const args = ["inspect", "calls.csv", "--standard", "./standard.yaml"];
    const coloured = await deskcheck(args, { cwd: folder, tty: true });
    expect(coloured.stdout).toContain("\u001b[");
    expect((await inspect(["calls.csv"])).stdout).not.toContain("\u001b[");
    expect((await deskcheck(args, { cwd: folder, tty: true, env: { NO_COLOR: "1" } })).stdout).not.toContain(
      "\u001b[",
    );
  });

  it("sends whoever audits a file that is not recognised here", async () => {
    const { stderr } = await deskcheck(["audit", "stock.csv"], { cwd: folder });
    expect(stderr).toContain('deskcheck inspect "stock.csv"');
    const here = await inspect(["stock.csv"]);
    expect(here.stderr).not.toContain("deskcheck inspect");
    expect(here.stderr).toContain('deskcheck init "stock.csv"');
  });
});
