import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILE_FORMATS, FORMATS } from "../../src/reports/index.js";
import { deskFolder, put } from "./desk.js";
import { deskcheck, transcript } from "./run.js";

let folder = "";
let remove = () => {};

beforeAll(async () => {
  ({ folder, remove } = deskFolder());
  put(folder, { "known.yaml": SUPPRESSIONS, "first/calls.csv": "" });
  const ran = await run("audit calls.csv talks.csv --format json=base.json.gz");
  expect(ran.code).toBe(1);
});
afterAll(() => remove());

const SUPPRESSIONS = `- contact: T4
  rule: desk/cannot-handle
  reason: 客户要求坐席照念原文
  author: 李主管
- contact: T9
  rule: desk/greeting
  reason: 已离职
  author: 李主管
  expires: 2026-03-01
`;

const run = (line: string) => deskcheck(line.split(" "), { cwd: folder });
const bytes = (file: string) => readFileSync(join(folder, file));

/** Every file of a folder with its length and hash, or the one file. */
function written(name: string): readonly (readonly [string, number, string])[] {
  const names = name.endsWith("-sheets") ? readdirSync(join(folder, name)).sort() : [""];
  return names.map((file) => {
    const content = bytes(join(name, file));
    return [file, content.length, createHash("sha256").update(content).digest("hex")];
  });
}

describe("deskcheck report", () => {
  const NAMES = [...Object.keys(FORMATS), ...Object.keys(FILE_FORMATS)];
  const place = (format: string, from: string) =>
    `${format}=${from}-${format === "coaching" ? "sheets" : format}`;
  const asked = (from: string) => NAMES.map((format) => `--format ${place(format, from)}`).join(" ");

  describe.each([
    ["zh-CN", ""],
    ["en", ""],
    ["zh-CN", "--baseline base.json.gz --suppressions known.yaml"],
  ])("in %s %s writes every format as the audit wrote it, to the byte", (locale, exemptions) => {
    const options = `--locale ${locale} --findings 3`;

    beforeAll(async () => {
      const files = "audit calls.csv talks.csv";
      const audit = `${files} ${options} ${exemptions} ${asked("direct")}`.replaceAll("  ", " ");
      const ran = await run(`${audit} --format json=saved.json.gz`);
      const again = await run(`report direct-json ${options} ${asked("plain")}`);
      const packed = await run(`report saved.json.gz ${options} ${asked("packed")}`);
      expect([again.code, packed.code]).toEqual([ran.code, ran.code]);
    });

    it.each(NAMES)("%s", (format) => {
      const [, direct] = place(format, "direct").split("=") as [string, string];
      const files = written(direct);
      expect(files.every(([, length]) => length > 0)).toBe(true);
      expect(written(direct.replace("direct", "plain"))).toEqual(files);
      expect(written(direct.replace("direct", "packed"))).toEqual(files);
    });
  });

  it("writes to stdout what the audit writes there", async () => {
    const direct = await run("audit calls.csv talks.csv");
    const again = await run("report base.json.gz");
    expect(again).toEqual(direct);
  });

  it("judges by a baseline and suppressions of its own", async () => {
    const ran = await run("report base.json.gz --baseline base.json.gz --format json=judged.json");
    expect(ran.code).toBe(0);
    const direct = await run("audit calls.csv talks.csv --baseline base.json.gz --format json=direct.json");
    expect(direct.code).toBe(0);
    expect(bytes("judged.json")).toEqual(bytes("direct.json"));
  });

  it("compresses into the same bytes every time, and into what any gunzip reads", async () => {
    await run("audit calls.csv talks.csv --format json=twice.json.gz --format json=twice.json");
    expect(bytes("twice.json.gz")).toEqual(bytes("base.json.gz"));
    expect(gunzipSync(bytes("twice.json.gz"))).toEqual(bytes("twice.json"));
  });

  it("reads a result that another program has laid out anew", async () => {
    const result: unknown = JSON.parse(gunzipSync(bytes("base.json.gz")).toString());
    put(folder, {
      "jq.json": JSON.stringify(result),
      "pretty.json.gz": gzipSync(JSON.stringify(result, null, 4)),
    });
    const direct = await run("report base.json.gz --format sarif");
    expect(await run("report jq.json --format sarif")).toEqual(direct);
    expect(await run("report pretty.json.gz --format sarif")).toEqual(direct);
  });

  it("passes over keys of a newer version", async () => {
    const text = gunzipSync(bytes("base.json.gz")).toString();
    put(folder, {
      "newer.json": text.replace('  "dimensions": [', '  "weather": "rain",\n  "dimensions": ['),
    });
    expect(await run("report newer.json --format csv")).toEqual(
      await run("report base.json.gz --format csv"),
    );
  });
});

