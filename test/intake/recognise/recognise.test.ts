import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { InputOptions } from "../../../src/intake/options.js";
import { normaliseHeader } from "../../../src/intake/recognise/headers.js";
import type { FieldName } from "../../../src/model/fields.js";
import { type ReadFile, readExport } from "../vendors/page.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function read(text: string, options: InputOptions = {}): Promise<ReadFile> {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, text);
  return readExport(path, "Asia/Shanghai", options);
}

const values = ({ contacts }: ReadFile, field: FieldName) =>
  contacts.map((contact) => contact.values[field] ?? null);
/** Field → the headers it is read from, and by what. */
const mapping = ({ ledger }: ReadFile) =>
  Object.fromEntries(
    ledger.read.columns.map(({ field, columns, by }) => [field, `${columns.join("+")} ${by}`]),
  );

describe("the order of day and month", () => {
  const log = (dates: readonly string[]) =>
    `call id,call date,outcome\n${dates.map((date, at) => `c${at},${date},answered`).join("\n")}\n`;
  const EITHER = Array.from({ length: 600 }, (_, at) => `0${(at % 9) + 1}/0${(at % 7) + 1}/2026`);

  test.each([
    ["23/01/2026", "2026-01-08T00:00:00+08:00"],
    ["01/23/2026", "2026-08-01T00:00:00+08:00"],
  ])(
    "one cell far down the column decides for all: after %s, 08/01/2026 is %s",
    async (telling, expected) => {
      const result = await read(log(EITHER.with(450, telling)));
      expect(EITHER[7]).toBe("08/01/2026");
      expect(values(result, "offered-at")[7]).toBe(expected);
      expect(values(result, "offered-at")[450]).toBe("2026-01-23T00:00:00+08:00");
    },
  );

  test("where no cell tells, the config must: the error names the field and a cell", async () => {
    const text = log(EITHER);
    await expect(read(text)).rejects.toMatchObject({
      code: "date-order-undecidable",
      args: { field: "offered-at", name: "call date", found: "01/01/2026" },
    });
    const told = await read(text, { formats: { "offered-at": "MM/DD/YYYY" } });
    expect(values(told, "offered-at")[7]).toBe("2026-08-01T00:00:00+08:00");
  });

  test("a column that holds both orders is undecidable, a broken cell in a hundred is rejected", async () => {
    const mixed = EITHER.with(3, "23/01/2026").with(4, "01/23/2026");
    await expect(read(log(mixed))).rejects.toMatchObject({ code: "date-order-undecidable" });
    const oneBroken = Array.from({ length: 99 }, (_, at) => `${13 + (at % 10)}/01/2026`).concat("01/23/2026");
    const { ledger } = await read(log(oneBroken));
    expect(ledger).toMatchObject({ rows: 100, audited: 99, rejected: 1 });
    expect(ledger.entries).toContainEqual(expect.objectContaining({ code: "bad-time", lines: [101] }));
  });

  test.each([
    ["excel", "46083.5", "2026-03-02T12:00:00+08:00"],
    ["epoch", "1772413200", "2026-03-02T09:00:00+08:00"],
    ["epoch-ms", "1772413200000", "2026-03-02T09:00:00+08:00"],
    ["D MMM YYYY", "2 Mar 2026", "2026-03-02T00:00:00+08:00"],
    ["DD.MM.YYYY", "02.03.2026", "2026-03-02T00:00:00+08:00"],
  ])("told %s", async (format, cell, expected) => {
    const result = await read(log([cell]), { formats: { "offered-at": format } });
    expect(values(result, "offered-at")).toEqual([expected]);
  });
});

