import { describe, expect, test } from "vitest";
import type { FieldName } from "../../../src/model/fields.js";
import { type ReadFile, readExport } from "./page.js";

/** What each vendor's traps must come to, worked out by hand from the rows. `null`: the contact must not have the value. */
type Expected = Readonly<Partial<Record<FieldName, string | null>>>;

const CASES: readonly (readonly [trap: string, file: string, contact: string, expected: Expected])[] = [
  [
    "Five9: two legs of a transfer, timed to the first agent",
    "five9/call-log.csv",
    "300000000100002",
    {
      agent: "Ben Kite",
      "queue-seconds": "5 s",
      "ring-seconds": "4 s",
      "talk-seconds": "170 s",
      transfers: "1",
    },
  ],
  [
    "Five9: an agentless leg is where the call began, and hh:mm:ss.mmm stands beside hh:mm:ss",
    "five9/call-log.csv",
    "300000000100004",
    { agent: "Amy Lake", team: "LF", "ivr-seconds": "20 s", "queue-seconds": "18.9 s" },
  ],
  [
    "Five9: [None] is nobody, and a ring of 0 is none",
    "five9/call-log.csv",
    "300000000100003",
    { agent: null, outcome: "abandoned", "ring-seconds": null, "queue-seconds": "41.12 s" },
  ],
  [
    "Five9: an outbound call's customer is who was called",
    "five9/call-log.csv",
    "300000000100005",
    { direction: "outbound", customer: "2025550199" },
  ],
  [
    "Aircall: of three clocks in one row the UTC one counts",
    "aircall/calls.csv",
    "990001",
    { "offered-at": "2025-12-04T07:57:14.083-05:00", "answer-seconds": "37 s", "talk-seconds": "180 s" },
  ],
  [
    "Aircall: [No associated user] is nobody",
    "aircall/calls.csv",
    "990002",
    { agent: null, outcome: "unanswered", cause: "no_available_agent" },
  ],
  [
    "Genesys: milliseconds, M/D/YY, two users in a cell, tel:",
    "genesys-cloud/interactions.csv",
    "6f1d0a4e-0000-4000-8000-000000000002",
    {
      "offered-at": "2025-06-23T12:15:00-04:00",
      "duration-seconds": "600 s",
      agent: "Gail Hart",
      queue: "Billing",
      customer: "+12025550102",
    },
  ],
  [
    "Genesys: midnight is 12:01 AM",
    "genesys-cloud/interactions.csv",
    "6f1d0a4e-0000-4000-8000-000000000003",
    { "offered-at": "2025-06-24T00:01:00-04:00", outcome: "unanswered" },
  ],
  [
    "Genesys in Spanish: the wait of who gave up, and a user who did not respond is no agent",
    "genesys-cloud/interacciones.csv",
    "7a000000-0000-4000-8000-000000000002",
    { agent: null, outcome: "abandoned", "queue-seconds": "36.5 s" },
  ],
  [
    "Avaya: segments of one call",
    "avaya-cms/call-history.csv",
    "2019-04-02/4102",
    { agent: "7002", "answer-seconds": "15 s", transfers: "1", "ended-at": "2019-04-02T09:04:20-04:00" },
  ],
  [
    "Avaya: a call id comes again the next day",
    "avaya-cms/call-history.csv",
    "2019-04-03/4101",
    { "answer-seconds": "12 s" },
  ],
  [
    "Avaya ECH: epoch seconds",
    "avaya-cms/ech.csv",
    "5202",
    { "offered-at": "2019-04-02T03:01:00-04:00", "ring-seconds": "5 s", agent: "7002" },
  ],
  [
    "UCCX: header on row 2, durations of 1899, sequence numbers",
    "cisco-uccx/csq.csv",
    "1-46000012346",
    {
      agent: "Ned Oaks",
      "queue-seconds": "30 s",
      "ring-seconds": "6 s",
      "talk-seconds": "200 s",
      transfers: "1",
    },
  ],
  [
    "UCCX: the sequence number orders the legs, not their lines",
    "cisco-uccx/ccdr.csv",
    "1-46000022347",
    { agent: "lmint", "queue-seconds": "15 s", "offered-at": "2019-09-02T09:10:00-04:00" },
  ],
  [
    "Amazon Connect: of a record that came three times the newest counts",
    "amazon-connect/ctr.csv",
    "d0000000-0000-4000-8000-000000000001",
    { "wrap-seconds": "42 s", "updated-at": "2026-03-01T20:05:20-05:00" },
  ],
  [
    "Amazon Connect: queued and never connected is abandoned",
    "amazon-connect/ctr.csv",
    "d0000000-0000-4000-8000-000000000002",
    { outcome: "abandoned", "answered-at": null },
  ],
  [
    "Twilio: the call that was dialled on did not reach anybody",
    "twilio/calls.csv",
    "CA00000000000000000000000000000003",
    { outcome: "unanswered", "duration-seconds": "40 s" },
  ],
  [
    "Asterisk: no header; the second dial was answered, and both rang",
    "asterisk/Master.csv",
    "1690333500.28",
    { agent: "202", outcome: "answered", "ring-seconds": "41 s", "talk-seconds": "79 s" },
  ],
  [
    "queue_log: a telephone that rang in vain, then another",
    "asterisk/queue_log.txt",
    "1690333199.10",
    {
      agent: "SIP/202",
      customer: "2025550101",
      "ring-seconds": "13 s",
      "queued-at": "2023-07-25T21:00:00-04:00",
      "answered-at": "2023-07-25T21:00:25-04:00",
      "hangup-by": "customer",
    },
  ],
  [
    "FreePBX without a header: the day comes first",
    "freepbx/cdr-headerless.csv",
    "1504254781.1",
    { "offered-at": "2017-09-01T16:33:01-04:00", "ring-seconds": "9 s" },
  ],
  [
    "FreeSWITCH: the hang-up cause says why",
    "freeswitch/cdr.csv",
    "b0000000-0000-4000-8000-000000000003",
    { outcome: "abandoned", "answered-at": null, "ring-seconds": "11 s" },
  ],
  [
    "3CX: a comma in the name; rung twice, then passed on",
    "3cx/call-log.csv",
    "00000C8A0A02_2",
    { agent: "Weber, Support", "ring-seconds": "27 s", transfers: "1" },
  ],
  [
    "Zendesk: minutes, and - is nobody",
    "zendesk/tickets.csv",
    "71001",
    { "first-reply-seconds": "5700 s", "received-at": "2026-03-02T04:00:00-05:00" },
  ],
  ["Zendesk: - is nobody", "zendesk/tickets.csv", "71002", { agent: null, "first-reply-seconds": null }],
  [
    "Freshdesk: hours written HH:MM:SS, and empty where the moments are there",
    "freshdesk/tickets.csv",
    "81001",
    { "first-reply-seconds": "5720 s", "first-reply-at": "2026-03-02T10:35:20-05:00" },
  ],
  [
    "Freshdesk: No Agent is nobody",
    "freshdesk/tickets.csv",
    "81002",
    { agent: null, team: null, "first-reply-at": null },
  ],
  [
    "七鱼：没有响应写 0；来源类型出现两次",
    "netease-qiyu/sessions.csv",
    "60002",
    { "first-reply-at": null, "first-reply-seconds": null, channel: "chat" },
  ],
  [
    "七鱼接口：毫秒",
    "netease-qiyu/api.csv",
    "60011",
    { "received-at": "2026-03-02T09:00:05+08:00", "first-reply-seconds": "20 s" },
  ],
  [
    "企点：没有会话编号；英文括号里的单位",
    "tencent-qidian/sessions.csv",
    "小李(3002)/访客B/2026-03-02 23:58:00/300",
    { "first-reply-seconds": "150 s", "queue-seconds": "40 s" },
  ],
  [
    "阿里云：毫秒时刻；放弃的 WaitTime 是 0，不是零秒接起",
    "aliyun-ccc/call-detail.csv",
    "job-0002",
    { "offered-at": "2026-03-02T09:05:00+08:00", "answer-seconds": null, "queue-seconds": "34 s" },
  ],
  [
    "天润：接通看 bridge，不看 answer",
    "tinet-clink/cdr.csv",
    "medias_1-1772413200.1",
    { "answered-at": "2026-03-02T09:00:25+08:00" },
  ],
  [
    "天润：0 是没有发生，系统应答不算接通",
    "tinet-clink/cdr.csv",
    "medias_1-1772413500.2",
    { "answered-at": null, outcome: "unanswered" },
  ],
  [
    "腾讯云：0 是没有发生",
    "tencent-ccc/cdr.csv",
    "s-0002",
    { "ringing-at": null, "answered-at": null, outcome: "abandoned" },
  ],
  [
    "腾讯云：呼出的客户是被叫",
    "tencent-ccc/cdr.csv",
    "s-0004",
    { customer: "008613800000004", direction: "outbound" },
  ],
  [
    "Yeastar：月/日/年；在队列里放弃的没有坐席",
    "yeastar/cdr.csv",
    "20260302090500A2",
    { "offered-at": "2026-03-02T09:05:00+08:00", agent: null, queue: "售后" },
  ],
];

