import { resolve } from "node:path";
import { expect, it } from "vitest";
import { exitCode, report } from "../../src/index.js";
import { auditReal, onRealData, rule } from "./data.js";

onRealData("call-centre-5000, with no config", () => {
  const files = ["call-centre-5000.csv"];

  it("finds who answered how many", () => {
    const { totals, agents } = auditReal(files);
    expect(totals.calls).toEqual({ offered: 5000, answered: 4054, abandoned: 946, busy: 0, other: 0 });
    expect(Object.fromEntries(agents.map(({ id, calls }) => [id, calls?.answered]))).toEqual({
      Becky: 517,
      Dan: 523,
      Diane: 501,
      Greg: 502,
      Jim: 536,
      Joe: 484,
      Martha: 514,
      Stewart: 477,
    });
  });

  it.each([
    ["20s", 374],
    ["30s", 751],
    ["60s", 1796],
  ])("within %s: %i", (within, answered) => {
    const level = rule(
      auditReal(files, { set: [`response/service-level.within=${within}`] }),
      "response/service-level",
    );
    expect(level.pass).toBe(answered);
    expect(level.pass + level.fail).toBe(5000);
    expect(level.level?.notes).toContain("abandoned-wait-unknown");
  });

  it("mean speed of answer, over answered calls only", () => {
    const { measure } = rule(auditReal(files), "response/service-level");
    expect(measure).toMatchObject({ n: 4054, from: { "answer-seconds": 4054 } });
    expect(measure?.mean).toBeCloseTo(67.52, 2);
  });

  it("does not take a total speed of answer for ring time, unless the user says so", () => {
    const pickup = rule(auditReal(files), "response/pickup-three-rings");
    expect(pickup).toMatchObject({
      pass: 0,
      fail: 0,
      notAssessed: 4054,
      missing: ["ring-seconds"],
      rate: null,
    });
  });

  it("gives the same numbers from the spreadsheet's copy", () => {
    const [iso, serial] = [auditReal(files), auditReal(["call-centre-5000-excel-serial.csv"])];
    expect(serial.totals).toEqual(iso.totals);
    expect(serial.rules).toEqual(iso.rules);
    expect(serial.agents).toEqual(iso.agents);
  });
});

onRealData("the anonymous bank's February 1999", () => {
  const result = () =>
    auditReal(["anonymous-bank-february-1999.tsv"], {
      config: resolve(import.meta.dirname, "../../docs/examples/anonymous-bank.config.yaml"),
    });

  it("accounts for every row", () => {
    const { ledger, totals } = result();
    expect(ledger[0]).toMatchObject({
      rows: 33_344,
      audited: 33_066,
      ignored: 278,
      rejected: 0,
      duplicate: 0,
    });
    expect(totals.contacts).toBe(33_066);
  });

  it("reports clocks that run backwards, and rolls over midnight only where the log confirms it", () => {
    const { ledger } = result();
    const count = (code: string, field: string) =>
      ledger[0]?.entries.find((entry) => entry.code === code && entry.field === field)?.count;
    expect(count("negative-duration", "ivr-seconds")).toBe(25);
    expect(count("end-before-start", "queued-at")).toBe(25);
    expect(count("midnight-rollover", "ended-at")).toBe(20);
  });

  it("3,143 of 14,095 within 20 s, and nobody waited a day", () => {
    const level = rule(result(), "response/service-level");
    expect([level.pass, level.fail]).toEqual([3143, 14_095 - 3143]);
    expect(level.measure).toMatchObject({ n: 14_095 });
    expect(level.measure?.max).toBeLessThan(3600);
  });
});

onRealData("Harper Valley", () => {
  it("joins five contacts with call, turns and survey", () => {
    const { totals } = auditReal(["harper-valley-*.csv"]);
    expect(totals.contacts).toBe(5);
    expect(totals.turns).toBe(70);
    expect(totals.kinds).toMatchObject({ calls: 5, transcripts: 5, surveys: 5 });
  });
});

onRealData("487 e-mails", () => {
  const files = ["emails-487.csv"];

  it("fails what is overdue and leaves what is not due yet out of the rate", () => {
    const late = rule(auditReal(files), "response/email-first-reply");
    expect(late.pass + late.fail + late.pending).toBe(487);
    expect(late.pending).toBe(0);
    const early = rule(auditReal(files, { asOf: "2010-03-20 12:00" }), "response/email-first-reply");
    expect(early.pending).toBeGreaterThan(0);
    expect(early.pass).toBe(late.pass);
    expect(early.pending + early.fail).toBe(late.fail);
  });
});

onRealData("120 chats that are cut", () => {
  it("asks for no greeting where the customer opens a transcript that may be cut", () => {
    const greeting = rule(auditReal(["jd-chats-120.csv"]), "opening/greeting");
    expect(greeting.fail).toBe(0);
    expect(greeting.reasons["transcript-cut"]).toBe(greeting.notApplicable);
    expect(greeting.notApplicable).toBe(120);
  });
});

onRealData("any order of files", () => {
  it("gives the same bytes", () => {
    const files = [
      "harper-valley-calls.csv",
      "harper-valley-transcripts.csv",
      "jd-chats-120.csv",
      "emails-487.csv",
    ];
    const bytes = (names: readonly string[]) => [...report(auditReal(names), "json")].join("");
    const first = bytes(files);
    expect(bytes(files.toReversed())).toBe(first);
    expect(bytes([files[2]!, files[0]!, files[3]!, files[1]!])).toBe(first);
  });

  it("exit code 1 where a gate failed", () => {
    expect(exitCode(auditReal(["call-centre-5000.csv"]))).toBe(1);
  });
});
