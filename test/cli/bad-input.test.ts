import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskcheck, transcript } from "./run.js";

const GOOD = "contact_id,agent,offered_at,outcome,ring_seconds\nT1,Lin,2026-03-02 09:00:00,answered,6\n";

/** Each case: what stands in the folder, what is typed. All of them end with exit code 2 and leave no report behind. */
const CASES: Readonly<
  Record<string, { files: Record<string, string | Uint8Array>; args: readonly string[] }>
> = {
  "missing-file": { files: {}, args: ["audit", "calls.csv"] },
  "empty-file": { files: { "calls.csv": "" }, args: ["audit", "calls.csv"] },
  "header-only": {
    files: { "calls.csv": "contact_id,outcome,ring_seconds\n" },
    args: ["audit", "calls.csv"],
  },
  "binary-file": {
    files: { "calls.csv": Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256) },
    args: ["audit", "calls.csv"],
  },
  "unknown-header": { files: { "stock.csv": "sku,colour,price\n1,red,20\n" }, args: ["audit", "stock.csv"] },
  "unmatched-glob-among-good-ones": {
    files: { "calls.csv": GOOD },
    args: ["audit", "calls.csv", "chats-*.csv"],
  },
  directory: { files: { "exports/calls.csv": GOOD }, args: ["audit", "exports"] },
  "nothing-named": { files: {}, args: ["audit"] },
  "two-mistakes-at-once": {
    files: { "a.csv": "", "b.csv": "x,y\n1,2\n" },
    args: ["audit", "a.csv", "b.csv"],
  },
  "unknown-command": { files: {}, args: ["audti"] },
  "unknown-option": { files: { "calls.csv": GOOD }, args: ["audit", "calls.csv", "--formt", "json"] },
  "unknown-format": { files: { "calls.csv": GOOD }, args: ["audit", "calls.csv", "--format", "pdf"] },
  "two-reports-on-stdout": {
    files: { "calls.csv": GOOD },
    args: ["audit", "calls.csv", "--format", "json", "--format", "terminal"],
  },
  "unwritable-output": {
    files: { "calls.csv": GOOD, taken: "a file where a folder is needed" },
    args: ["audit", "calls.csv", "--format", "json=taken/result.json"],
  },
  "bad-config-key": {
    files: {
      "calls.csv": GOOD,
      "deskcheck.config.yaml": "timezone: Asia/Shanghai\ngate:\n  score: { min: 85 }\n",
    },
    args: ["audit", "calls.csv"],
  },
  "bad-config-syntax": {
    files: { "calls.csv": GOOD, "deskcheck.config.yaml": "gates:\n  score: { min: 85\n" },
    args: ["audit", "calls.csv"],
  },
  "bad-target": {
    files: {
      "calls.csv": GOOD,
      "deskcheck.config.yaml": "rules:\n  response/service-level: { within: 20 }\n",
    },
    args: ["audit", "calls.csv"],
  },
  "bad-target-by-set": {
    files: { "calls.csv": GOOD },
    args: ["audit", "calls.csv", "--set", "response/service-level.within=20"],
  },
  "unknown-rule": { files: { "calls.csv": GOOD }, args: ["audit", "calls.csv", "--only", "response/pickup"] },
  "unknown-column-in-config": {
    files: {
      "calls.csv": GOOD,
      "deskcheck.config.yaml": 'inputs:\n  - { files: "*.csv", columns: { ring-seconds: 振铃时长 } }\n',
    },
    args: ["audit", "calls.csv"],
  },
  "missing-config": {
    files: { "calls.csv": GOOD },
    args: ["audit", "calls.csv", "--config", "nightly.yaml"],
  },
  "missing-standard": {
    files: { "calls.csv": GOOD },
    args: ["audit", "calls.csv", "--standard", "./ours.yaml"],
  },
  "day-or-month": {
    files: { "calls.csv": "contact_id,call date,outcome\n1,03/04/2026,answered\n2,05/06/2026,answered\n" },
    args: ["audit", "calls.csv"],
  },
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("bad input", () => {
  for (const [name, { files, args }] of Object.entries(CASES)) {
    it(name, async () => {
      put(files);
      const before = readdirSync(folder, { recursive: true }).sort();
      const ran = await deskcheck(args, { cwd: folder });
      await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/${name}.txt`);
      expect(ran.code).toBe(2);
      expect(ran.stdout).toBe("");
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
      const english = await deskcheck(args, { cwd: folder, env: { LANG: "en_US.UTF-8" } });
      expect(english.code).toBe(2);
      expect(english.stderr.replace("振铃时长", "")).not.toMatch(/\p{Script=Han}/u);
    });
  }

  // root may read everything
  it.skipIf(process.getuid?.() === 0)("no read permission", async () => {
    put({ "calls.csv": GOOD });
    chmodSync(join(folder, "calls.csv"), 0);
    const ran = await deskcheck(["audit", "calls.csv"], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("calls.csv");
  });

  it("damaged rows cost only themselves: the report is whole, says so, and the exit code is 2", async () => {
    put({
      "transcripts.csv": [
        "contact_id,speaker,start_s,text",
        'T1,agent,0,"您好，工号1号，请问有什么可以帮您？"',
        'T1,customer,3,"价钱"不对"',
        "T1,agent,6,这个我处理不了,真的",
        "T1,agent,9",
        "T1,agent,x,好的",
        "T1,agent,12,这个我处理不了。",
        "",
      ].join("\n"),
    });
    const ran = await deskcheck(["audit", "transcripts.csv", "--format", "json=out/result.json"], {
      cwd: folder,
    });
    expect(ran.code).toBe(2);
    expect(existsSync(join(folder, "out/result.json"))).toBe(true);
    const shown = await deskcheck(["audit", "transcripts.csv"], { cwd: folder });
    await expect(transcript(["audit", "transcripts.csv"], shown)).toMatchFileSnapshot(
      "transcripts/damaged-rows.txt",
    );
  });
});

function put(files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
  }
}
