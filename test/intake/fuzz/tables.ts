import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";

/** How a table is written. */
export interface Writing {
  readonly writer: "ours" | "papaparse";
  readonly delimiter: string;
  readonly quote: string;
  readonly backslash: boolean;
  readonly lineEnd: string;
  readonly quoteAll: boolean;
  readonly finalLineEnd: boolean;
  readonly encoding: (typeof WRITTEN_ENCODINGS)[number];
}

export const WRITTEN_ENCODINGS = [
  "utf8",
  "utf8-bom",
  "gb18030",
  "utf-16le",
  "utf-16be",
  "utf-16le-bom",
  "utf-16be-bom",
] as const;

export type Table = readonly (readonly string[])[];

/** Cells as service records have them, and as they break readers: delimiters, quotes, line ends, signs of other scripts. */
const CELLS = [
  "",
  "您好，请问有什么可以帮到您？",
  "好的,谢谢",
  '他说"三天到"，没到',
  '"整句"',
  "第一行\n第二行",
  "a;b",
  "a|b",
  "a\tb",
  "it's",
  '5" 管',
  " 空格 ",
  "2026-03-01 10:00:05",
  "12.50",
  "-",
  "=1+1",
  "“引号”",
  "😀",
  "路径\\文件",
];

const NAMES = ["流水号", "说话人", "内容", "坐席", "备注", "开始秒数"];

/** A header and rows below it, whose first cells are ids: enough to see what the delimiter is. */
export const anyTable: fc.Arbitrary<Table> = fc.integer({ min: 3, max: NAMES.length }).chain((width) =>
  fc
    .array(fc.array(fc.constantFrom(...CELLS), { minLength: width - 1, maxLength: width - 1 }), {
      minLength: 6,
      maxLength: 30,
    })
    .map((rows) => [NAMES.slice(0, width), ...rows.map((cells, row) => [`T${100 + row}`, ...cells])]),
);

export const anyWriting: fc.Arbitrary<Writing> = fc
  .record({
    writer: fc.constantFrom("ours" as const, "papaparse" as const),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    quote: fc.constantFrom('"', '"', '"', "'"),
    backslash: fc.boolean(),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    quoteAll: fc.boolean(),
    finalLineEnd: fc.boolean(),
    encoding: fc.constantFrom(...WRITTEN_ENCODINGS),
  })
  // a few apostrophes may be anything: whoever quotes with them or escapes by backslash does it everywhere
  .map((writing) => ({
    ...writing,
    quoteAll: writing.quoteAll || writing.quote === "'" || writing.backslash,
  }));

/** Two backslashes may be two backslashes, unless some quote shows that a backslash escapes. */
export function showsItsEscape(table: Table, { backslash, quote }: Writing): boolean {
  const cells = table.flat();
  return (
    !backslash || cells.some((cell) => cell.includes(quote)) || !cells.some((cell) => cell.includes("\\"))
  );
}

export function written(table: Table, writing: Writing): Uint8Array {
  const { lineEnd, finalLineEnd, encoding } = writing;
  const text =
    (writing.writer === "ours" ? ourText : papaText)(table, writing) + (finalLineEnd ? lineEnd : "");
  const codec = encoding.replace("-bom", "");
  return iconv.encode(text, codec, { addBOM: encoding.endsWith("-bom") });
}

/** A cell with a line end is always in quotes, whatever ends the rows. */
function ourText(table: Table, { delimiter, quote, backslash, quoteAll, lineEnd }: Writing): string {
  const escaped = (cell: string) =>
    backslash
      ? cell.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`)
      : cell.replaceAll(quote, quote + quote);
  const cellText = (cell: string) => {
    const special =
      cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/.test(cell) || cell !== cell.trim();
    return quoteAll || special ? `${quote}${escaped(cell)}${quote}` : cell;
  };
  return table.map((row) => row.map(cellText).join(delimiter)).join(lineEnd);
}

function papaText(table: Table, { delimiter, quote, backslash, quoteAll, lineEnd }: Writing): string {
  const cells = backslash ? table.map((row) => row.map((cell) => cell.replaceAll("\\", "\\\\"))) : table;
  return Papa.unparse(
    cells.map((row) => [...row]),
    {
      delimiter,
      quoteChar: quote,
      escapeChar: backslash ? "\\" : quote,
      quotes: quoteAll,
      newline: lineEnd,
    },
  );
}

/** The physical line on which each row starts; the header is on line 1. */
export function startLines(table: Table): readonly number[] {
  let line = 1;
  return table.map((row) => {
    const start = line;
    line += row.join("").split("\n").length;
    return start;
  });
}
