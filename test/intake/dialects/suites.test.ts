import { describe, expect, it } from "vitest";
import { cellsIn, damageOf, readTable } from "../read-table.js";

interface Case {
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** `code line,line` of what is left out. */
  readonly out?: readonly string[];
}

/** The twelve files of csv-spectrum by their names, written anew for this project. */
const SPECTRUM: Readonly<Record<string, Case>> = {
  comma_in_quotes: {
    text: 'name,street,place\nLin,12 Mill Rd.,"Leeds, UK"\n',
    header: ["name", "street", "place"],
    rows: [["Lin", "12 Mill Rd.", "Leeds, UK"]],
  },
  empty: {
    text: 'a,b,c\n1,"",""\n2,3,4\n',
    header: ["a", "b", "c"],
    rows: [
      ["1", "", ""],
      ["2", "3", "4"],
    ],
  },
  empty_crlf: {
    text: 'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    header: ["a", "b", "c"],
    rows: [
      ["1", "", ""],
      ["2", "3", "4"],
    ],
  },
  escaped_quotes: {
    text: 'a,b\n1,"well, ""yes"", then"\n3,4\n',
    header: ["a", "b"],
    rows: [
      ["1", 'well, "yes", then'],
      ["3", "4"],
    ],
  },
  json: {
    text: 'key,val\n1,"{""kind"": ""call"", ""ring"": [4.5, 0]}"\n',
    header: ["key", "val"],
    rows: [["1", '{"kind": "call", "ring": [4.5, 0]}']],
  },
  location_coordinates: {
    text: 'Place,Where\nLondon,"51°30\'26""N 0°7\'39""W"\nOslo,"59°54\'50""N 10°45\'8""E"\n',
    header: ["Place", "Where"],
    rows: [
      ["London", "51°30'26\"N 0°7'39\"W"],
      ["Oslo", "59°54'50\"N 10°45'8\"E"],
    ],
  },
  newlines: {
    text: 'a,b,c\n1,2,3\n"Long ago \nthere was",5,6\n7,8,9\n',
    header: ["a", "b", "c"],
    rows: [
      ["1", "2", "3"],
      ["Long ago \nthere was", "5", "6"],
      ["7", "8", "9"],
    ],
  },
  newlines_crlf: {
    text: 'a,b,c\r\n1,2,3\r\n"Long ago \r\nthere was",5,6\r\n7,8,9\r\n',
    header: ["a", "b", "c"],
    rows: [
      ["1", "2", "3"],
      ["Long ago \r\nthere was", "5", "6"],
      ["7", "8", "9"],
    ],
  },
  quotes_and_newlines: {
    text: 'a,b\n1,"oh \n""really"" \nyes"\n3,4\n',
    header: ["a", "b"],
    rows: [
      ["1", 'oh \n"really" \nyes'],
      ["3", "4"],
    ],
  },
  simple: { text: "a,b,c\n1,2,3\n", header: ["a", "b", "c"], rows: [["1", "2", "3"]] },
  simple_crlf: { text: "a,b,c\r\n1,2,3\r\n", header: ["a", "b", "c"], rows: [["1", "2", "3"]] },
  utf8: {
    text: "a,b,c\n1,2,3\n4,5,ʤ\n",
    header: ["a", "b", "c"],
    rows: [
      ["1", "2", "3"],
      ["4", "5", "ʤ"],
    ],
  },
};

