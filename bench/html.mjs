// The HTML report of half a million findings: seconds, bytes and memory; then, where there is a Chromium, how long the
// page takes to open, to filter and to search.
//
//   node bench/html.mjs [FINDINGS] [FILE]
import { closeSync, existsSync, openSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { DEFAULT_OPTIONS, FORMATS } from "../dist/reports/index.js";
import { randomFrom } from "./generate.mjs";

const count = Number(process.argv[2] ?? 500_000);
const file = process.argv[3] ?? join(tmpdir(), "deskcheck-bench.html");

const RULES = [
  "wording/cannot-handle",
  "opening/greeting",
  "closing/thanks",
  "closing/further-help",
  "empathy/apology",
];
const SEVERITIES = ["critical", "major", "major", "minor", "minor"];
const SAID = [
  "我跟您确认一下，您是说收到的商品颜色不对，对吗？",
  "这边可以为您申请换货，快递会在两个工作日内上门取件",
  "系统显示这笔退款已经提交，一般三到五天到账",
  "你们这个速度也太慢了吧，我要投诉，都第几次了",
];

/** A result whose findings are made as they are walked, as those of a saved result are read. */
function resultOf(findings) {
  return {
    schemaVersion: "1.0",
    manifest: {
      tool: { name: "deskcheck", version: "bench" },
      standard: { name: "bench", version: "1", sha256: "0".repeat(64) },
      config: { file: null, sha256: "0".repeat(64) },
      asOf: null,
      asOfFrom: null,
      timezone: "Asia/Shanghai",
      inputs: [],
    },
    ledger: [],
    totals: {
      contacts: findings,
      turns: findings * 8,
      kinds: { calls: 0, tickets: 0, transcripts: findings, messages: 0, surveys: 0 },
      calls: null,
      findings: { critical: findings / 5, major: (2 * findings) / 5, minor: (2 * findings) / 5, info: 0 },
      score: { raw: 80, final: 70, contacts: findings },
      from: "2026-01-01T08:00:00+08:00",
      to: "2026-12-31T20:00:00+08:00",
    },
    dimensions: [],
    rules: RULES.map((id, at) => ruleOf(id, SEVERITIES[at], findings / 5)),
    gates: [],
    teams: [],
    agents: [],
    series: {},
    recurring: { rules: [], topics: none(), types: none(), causes: none() },
    honours: { reference: null, best: [], worst: [] },
    outcomes: { resolved: null, unresolved: null, criticalContacts: 0 },
    promises: [],
    complaints: null,
    findings: { length: findings, [Symbol.iterator]: () => walk(findings) },
    incomplete: [],
  };
}

function ruleOf(id, severity, fail) {
  const words = { zh: `规则 ${id}`, en: `rule ${id}` };
  const nothing = { notApplicable: 0, notAssessed: 0, pending: 0, missing: [], reasons: {}, groups: [] };
  const counts = { pass: fail, fail, rate: 0.5, interval: [0.49, 0.51], measure: null, level: null };
  const about = {
    clause: "条款",
    source: "手册",
    dimension: "empathy",
    check: "phrase",
    target: null,
    advice: words,
  };
  return { id, title: words, severity, ...about, ...counts, ...nothing };
}

function none() {
  return { contacts: 0, filled: 0, items: [], others: 0 };
}

function* walk(findings) {
  const random = randomFrom(7);
  for (let at = 0; at < findings; at++) {
    const rule = at % RULES.length;
    const number = Math.floor(at / 3);
    const turn = 2 + random(20);
    const said = `这个订单${random(1_000_000)}我处理不了，${SAID[random(SAID.length)]}`;
    const day = String(1 + random(28)).padStart(2, "0");
    yield {
      id: at.toString(16).padStart(16, "0"),
      rule: RULES[rule],
      severity: SEVERITIES[rule],
      contact: `T${number}`,
      agent: `坐席${number % 400}`,
      team: `班组${number % 20}`,
      file: `transcripts-${1 + (number % 12)}.csv`,
      line: at + 2,
      column: 24,
      turn,
      at: `2026-${String(1 + random(12)).padStart(2, "0")}-${day}T${String(8 + random(12)).padStart(2, "0")}:15:00+08:00`,
      quote: "我处理不了",
      how: "as-written",
      expected: `规则 ${RULES[rule]}`,
      found: "我处理不了",
      context: [
        { turn: turn - 1, speaker: "customer", text: `${SAID[random(SAID.length)]}${random(1000)}` },
        { turn, speaker: "agent", text: said },
        { turn: turn + 1, speaker: "customer", text: SAID[random(SAID.length)] },
      ],
    };
  }
}

function render() {
  const started = performance.now();
  const descriptor = openSync(file, "w");
  let buffered = "";
  for (const chunk of FORMATS.html.report(resultOf(count), DEFAULT_OPTIONS)) {
    buffered += chunk;
    if (buffered.length < 1 << 20) continue;
    writeSync(descriptor, buffered);
    buffered = "";
  }
  writeSync(descriptor, buffered);
  closeSync(descriptor);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1024;
  const size = statSync(file).size / 1e6;
  console.log(
    `${count} findings: ${seconds.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor, start included), ${size.toFixed(1)} MB of HTML, ${memory.toFixed(0)} MB at most`,
  );
}

async function browse(executablePath) {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ];
  const browser = await chromium.launch({
    executablePath,
    args: [...args, "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage();
  const started = performance.now();
  await page.goto(pathToFileURL(file).href, { timeout: 120_000 });
  await page.locator(".item").first().waitFor({ timeout: 120_000 });
  console.log(`opened in ${((performance.now() - started) / 1000).toFixed(2)} s`);
  for (const [name, hash] of [
    ["one rule", "#findings?rule=closing%2Fthanks"],
    ["one agent", `#findings?agent=${encodeURIComponent("坐席17")}`],
    ["by time", "#findings?sort=time"],
    ["one day", "#findings?day=2026-06-15"],
  ]) {
    const ms = await page.evaluate(async (to) => {
      const from = performance.now();
      location.hash = to;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - from;
    }, hash);
    console.log(`${name}: ${ms.toFixed(0)} ms until drawn, ${await page.locator(".count").textContent()}`);
  }
  const longest = await page.evaluate(async () => {
    let [last, most] = [performance.now(), 0];
    const watch = setInterval(() => {
      most = Math.max(most, performance.now() - last);
      last = performance.now();
    }, 1);
    const from = performance.now();
    location.hash = `#findings?q=${encodeURIComponent("订单999")}`;
    const busy = () => /%/.test(document.querySelector(".count")?.textContent ?? "");
    await new Promise((resolve) => setTimeout(resolve, 50));
    while (busy()) await new Promise((resolve) => setTimeout(resolve, 20));
    clearInterval(watch);
    return { most, whole: performance.now() - from };
  });
  console.log(
    `search of all words: ${longest.whole.toFixed(0)} ms, never longer than ${longest.most.toFixed(0)} ms without a pause for the reader, ${await page.locator(".count").textContent()}`,
  );
  await browser.close();
}

render();
const chromiumPath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
if (existsSync(chromiumPath)) await browse(chromiumPath);
