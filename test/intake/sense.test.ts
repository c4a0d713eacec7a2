import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { audit } from "../../src/index.js";
import type { InputOptions } from "../../src/intake/options.js";
import { type ReadFile, readExport } from "./vendors/page.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(text: string): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, text);
  return path;
}

const read = (text: string, options: InputOptions = {}): Promise<ReadFile> =>
  readExport(file(text), "Asia/Shanghai", options);

/** What the ledger says with a code: field, count, lines. */
function said({ ledger }: ReadFile, code: string): readonly string[] {
  return ledger.entries
    .filter((entry) => entry.code === code)
    .map(({ field, count, lines, effect }) => `${effect} ${field} ×${count} @${lines.join(",")}`);
}

const values = (
  { contacts }: ReadFile,
  field:
    | "offered-at"
    | "queued-at"
    | "answered-at"
    | "ended-at"
    | "talk-seconds"
    | "queue-seconds"
    | "answer-seconds"
    | "ring-seconds"
    | "due-at"
    | "received-at",
) => contacts.map((contact) => contact.values[field] ?? null);

/** A log with moments of each stage: `09:00:00` or a whole moment. */
function moments(...rows: readonly (readonly string[])[]): string {
  const whole = (cell: string) => (/^\d\d:/.test(cell) ? `2026-03-02 ${cell}` : cell);
  const lines = rows.map((row, at) => `c${at + 1},${row.map(whole).join(",")}`);
  return `call id,offered at,queued at,answered at,ended at,talk seconds\n${lines.join("\n")}\n`;
}

describe("an end before its start", () => {
  test("is said and stays: which of the two is wrong cannot be told", async () => {
    const result = await read(
      moments(
        ["09:00:00", "09:00:05", "09:00:20", "09:03:00", "160"],
        ["10:00:00", "10:00:05", "10:00:20", "09:03:00", "160"],
      ),
    );
    expect(said(result, "end-before-start")).toEqual(["noted ended-at ×1 @3"]);
    expect(values(result, "ended-at")[1]).toBe("2026-03-02T09:03:00+08:00");
  });

  test("by a second or two is the rounding of two clocks: they become one moment", async () => {
    const result = await read(
      moments(
        ["09:00:02", "09:00:00", "09:00:20", "09:03:00", "160"],
        ["09:00:03", "09:00:00", "09:00:20", "09:03:00", "160"],
      ),
    );
    expect(said(result, "clock-rounding")).toEqual(["noted queued-at ×1 @2"]);
    expect(said(result, "end-before-start")).toEqual(["noted queued-at ×1 @3"]);
    expect(values(result, "queued-at")[0]).toBe("2026-03-02T09:00:02+08:00");
  });
});

describe("a log that writes its date once", () => {
  const OPTIONS: InputOptions = {
    kind: "calls",
    columns: {
      "contact-id": "id",
      "offered-at": ["day", "enter"],
      "queued-at": ["day", "leave"],
      "ended-at": ["day", "end"],
      "ivr-seconds": "vru",
      "queue-seconds": "queue",
      "duration-seconds": "all",
    },
  };
  const log = (...rows: string[]) => `id,day,enter,leave,end,vru,queue,all\n${rows.join("\n")}\n`;
  const PLAIN = Array.from(
    { length: 30 },
    (_, at) => `p${at},990201,9:00:${10 + at},9:00:${15 + at},9:02:00,5,60,100`,
  );

  test("crosses midnight where the recorded duration agrees", async () => {
    const result = await read(log(...PLAIN, "a,990202,23:59:50,0:00:05,0:01:10,15,65,80"), OPTIONS);
    expect(said(result, "midnight-rollover")).toEqual(["noted ended-at ×1 @32", "noted queued-at ×1 @32"]);
    expect(values(result, "queued-at")[30]).toBe("1999-02-03T00:00:05+08:00");
    expect(values(result, "ended-at")[30]).toBe("1999-02-03T00:01:10+08:00");
  });

  test("and nowhere else: a minute backwards is no 24-hour wait", async () => {
    const result = await read(log(...PLAIN, "a,990202,9:10:50,9:09:55,9:15:00,-55,10,250"), OPTIONS);
    expect(said(result, "midnight-rollover")).toEqual([]);
    expect(said(result, "end-before-start")).toEqual(["noted queued-at ×1 @32"]);
    expect(said(result, "negative-duration")).toEqual(["noted ivr-seconds ×1 @32"]);
    expect(values(result, "queued-at")[30]).toBe("1999-02-02T09:09:55+08:00");
  });

  test("whole moments never cross midnight: they say their day", async () => {
    const result = await read(moments(["23:59:50", "23:59:50", "00:00:05", "00:01:10", "65"]));
    expect(said(result, "midnight-rollover")).toEqual([]);
  });

  test("0:00:00 stands for what did not happen, where so many cannot be midnight", async () => {
    const result = await read(
      log(...PLAIN, "a,990202,9:10:50,0:00:00,9:15:00,0,0,250", "b,990202,9:11:50,0:00:00,9:15:00,0,0,190"),
      OPTIONS,
    );
    expect(said(result, "missing-as-zero")).toContain("noted queued-at ×2 @32,33");
    expect(values(result, "queued-at").slice(30)).toEqual([null, null]);
  });
});