const ZONE = /^(netease|tencent|aliyun|tinet|yeastar)/;
const read = new Map<string, Promise<ReadFile>>();

function fileOf(path: string): Promise<ReadFile> {
  const known =
    read.get(path) ??
    readExport(`fixtures/vendors/${path}`, ZONE.test(path) ? "Asia/Shanghai" : "America/New_York");
  read.set(path, known);
  return known;
}

describe("the traps of vendors' exports", () => {
  test.each(CASES)("%s", async (_, path, id, expected) => {
    const { contacts } = await fileOf(path);
    const found = contacts.filter(({ values }) => values["contact-id"] === id);
    expect(found).toHaveLength(1);
    const values = Object.fromEntries(
      Object.keys(expected).map((field) => [field, found[0]?.values[field as FieldName] ?? null]),
    );
    expect(values).toEqual(expected);
  });

  test("every row is accounted for", async () => {
    for (const path of new Set(CASES.map(([, file]) => file))) {
      const { ledger } = await fileOf(path);
      const { rows, audited, rejected, duplicate, ignored } = ledger;
      expect({ path, rows }).toEqual({ path, rows: audited + rejected + duplicate + ignored });
    }
  });

  test("rows merged into a contact are said, each line", async () => {
    const { ledger } = await fileOf("five9/call-log.csv");
    expect(ledger.entries).toContainEqual(
      expect.objectContaining({ code: "rows-merged", effect: "noted", count: 2, lines: [4, 6] }),
    );
  });

  test("older versions of a record are duplicates, each line", async () => {
    const { ledger } = await fileOf("amazon-connect/ctr.csv");
    expect(ledger.entries).toEqual([
      expect.objectContaining({ code: "superseded-row", effect: "duplicate", count: 2, lines: [2, 5] }),
    ]);
  });

  test("a report of totals is refused with its reason", async () => {
    const reading = readExport("fixtures/vendors/genesys-cloud/agent-performance.csv", "UTC");
    await expect(reading).rejects.toMatchObject({ code: "file-aggregated" });
  });
});
