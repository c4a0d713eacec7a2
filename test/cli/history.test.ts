import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, deskFolder, put, talks } from "./desk.js";
import { deskcheck, transcript } from "./run.js";

let folder = "";
let remove = () => {};

/** Ten nights of 60 contacts: two or three late pick-ups each, thirty in the last. */
beforeAll(async () => {
  ({ folder, remove } = deskFolder());
  for (let night = 1; night <= 10; night++) {
    const late = night === 10 ? 30 : 2 + (night % 2);
    const slow = Array.from({ length: late }, (_, at) => at * 2 + 2);
    put(folder, { "calls.csv": calls(slow, 60), "talks.csv": talks([1], undefined, 60) });
    const day = `2026-03-${String(night + 9).padStart(2, "0")}T22:00:00+08:00`;
    const ran = await run(`audit *.csv --as-of ${day} --history nights --format json=last.json`);
    expect(ran.code).toBe(1);
  }
});
afterAll(() => remove());

const run = (line: string) => deskcheck(line.split(" "), { cwd: folder });
const nights = () => readdirSync(join(folder, "nights")).sort();

describe("audit --history", () => {
  it("adds a file a run, named by its moment and its hash, the result itself compressed", () => {
    expect(nights()).toHaveLength(10);
    for (const name of nights()) expect(name).toMatch(/^202603\d\dT140000Z-[0-9a-f]{12}\.json\.gz$/);
    const last = gunzipSync(readFileSync(join(folder, "nights", nights().at(-1)!)));
    expect(last.equals(readFileSync(join(folder, "last.json")))).toBe(true);
  });

  it("saves the same audit once, and never replaces another", async () => {
    const before = nights();
    const again = "audit *.csv --as-of 2026-03-19T22:00:00+08:00 --history nights --format json=again.json";
    await run(again);
    expect(nights()).toEqual(before);
    put(folder, { "calls.csv": calls([2], 60) });
    await run(again);
    const added = nights().filter((name) => !before.includes(name));
    expect(added).toEqual([expect.stringMatching(/^20260319T140000Z-/)]);
    expect(nights()).toHaveLength(11);
    rmSync(join(folder, "nights", added[0]!));
  });

  it("is an error before the audit where the folder is none", async () => {
    const ran = await run("audit *.csv --history calls.csv --format json=other.json");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(join(folder, "other.json"))).toBe(false);
  });
});

