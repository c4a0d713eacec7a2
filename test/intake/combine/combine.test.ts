import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { audit } from "../../../src/index.js";
import { type ReadFile, readExport } from "../vendors/page.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const profile = join(folder, "legs.yaml");
writeFileSync(
  profile,
  `vendor: Legs
exports:
  - id: legs
    kind: calls
    legs: { order: seq }
    columns:
      contact-id: call
      offered-at: { header: at, format: epoch }
      agent: agent
      queue: queue
      outcome: outcome
      ring-seconds: ring
      queue-seconds: wait
      talk-seconds: talk
      transfers: { is: "0", combine: more-legs }
  - id: versions
    kind: calls
    match: { headers: [call, version] }
    redelivered: { newest: version }
    columns: { contact-id: call, outcome: outcome, talk-seconds: talk, offered-at: { header: at, format: epoch } }
`,
);

const START = 1_772_413_200;

interface Leg {
  readonly call: string;
  readonly seq: number;
  readonly at: number;
  readonly agent: string;
  readonly outcome: "answered" | "no answer" | "abandoned";
  readonly ring: number;
  readonly wait: number;
  readonly talk: number;
}

function readLegs(legs: readonly Leg[]): Promise<ReadFile> {
  const path = join(folder, "legs.csv");
  const rows = legs.map(
    ({ call, seq, at, agent, outcome, ring, wait, talk }) =>
      `${call},${seq},${START + at},${agent},q${seq},${outcome},${ring},${wait},${talk}`,
  );
  writeFileSync(path, `call,seq,at,agent,queue,outcome,ring,wait,talk\n${rows.join("\n")}\n`);
  return readExport(path, "Asia/Shanghai", { profile });
}

const leg = (values: Partial<Leg>): Leg => ({
  call: "a",
  seq: 0,
  at: 0,
  agent: "",
  outcome: "no answer",
  ring: 0,
  wait: 0,
  talk: 0,
  ...values,
});

