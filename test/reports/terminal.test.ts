import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Locale } from "../../src/messages/index.js";
import type { AuditResult } from "../../src/model/result.js";
import { type Palette, PLAIN, type Tone } from "../../src/reports/index.js";
import { render } from "./render.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

const LOCALES: readonly Locale[] = ["zh-CN", "en"];
const NASTY = "\u001b[31m红\u001b[0m\u202egnp.exe\u2066\r\n=1+1\u200b|<b>`*_@you";

describe.each(LOCALES)("in %s", (locale) => {
  test.each([80, 120])("the whole report at %d columns", async (width) => {
    const report = render("terminal", sampleResult(), { locale, width });
    await expect(report).toMatchFileSnapshot(`golden/terminal-${locale}-${width}.txt`);
  });

  test("nothing audited", async () => {
    const report = render("terminal", emptyResult(), { locale, width: 80 });
    await expect(report).toMatchFileSnapshot(`golden/terminal-empty-${locale}.txt`);
  });

  test("other people's worst words", async () => {
    const report = render("terminal", nastyResult(NASTY), { locale, width: 100 });
    await expect(report).toMatchFileSnapshot(`golden/terminal-nasty-${locale}.txt`);
  });

  test.each([40, 60, 80, 100, 120, 140])(
    "no line is longer than %d columns",
    { timeout: 30_000 },
    (width) => {
      for (const result of [sampleResult(), emptyResult(), nastyResult(NASTY)]) {
        for (const ambiguousWide of [false, true]) {
          const lines = render("terminal", result, { locale, width, ambiguousWide }).split("\n");
          const options = { ambiguousIsNarrow: !ambiguousWide };
          const long = lines.filter((line) => stringWidth(line, options) > width && !isSample(line));
          expect(long).toEqual([]);
        }
      }
    },
  );
});

test("many rules without a verdict are counted, not listed; few are listed", () => {
  const { rules, ...result } = sampleResult();
  const [lacking, level, ...others] = rules;
  const clones = (n: number, rule: AuditResult["rules"][number]) =>
    Array.from({ length: n }, (_, i) => ({ ...rule, id: `own/silent-${rule.notAssessed}-${i}` }));
  const never = { ...lacking!, notAssessed: 0, missing: [] };
  const shown = (added: AuditResult["rules"]) =>
    render("terminal", { ...result, rules: [level!, ...others, ...added] }, { locale: "en", width: 140 });
  const silent = others.filter(({ pass, fail }) => pass + fail === 0).length;
  const few = shown(clones(3 - silent, never));
  expect(few).not.toContain("judged no contact");
  expect(few).toContain("own/silent-0-0");
  const many = shown([...clones(4, lacking!), ...clones(2, never)]);
  expect(many).toContain(
    `${6 + silent} more rules judged no contact and are not in the table; 4 lacked data`,
  );
  expect(many).toContain("met no contact that they apply to");
  expect(many).not.toMatch(/own\/silent-0/);
  expect(many).toContain(level!.id);
});

