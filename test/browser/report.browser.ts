import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditResult, Finding } from "../../src/model/result.js";
import { render } from "../reports/render.js";
import { exemptResult } from "../reports/sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "../reports/sample-result.js";
import { browserPath, launch, open } from "./browser.js";

const executable = browserPath();
if (executable === null)
  console.log("browser tests skipped: no Chromium at CHROMIUM_PATH or /usr/bin/chromium");

describe.skipIf(executable === null)("the HTML report in a browser", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "deskcheck-"));
    browser = await launch(executable ?? "");
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function saved(name: string, result: AuditResult, locale: "zh-CN" | "en" = "en"): string {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, render("html", result, { locale }));
    return pathToFileURL(file).href;
  }

  it("opens from disk, shows every finding, and asks nobody for anything", async () => {
    const { page, requests, complaints } = await open(browser, saved("plain", sampleResult()));
    expect(await page.title()).toBe("Customer service audit");
    expect(await count(page)).toBe("14 of 14");
    expect(await page.locator(".item").count()).toBe(14);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("filters by rule, severity, agent and team, searches, and clears", async () => {
    const { page } = await open(browser, saved("filter", sampleResult()));
    await page.getByLabel("Rule", { exact: true }).selectOption("response/chat-first-reply");
    expect(await count(page)).toBe("8 of 14");
    await page.getByLabel("Agent", { exact: true }).selectOption("Nadia Rahman");
    expect(await count(page)).toBe("3 of 14");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByRole("button", { name: "critical", exact: true }).click();
    expect(await count(page)).toBe("3 of 14");
    await page.getByRole("button", { name: "minor", exact: true }).click();
    expect(await count(page)).toBe("4 of 14");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByLabel("Team", { exact: true }).selectOption("一组");
    expect(await count(page)).toBe("13 of 14");
    await page.getByLabel("Team", { exact: true }).selectOption("");
    await page.getByLabel("Search the findings").fill("营业厅");
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "1 of 14");
    expect(await page.locator(".row .title").first().textContent()).toContain("can't handle it");
    await page.getByLabel("Search the findings").fill("nothing says this");
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "0 of 14");
    expect(await page.getByText("No finding matches.").isVisible()).toBe(true);
    await page.context().close();
  });

  it("tells findings that count from those that do not", async () => {
    const { page } = await open(browser, saved("exempt", exemptResult()));
    await page.locator("#gates").getByRole("link", { name: "1", exact: true }).click();
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "1 of 14");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByLabel("Counted", { exact: true }).selectOption("known");
    expect(await count(page)).toBe("3 of 14");
    expect(new Set(await page.locator(".row .tag").allTextContents())).toEqual(new Set(["in the baseline"]));
    await page.getByLabel("Counted", { exact: true }).selectOption("suppressed");
    expect(await count(page)).toBe("1 of 14");
    await page.locator(".row").first().click();
    expect(await page.locator(".detail").textContent()).toContain("suppressed, does not count (李主管");
    await page.context().close();
    const { page: plain } = await open(browser, saved("plain", sampleResult()));
    expect(await plain.getByLabel("Counted", { exact: true }).isVisible()).toBe(false);
    await plain.context().close();
  });

  it("leads a keyboard past everything to the findings", async () => {
    const { page } = await open(browser, saved("keyboard", sampleResult()));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the findings");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Search the findings",
    );
    await page.keyboard.type("营业厅");
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "1 of 14");
    await page.locator(".row").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".detail").count()).toBe(1);
    await page.context().close();
  });

  it("prints what it folds on a screen, and no controls", async () => {
    const { page } = await open(browser, saved("print", sampleResult(), "zh-CN"));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#pareto blockquote").first().isVisible()).toBe(true);
    for (const hidden of [".controls", ".contents", ".port", ".skip"])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    expect(await page.getByText("打印件不含逐条明细").isVisible()).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.context().close();
  });

  it("orders findings by time, by agent and worst first", async () => {
    const { page } = await open(browser, saved("order", sampleResult()));
    expect(await titles(page)).toMatch(/^Never say/);
    await page.getByLabel("Sort", { exact: true }).selectOption("time");
    expect(await titles(page)).toMatch(/^First reply to a chat/);
    await page.getByLabel("Sort", { exact: true }).selectOption("agent");
    expect(await page.locator(".row .who").first().textContent()).toContain("Nadia Rahman");
    await page.context().close();
  });

  it("follows a number to its findings, and the way back", async () => {
    const { page } = await open(browser, saved("follow", sampleResult()));
    await page.locator("#gates").getByRole("link", { name: "3", exact: true }).click();
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "3 of 14");
    expect(new URL(page.url()).hash).toBe("#findings?severity=critical");
    expect(
      await page.getByRole("button", { name: "critical", exact: true }).getAttribute("aria-pressed"),
    ).toBe("true");
    await page.locator("#agents").getByRole("link", { name: "Nadia Rahman", exact: true }).last().click();
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "4 of 14");
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "3 of 14");
    await page.context().close();
  });

  it("follows a point of a chart to its day, and a topic to its contacts", async () => {
    const { page } = await open(browser, saved("chart", sampleResult()));
    await page.locator("#t-response_2fchat-first-reply-days-title").waitFor({ state: "attached" });
    await page.locator('#times a[href="#findings?rule=response%2Fchat-first-reply&day=2026-03-09"]').click();
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "8 of 14");
    expect(await page.getByRole("button", { name: "remove filter: day 2026-03-09" }).isVisible()).toBe(true);
    await page.locator("#recurring").getByRole("link", { name: "C-1095", exact: true }).click();
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "1 of 14");
    await page.context().close();
  });

  it("opens a finding with the turns around it, the quoted words marked", async () => {
    const { page } = await open(browser, saved("detail", sampleResult()));
    const row = page.locator(".row").first();
    await row.click();
    expect(await row.getAttribute("aria-expanded")).toBe("true");
    expect(await page.locator(".detail .talk li").count()).toBe(3);
    expect(await page.locator(".detail mark").textContent()).toBe("我处理不了");
    expect(await page.locator(".detail").textContent()).toContain("exports/transcripts-03.csv:12:18");
    await row.click();
    expect(await page.locator(".detail").count()).toBe(0);
    await page.context().close();
  });

  it("sorts the agents by any column, agents without a value last", async () => {
    const { page } = await open(browser, saved("sort", sampleResult()));
    const names = () => page.locator("#agents tbody th").allTextContents();
    const before = await names();
    expect(before[0]).toBe("陈晓梅");
    await page.locator("#agents").getByRole("button", { name: "Contacts" }).click();
    expect((await names()).slice(0, 2).sort()).toEqual(["周海", "赵敏"].sort());
    await page.locator("#agents").getByRole("button", { name: "Rank" }).click();
    expect((await names()).slice(0, 4)).toEqual(before.slice(0, 4));
    await page.locator("#agents").getByRole("button", { name: "Rank" }).click();
    expect((await names())[0]).toBe(before[3]);
    expect((await names()).slice(4).sort()).toEqual(["周海", "赵敏"].sort());
    await page.context().close();
  });

  it.each([
    '<script>alert(1)</script><img src=x onerror="alert(2)">',
    "javascript:alert(3)",
    '"></script><!--<svg onload=alert(4)>',
  ])("keeps %j text, everywhere", async (nasty) => {
    const { page, requests, complaints } = await open(browser, saved("nasty", nastyResult(nasty)));
    await page.locator(".row").first().click();
    expect(await page.locator(".row .who").first().textContent()).toContain(nasty);
    expect(await page.locator(".talk .said").first().textContent()).toContain(nasty);
    const strays = await page.evaluate(() => ({
      scripts: [...document.scripts].filter(({ type }) => type !== "application/json").length,
      images: document.images.length,
      links: [...document.querySelectorAll("a")].filter(
        (a) => !(a.getAttribute("href") ?? "").startsWith("#"),
      ).length,
      handlers: document.querySelectorAll("[onload],[onerror],[onclick]").length,
    }));
    expect(strays).toEqual({ scripts: 1, images: 0, links: 0, handlers: 0 });
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("its policy stops what is none of its own", async () => {
    const { page } = await open(browser, saved("policy", sampleResult()));
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "document.documentElement.dataset.ran = 'yes'";
      document.body.append(script);
      const image = new Promise((resolve) => {
        const made = new Image();
        made.onload = () => resolve("loaded");
        made.onerror = () => resolve("refused");
        made.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
      });
      return { ran: document.documentElement.dataset.ran ?? "no", image: await image };
    });
    expect(ran).toEqual({ ran: "no", image: "refused" });
    await page.context().close();
  });

  it("draws only what is in view of fifty thousand findings, and filters them at once", async () => {
    const { page } = await open(browser, saved("large", many(50_000)));
    expect(await count(page)).toBe("50,000 of 50,000");
    expect(await page.locator(".item").count()).toBeLessThan(60);
    await page.locator(".port").evaluate((port) => port.scrollTo(0, 400_000));
    await page.waitForFunction(
      () => Number(document.querySelector(".item")?.getAttribute("aria-posinset")) > 1000,
    );
    await page.getByRole("button", { name: /^next/ }).click();
    expect(await page.locator(".pager span").textContent()).toBe("10,001–20,000");
    const took = await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>(".controls select");
      const from = performance.now();
      if (select !== null) {
        select.value = "opening/greeting";
        select.dispatchEvent(new Event("change"));
      }
      return { ms: performance.now() - from, count: document.querySelector(".count")?.textContent };
    });
    expect(took.count).toMatch(/^[\d,]+ of 50,000$/);
    expect(took.ms).toBeLessThan(1000);
    await page.getByLabel("Search the findings").fill("C-49999");
    await page.waitForFunction(() => document.querySelector(".count")?.textContent === "0 of 50,000");
    await page.context().close();
  });

  it("fits a phone: nothing but tables and charts scrolls sideways", async () => {
    const { page } = await open(browser, saved("phone", sampleResult(), "zh-CN"), {
      viewport: { width: 390, height: 844 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.locator(".row").first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.context().close();
  });

  it("stays readable without its script", async () => {
    const { page } = await open(browser, saved("noscript", sampleResult()), { javaScriptEnabled: false });
    expect(await page.locator("#pareto details").count()).toBe(5);
    expect(await page.getByText("need JavaScript").isVisible()).toBe(true);
    await page.context().close();
  });

  const looks = [
    ["zh-CN", "light"],
    ["zh-CN", "dark"],
    ["en", "light"],
    ["en", "dark"],
  ] as const;
  it.each(looks)("has no accessibility violation (%s, %s)", async (locale, colorScheme) => {
    for (const [name, result] of Object.entries({ sample: exemptResult(), empty: emptyResult() })) {
      const { page } = await open(browser, saved(`axe-${name}`, result, locale), {
        colorScheme,
        bypassCSP: true,
      });
      if (name === "sample") await page.locator(".row").first().click();
      for (const details of await page.locator("summary").all()) await details.click();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });
});

async function count(page: Page): Promise<string | null> {
  return page.locator(".count").textContent();
}

async function titles(page: Page): Promise<string> {
  return (await page.locator(".row .title").allTextContents()).join("\n");
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All rules of axe-core, best practices included. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>("axe.run(document)");
  return results.violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

function many(amount: number): AuditResult {
  const sample = sampleResult();
  const few = [...sample.findings];
  const findings = Array.from({ length: amount }, (_, at): Finding => {
    const one = few[at % few.length]!;
    return { ...one, id: `${one.id}${at}`, contact: `C-${at}`, line: at + 2 };
  });
  return { ...sample, findings };
}