describe("the legs of one call become one contact", () => {
  test("timed from its first queue to the first agent who talked; what comes after is a transfer", async () => {
    const { contacts, ledger } = await readLegs([
      leg({ seq: 2, at: 60, agent: "Cleo", outcome: "answered", ring: 4, wait: 30, talk: 90 }),
      leg({ seq: 0, at: 0, agent: "Ada", ring: 12, wait: 20 }),
      leg({ seq: 1, at: 32, agent: "Bert", outcome: "answered", ring: 5, wait: 7, talk: 16 }),
    ]);
    expect(contacts.map(({ line, values }) => ({ line, ...values }))).toEqual([
      {
        line: 4,
        "contact-id": "a",
        "offered-at": "2026-03-02T09:00:00+08:00",
        agent: "Bert",
        queue: "q0",
        outcome: "answered",
        channel: "phone",
        "ring-seconds": "17 s",
        "queue-seconds": "27 s",
        "talk-seconds": "106 s",
        transfers: "1",
      },
    ]);
    expect(ledger.entries).toEqual([
      expect.objectContaining({ code: "rows-merged", count: 2, lines: [2, 3], effect: "noted" }),
    ]);
  });

  test("that nobody answered waited through all of its legs, and ended as the last did", async () => {
    const { contacts } = await readLegs([
      leg({ seq: 0, agent: "Ada", ring: 12, wait: 20 }),
      leg({ seq: 1, agent: "Bert", ring: 8, wait: 3, outcome: "abandoned" }),
    ]);
    expect(contacts[0]?.values).toMatchObject({
      outcome: "abandoned",
      "ring-seconds": "20 s",
      "queue-seconds": "23 s",
      transfers: "0",
    });
  });

  test("rows without a call are rejected, and rows of other calls between do not matter", async () => {
    const { contacts, ledger } = await readLegs([
      leg({ seq: 0, talk: 5, outcome: "answered" }),
      leg({ call: "b", seq: 0, talk: 7, outcome: "answered" }),
      leg({ call: "", seq: 0 }),
      leg({ seq: 1, talk: 6, outcome: "answered" }),
    ]);
    expect(contacts.map(({ values }) => values["talk-seconds"])).toEqual(["11 s", "7 s"]);
    expect(ledger).toMatchObject({ rows: 4, audited: 3, rejected: 1 });
  });

  test("whatever the order of the rows: each is accounted for, and the sums are those of the legs", async () => {
    const legs = fc.array(
      fc.record({
        call: fc.constantFrom("a", "b", "c", "d"),
        at: fc.nat(5000),
        agent: fc.constantFrom("Ada", "Bert"),
        outcome: fc.constantFrom("answered" as const, "no answer" as const, "abandoned" as const),
        ring: fc.integer({ min: 1, max: 60 }),
        wait: fc.integer({ min: 1, max: 60 }),
        talk: fc.integer({ min: 1, max: 600 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(legs, async (drawn) => {
        const all = drawn.map(
          (one, seq): Leg => ({ ...one, seq, talk: one.outcome === "answered" ? one.talk : 0 }),
        );
        const { contacts, ledger } = await readLegs(all.toReversed());
        expect(ledger).toMatchObject({
          rows: all.length,
          audited: all.length,
          rejected: 0,
          duplicate: 0,
          ignored: 0,
        });
        const calls = [...new Set(all.map(({ call }) => call))];
        expect(contacts.map(({ values }) => values["contact-id"]).toSorted()).toEqual(calls.toSorted());
        for (const { values } of contacts) {
          const own = all.filter(({ call }) => call === values["contact-id"]);
          const first = own.findIndex(({ outcome }) => outcome === "answered");
          const until = first < 0 ? own : own.slice(0, first + 1);
          const sum = (of: readonly Leg[], of1: "ring" | "wait" | "talk") =>
            of.reduce((total, one) => total + one[of1], 0);
          expect(values).toMatchObject({
            "ring-seconds": `${sum(until, "ring")} s`,
            "queue-seconds": `${sum(until, "wait")} s`,
            "talk-seconds": `${sum(own, "talk")} s`,
            outcome:
              first < 0 ? (own.at(-1)!.outcome === "abandoned" ? "abandoned" : "unanswered") : "answered",
            transfers: String(Math.max(0, own.filter(({ outcome }) => outcome === "answered").length - 1)),
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  test("an audit counts the calls, not their legs", () => {
    const path = join(folder, "audited.csv");
    writeFileSync(
      path,
      `call,seq,at,agent,queue,outcome,ring,wait,talk\na,0,${START},Ada,q,no answer,9,5,0\na,1,${START + 20},Bert,q,answered,3,2,60\nb,0,${START + 90},Bert,q,answered,3,2,60\n`,
    );
    writeFileSync(
      join(folder, "deskcheck.config.yaml"),
      `inputs: [{ files: "*.csv", profile: ./legs.yaml }]\n`,
    );
    const { totals, ledger } = audit({
      folder,
      files: ["audited.csv"],
      config: join(folder, "deskcheck.config.yaml"),
    });
    expect(totals.calls).toMatchObject({ offered: 2, answered: 2 });
    expect(ledger[0]).toMatchObject({ rows: 3, audited: 3 });
  });
});

describe("a record that was delivered again", () => {
  test("the newest counts, of equals the first; the others are duplicates", async () => {
    const path = join(folder, "versions.csv");
    writeFileSync(
      path,
      `call,version,outcome,talk,at
a,2026-03-02T01:00:00Z,answered,1,${START}
b,2026-03-02T01:00:00Z,answered,2,${START}
a,2026-03-02T03:00:00Z,answered,3,${START}
a,2026-03-02T02:00:00Z,answered,4,${START}
a,2026-03-02T03:00:00Z,answered,5,${START}
`,
    );
    const { contacts, ledger } = await readExport(path, "Asia/Shanghai", { profile });
    expect(contacts.map(({ line, values }) => [line, values["talk-seconds"]])).toEqual([
      [3, "2 s"],
      [4, "3 s"],
    ]);
    expect(ledger).toMatchObject({ rows: 5, audited: 2, duplicate: 3 });
    expect(ledger.entries).toContainEqual(
      expect.objectContaining({ code: "superseded-row", count: 3, lines: [2, 5, 6] }),
    );
  });
});
