import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleInCell } from "../../src/messages/index.js";
import { render } from "./render.js";
import { exemptResult } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

const HEADER =
  "severity,rule,title,contact,agent,team,at,file,line,column,quote,expected,found,advice,clause,source,id,baseline,suppressed-by,suppressed-because";

test("a finding a row, under headers that no language changes", () => {
  const text = render("csv", sampleResult());
  expect(text.startsWith(`\ufeff${HEADER}\r\n`)).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  const rows = read(text);
  expect(rows).toHaveLength(1 + sampleResult().findings.length);
  expect(rows[9]).toEqual([
    "critical",
    "wording/cannot-handle",
    "不说“我处理不了”",
    "C-1012",
    "王芳",
    "一组",
    "2026-03-12T15:20:41+08:00",
    "exports/transcripts-03.csv",
    "12",
    "18",
    "我处理不了",
    "这确实有点麻烦，不过我试一下吧；我请示一下上级",
    "我处理不了",
    "这确实有点麻烦，不过我试一下吧；我请示一下上级",
    "遇到问题时不要说“我处理不了”，不妨换一种积极的、实在的回答方式",
    "《客户服务与交流的技巧》",
    "1500000cc0ffee",
    "",
    "",
    "",
  ]);
  expect(read(render("csv", sampleResult(), { locale: "en" }))[9]![2]).toBe("Never say “I can't handle it”");
});

test("says of each finding whether it is known, and who says why it does not count", () => {
  const [, ...rows] = read(render("csv", exemptResult()));
  const exempt = rows.map((row) => row.slice(-3).join("|"));
  expect(exempt.slice(0, 3)).toEqual(["known||", "known||", "new||"]);
  expect(exempt.filter((cells) => cells === "new|李主管|客户要求坐席照念原文")).toHaveLength(1);
});

test("the byte order mark can be left out, and no findings are a header", () => {
  expect(render("csv", emptyResult(), { bom: false })).toBe(`${HEADER}\r\n`);
});

test("reads back cell for cell with another parser, and no cell is a formula", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", minLength: 1 }),
    fc.string({
      unit: fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        " ",
        "＝",
        '"',
        ",",
        "'",
        "字",
        "1",
        "\ufeff",
        "\u001b",
      ),
      minLength: 1,
    }),
  );
  fc.assert(
    fc.property(text, (nasty) => {
      const result = nastyResult(nasty);
      const [, ...rows] = read(render("csv", result));
      const shown = [...result.findings].map((finding) => visibleInCell(finding.quote ?? ""));
      expect(rows.map((row) => row[10]!.replace(/^'/, ""))).toEqual(
        shown.map((quote) => quote.replace(/^'/, "")),
      );
      expect(rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(cell))).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 30_000);

function read(text: string): string[][] {
  return parse(text, { bom: true, relax_column_count: false, record_delimiter: "\r\n" }) as string[][];
}
