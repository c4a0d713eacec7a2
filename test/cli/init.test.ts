import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesFrom } from "../../src/commands/files.js";
import { type Ask, Interrupted } from "../../src/commands/init/ask.js";
import { type InitOptions, initCommand } from "../../src/commands/init.js";
import { loadConfig } from "../../src/config/load.js";
import { audit } from "../../src/index.js";
import { deskcheck, transcript } from "./run.js";

const DEMO = resolve(import.meta.dirname, "../../fixtures/demo");
const CALLS = [
  "流水号,坐席,主叫号码,来电时间,接听状态,振铃",
  "A1,林晓,13800138000,2026/3/2 9:00,已接听,6",
  "A2,周启明,13900139000,2026/3/2 9:05,已接听,31",
  "A3,,13700137000,2026/3/2 9:07,改天再说,",
  "",
].join("\n");
const CONFIG = "deskcheck.config.yaml";
/** What an answer list holds where the person presses Ctrl-C. */
const LEAVE = Symbol("Ctrl-C");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-init-"));
  writeFileSync(join(folder, "calls.csv"), CALLS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("deskcheck init --yes", () => {
  it("writes a commented config that loads, and audits as before", async () => {
    for (const name of readdirSync(DEMO)) writeFileSync(join(folder, name), readFileSync(join(DEMO, name)));
    const files = readdirSync(DEMO).toSorted();
    const before = audit({ files, folder, standard: [standard()] });
    const ran = await deskcheck(["init", "--yes", ...files, "--standard", standard()], { cwd: folder });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const text = readFileSync(join(folder, CONFIG), "utf8");
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:.*\/schema\/config\.json\n/);
    expect(text.match(/#/g)!.length).toBeGreaterThan(20);
    const after = audit({ folder });
    expect(after.manifest.config.file).toBe(CONFIG);
    expect(facts(after)).toEqual(facts(before));
    const told = after.ledger.flatMap(({ read }) => read.columns.map(({ by }) => by));
    expect(new Set(told)).toEqual(new Set(["config"]));
  });

  it("is a page to read in either language", async () => {
    for (const [locale, name] of [
      ["zh-CN", "init-yes-zh"],
      ["en", "init-yes-en"],
    ] as const) {
      const args = [
        "init",
        "calls.csv",
        "--yes",
        "--force",
        "--locale",
        locale,
        "--timezone",
        "Asia/Shanghai",
      ];
      const ran = await deskcheck([...args, "--standard", standard()], { cwd: folder });
      const page = `${transcript(args, ran)}\n${CONFIG}:\n\n${readFileSync(join(folder, CONFIG), "utf8")}`;
      await expect(page.replaceAll(standard(), "standard.yaml")).toMatchFileSnapshot(
        `transcripts/${name}.txt`,
      );
    }
  });

  it("takes every answer as an option", async () => {
    const ran = await deskcheck(
      [
        ...["init", "calls.csv", "--yes", "--column", "ring-seconds=振铃", "--country", "us"],
        ...["--timezone", "America/New_York", "--hours", "Mon-Fri 08:00-17:00"],
        ...["--set", "response/service-level.within=30s", "--set", "gates.score.min=90"],
        ...["--set", "gates.critical-findings.max=2", "--set", "minimum-contacts=5"],
        ...["--set", "wording/cannot-handle=off"],
      ],
      { cwd: folder },
    );
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const config = load();
    const { value } = config.written as { value: Record<string, Record<string, unknown>> };
    expect(value).toMatchObject({
      timezone: "America/New_York",
      calendar: { hours: "Mon-Fri 08:00-17:00" },
      gates: { score: { min: 90 }, "critical-findings": { max: 2 } },
      "minimum-contacts": 5,
    });
    expect(value.rules).toMatchObject({
      "response/service-level": { within: "30s", share: "80%" },
      "response/pickup-three-rings": { rings: 3, country: "US" },
      "wording/cannot-handle": "off",
    });
    expect(config.inputs[0]!.options.columns?.["ring-seconds"]).toBe("振铃");
    // public holidays of China are none of New York's
    expect(value.calendar).not.toHaveProperty("country");
  });

  it("lists words that nobody understood, to be filled in", async () => {
    await deskcheck(["init", "calls.csv", "--yes"], { cwd: folder });
    expect(readFileSync(join(folder, CONFIG), "utf8")).toContain('outcome: { "改天再说": ? }');
  });

  it("writes a config without files too", async () => {
    const ran = await deskcheck(["init", "--yes"], { cwd: folder });
    expect(ran.code).toBe(0);
    expect(load().inputs).toEqual([]);
  });

  it.each([
    ["init-exists", ["init", "calls.csv", "--yes"]],
    ["init-unknown-file", ["init", "stock.csv", "--yes", "--force"]],
    ["init-nobody-there", ["init", "calls.csv", "--force"]],
    ["init-bad-country", ["init", "calls.csv", "--yes", "--force", "--country", "XX"]],
    ["init-bad-column", ["init", "calls.csv", "--yes", "--force", "--column", "ring-seconds=响铃"]],
    [
      "init-bad-target",
      ["init", "calls.csv", "--yes", "--force", "--set", "response/service-level.within=30"],
    ],
    ["init-header-only", ["init", "empty.csv", "--yes", "--force"]],
  ] as const)("refuses, and leaves everything as it was: %s", async (name, args) => {
    writeFileSync(join(folder, CONFIG), "timezone: UTC\n");
    writeFileSync(join(folder, "stock.csv"), "货号,颜色\n1,红\n");
    writeFileSync(join(folder, "empty.csv"), "contact_id,outcome,ring_seconds\n");
    const before = readdirSync(folder).toSorted();
    const ran = await deskcheck(args, { cwd: folder });
    await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/${name}.txt`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(readdirSync(folder).toSorted()).toEqual(before);
    expect(readFileSync(join(folder, CONFIG), "utf8")).toBe("timezone: UTC\n");
    const english = await deskcheck(args, { cwd: folder, env: { LANG: "en_US.UTF-8" } });
    expect(english.code).toBe(2);
  });

  it("pays no heed to the config that it replaces", async () => {
    writeFileSync(join(folder, CONFIG), "this: is no config\n");
    expect(await deskcheck(["init", "calls.csv", "--yes", "--force"], { cwd: folder })).toMatchObject({
      code: 0,
    });
    expect(load().timezone).toBe("Asia/Shanghai");
  });

  it("guesses the zone of the machine where nothing speaks Chinese", async () => {
    const ascii = "contact_id,agent,offered_at,outcome\n1,Lin,2026-03-02 09:00,answered\n";
    writeFileSync(join(folder, "calls.csv"), ascii);
    const { code } = await init(["calls.csv"], { yes: true }, []);
    expect(code).toBe(0);
    expect(load().timezone).toBe("Europe/Berlin");
    expect(readFileSync(join(folder, CONFIG), "utf8")).toContain("country: DE");
  });
});

describe("deskcheck init, asking", () => {
  it("takes the defaults where the person presses Enter", async () => {
    const { code, asked } = await init(["calls.csv"], {}, []);
    expect(code).toBe(0);
    await deskcheck(["init", "calls.csv", "--yes"], { cwd: other() });
    expect(readFileSync(join(folder, CONFIG), "utf8")).toBe(readFileSync(join(other(), CONFIG), "utf8"));
    expect(asked.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "calls.csv 这样读对吗？",
        "导出里的时间是哪个时区的（IANA 名称）",
        "电话在哪个国家或地区响？（一声多长，各地不同）",
        "工作时间，例如 周一至周五 9:00-18:00（不按工作时间计就直接回车）",
        "电话铃响三声内接听：几声之内",
        "80% 的来电 20 秒内接起：时限",
        "80% 的来电 20 秒内接起：至少多少比例",
        "质检得分低于多少算不达标，0–100（不考核总分就直接回车）",
        "最多容许几处致命问题（off 表示不考核）",
        "写入 deskcheck.config.yaml？",
      ]
    `);
  });

  it("maps a column that was not recognised, and takes other answers", async () => {
    const { code } = await init(["calls.csv"], {}, [
      "field",
      "ring-seconds",
      "6",
      "right",
      "America/New_York",
      "US",
      "Mon-Fri 08:00-17:00",
      "4",
      "45s",
      "70%",
      "85",
      "off",
      true,
    ]);
    expect(code).toBe(0);
    const { value } = load().written as { value: Record<string, Record<string, unknown>> };
    expect(value).toMatchObject({
      timezone: "America/New_York",
      calendar: { hours: "Mon-Fri 08:00-17:00" },
      inputs: [{ files: "calls.csv", columns: { "ring-seconds": "振铃" } }],
      rules: {
        "response/pickup-three-rings": { rings: 4, country: "US" },
        "response/service-level": { within: "45s", share: "70%" },
      },
      gates: { "critical-findings": "off", score: { min: 85 } },
    });
    const result = audit({ folder });
    expect(result.rules.find(({ id }) => id === "response/pickup-three-rings")).toMatchObject({
      pass: 1,
      fail: 1,
    });
  });

  it("asks what a file is whose header does not tell", async () => {
    writeFileSync(join(folder, "log.csv"), "编码甲,编码乙,编码丙\nX1,a,您好\nX1,b,在吗\n");
    const answers = ["transcripts", "3", "2", "none", "none", "1", "skip"];
    const { code, asked } = await init(["log.csv"], {}, answers);
    // the letters a and b name nobody: the column does not read as speakers, which is said, and the file is left out
    expect(code).toBe(0);
    expect(asked.filter(({ message }) => message.includes("log.csv"))).toHaveLength(2);
    expect(load().inputs).toEqual([]);
    const told = await init(["log.csv"], { force: true }, [
      "transcripts",
      "3",
      "2",
      "agent",
      "customer",
      "1",
    ]);
    expect(told.code).toBe(0);
    expect(load().inputs[0]!.options.values).toEqual({ speaker: { a: "agent", b: "customer" } });
    expect(audit({ folder }).totals).toMatchObject({ contacts: 1, turns: 2 });
    writeFileSync(join(folder, "log.csv"), "编码甲,编码乙,编码丙\nX1,接线员,您好\nX1,来电人,在吗\n");
    const again = await init(["log.csv"], { force: true }, ["transcripts", "3", "2", "1"]);
    expect(again.code).toBe(0);
    expect(load().inputs[0]!.options).toMatchObject({
      kind: "transcripts",
      columns: { text: "编码丙", speaker: "编码乙", "contact-id": "编码甲" },
    });
    expect(audit({ folder }).totals).toMatchObject({ contacts: 1, turns: 2 });
  });

  it("asks which of day and month comes first", async () => {
    writeFileSync(join(folder, "dates.csv"), "contact_id,call date,outcome\n1,03/04/2026,answered\n");
    const { code } = await init(["dates.csv"], {}, ["MM/DD/YYYY"]);
    expect(code).toBe(0);
    expect(load().inputs[0]!.options.formats).toEqual({ "offered-at": "MM/DD/YYYY" });
    expect(audit({ folder }).totals.from).toMatch(/^2026-03-04/);
  });

  it("does not take an answer that makes no sense", async () => {
    const { problems } = await init(["calls.csv"], {}, [
      "right",
      ["Mars/Olympus", "Asia/Shanghai"],
      "CN",
      ["9 to 5 or so", ""],
      ["three", "3"],
      ["20", "20s"],
      ["many", "80%"],
      ["101", ""],
      ["some", "0"],
      true,
    ]);
    expect(problems).toHaveLength(7);
    expect(load().timezone).toBe("Asia/Shanghai");
  });

  it.each(Array.from({ length: 9 }, (_, at) => at))(
    "leaves nothing when the person leaves at question %s",
    async (at) => {
      const { code, stderr } = await init(["calls.csv"], {}, [...Array<undefined>(at), LEAVE]);
      expect(code).toBe(130);
      expect(stderr).toContain("什么都没有写");
      expect(readdirSync(folder)).toEqual(["calls.csv"]);
    },
  );

  it("writes nothing when the person says so at the end", async () => {
    const { code } = await init(["calls.csv"], {}, [...Array<undefined>(8), undefined, false]);
    expect(code).toBe(130);
    expect(existsSync(join(folder, CONFIG))).toBe(false);
  });

  it("asks for files where none are named", async () => {
    const { code, problems } = await init([], {}, [["nowhere.csv", "*.csv"]]);
    expect(code).toBe(0);
    expect(problems).toHaveLength(1);
    expect(load().inputs[0]!.patterns).toEqual(["calls.csv"]);
  });
});

it("does not load inquirer to audit", async () => {
  const cli = readFileSync(resolve(import.meta.dirname, "../../src/commands/init.ts"), "utf8");
  expect(cli).not.toMatch(/^import .*inquirer/m);
});

type Answer = string | boolean | undefined | typeof LEAVE | readonly string[];

/** Runs the wizard with a list of answers; where it runs out, and for `undefined`, the person presses Enter. */
async function init(files: readonly string[], options: InitOptions, answers: readonly Answer[]) {
  const asked: { readonly message: string }[] = [];
  const problems: string[] = [];
  const next = (message: string): Answer => {
    const answer = answers[asked.length];
    asked.push({ message });
    if (answer === LEAVE) throw new Interrupted();
    return answer;
  };
  const ask: Ask = {
    async select({ message, choices, preset }) {
      const wanted = next(message) ?? preset ?? choices[0]!.value;
      const choice = choices.find(({ value }) => value === wanted);
      if (choice === undefined) throw new Error(`${String(wanted)} is no choice of: ${message}`);
      return choice.value;
    },
    async input({ message, preset = "", problem = () => null }) {
      const answer = next(message) ?? preset;
      for (const text of typeof answer === "string" ? [answer] : (answer as readonly string[])) {
        const wrong = problem(text);
        if (wrong === null) return text;
        problems.push(wrong);
      }
      throw new Error(`no good answer to: ${message}`);
    },
    async confirm({ message, preset }) {
      return (next(message) ?? preset) === true;
    },
  };
  const written = { out: "", err: "" };
  const sink = (name: "out" | "err") => ({
    isTTY: true,
    columns: 80,
    write: (text: string) => {
      written[name] += text;
      return true;
    },
    once: () => undefined,
  });
  const proc = {
    argv: ["node", "deskcheck", "init", ...files],
    env: { LANG: "zh_CN.UTF-8", NO_COLOR: "1" },
    stdin: { isTTY: true },
    stdout: sink("out"),
    stderr: sink("err"),
    cwd: () => folder,
  };
  const code = await initCommand(files, options, proc, { ask: async () => ask, zone: () => "Europe/Berlin" });
  return { code, asked, problems, stdout: written.out, stderr: written.err };
}

function load() {
  return loadConfig({ folder, env: {}, set: [], flags: {} }, filesFrom(folder));
}

/** A second folder with the same file. */
function other(): string {
  const path = join(folder, "other");
  if (!existsSync(path)) {
    mkdirSync(path);
    writeFileSync(join(path, "calls.csv"), CALLS);
  }
  return path;
}

/** A standard that does not change with the built-in one. */
function standard(): string {
  const path = join(folder, "standard.yaml");
  writeFileSync(
    path,
    `name: our-desk
version: "1"
rules:
  - id: response/pickup-three-rings
    title: { zh: 三声内接听, en: Pick up in three rings }
    severity: major
    check: clock
    time: [ring-seconds]
    rings: 3
    country: CN
    advice: { zh: 早点接, en: Pick up sooner }
    examples: { fails: [{ fields: { ring-seconds: 16s } }], passes: [{ fields: { ring-seconds: 5s } }] }
`,
  );
  return path;
}

function facts(result: ReturnType<typeof audit>) {
  const { manifest, ledger, ...rest } = result;
  const files = ledger.map(({ read, ...file }) => ({
    ...file,
    columns: read.columns.map(({ field, columns, format }) => ({ field, columns, format })),
  }));
  // that a default is written down changes who set it, and nothing else
  const gates = rest.gates.map(({ by: _, ...gate }) => gate);
  return {
    ...rest,
    gates,
    findings: [...rest.findings],
    files,
    asOf: manifest.asOf,
    inputs: manifest.inputs,
  };
}