/** Files that are no results: what is said of each, and that no report is left behind. */
describe("deskcheck report refuses", () => {
  const saved = () => gunzipSync(bytes("base.json.gz")).toString();
  const CASES: Readonly<Record<string, () => Readonly<Record<string, string | Uint8Array>>>> = {
    "missing-result": () => ({}),
    "csv-as-result": () => ({ "calls.csv": readFileSync(join(folder, "calls.csv"), "utf8") }),
    "foreign-json": () => ({ "result.json": '{"name": "deskcheck"}\n' }),
    "json-array": () => ({ "result.json": "[]" }),
    "newer-schema": () => ({
      "result.json": saved().replace('"schemaVersion": "1.0"', '"schemaVersion": "2.0"'),
    }),
    "missing-part": () => ({ "result.json": saved().replace('"pass":', '"passed":') }),
    "wrong-part": () => ({ "result.json": saved().replace(/"severity": "major"/, '"severity": "huge"') }),
    "damaged-finding": () => ({ "result.json": saved().replace('"severity":"major"', '"severity":"major') }),
    "wrong-finding": () => ({ "result.json": saved().replace('"severity":"major"', '"severity":"huge"') }),
    "cut-off": () => ({ "result.json": saved().slice(0, -200) }),
    "cut-off-archive": () => ({ "result.json": bytes("base.json.gz").subarray(0, 1000) }),
    "empty-result": () => ({ "result.json": "" }),
  };

  it.each(Object.entries(CASES))("%s", async (name, files) => {
    const own = join(folder, name);
    put(own, { "nothing.txt": "", ...files() });
    const args = [
      "report",
      Object.keys(files())[0] ?? "result.json",
      "--format",
      "csv=findings.csv",
      "--format",
      "json=copy.json",
    ];
    const before = readdirSync(own).sort();
    const ran = await deskcheck(args, { cwd: own });
    await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/report-${name}.txt`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(readdirSync(own).sort()).toEqual(before);
    const english = await deskcheck([...args, "--locale", "en"], { cwd: own });
    expect(english.code).toBe(2);
    expect(english.stderr).not.toMatch(/\p{Script=Han}/u);
  });

  it("a workbook or sheets on stdout", async () => {
    for (const format of ["xlsx", "coaching"]) {
      const ran = await run(`report base.json.gz --format ${format}`);
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain(`--format ${format}=`);
    }
  });

  it("a folder for sheets that has files of somebody else's, and leaves them alone", async () => {
    put(folder, { "mine/notes.md": "mine" });
    const ran = await run("report base.json.gz --format coaching=mine");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("notes.md");
    expect(readdirSync(join(folder, "mine"))).toEqual(["notes.md"]);
    // its own sheets it replaces, all of them
    await run("report base.json.gz --format coaching=sheets");
    writeFileSync(join(folder, "sheets", "林晓.md"), "changed");
    expect((await run("report base.json.gz --format coaching=sheets")).code).toBe(1);
    expect(readFileSync(join(folder, "sheets", "林晓.md"), "utf8")).not.toBe("changed");
  });
});
