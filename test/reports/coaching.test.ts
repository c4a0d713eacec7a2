import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AuditResult } from "../../src/model/result.js";
import { fileNames } from "../../src/reports/coaching/names.js";
import { DEFAULT_OPTIONS, FILE_FORMATS, type ReportOptions } from "../../src/reports/index.js";
import { exemptResult, NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

function pages(result: AuditResult, options: Partial<ReportOptions> = {}): ReadonlyMap<string, string> {
  const files = [...FILE_FORMATS.coaching.report(result, { ...DEFAULT_OPTIONS, ...options })];
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  return new Map(files.map(({ name, text }) => [name, text]));
}

type Earlier = readonly [asOf: string, score: number, contacts: number];

/** An agent of the sample as she stood in earlier audits. */
function past(...scores: readonly Earlier[]) {
  const [, agent] = sampleResult().agents;
  return scores.map(([asOf, final, contacts]) => ({
    asOf,
    agents: [
      {
        ...agent!,
        contacts,
        score: { ...agent!.score, final },
        rules: {
          "opening/greeting": { pass: contacts, fail: 0, notApplicable: 0, notAssessed: 0, pending: 0 },
        },
      },
    ],
  }));
}

describe("coaching sheets", () => {
  it("are a page for each agent, by name, and an index that leads to them", () => {
    const all = pages(sampleResult());
    const agents = ["Nadia-Rahman", "周海", "李建国", "王芳", "赵敏", "陈晓梅"];
    expect([...all.keys()]).toEqual([
      "index.md",
      expect.stringMatching(/^Nadia-Rahman-[0-9a-f]{8}\.md$/),
      ...agents.slice(1).map((name) => `${name}.md`),
    ]);
    const links = [...all.get("index.md")!.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) =>
      decodeURIComponent(link!),
    );
    expect(links).toEqual([...all.keys()].slice(1));
    expect(all.get("index.md")).toContain("另有 1 处问题的记录没有写坐席");
  });

  it("say what was said, where to hear it, what to say instead and by which clause", () => {
    const page = pages(sampleResult()).get("王芳.md")!;
    expect(page).toContain("`exports/transcripts-03.csv:12:18` · C-1012 · 2026年3月12日 15:20");
    expect(page).toContain("> 坐席：您好，这个<mark>我处理不了</mark>，您再等等看吧。");
    expect(page).toContain("- **可以这样说**：这确实有点麻烦，不过我试一下吧；我请示一下上级");
    expect(page).toContain("- **条款**：遇到问题时不要说“我处理不了”");
  });

  it("say what went well first, with how often and how sure that is", () => {
    const rules = {
      "wording/cannot-handle": { pass: 288, fail: 0, notApplicable: 0, notAssessed: 0, pending: 0 },
    };
    const agents = sampleResult().agents.map((agent) => ({ ...agent, rules }));
    const page = pages({ ...sampleResult(), agents, findings: [] }).get("周海.md")!;
    expect(page.indexOf("做得好的")).toBeLessThan(page.indexOf("可以换个说法"));
    // Wilson, 288 of 288 at 95 %: 288 / (288 + 1.96²) = 98.7 %
    expect(page).toContain("不说“我处理不了”：288 次都做到了（95% 区间 98.7–100.0%）");
    expect(page).toContain("这一期没有要改进的地方。");
  });

  it.each(["zh-CN", "en"] as const)("compare nobody with anybody: %s", (locale) => {
    const all = pages(sampleResult(), { locale });
    const ids = sampleResult().agents.map(({ id }) => id);
    for (const [name, page] of all) {
      expect(page).not.toMatch(/名次|排名|第一名|垫底|最差|最好|\brank|\bworst\b|\bbest\b|\bleague\b/i);
      if (name === "index.md") continue;
      expect(ids.filter((id) => page.includes(id))).toHaveLength(1);
    }
  });

  it("leave out what is suppressed, and say how much that is", () => {
    const all = pages(exemptResult());
    expect([...all.values()].join("")).toContain("已豁免的 1 处没有写进来");
    expect([...all.values()].join("")).not.toContain("C-1040");
  });

  it("show the agent's own way from audit to audit, and whether the last step is more than chance", () => {
    const trend = (...scores: readonly Earlier[]) =>
      /走势\*\*：(.*)/.exec(pages(sampleResult(), { past: past(...scores) }).get("王芳.md")!)?.[1];
    // 王芳 has 86.3 now, by 284 judged contacts
    expect(trend(["2026-03-01T18:00:00+08:00", 70.2, 400], ["2026-03-08T18:00:00+08:00", 60, 400])).toBe(
      "2026年3月1日 70.2 → 2026年3月8日 60.0 → 本次 86.3；比上次高 26.3 分，超出偶然波动",
    );
    expect(trend(["2026-03-08T18:00:00+08:00", 85.9, 400])).toBe(
      "2026年3月8日 85.9 → 本次 86.3；与上次的差别在偶然波动之内",
    );
    expect(trend(["2026-03-08T18:00:00+08:00", 99, 400])).toContain("比上次低 12.7 分，超出偶然波动");
    const many = Array.from({ length: 9 }, (_, at) => [`2026-03-0${at + 1}T18:00:00+08:00`, 80, 50] as const);
    expect(trend(...many)?.match(/→/g)).toHaveLength(6);
    expect(trend()).toBeUndefined();
    const others = pages(sampleResult(), { past: past(["2026-03-08T18:00:00+08:00", 85, 400]) });
    expect(others.get("周海.md")).not.toContain("走势");
  });

  it("are built the same whatever anybody's words are", () => {
    const skeleton = (page: string) =>
      page.split("\n").map((line) => /^(?:#+|[-*]| *>|\||\s*$)?/.exec(line)![0]);
    const page = (nasty: string) => {
      const result = nastyResult(nasty);
      return [...pages({ ...result, agents: result.agents.slice(0, 1) }).values()][1]!;
    };
    for (const nasty of [NASTY, "# x", "- [x](javascript:alert)", "<img src=x>", "a\n\n# b", "1. x", "***"]) {
      expect(skeleton(page(nasty))).toEqual(skeleton(page("x")));
      // what stands between backticks is code, and no markup
      expect(page(nasty).replace(/`[^`\n]+`/g, "")).not.toMatch(/<(?!\/?mark>|\/?code>)/);
    }
  });

  it("are an index alone where nothing was audited", () => {
    expect([...pages(emptyResult()).keys()]).toEqual(["index.md"]);
  });
});

describe("names of the pages", () => {
  const unit = fc.constantFrom(
    "a",
    "A",
    "é",
    "e\u0301",
    "字",
    "/",
    "\\",
    "..",
    ".",
    " ",
    ":",
    "\0",
    "CON",
    "😀",
  );

  it("are safe on every system, and no two the same on any", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit, maxLength: 6 }), { maxLength: 12 }), (ids) => {
        const names = fileNames([...ids, "index", "con", "LPT1"]);
        for (const name of names.values()) {
          expect(name).toMatch(/^[\p{L}\p{N}-]+$/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|index)$/i);
          expect(Buffer.byteLength(`${name}.md`)).toBeLessThan(255);
        }
        const folded = [...names.values()].map((name) => name.normalize("NFKC").toLowerCase());
        expect(new Set(folded).size).toBe(names.size);
      }),
    );
  });

  it("keep to 255 bytes however long an id is", () => {
    const [name] = fileNames(["字".repeat(300)]).values();
    expect(Buffer.byteLength(name!)).toBeLessThanOrEqual(48 * 3 + 9);
  });

  it("of an agent do not change when another one comes", () => {
    expect(fileNames(["王芳", "李 建国"]).get("李 建国")).toBe(fileNames(["李 建国"]).get("李 建国"));
  });
});

test.each([
  ["王芳.md", "zh-CN"],
  ["王芳.md", "en"],
  ["index.md", "en"],
] as const)("golden: %s in %s", async (name, locale) => {
  const page = pages(exemptResult(), { locale, past: past(["2026-03-08T18:00:00+08:00", 85, 400]) }).get(
    name,
  );
  await expect(page).toMatchFileSnapshot(
    `golden/coaching-${name === "index.md" ? "index" : "agent"}-${locale}.txt`,
  );
});