describe("deskcheck history", () => {
  it("reads results however they are packed or laid out, and what comes after the findings of none", async () => {
    const { stdout } = await run("history nights");
    const [name] = nights() as [string];
    const text = gunzipSync(readFileSync(join(folder, "nights", name))).toString();
    const files = Object.fromEntries(
      nights().map((file) => [`mixed/${file}`, readFileSync(join(folder, "nights", file))]),
    );
    rmSync(join(folder, "mixed"), { recursive: true, force: true });
    put(folder, files);
    rmSync(join(folder, "mixed", name));
    put(folder, {
      [`mixed/${name.replace(".gz", "")}`]: JSON.stringify(JSON.parse(text)),
      "mixed/notes.txt": "x",
    });
    expect((await run("history mixed")).stdout).toBe(stdout);
    const head = text.slice(0, text.indexOf('  "findings": [') + 15);
    rmSync(join(folder, "mixed", name.replace(".gz", "")));
    put(folder, { [`mixed/${name}`]: gzipSync(`${head}\nnot read`) });
    expect((await run("history mixed")).stdout).toBe(stdout);
  });

  it.each([
    ["nowhere", undefined],
    ["empty", { "empty/notes.txt": "" }],
    ["foreign", { "foreign/a.json": "{}" }],
    ["broken", { "broken/a.json.gz": gzipSync("{}").subarray(0, 12) }],
  ])("says what is wrong with a folder: %s", async (name, files) => {
    put(folder, files ?? {});
    const args = ["history", name];
    const ran = await deskcheck(args, { cwd: folder });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/history-${name}.txt`);
  });

  it("says which audits were not whole", async () => {
    const [name] = nights() as [string];
    const text = gunzipSync(readFileSync(join(folder, "nights", name))).toString();
    const rejected = { code: "rejected-rows", subject: "calls.csv", count: 3, detail: null };
    put(folder, {
      "partial/a.json": text.replace('"incomplete": []', `"incomplete": [${JSON.stringify(rejected)}]`),
      "partial/b.json": text,
    });
    const { stdout } = await run("history partial --locale en");
    expect(stdout).toContain("1 of them was not (wholly) audited: 10 Mar 2026 22:00.");
    expect((await run("history nights --locale en")).stdout).not.toContain("wholly");
  });

  it("says of a single run that one run is no trend", async () => {
    const [name] = nights() as [string];
    put(folder, { [`single/${name}`]: readFileSync(join(folder, "nights", name)) });
    const { stdout, code } = await run("history single");
    expect(code).toBe(0);
    expect(stdout).toContain("不足 8 次");
    expect(stdout).not.toContain("XmR");
  });
});

describe("the trend", () => {
  it.each(["zh-CN", "en"])("is drawn in the terminal: %s", async (locale) => {
    const args = `history nights --locale ${locale}`.split(" ");
    await expect(transcript(args, await deskcheck(args, { cwd: folder }))).toMatchFileSnapshot(
      `transcripts/history-${locale}.txt`,
    );
  });

  it("is written as Markdown", async () => {
    const args = "history nights --format markdown".split(" ");
    await expect(transcript(args, await deskcheck(args, { cwd: folder }))).toMatchFileSnapshot(
      "transcripts/history-markdown.txt",
    );
  });

  it("marks the night that left the limits, and no other", async () => {
    const { stdout } = await run("history nights --format markdown --locale en");
    const row = (name: string) => stdout.split("\n").find((line) => line.includes(name))!;
    expect(row("`desk/pickup`")).toMatch(/<strong>▁<\/strong>/);
    expect(row("`desk/pickup`")).toContain("1 time");
    expect(row("`desk/greeting`")).not.toContain("<strong>▁");
    expect(stdout).toMatch(/outside the control limits: .*Answer within three rings/);
  });

  it.each(["zh-CN", "en"])(
    "is a page of its own, with a chart of each trend, that loads and runs nothing: %s",
    async (locale) => {
      const { stdout: page, code } = await run(`history nights --format html --locale ${locale}`);
      expect(code).toBe(0);
      // the score, three rules, two teams
      expect(page.match(/<svg /g)).toHaveLength(6);
      expect(page.match(/class="dot/g)).toHaveLength(6 * 10);
      // the last night's score and late calls, and both teams
      expect(page.match(/class="dot signal"/g)).toHaveLength(4);
      expect(page).toContain("default-src &#39;none&#39;");
      expect(page).not.toMatch(/<script|<link|<img|https?:\/\/(?!www\.w3\.org)| src=| on[a-z]+=/i);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels).toEqual([1, ...levels.slice(1).map(() => 2)]);
      const words = page.replace(/<style>.*?<\/style>/s, "").replace(/林晓|周启明|何静|[一二]组/g, "");
      if (locale === "en") expect(words).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it("is the same page whatever words are in it: they stay words", async () => {
    const [name] = nights() as [string];
    const text = gunzipSync(readFileSync(join(folder, "nights", name))).toString();
    const nasty = JSON.stringify('</title><script>alert(1)</script>" onload="x');
    put(folder, { "nasty/a.json": text.replaceAll('"铃响三声内接听"', nasty).replaceAll('"一组"', nasty) });
    put(folder, { "nasty/b.json": text });
    const { stdout: page, code } = await run("history nasty --format html");
    expect(code).toBe(0);
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toMatch(/<script|" onload=/);
  });

  it("goes on coaching sheets, from the audits before this one, the same by report as by audit", async () => {
    const slow = Array.from({ length: 30 }, (_, at) => at * 2 + 2);
    put(folder, { "calls.csv": calls(slow, 60) });
    const audit = "audit calls.csv talks.csv --as-of 2026-03-19T22:00:00+08:00 --history nights";
    await run(`${audit} --format coaching=direct --format json=last.json`);
    await run("report last.json --history nights --format coaching=sheets");
    expect(nights()).toHaveLength(10);
    for (const name of readdirSync(join(folder, "direct")))
      expect(readFileSync(join(folder, "sheets", name), "utf8")).toBe(
        readFileSync(join(folder, "direct", name), "utf8"),
      );
    const page = readFileSync(join(folder, "sheets", "周启明.md"), "utf8");
    const trend = /走势\*\*：(.*)/.exec(page)![1]!;
    expect(trend.match(/→/g)).toHaveLength(6);
    expect(trend).toContain("2026年3月18日");
    expect(trend).not.toContain("2026年3月19日");
  });
});