/** What the test suites of papaparse and csv-parse try, each on a table of ours. */
const HARD: Readonly<Record<string, Case>> = {
  "spaces before an opening quote": {
    text: 'a,b\n1, "x, y"\n2, "z"\n3,w\n',
    header: ["a", "b"],
    rows: [
      ["1", "x, y"],
      ["2", "z"],
      ["3", "w"],
    ],
  },
  "spaces behind a closing quote, and before a line end": {
    text: 'a,b\n"x, y" ,1\n2,"z" \n',
    header: ["a", "b"],
    rows: [
      ["x, y", "1"],
      ["2", "z"],
    ],
  },
  "a field of nothing but a quote": {
    text: 'a,b\n1,""""\n2,x\n',
    header: ["a", "b"],
    rows: [
      ["1", '"'],
      ["2", "x"],
    ],
  },
  "five quotes in a row with a delimiter": {
    text: 'a,b\n1,"""""x,y"\n2,z\n',
    header: ["a", "b"],
    rows: [
      ["1", '""x,y'],
      ["2", "z"],
    ],
  },
  "quotes around a delimiter inside quotes": {
    text: 'a,b,c\n1,""",""",x\n2,y,z\n',
    header: ["a", "b", "c"],
    rows: [
      ["1", '","', "x"],
      ["2", "y", "z"],
    ],
  },
  "a quote that is not closed at the end of the file": {
    text: 'a,b\n1,x\n2,y\n3,"z\n',
    header: ["a", "b"],
    rows: [
      ["1", "x"],
      ["2", "y"],
    ],
    out: ["quote-unclosed 4"],
  },
  "quotes inside unquoted fields": {
    text: 'a,b\n1,x "y" z\n2,5" pipe\n',
    header: ["a", "b"],
    rows: [
      ["1", 'x "y" z'],
      ["2", '5" pipe'],
    ],
  },
  "rows of empty fields": {
    text: "a,b,c\n,,\n1,,3\n,,\n",
    header: ["a", "b", "c"],
    rows: [
      ["", "", ""],
      ["1", "", "3"],
      ["", "", ""],
    ],
  },
  "an empty last field without a line end": {
    text: "a,b\n1,2\n3,",
    header: ["a", "b"],
    rows: [
      ["1", "2"],
      ["3", ""],
    ],
  },
  "the ASCII unit separator": {
    text: "id\u001ftext\u001fend\n1\u001fx, y\u001fz\n2\u001fw\u001fv\n",
    header: ["id", "text", "end"],
    rows: [
      ["1", "x, y", "z"],
      ["2", "w", "v"],
    ],
  },
  "semicolons beside decimal commas": {
    text: "id;price;vat\n1;12,50;2,38\n2;3,00;0,57\n",
    header: ["id", "price", "vat"],
    rows: [
      ["1", "12,50", "2,38"],
      ["2", "3,00", "0,57"],
    ],
  },
  "bars beside commas in every text": {
    text: "id|text|note\n1|yes, sure|a, b\n2|no, thanks|c, d\n",
    header: ["id", "text", "note"],
    rows: [
      ["1", "yes, sure", "a, b"],
      ["2", "no, thanks", "c, d"],
    ],
  },
  "quotes around every field, escaped by backslashes": {
    text: '"id","text"\n"1","he said \\"no\\", and left"\n"2","fine"\n',
    header: ["id", "text"],
    rows: [
      ["1", 'he said "no", and left'],
      ["2", "fine"],
    ],
  },
  "a backslash that is only a backslash": {
    text: 'id,path\n1,"C:\\new\\"\n2,D:\\old\n',
    header: ["id", "path"],
    rows: [
      ["1", "C:\\new\\"],
      ["2", "D:\\old"],
    ],
  },
  "apostrophes as quotes": {
    text: "id,text,n\n'1','it''s, well, so','a'\n'2','b','c'\n'3','d','e'\n",
    header: ["id", "text", "n"],
    rows: [
      ["1", "it's, well, so", "a"],
      ["2", "b", "c"],
      ["3", "d", "e"],
    ],
  },
  "apostrophes in English text": {
    text: "id,text\n1,it's\n2,'tis\n3,don't\n",
    header: ["id", "text"],
    rows: [
      ["1", "it's"],
      ["2", "'tis"],
      ["3", "don't"],
    ],
  },
  "CR, LF and CRLF in one file": {
    text: "a,b\r\n1,2\n3,4\r5,6\r\n7,8\n",
    header: ["a", "b"],
    rows: [
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
      ["7", "8"],
    ],
  },
  "a header between CR and LF": {
    text: "id,text\r1,x\n2,y\n3,z\n",
    header: ["id", "text"],
    rows: [
      ["1", "x"],
      ["2", "y"],
      ["3", "z"],
    ],
  },
  "title lines, one of them with commas": {
    text: "Calls of March, all queues\nMade on 2026-04-01\n\ncontact_id,agent,outcome\n1,Lin,answered\n2,Chen,missed\n",
    header: ["contact_id", "agent", "outcome"],
    rows: [
      ["1", "Lin", "answered"],
      ["2", "Chen", "missed"],
    ],
  },
  "comment lines with a stray quote": {
    text: '# written by "crm 5\n# it\'s fine, really\ncontact_id,agent,outcome\n1,Lin,answered\n2,"Chen, Y.",missed\n',
    header: ["contact_id", "agent", "outcome"],
    rows: [
      ["1", "Lin", "answered"],
      ["2", "Chen, Y.", "missed"],
    ],
  },
  "the line that tells Excel the delimiter": {
    text: "sep=;\nid;text\n1;x, y, z\n2;a, b, c\n",
    header: ["id", "text"],
    rows: [
      ["1", "x, y, z"],
      ["2", "a, b, c"],
    ],
  },
  "that line in quotes, and a bar": {
    text: '"sep=|"\r\nid|text\r\n1|x\r\n',
    header: ["id", "text"],
    rows: [["1", "x"]],
  },
  "headers twice, and without a name": {
    text: "id,,id,note,\n1,2,3,4,5\n6,7,8,9,10\n",
    header: ["id", "", "id", "note", ""],
    rows: [
      ["1", "2", "3", "4", "5"],
      ["6", "7", "8", "9", "10"],
    ],
  },
  "names of an object's own properties": {
    text: "__proto__,constructor,toString\n1,2,3\n",
    header: ["__proto__", "constructor", "toString"],
    rows: [["1", "2", "3"]],
  },
  "a delimiter behind every row, the header too": {
    text: "a,b,\n1,2,\n3,4,\n",
    header: ["a", "b", ""],
    rows: [
      ["1", "2", ""],
      ["3", "4", ""],
    ],
  },
  "a delimiter behind most rows": {
    text: "a,b,\n1,2,\n3,4\n5,6,\n",
    header: ["a", "b", ""],
    rows: [
      ["1", "2", ""],
      ["3", "4"],
      ["5", "6", ""],
    ],
  },
  "a delimiter behind the header alone": {
    text: "a,b,\n1,2\n3,4\n",
    header: ["a", "b"],
    rows: [
      ["1", "2"],
      ["3", "4"],
    ],
  },
  "one column": {
    text: "text\nhello\nyes; no, maybe\nfine\nwell\ngood\n",
    header: ["text"],
    rows: [["hello"], ["yes; no, maybe"], ["fine"], ["well"], ["good"]],
  },
  "line ends doubled on the way through two systems": {
    text: "a,b\r\r\n1,2\r\r\n3,4\r\r\n",
    header: ["a", "b"],
    rows: [
      ["1", "2\r"],
      ["3", "4\r"],
    ],
  },
};

