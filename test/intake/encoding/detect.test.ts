import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { detectEncoding } from "../../../src/intake/encoding/detect.js";
import { readTable } from "../read-table.js";

/** Every encoding in which the text can be written, with the name that is to be found. */
const CODECS = [
  ["utf8", "UTF-8"],
  ["gb18030", "GB18030"],
  ["big5hkscs", "Big5"],
  ["utf-16le", "UTF-16LE"],
  ["utf-16be", "UTF-16BE"],
] as const;

/** Short files are the hard ones: of these chardet and jschardet get several wrong. */
const SHORT = {
  "two names": "坐席,张三\n",
  "a header alone": "工号,姓名,状态\n",
  "names, one a line": "姓名\n张伟\n王芳\n李娜\n刘强\n",
  outcomes: "编号,结果\n1,接通\n2,未接\n",
  "a bank by its letters": "id,corp\n1,联通\n",
  "traditional names": "姓名,部門\n陳大文,客戶服務部\n黃小明,投訴組\n",
  "Hong Kong's own characters": "編號,內容\n1,我嘅單到咗未呀？喺邊度睇㗎\n",
  "one Chinese word behind five hundred rows of ASCII": `id,agent,outcome\n${"17,8001,answered\n".repeat(500)}18,8002,客户\n`,
} as const;

describe("the encoding of short files", () => {
  for (const [name, text] of Object.entries(SHORT)) {
    for (const [codec, encoding] of CODECS) {
      const bytes = iconv.encode(text, codec, { addBOM: false });
      // simplified characters do not exist in Big5
      if (iconv.decode(bytes, codec) !== text) continue;
      it(`${name} in ${encoding}`, () => {
        expect(detectEncoding(bytes, true, []).encoding).toBe(encoding);
      });
    }
  }

  it("a few accents in UTF-8 are no Chinese", () => {
    for (const text of ["id,name\n1,José\n", "id,name\n1,José\n2,Zoë\n", "id,price\n1,£5\n2,50°\n"]) {
      expect(detectEncoding(Buffer.from(text), true, [])).toEqual({
        encoding: "UTF-8",
        mark: 0,
        by: "bytes",
      });
    }
  });

  it("Western European text as Excel saves it there is a guess", () => {
    const bytes = iconv.encode("id,name\n1,José Muñoz\n2,Jürgen\n3,François – “ok”\n", "windows-1252");
    expect(detectEncoding(bytes, true, [])).toEqual({ encoding: "Windows-1252", mark: 0, by: "guess" });
  });
});

describe("where the head does not tell", () => {
  const ascii = Buffer.from("17,8001,answered\n".repeat(40));
  it("more of the file is looked at", () => {
    const later = iconv.encode("18,8002,客户说没有收到退款，请尽快处理\n", "gb18030");
    expect(detectEncoding(ascii, false, [ascii, later]).encoding).toBe("GB18030");
  });

  it("a file that is all ASCII is UTF-8, and that is no guess", () => {
    expect(detectEncoding(ascii, false, [ascii])).toEqual({ encoding: "UTF-8", mark: 0, by: "bytes" });
  });
});

describe("bytes that are no text", () => {
  const chinese = Array.from({ length: 200 }, (_, i) => `T${i},客户,您好，我的订单${i}还没有到\n`);
  const header = "contact_id,speaker,text\n";

  it("sixteen bad bytes do not turn a UTF-8 file into another; each place is told, with its line", () => {
    const bad = new Map(Array.from({ length: 16 }, (_, i) => [i * 12 + 3, 0x80 + ((i * 37) % 128)]));
    const bytes = Buffer.concat([
      Buffer.from(header),
      ...chinese.flatMap((line, i) =>
        bad.has(i)
          ? [Buffer.from(line.slice(0, -1)), Buffer.of(bad.get(i)!), Buffer.from("\n")]
          : [Buffer.from(line)],
      ),
    ]);
    const table = readTable(bytes);
    expect(table.encoding).toEqual({ encoding: "UTF-8", mark: 0, by: "bytes" });
    expect(table.rows).toHaveLength(200);
    const [entry, ...others] = table.ledger.entries;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ code: "invalid-bytes", effect: "noted", count: 16 });
    expect(entry!.lines).toEqual([...bad.keys()].slice(0, 10).map((row) => row + 2));
    expect(entry!.sample).toContain("�");
    for (const [row, { cells }] of table.rows.entries()) {
      expect(cells[2]!.endsWith("�")).toBe(bad.has(row));
    }
  });

  it("a lead byte without its second half does not swallow a delimiter or a line end", () => {
    for (const codec of ["gb18030", "big5hkscs"]) {
      const text = chinese.map((line) => line.replace("您", "你")).join("");
      const lines = iconv.decode(iconv.encode(text, codec), codec).replaceAll("?", "個").split("\n");
      const broken = lines.slice(0, -1).map((line, i) => {
        const bytes = iconv.encode(line, codec);
        return Buffer.concat([bytes, i === 50 ? Buffer.of(0xb0) : Buffer.alloc(0), Buffer.from("\n")]);
      });
      const table = readTable(Buffer.concat([Buffer.from(header), ...broken]));
      expect(table.rows).toHaveLength(200);
      expect(table.rows.every(({ cells }) => cells.length === 3)).toBe(true);
      expect(table.ledger.entries.map(({ code, lines: at }) => [code, at])).toEqual([
        ["invalid-bytes", [52]],
      ]);
    }
  });

  it("NULs are shown and told, and make no UTF-16 of a file", () => {
    const table = readTable("id,a,text\n1,x,he\0lo\n2,y,w\0\0rld\n3,z,fine\n");
    expect(table.encoding.encoding).toBe("UTF-8");
    expect(table.rows.map(({ cells }) => cells[2])).toEqual(["he�lo", "w�rld", "fine"]);
    expect(table.ledger.entries.map(({ code, count, lines }) => [code, count, lines])).toEqual([
      ["invalid-bytes", 2, [2, 3]],
    ]);
  });

  it("characters cut in two by the reading buffer are whole again", () => {
    // three bytes a character and rows of an odd length: every boundary falls somewhere inside
    for (const codec of ["utf8", "gb18030", "utf-16le", "big5hkscs"]) {
      const rows = Array.from({ length: 30_000 }, (_, i) => `${i},${"好".repeat(i % 23)},a`);
      const table = readTable(iconv.encode(`id,text,end\n${rows.join("\n")}\n`, codec));
      expect(table.ledger.entries).toEqual([]);
      expect(table.rows.map(({ cells }) => cells.join())).toEqual(rows);
    }
  });
});

describe("the user's word", () => {
  const bytes = iconv.encode("流水号,内容\nT1,您好\n", "gb18030");
  it("counts before what the bytes say", () => {
    expect(readTable(bytes, { encoding: "GBK" }).encoding).toEqual({
      encoding: "GB18030",
      mark: 0,
      by: "told",
    });
    expect(readTable(bytes, { encoding: "big5" }).encoding.encoding).toBe("Big5");
  });

  it("has to be a name that is known", () => {
    expect(() => readTable(bytes, { encoding: "klingon" })).toThrowError(
      expect.objectContaining({ code: "encoding-unknown" }),
    );
  });
});