describe("durations", () => {
  test("below zero are none; above a day they stay, and are said", async () => {
    const result = await read(
      "call id,outcome,talk seconds\na,answered,-5\nb,answered,86400\nc,answered,86401\nd,answered,30\n",
    );
    expect(said(result, "negative-duration")).toEqual(["noted talk-seconds ×1 @2"]);
    expect(said(result, "over-24h")).toEqual(["noted talk-seconds ×1 @4"]);
    expect(values(result, "talk-seconds")).toEqual([null, "86400 s", "86401 s", "30 s"]);
  });
});

describe("moments that are none", () => {
  test.each(["1970-01-01 00:00:00", "1970-01-01 08:00:00", "1899-12-30 00:00:00", "0001-01-01 00:00:00"])(
    "%s is never",
    async (never) => {
      const result = await read(
        moments(
          ["09:00:00", never, "09:00:20", "09:03:00", "160"],
          ["09:10:00", "09:10:05", "09:10:20", "09:13:00", "160"],
        ),
      );
      expect(said(result, "epoch-zero")).toEqual(["noted queued-at ×1 @2"]);
      expect(values(result, "queued-at")).toEqual([null, "2026-03-02T09:10:05+08:00"]);
    },
  );

  test("so is UNIX 0", async () => {
    const result = await read(
      "call id,start time,answered at,ended at\na,1772413200,0,1772413240\nb,1772413300,1772413310,1772413400\n",
    );
    expect(values(result, "answered-at")).toEqual([null, "2026-03-02T09:01:50+08:00"]);
    expect(said(result, "epoch-zero")).toEqual(["noted answered-at ×1 @2"]);
  });

  test.each(["9999-12-31 00:00:00", "2099-12-31 23:59:59"])("%s is never as well", async (never) => {
    const result = await read(
      moments(
        ["09:00:00", "09:00:05", "09:00:20", never, "160"],
        ["09:10:00", "09:10:05", "09:10:20", "09:13:00", "160"],
      ),
    );
    expect(said(result, "far-future")).toEqual(["noted ended-at ×1 @2"]);
    expect(values(result, "ended-at")[0]).toBeNull();
  });

  test("what lies behind the moment of the audit is said and stays; what is due may", async () => {
    const text =
      "ticket id,created at,first reply at,due by time\na,2026-03-02 09:00,2026-03-02 10:00,2026-04-01 09:00\nb,2026-03-04 09:00,2026-03-04 10:00,2026-04-01 09:00\n";
    const result = await read(text, { asOf: Date.UTC(2026, 2, 3) });
    expect(said(result, "after-as-of").toSorted()).toEqual([
      "noted first-reply-at ×1 @3",
      "noted received-at ×1 @3",
    ]);
    expect(values(result, "received-at")[1]).toBe("2026-03-04T09:00:00+08:00");
    expect(values(result, "due-at")[1]).toBe("2026-04-01T09:00:00+08:00");
  });

  test("clocks that are set: a time that did not exist, and one that came twice", async () => {
    const text =
      "call id,start time,outcome\na,2026-03-08 02:30:00,answered\nb,2026-11-01 01:30:00,answered\nc,2026-06-01 01:30:00,answered\n";
    const result = await readExport(file(text), "America/New_York");
    expect(said(result, "dst-gap")).toEqual(["noted offered-at ×1 @2"]);
    expect(said(result, "dst-overlap")).toEqual(["noted offered-at ×1 @3"]);
  });
});

describe("zeros that mean none", () => {
  const log = (waits: readonly [string, number][]) =>
    `call id,outcome,queue seconds\n${waits.map(([outcome, wait], at) => `c${at},${outcome},${wait}`).join("\n")}\n`;

  test("where all unanswered calls carry 0, none of the zeros is a wait", async () => {
    const result = await read(
      log([
        ["answered", 0],
        ["answered", 12],
        ["abandoned", 0],
        ["no answer", 0],
      ]),
    );
    expect(said(result, "missing-as-zero")).toEqual(["noted queue-seconds ×2 @4,5"]);
    expect(values(result, "queue-seconds")).toEqual(["0 s", "12 s", null, null]);
  });

  test("where most waited, a 0 is a caller who gave up at once", async () => {
    const result = await read(
      log([
        ["answered", 12],
        ["abandoned", 0],
        ["abandoned", 31],
        ["abandoned", 8],
      ]),
    );
    expect(said(result, "missing-as-zero")).toEqual([]);
    expect(values(result, "queue-seconds")).toEqual(["12 s", "0 s", "31 s", "8 s"]);
  });

  test("a telephone that nobody picked up and that rang for 0 s did not ring, whatever the others did", async () => {
    const result = await read(
      "call id,outcome,ring seconds\na,answered,0\nb,no answer,25\nc,abandoned,0\nd,dropped,0\n",
    );
    expect(values(result, "ring-seconds")).toEqual(["0 s", "25 s", null, "0 s"]);
  });

  test("the user's word on what is missing comes first", async () => {
    const text = log([
      ["answered", 12],
      ["abandoned", 0],
    ]);
    expect(values(await read(text, { missing: { "queue-seconds": [] } }), "queue-seconds")).toEqual([
      "12 s",
      "0 s",
    ]);
    expect(values(await read(text, { missing: ["12"] }), "queue-seconds")).toEqual([null, null]);
  });
});

