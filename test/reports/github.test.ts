import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { visible } from "../../src/messages/index.js";
import type { AuditResult, Finding } from "../../src/model/result.js";
import { render } from "./render.js";
import { exemptResult, NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

/** A workflow command as the runner reads it (actions/runner, ActionCommand.cs): what it unescapes, and in which order. */
interface Command {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

function commands(result: AuditResult): readonly Command[] {
  const text = render("github", result);
  expect(text.endsWith("\n")).toBe(true);
  return text.slice(0, -1).split("\n").map(command);
}

function command(line: string): Command {
  const [, level, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const pairs = properties!.split(",").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), property(pair.slice(at + 1))] as const;
  });
  return { level: level!, properties: Object.fromEntries(pairs), message: data(message!) };
}

function data(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function property(text: string): string {
  const plain = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return plain.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}

function many(severities: Readonly<Partial<Record<Finding["severity"], number>>>): AuditResult {
  const [finding] = sampleResult().findings;
  const findings = Object.entries(severities).flatMap(([severity, count]) =>
    Array.from({ length: count }, (_, at) => ({
      ...finding!,
      severity: severity as Finding["severity"],
      line: at + 2,
      id: `${severity}${at}`,
    })),
  );
  return { ...sampleResult(), findings };
}

const count = (all: readonly Command[], level: string) => all.filter((one) => one.level === level).length;

describe("GitHub annotations", () => {
  it("put the worst first, and say at the end what the audit came to", () => {
    const all = commands(sampleResult());
    expect(all.map(({ level }) => level)).toEqual([
      ...Array<string>(3).fill("error"),
      ...Array<string>(9).fill("warning"),
      ...Array<string>(3).fill("notice"),
    ]);
    expect(all[0]!.properties).toEqual({
      file: "exports/transcripts-03.csv",
      line: "12",
      col: "18",
      title: "不说“我处理不了” (wording/cannot-handle)",
    });
    expect(all[0]!.message).toBe(
      "“我处理不了”\n建议：这确实有点麻烦，不过我试一下吧；我请示一下上级\n坐席 王芳 · 流水号 C-1012",
    );
    expect(all.at(-1)!.properties).toEqual({ title: "deskcheck" });
    expect(all.at(-1)!.message).toContain("退出码 1");
    expect(all.at(-1)!.message).toContain("共 14 处问题。");
  });

  it("are never more than GitHub shows of a step, and one line says how many are left out", () => {
    const all = commands(many({ critical: 11, major: 40, minor: 5, info: 20 }));
    expect([count(all, "error"), count(all, "warning"), count(all, "notice")]).toEqual([10, 10, 10]);
    expect(all).toHaveLength(30);
    expect(all.at(-1)!.message).toContain("共 76 处问题，标出 29 处，未标出 47 处。");
  });

  it("take ten errors, ten warnings and nine notices without leaving any out", () => {
    const all = commands(many({ critical: 10, major: 10, minor: 4, info: 5 }));
    expect(all).toHaveLength(30);
    expect(all.at(-1)!.message).toContain("共 29 处问题。");
  });

  it("are not made of findings that do not count, whose number is said", () => {
    const all = commands(exemptResult());
    expect(all).toHaveLength(14 - 4 + 1);
    expect(all.at(-1)!.message).toContain("共 14 处问题，标出 10 处，未标出 4 处，其中 4 处不计入考核");
  });

  it("are one summary where there is nothing to say", () => {
    expect(commands(emptyResult())).toHaveLength(1);
  });

  it("come back from the runner as they went in, whatever words they are of, and no word is a command", () => {
    const unit = fc.constantFrom("%", "\r", "\n", ",", ":", "::error::", "%0A", "%25", "字", "\u001b", "a");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 12 }), (nasty) => {
        const all = commands(nastyResult(nasty));
        expect(all).toHaveLength(15);
        // a file's backslashes are slashes in an annotation, and what cannot be seen is written out
        const seen = visible(nasty);
        for (const { properties, message } of all.slice(0, -1)) {
          expect(properties.file).toBe(seen);
          expect(message).toContain(`坐席 ${seen} · 流水号 ${seen}`);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test.each(["zh-CN", "en"] as const)("golden: sample in %s", async (locale) => {
  await expect(render("github", sampleResult(), { locale })).toMatchFileSnapshot(
    `golden/github-${locale}.txt`,
  );
});

test("golden: nasty words", async () => {
  await expect(render("github", nastyResult(NASTY))).toMatchFileSnapshot("golden/github-nasty.txt");
});