/** Lines of a config to copy are not broken, whatever their length. */
function isSample(line: string): boolean {
  return /^ {6}( {2}- files:| {6}\S.*: ["[])/.test(line);
}

test("words of anybody reach the terminal without a control code", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (nasty) => {
      const lines = render("terminal", nastyResult(nasty), { width: 80 }).split("\n");
      expect(lines.filter((line) => /[\p{Cc}\p{Cf}\p{Cs}]/u.test(line))).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 30_000);

test("colours add sequences and change no words", () => {
  const plain = render("terminal", sampleResult(), { width: 80 });
  const styled = render("terminal", sampleResult(), { width: 80, colour: angles() });
  const stripped = styled.replace(/<\/?[a-z]+>/g, "");
  const withoutUnderlines = plain.split("\n").filter((line) => !/^ *\^+$/.test(line));
  expect(stripped).toBe(withoutUnderlines.join("\n"));
  expect(styled).toContain("这个<mark>我处理不了</mark>，您再等等看吧。");
  expect(styled).toContain("<bad>致命</bad>");
});

test("the marked words are underlined where there is no colour", () => {
  const lines = render("terminal", sampleResult(), { width: 80 }).split("\n");
  const at = lines.findIndex((line) => line.includes("这个我处理不了"));
  const [before = ""] = lines[at]!.split("我处理不了");
  expect(lines[at + 1]).toBe(`${" ".repeat(stringWidth(before))}${"^".repeat(10)}`);
});

test("there is never more than one blank line, and none at the ends", () => {
  for (const result of [sampleResult(), emptyResult()]) {
    expect(render("terminal", result)).not.toMatch(/^\n|\n\n\n|\n\n$|[ \t]\n/);
  }
});

test("what is hidden is counted, and the way to see it is named", () => {
  const limits = { findings: 2, agents: 2, items: 1 };
  const report = render("terminal", sampleResult(), { width: 100, limits });
  expect(report).toContain("还有 6 处没有列出");
  expect(report).toContain("没有列出的共 7 处，查看全部请加：--format csv=findings.csv");
  expect(report).toContain("中间 2 名略");
  expect(report).toContain("周海（12 条，58.3） 等，另有 1 名");
  expect(report).toContain("没有用到的列：序号 …");
});

test("findings beyond the first five of a rule are set apart", () => {
  const limits = { findings: 100, agents: 20, items: 12 };
  const report = render("terminal", sampleResult(), { width: 100, limits });
  expect(report).toContain("另外 3 处");
  expect(report).not.toContain("没有列出");
  expect(report.match(/exports\/chats-03\.csv:\d+:3 /g)).toHaveLength(8);
});

test("agents that cannot be told apart are said to be so", () => {
  const sample = sampleResult();
  const agents = sample.agents.map((agent) => ({
    ...agent,
    rank: null,
    band: null,
    score: { ...agent.score, shrunk: null },
  }));
  expect(render("terminal", { ...sample, agents })).toContain("坐席之间的差异没有超出偶然波动，不排名：");
});

describe("what rules could not assess", () => {
  const lacking = (missing: readonly string[], kind: "calls" | "transcripts"): string => {
    const sample = sampleResult();
    const rules = sample.rules.slice(0, 2).map((rule) => ({ ...rule, notAssessed: 7, missing }));
    const ledger = sample.ledger.slice(0, 1).map((file) => ({ ...file, kind }));
    return render("terminal", { ...sample, rules, ledger }, { width: 140 });
  };

  test("a missing column is named with the config that would map it", () => {
    const report = lacking(["ring-seconds"], "calls");
    expect(report).toContain("response/pickup-three-rings、response/service-level（各 7 条记录）");
    expect(report).toContain('          columns:\n            ring-seconds: "您的列名"');
  });

  test("words that no call log has are looked for in other files", () => {
    expect(lacking(["text"], "calls")).toContain(
      "请把这些文件一起质检：deskcheck audit calls.csv transcripts.csv",
    );
    expect(lacking(["text"], "transcripts")).toContain('text: "您的列名"');
  });

  test("a channel can be given for the whole file", () => {
    expect(lacking(["channel"], "calls")).toContain(
      '        - files: "您的文件.csv"\n          channel: "chat"',
    );
  });

  test("failures are no verdicts outside the rate", () => {
    expect(render("terminal", sampleResult())).not.toContain("已过期仍未完成");
  });
});

test("without any verdict on a contact nothing is called clean", () => {
  const rules = sampleResult().rules.map((rule) => ({ ...rule, pass: 0, fail: 0 }));
  const report = render("terminal", { ...sampleResult(), rules, findings: [] });
  expect(report).toContain("没有一条服务记录能逐条判定，所以这里没有问题可列。");
  expect(render("terminal", { ...sampleResult(), findings: [] })).toContain("没有发现问题。");
});

describe("the verdict", () => {
  const met: AuditResult = {
    ...sampleResult(),
    gates: sampleResult().gates.filter((gate) => gate.met === true),
  };
  const last = (result: AuditResult): string =>
    render("terminal", result, { width: 140 }).trimEnd().split("\n\n").at(-1)!;

  test("all gates met", () => {
    expect(last(met)).toBe("结论：达标，退出码 0。1 项考核指标全部达到要求。");
  });

  test("a failed gate", () => {
    expect(last(sampleResult())).toContain(
      "结论：未达标，退出码 1。3 项考核指标没有达到要求：致命问题数（实际 3，要求 ≤ 0）",
    );
  });

  test("rejected rows beat a failed gate", () => {
    const incomplete = [{ code: "rejected-rows", subject: "calls.csv", count: 3, detail: null }] as const;
    expect(last({ ...sampleResult(), incomplete })).toBe(
      "结论：质检不完整，退出码 2。calls.csv 有 3 行被剔除，没有质检；另有 3 项考核指标未达标。",
    );
  });

  test("a gate of the user's that could not be judged, named once", () => {
    const gate = { ...met.gates[0]!, met: null, by: "config", reason: "not-assessed" } as const;
    const why =
      "结论：质检不完整，退出码 2。考核指标“80% 的来电 20 秒内接起”无法判定（缺少判定所需的数据）。";
    expect(last({ ...met, gates: [gate] })).toBe(why);
    const incomplete = [
      { code: "gate-not-assessed", subject: gate.id, count: 1, detail: "not-assessed" },
    ] as const;
    expect(last({ ...met, gates: [gate], incomplete })).toBe(why);
  });

  test("nothing to judge", () => {
    expect(last({ ...met, gates: [] })).toBe("结论：没有设考核指标，退出码 0。");
    const gate = { ...met.gates[0]!, met: null, by: "standard", reason: "no-contacts" } as const;
    expect(last({ ...met, gates: [gate] })).toBe("结论：没有可判定的考核指标，退出码 0。");
    expect(last(emptyResult())).toBe("结论：质检不完整，退出码 2。没有可以质检的服务记录。");
  });
});

/** Each tone as a pair of tags. */
function angles(): Palette {
  const tags = Object.keys(PLAIN).map(
    (tone) => [tone, (words: string) => `<${tone}>${words}</${tone}>`] as const,
  );
  return { ...PLAIN, ...(Object.fromEntries(tags) as Partial<Record<Tone, (words: string) => string>>) };
}
