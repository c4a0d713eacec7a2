import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type AuditResult, audit } from "../../src/index.js";

/**
 * A call centre's log as a spreadsheet leaves it: `2-Mar-26`, `9:03:02 AM`, and 0 for everything that did not happen in an
 * unanswered call. Invented: 60 calls, 40 answered, 10 of them within 20 s, mean speed of answer 57 s, mean rating 3.15
 * (awk over the file).
 */
const FIXTURE = "fixtures/call-centre/calls-d-mon-yy.csv";
const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LEVEL = "response/service-level";

function audited(file: string, content?: string): AuditResult {
  if (content !== undefined) writeFileSync(join(folder, file), content);
  return audit({
    folder: content === undefined ? process.cwd() : folder,
    files: [file],
    set: [`${LEVEL}.within=20s`],
  });
}

/** The same calls once more, row by row. */
function copy(delimiter: string, row: (cells: readonly string[]) => readonly string[]): string {
  const [header = "", ...rows] = readFileSync(FIXTURE, "utf8").trimEnd().split("\r\n");
  const lines = [header.split(","), ...rows.map((line) => row(line.split(",")))];
  return lines.map((cells) => `${cells.join(delimiter)}\n`).join("");
}

const seconds = (clock: string) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
const ofDay = (time: string) => {
  const [clock = "", half] = time.split(" ");
  return (seconds(clock) % 43_200) + (half === "PM" ? 43_200 : 0);
};
const two = (value: number) => String(value).padStart(2, "0");
const clockOf = (all: number) =>
  [all / 3600, (all / 60) % 60, all % 60].map((part) => two(Math.floor(part))).join(":");

/** ISO dates, and nothing where nothing happened. */
const ISO = copy(",", ([id, agent, date, time, topic, answered, resolved, wait, talk, rating]) => {
  const happened = answered === "Y";
  return [
    id!,
    agent!,
    `2026-03-${two(Number.parseInt(date!, 10))}`,
    clockOf(ofDay(time!)),
    topic!,
    answered!,
    resolved!,
    happened ? wait! : "",
    happened ? clockOf(seconds(talk!)) : "",
    happened ? rating! : "",
  ];
});

/** A German spreadsheet's copy: `02.03.2026`, fractions of a day, `12:03:17 AM` for a duration. */
const SERIAL = copy(";", ([id, agent, date, time, topic, answered, resolved, wait, talk, rating]) => {
  const happened = answered === "Y";
  return [
    id!,
    agent!,
    `${two(Number.parseInt(date!, 10))}.03.2026`,
    String(ofDay(time!) / 86_400),
    topic!,
    answered!,
    resolved!,
    happened ? wait! : "",
    happened ? `12:${clockOf(seconds(talk!)).slice(3)} AM` : "",
    happened ? rating! : "",
  ];
});

describe("calls with D-Mon-YY dates and zeros for what did not happen", () => {
  const result = audited(FIXTURE);
  const level = result.rules.find(({ id }) => id === LEVEL)!;

  test("are read with no config", () => {
    expect(result.totals.calls).toEqual({ offered: 60, answered: 40, abandoned: 20, busy: 0, other: 0 });
    expect(result.ledger[0]?.read.columns).toContainEqual(
      expect.objectContaining({
        field: "offered-at",
        columns: ["Date", "Time"],
        format: "D MMM YYYY + HH:MM:SS",
      }),
    );
    expect(result.manifest.asOf).toMatch(/^2026-03-\d\d/);
  });

  test("the zeros are not averaged, and pass for no quick answer and no short abandon", () => {
    expect(level.measure).toMatchObject({ n: 40, mean: 57 });
    expect([level.pass, level.fail]).toEqual([10, 50]);
    expect(level.level?.notes).toContain("abandoned-wait-unknown");
  });

  test("the ledger says so, of each column and with its lines", () => {
    const entries = result.ledger[0]?.entries.filter(({ code }) => code === "missing-as-zero");
    expect(entries?.map(({ field, count, lines }) => ({ field, count, first: lines[0] }))).toEqual([
      { field: "answer-seconds", count: 20, first: 2 },
      { field: "rating", count: 20, first: 2 },
    ]);
  });

  test.each([
    ["iso.csv", ISO],
    ["serial.csv", SERIAL],
  ])("%s, a copy that leaves them empty, comes to the same", (file, content) => {
    const other = audited(file, content);
    expect(other.totals).toEqual(result.totals);
    expect(other.rules).toEqual(result.rules);
    expect(other.agents).toEqual(result.agents);
  });

  test("zeros that the user says are real are kept", () => {
    const config = join(folder, "deskcheck.config.yaml");
    writeFileSync(config, 'inputs: [{ files: "*.csv", missing: { answer-seconds: [] } }]\n');
    const kept = audit({ folder: process.cwd(), files: [FIXTURE], config });
    expect(
      kept.ledger[0]?.entries.filter(
        ({ code, field }) => code === "missing-as-zero" && field === "answer-seconds",
      ),
    ).toEqual([]);
  });
});
