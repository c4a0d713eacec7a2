import readExcel from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { visibleInCell } from "../../src/messages/index.js";
import type { AuditResult } from "../../src/model/result.js";
import { DEFAULT_OPTIONS, FILE_FORMATS, type ReportOptions } from "../../src/reports/index.js";
import { bookOf } from "../../src/reports/xlsx/cells.js";
import { findingsSheet } from "../../src/reports/xlsx/findings.js";
import { summarySheet } from "../../src/reports/xlsx/summary.js";
import { openXlsx, type RawSheet } from "./open-xlsx.js";
import { exemptResult, NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

function written(result: AuditResult, options: Partial<ReportOptions> = {}): Promise<Uint8Array> {
  return FILE_FORMATS.xlsx.report(result, { ...DEFAULT_OPTIONS, ...options });
}

/** By a reader of somebody else's: values with their types. */
async function read(bytes: Uint8Array) {
  const sheets = await readExcel(Buffer.from(bytes), { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** A moment as days since the last day of 1899, as workbooks count them; a number as it is. */
function serial(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  return expect.closeTo(value.getTime() / 86_400_000 + 25_569, 6) as unknown;
}

function sheet(sheets: readonly RawSheet[], name: string): RawSheet {
  return sheets.find((one) => one.name === name)!;
}

describe("XLSX", () => {
  it("has the sheets of an audit, each headed, filtered and with its head in view", async () => {
    const { sheets } = openXlsx(await written(sampleResult()));
    expect(sheets.map(({ name }) => name)).toEqual(["概况", "坐席", "规则", "问题", "承诺", "台账"]);
    for (const { xml, rows } of sheets) {
      const last = rows[0]!.at(-1)!.at.replace(/\d+/, "");
      expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"');
      expect(xml).toContain(`<autoFilter ref="A1:${last}${rows.length}"`);
      expect(xml.match(/<col [^>]*width="\d+"/g)).toHaveLength(rows[0]!.length);
      expect(new Set(rows[0]!.map(({ style }) => style)).size).toBe(1);
    }
    const english = openXlsx(await written(sampleResult(), { locale: "en" })).sheets;
    expect(english.map(({ name }) => name)).toEqual([
      "Summary",
      "Agents",
      "Rules",
      "Findings",
      "Promises",
      "Ledger",
    ]);
    expect(JSON.stringify(english.map(({ rows }) => rows[0]))).not.toMatch(/\p{Script=Han}/u);
  });

  it("reads with another reader as it was written: texts, numbers, moments", async () => {
    const result = sampleResult();
    const sheets = await read(await written(result));
    const findings = sheets.get("问题")!;
    expect(findings).toHaveLength(1 + result.findings.length);
    expect(findings[9]!.slice(0, 8)).toEqual([
      "致命",
      "wording/cannot-handle",
      "不说“我处理不了”",
      "C-1012",
      "王芳",
      "一组",
      expect.any(Date),
      "我处理不了",
    ]);
    // a day's fraction of fifteen digits is a moment to the second
    expect(Math.round(Number(findings[9]![6]) / 1000)).toBe(Date.UTC(2026, 2, 12, 15, 20, 41) / 1000);
    expect(findings[9]!.slice(12)).toEqual(["exports/transcripts-03.csv", 12, 18, "是", "1500000cc0ffee"]);
    const agents = sheets.get("坐席")!;
    expect(agents).toHaveLength(1 + result.agents.length);
    expect(agents[1]!.slice(0, 5)).toEqual(["陈晓梅", "一组", 402, 94.1, 95.1]);
    const promises = sheets.get("承诺")!;
    expect(promises.slice(1).map(([state, contact]) => [state, contact])).toEqual([
      ["已兑现", "C-1012"],
      ["未兑现", "C-1040"],
      ["未到期或无法判定", "C-1095"],
    ]);
    const rule = sheets.get("规则")!.find(([, id]) => id === "response/chat-first-reply")!;
    expect(rule[5]).toBe(0.625);
  });

  it("has the same cells for a second reader that knows only the standard", async () => {
    for (const result of [sampleResult(), exemptResult(), nastyResult(NASTY)]) {
      const bytes = await written(result);
      const theirs = await read(bytes);
      for (const { name, rows } of openXlsx(bytes).sheets) {
        const data = theirs.get(name)!;
        for (const [row, cells] of rows.entries()) {
          const texts = cells.filter(({ type }) => type === "s").map(({ text }) => text);
          expect(texts).toEqual(data[row]!.filter((value) => typeof value === "string"));
          const numbers = cells.filter(({ type, text }) => type === "n" && text !== "");
          const others = data[row]!.filter((value) => value !== null && typeof value !== "string");
          expect(numbers.map(({ text }) => Number(text))).toEqual(others.map(serial));
        }
      }
    }
  });

  it("shows the gates as numbers, shares with the digits that decide them", async () => {
    const gates = [
      { ...sampleResult().gates[3]!, found: "94.9999%", interval: [0.94, 0.96] as const },
      sampleResult().gates[1]!,
    ];
    const { sheets, parts } = openXlsx(await written({ ...sampleResult(), gates }));
    const [share, score] = sheet(sheets, "概况").rows.slice(-2);
    expect(share!.slice(1, 3).map(({ type, text }) => `${type} ${text}`)).toEqual(["n 0.949999", "s ≥ 95%"]);
    expect(score![1]).toMatchObject({ type: "n", text: "84.96" });
    const formats = [
      ...parts.get("xl/styles.xml")!.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g),
    ];
    const styles = [...parts.get("xl/styles.xml")!.matchAll(/<xf numFmtId="(\d+)"[^>]*xfId="0"/g)];
    const shown = (cell: { readonly style: number }) =>
      formats.find(([, id]) => id === styles[cell.style]![1])?.[2] ?? "General";
    expect(share!.map(shown)).toEqual([
      "General",
      "0.0000%",
      "General",
      "General",
      "General",
      "0.0%",
      "0.0%",
    ]);
    const from = sheet(sheets, "概况").rows.find(([label]) => label!.text === "开始")!;
    expect(shown(from[1]!)).toBe("yyyy-mm-dd hh:mm:ss");
  });

  it.each(["=1+1", "+86 10", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "_x0041_"])(
    "keeps %j a text, and the text that it is",
    async (nasty) => {
      const bytes = await written(nastyResult(nasty));
      const { sheets } = openXlsx(bytes);
      for (const { xml } of sheets) expect(xml).not.toMatch(/<f[ >/]/);
      const shown = visibleInCell(nasty);
      const raw = sheet(sheets, "问题").rows[9]!;
      expect(raw.find(({ at }) => at === "H10")).toMatchObject({ type: "s", text: shown });
      const findings = (await read(bytes)).get("问题")!;
      // read-excel-file leaves characters written by their codes as they are written
      expect(String(findings[9]![7]).replaceAll("_x005F_", "_")).toBe(shown);
    },
  );

  it("cuts what no cell of Excel can hold, between two characters", async () => {
    const long = `${"字".repeat(32_765)}😀😀`;
    const { sheets } = openXlsx(await written(nastyResult(long)));
    const quote = sheet(sheets, "问题").rows[9]!.find(({ at }) => at === "H10")!;
    expect(quote.text).toBe(`${"字".repeat(32_765)}…`);
  });

  it("lists the worst findings where there are too many for a sheet, in the order of the files", () => {
    const result = sampleResult();
    const book = bookOf(result, DEFAULT_OPTIONS);
    const severities = findingsSheet(book, 5).rows.map(([severity]) => severity);
    expect(severities).toEqual(["致命", "致命", "致命", "严重", "严重"]);
  });

  it("says on the first sheet how many findings are left out", () => {
    const book = bookOf(sampleResult(), DEFAULT_OPTIONS);
    const row = summarySheet(book, 9).rows.find(([label]) => String(label).startsWith("没有列入“问题”表"));
    expect(row).toEqual([expect.any(String), 9]);
    expect(summarySheet(book, 0).rows.flat()).not.toContainEqual(expect.stringContaining("没有列入"));
  });

  it("says which findings do not count and why", async () => {
    const findings = (await read(await written(exemptResult()))).get("问题")!;
    const counts = findings.slice(1).map((row) => row[15]);
    expect(counts.slice(0, 3)).toEqual(["否：基线里已有", "否：基线里已有", "是"]);
    expect(counts).toContain("否：已豁免，李主管：客户要求坐席照念原文");
  });

  it("is the same bytes for the same result, whenever and wherever it is made", async () => {
    const first = await written(sampleResult());
    const { TZ } = process.env;
    process.env.TZ = "America/St_Johns";
    try {
      expect(Buffer.compare(await written(sampleResult()), first)).toBe(0);
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  it("opens where nothing was audited", async () => {
    const sheets = await read(await written(emptyResult()));
    expect([...sheets.keys()]).toEqual(["概况", "坐席", "规则", "问题", "台账"]);
    expect(sheets.get("问题")).toHaveLength(1);
  });
});