describe("an agent in two calls at once", () => {
  const START = Date.UTC(2026, 2, 2, 1);
  const at = (seconds: number) =>
    new Date(START + 8 * 3_600_000 + seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
  const log = (calls: readonly (readonly [agent: string, from: number, to: number])[]) =>
    `call id,agent,outcome,answered at,ended at\n${calls.map(([agent, from, to], i) => `c${i},${agent},answered,${at(from)},${at(to)}`).join("\n")}\n`;

  test("is one who talks in both for more than 2 s; the later call is named", async () => {
    const result = await read(
      log([
        ["a", 0, 100],
        ["a", 98, 200],
        ["a", 197, 300],
        ["b", 0, 300],
      ]),
    );
    expect(said(result, "agent-overlap")).toEqual(["noted agent ×1 @4"]);
  });

  test("calls that nobody took are none, nor chats", async () => {
    const text =
      "call id,agent,outcome,channel,answered at,ended at\n1,a,answered,电话,2026-03-02 09:00:00,2026-03-02 09:05:00\n2,a,no answer,电话,,2026-03-02 09:04:00\n3,a,answered,在线,2026-03-02 09:01:00,2026-03-02 09:04:00\n";
    expect(said(await read(text), "agent-overlap")).toEqual([]);
  });

  test("as many as a look at every pair finds, in whatever order they stand", async () => {
    const calls = fc.array(
      fc.tuple(fc.constantFrom("a", "b"), fc.nat(400), fc.integer({ min: 3, max: 90 })),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(calls, async (drawn) => {
        const rows = drawn.map(([agent, from, length]) => [agent, from, from + length] as const);
        const result = await read(log(rows));
        const overlapping = rows.filter(([agent, from], i) =>
          rows.some(
            ([other, since, until], j) =>
              i !== j && other === agent && (since < from || (since === from && j < i)) && until - from > 2,
          ),
        );
        const entry = result.ledger.entries.find(({ code }) => code === "agent-overlap");
        expect(entry?.count ?? 0).toBe(overlapping.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("rows that came twice", () => {
  test("the same row, and another one with its key", () => {
    const path = file(
      "call id,outcome,ring seconds\na,answered,5\nb,answered,6\na,answered,5\nb,answered,7\n",
    );
    const { ledger, totals } = audit({ folder, files: [path] });
    expect(totals.contacts).toBe(2);
    expect(ledger[0]).toMatchObject({ rows: 4, audited: 2, duplicate: 2 });
    expect(ledger[0]?.entries.filter(({ effect }) => effect === "duplicate")).toEqual([
      expect.objectContaining({ code: "duplicate-key", count: 1, lines: [5], sample: "b" }),
      expect.objectContaining({ code: "duplicate-row", count: 1, lines: [4], sample: "a" }),
    ]);
  });
});

describe("files that add up contacts", () => {
  test.each([
    [
      "a day a row",
      "Date,Incoming Calls,Answered Calls,Abandoned Calls,Avg Talk Time\n2026-03-01,120,100,20,00:03:00\n",
    ],
    ["an interval a row", "Interval Start,Interval End,Offered Calls,Service Level\n09:00,09:30,12,0.8\n"],
    ["日报", "日期,呼入总量,接通率,平均通话时长\n2026-03-01,120,95%,180\n"],
    ["坐席月报", "坐席,接听量,满意率,平均响应时长\n小王,300,98%,12\n"],
  ])("%s: refused, with the reason", async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: "file-aggregated" });
  });

  test("a call log may carry totals of the call", async () => {
    const text = "call id,start time,outcome,total duration,total hold\na,2026-03-02 09:00,answered,100,5\n";
    expect((await read(text)).contacts).toHaveLength(1);
  });

  test("who says what kind it is, is believed", async () => {
    const text = "start time,Answered Calls,Avg Talk,talk time\n2026-03-02 09:00,1,60,60\n";
    await expect(read(text)).rejects.toMatchObject({ code: "file-aggregated" });
    expect((await read(text, { kind: "calls" })).contacts).toHaveLength(1);
  });
});