for (const [suite, cases] of [
  ["csv-spectrum", SPECTRUM],
  ["hard cases of papaparse and csv-parse", HARD],
] as const) {
  describe(suite, () => {
    for (const [name, { text, header, rows, out = [] }] of Object.entries(cases)) {
      it(name, () => {
        const table = readTable(text);
        expect(table.headers).toEqual(header);
        expect(cellsIn(table)).toEqual(rows);
        expect(damageOf(table)).toEqual(out);
      });
    }
  });
}

describe("what the user says comes first", () => {
  it("a delimiter, by character or name", () => {
    const text = "a;b,c\n1;2,3\n";
    for (const [delimiter, header] of [
      [";", ["a", "b,c"]],
      ["semicolon", ["a", "b,c"]],
      ["逗号", ["a;b", "c"]],
    ] as const) {
      expect(readTable(text, { delimiter }).headers).toEqual(header);
    }
    expect(readTable("a\tb c\n1\t2 3\n", { delimiter: "\\t" }).headers).toEqual(["a", "b c"]);
    expect(() => readTable(text, { delimiter: "::" })).toThrowError(
      expect.objectContaining({ code: "delimiter-unsupported" }),
    );
  });

  it("names for the columns of a file without a header", () => {
    const table = readTable("C1,Lin,5\nC2,Chen,7\n", { header: ["id", "agent", "wait"] });
    expect(table.headers).toEqual(["id", "agent", "wait"]);
    expect(table.headerLine).toBe(0);
    expect(cellsIn(table)).toEqual([
      ["C1", "Lin", "5"],
      ["C2", "Chen", "7"],
    ]);
  });
});