describe("headers", () => {
  test.each([
    ["Speed of answer in seconds", "speedofanswer"],
    ["Speed_Of_Answer (s)", "speedofanswer"],
    ["ＳＰＥＥＤ of  answer", "speedofanswer"],
    ["排队时长(秒)", "排队时长"],
    ["排队时长（分钟）", "排队时长"],
    ["Answered (Y/N)", "answered"],
    ["【坐席】姓名", "姓名"],
  ])("%s is %s", (header, name) => {
    expect(normaliseHeader(header)).toBe(name);
  });

  test("the same table in English, Chinese, with spaces and in capitals", async () => {
    const row = "c1,2026-03-02 09:00:00,Ada,answered,12";
    const headers = [
      "call id,start time,agent,outcome,queue seconds",
      "通话ID,来电时间,坐席姓名,接听状态,排队时长(秒)",
      " CALL ID , Start Time , AGENT NAME , Call Status , Queue_Time (s) ",
      "callId,startTime,agentName,callStatus,queueTime",
    ];
    const read1 = await Promise.all(headers.map((header) => read(`${header}\n${row}\n`)));
    for (const { contacts } of read1) expect(contacts).toEqual(read1[0]?.contacts);
  });

  test("a name whose cells are something else is not taken for it", async () => {
    const result = await read(
      "call id,outcome,start time,rating\nc1,answered,2026-03-02 09:00,good\nc2,answered,2026-03-02 09:10,bad\n",
    );
    expect(mapping(result).rating).toBeUndefined();
    expect(result.ledger.read.unused).toEqual(["rating"]);
  });

  test("one that nothing recognises is an error with all kinds that were tried", async () => {
    await expect(read("甲,乙\n1,2\n")).rejects.toMatchObject({
      code: "header-unknown",
      args: { header: "甲 | 乙", missing: expect.stringMatching(/transcripts: .*calls: /) },
    });
  });
});

describe("the user's word", () => {
  test("comes before the names of headers", async () => {
    const text = "call id,agent,operator,outcome\nc1,Ada,Bea,answered\n";
    const result = await read(text, { columns: { agent: "operator" } });
    expect(values(result, "agent")).toEqual(["Bea"]);
    expect(mapping(result).agent).toBe("operator config");
    expect(result.ledger.read.unused).toEqual(["agent"]);
  });

  test("joins a date and a time, and the parts of a key", async () => {
    const text =
      "line,no,day,clock,outcome\nA,7,2026-03-02,9:05 PM,answered\nB,7,2026-03-02,9:06 PM,answered\n";
    const result = await read(text, {
      kind: "calls",
      columns: { "contact-id": ["line", "no"], "offered-at": ["day", "clock"] },
    });
    expect(values(result, "contact-id")).toEqual(["A/7", "B/7"]);
    expect(values(result, "offered-at")[0]).toBe("2026-03-02T21:05:00+08:00");
  });

  test("names the columns of a file without a header", async () => {
    const result = await read("c1,Ada,answered\nc2,Bea,no answer\n", {
      kind: "calls",
      header: ["call id", "agent", "outcome"],
    });
    expect(values(result, "outcome")).toEqual(["answered", "unanswered"]);
    expect(result.contacts[0]?.line).toBe(1);
  });

  test("translates words, leaves rows out, and says what is missing", async () => {
    const text = "call id,agent,outcome,ring seconds\nc1,Ada,OK,5\nc2,nobody,HU,-1\nc3,Ada,TEST,3\n";
    const result = await read(text, {
      values: { outcome: { OK: "answered", HU: "abandoned" } },
      ignore: { outcome: ["TEST"] },
      missing: { agent: ["nobody"], "ring-seconds": ["-1"] },
    });
    expect(result.contacts.map(({ values: { outcome } }) => outcome)).toEqual(["answered", "abandoned"]);
    expect(values(result, "agent")).toEqual(["Ada", null]);
    expect(values(result, "ring-seconds")).toEqual(["5 s", null]);
    expect(result.ledger).toMatchObject({ rows: 3, audited: 2, ignored: 1 });
  });

  test.each([
    [{ columns: { agent: "Who" } }, "column-not-found"],
    [{ columns: { "ring-seconds": "agent" } }, "column-unreadable"],
  ])("that cannot be is an error: %j", async (options, code) => {
    await expect(read("call id,agent,outcome\nc1,Ada,answered\n", options)).rejects.toMatchObject({ code });
  });
});
