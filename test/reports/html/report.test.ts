import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { assets } from "../../../scripts/build-html-assets.mjs";
import type { AuditResult } from "../../../src/model/result.js";
import { SCRIPT, STYLE } from "../../../src/reports/html/assets.js";
import { DEFAULT_OPTIONS, FORMATS } from "../../../src/reports/index.js";
import { render } from "../render.js";
import { exemptResult } from "../sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "../sample-result.js";

const LOCALES = ["zh-CN", "en"] as const;

describe("the HTML report", () => {
  it.each(LOCALES)("has every section, linked from its contents (%s)", (locale) => {
    const page = render("html", sampleResult(), { locale });
    const ids = [...page.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      "summary",
      "gates",
      "dimensions",
      "times",
      "pareto",
      "recurring",
      "rules",
      "teams",
      "agents",
      "promises",
      "honours",
      "costs",
      "findings",
      "ledger",
    ]);
    for (const id of ids) expect(page).toContain(`<a href="#${id}">`);
  });

  it("says which findings do not count, and why, where there is a baseline or a suppression", () => {
    const page = render("html", exemptResult(), { locale: "en" });
    expect(page).toContain('<section id="exemptions"');
    expect(drawn(page)).toContain("3 known, 11 new, 2 of the baseline not found this time");
    expect(drawn(page)).toContain("line 6 expired on 2026-03-30");
    expect(page).toContain('href="#findings?severity=critical&amp;status=counted"');
    const facets = [...page.matchAll(/data-part="facets">(.*?)<\/script>/gs)].map(([, json]) =>
      JSON.parse(json!),
    );
    expect(facets.flatMap(({ x }) => x)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0]);
    expect(render("html", sampleResult())).not.toContain('id="exemptions"');
  });

  it("estimates no costs where there is nothing to estimate from, and says why", () => {
    const outcomes = { resolved: null, unresolved: null, criticalContacts: 0 };
    const page = drawn(render("html", { ...sampleResult(), outcomes }, { locale: "en" }));
    expect(page).toContain("no file says whether problems were solved (resolved): nothing to estimate");
    expect(page).not.toContain("82%");
  });

  it("writes units as each locale does", () => {
    expect(drawn(render("html", sampleResult()))).toContain("≤ 15 秒 (3 × 5 秒)");
    expect(drawn(render("html", sampleResult(), { locale: "en" }))).toContain("≤ 15 s (3 × 5 s)");
  });

  it("is the same bytes every time", () => {
    expect(render("html", sampleResult())).toBe(render("html", sampleResult()));
  });

  it("is the same bytes in whichever order a saved result has the counts of a level", () => {
    const result = sampleResult();
    const turned = result.rules.map((rule) => {
      if (rule.level === null) return rule;
      const counts = Object.fromEntries(Object.entries(rule.level.counts).reverse());
      return { ...rule, level: { ...rule.level, counts } };
    });
    expect(result.rules.some(({ level }) => level !== null)).toBe(true);
    expect(render("html", { ...result, rules: turned })).toBe(render("html", result));
  });

  it("ends with a line break and is one document", () => {
    const page = render("html", sampleResult());
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(page).toMatch(/<\/html>\n$/);
  });

  it("leads every link to something that is on the page", () => {
    const page = render("html", sampleResult());
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
    expect(targets.length).toBeGreaterThan(60);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const target of targets) expect(ids).toContain(target.slice(1).split("?")[0]);
  });

  it("leads a gate to its charts where there are any, and to the table of rules else", () => {
    const result = sampleResult();
    const gate = 'href="#t-response_2fservice-level"';
    expect(render("html", result)).toContain(gate);
    const { "response/service-level": few } = result.series;
    const little = {
      ...few!,
      days: few!.days.slice(0, 4),
      hours: few!.hours.slice(0, 3),
      distribution: null,
    };
    const page = render("html", { ...result, series: { "response/service-level": little } });
    expect(page).not.toContain(gate);
    expect(page).not.toContain('id="times"');
    expect(page).toMatch(/href="#rules" class="strong [a-z]+">84.3%/);
  });

  it("links counts only where there are findings, and calls nothing recurring that has none", () => {
    const result = sampleResult();
    const findings = [...result.findings].filter(({ rule }) => rule !== "response/chat-first-reply");
    const page = drawn(render("html", { ...result, findings }, { locale: "en" }));
    const part = (id: string) => page.slice(page.indexOf(`<section id="${id}"`)).split("</section>")[0]!;
    const link = 'href="#findings?rule=response%2Fchat-first-reply"';
    expect(part("rules")).toContain("First reply to a chat");
    expect(part("rules")).not.toContain(link);
    expect(part("recurring")).not.toContain("First reply to a chat");
    expect(part("recurring")).toContain('href="#findings?rule=wording%2Fcannot-handle"');
  });

  it("folds rules that are no matter of time, and those without anything to judge", () => {
    const result = sampleResult();
    const { "response/service-level": series } = result.series;
    const page = drawn(
      render(
        "html",
        { ...result, series: { "opening/greeting": series!, ...result.series } },
        { locale: "en" },
      ),
    );
    expect(page).toMatch(/<article class="panel" id="t-response_2fservice-level">/);
    expect(page).toMatch(/<details class="panel rule" id="t-opening_2fgreeting">/);
    expect(page).toContain("<summary>1 rule with nothing to judge</summary>");
  });

  it("gives every element an id of its own", () => {
    const ids = [...render("html", sampleResult()).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names nobody's costs where it is told not to", () => {
    const page = render("html", sampleResult(), { costs: false });
    expect(page).not.toContain('id="costs"');
    expect(page).not.toContain("82%");
  });

  it.each(LOCALES)("says something sensible of an audit of nothing (%s)", (locale) => {
    const page = render("html", emptyResult(), { locale });
    expect(page).toContain(locale === "en" ? "there was no contact to audit" : "没有可以质检的服务记录");
    expect(page).not.toContain('data-part="facets"');
    expect(drawn(page)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("computes nothing that is no number", () => {
    expect(drawn(render("html", sampleResult()))).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("the page's policy", () => {
  const page = render("html", sampleResult());
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1] ?? "";

  it("allows nothing but the one script and the one style sheet that are in it", () => {
    const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
    expect(policy.replaceAll("&#39;", "'")).toBe(
      `default-src 'none'; script-src '${hash(SCRIPT)}'; style-src '${hash(STYLE)}'; base-uri 'none'; form-action 'none'`,
    );
    const scripts = [...page.matchAll(/<script(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g)];
    expect(scripts.map(([, code]) => code)).toEqual([SCRIPT]);
    expect([...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, code]) => code)).toEqual([STYLE]);
  });

  it("needs no inline handler, no inline style, and asks nobody for anything", () => {
    const body = drawn(page);
    expect(body).not.toMatch(/<[^>]*\son[a-z]+=/i);
    expect(body).not.toMatch(/<[^>]*\sstyle=/i);
    expect(body).not.toMatch(/<(?:link|img|iframe|object|embed|base|form)\b/i);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//i);
    expect(STYLE).not.toMatch(/url\(|@import/);
    expect(SCRIPT).not.toMatch(
      /\beval\b|innerHTML|insertAdjacentHTML|document\.write|new Function|fetch\(|XMLHttpRequest/,
    );
  });
});

describe("other people's words", () => {
  const NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</script><!--",
    "{{7*7}}$" + "{7*7}",
    "\u202egnp.exe\u0000\u001b[31m",
  ];

  it.each(NASTY)("stay text everywhere: %j", (nasty) => {
    const tame = tags(render("html", nastyResult("x")));
    expect(tags(render("html", nastyResult(nasty)))).toEqual(tame);
  });

  it("reach the page's script whole", () => {
    const page = render("html", nastyResult(NASTY.join(" ")));
    const bodies = [...page.matchAll(/data-part="body">(.*?)<\/script>/gs)].map(([, json]) =>
      JSON.parse(json!),
    );
    expect(JSON.stringify(bodies)).toContain("<script>alert(1)</script>");
  });
});

describe("the findings' data", () => {
  it("carries every finding, whatever the limits of the static part", () => {
    const result = { ...sampleResult(), findings: many(10_000) } satisfies AuditResult;
    const page = render("html", result, { limits: { findings: 1, agents: 1, items: 1 } });
    const chunks = [...page.matchAll(/data-part="facets">(.*?)<\/script>/gs)].map(([, json]) =>
      JSON.parse(json!),
    );
    expect(chunks.map(({ r }) => r.length)).toEqual([...Array.from({ length: 9 }, () => 1024), 784]);
    const bodies = [...page.matchAll(/data-part="body">(.*?)<\/script>/gs)].map(([, json]) =>
      JSON.parse(json!),
    );
    const contacts = bodies.flatMap(({ texts, rows }) => rows.map((row: number[]) => texts[row[0]!]));
    expect(contacts).toEqual(many(10_000).map(({ contact }) => contact));
  });

  it("passes a hundred thousand findings through in small pieces", () => {
    let made = 0;
    function* walk() {
      for (const finding of many(100_000)) {
        made += 1;
        yield finding;
      }
    }
    const findings = { length: 100_000, [Symbol.iterator]: walk };
    let longest = 0;
    for (const piece of FORMATS.html.report({ ...sampleResult(), findings }, DEFAULT_OPTIONS))
      longest = Math.max(longest, piece.length);
    expect(longest).toBeLessThan(300_000);
    // once to count them by rule, once to write them
    expect(made).toBe(200_000);
  });
});

it("holds the script and the style sheet as they were last built", () => {
  const built = assets();
  expect(SCRIPT).toBe(built.script);
  expect(STYLE).toBe(built.style);
});

/** The page without its script and style. */
function drawn(page: string): string {
  return page.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
}

/** The names of all elements in order, those of the page's own data left out. */
function tags(page: string): readonly string[] {
  return [...page.matchAll(/<(\/?[a-z][a-z0-9-]*)/gi)].map(([, name]) => name!);
}

function many(count: number): AuditResult["findings"] & ReturnType<typeof Array.from<{ contact: string }>> {
  const [first] = [...sampleResult().findings];
  return Array.from({ length: count }, (_, at) => ({ ...first!, contact: `C-${at}`, line: at + 2 }));
}
