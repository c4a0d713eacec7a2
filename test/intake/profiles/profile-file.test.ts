import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PROFILE_EXAMPLE } from "../../../src/intake/profiles/format.js";
import { profileJsonSchema } from "../../../src/intake/profiles/json-schema.js";
import { parseProfile, profileNames } from "../../../src/intake/profiles/load.js";
import { formatUserError } from "../../../src/messages/errors.js";
import { UserError } from "../../../src/model/user-error.js";
import { deskcheck } from "../../cli/run.js";
import { readExport } from "../vendors/page.js";

const ROOT = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("the schema of profiles for editors", () => {
  const shipped = readFileSync(join(ROOT, "schema/profile.json"), "utf8");
  const isValid = new Ajv({ strictTypes: false }).compile(JSON.parse(shipped));

  test("is what the program validates with (else: npm run schemas)", () => {
    expect(shipped).toBe(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
  });
  test.each(profileNames())("accepts the shipped %s", (name) => {
    const yaml = readFileSync(join(ROOT, "profiles/vendors", `${name}.yaml`), "utf8");
    expect(isValid(parse(yaml)) || isValid.errors).toBe(true);
  });
  test("accepts the example that messages show", () => {
    expect(isValid(parse(PROFILE_EXAMPLE)) || isValid.errors).toBe(true);
  });
  test.each([
    "vendor: x",
    "vendor: x\nexports: [{ id: a, kind: call }]",
    "vendor: x\nexports: [{ id: a, kind: calls, colums: {} }]",
    "vendor: x\nexports: [{ id: a, kind: calls, columns: { contakt: ID } }]",
    "vendor: x\nexports: [{ id: a, kind: calls, columns: { talk-seconds: { header: T, unit: sec } } }]",
  ])("refuses %s", (yaml) => {
    expect(isValid(parse(yaml))).toBe(false);
  });
});

describe("every shipped profile", () => {
  const all = profileNames().flatMap((name) =>
    parseProfile(readFileSync(join(ROOT, "profiles/vendors", `${name}.yaml`), "utf8"), name).exports.map(
      (format) => ({ name, format }),
    ),
  );
  test("gives each export an id of its own, and says how it is told", () => {
    const ids = all.map(({ format }) => format.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all.filter(({ format }) => format.match === undefined).map(({ format }) => format.id)).toEqual([]);
  });
  test("has a fixture for each export", () => {
    const pages = readdirSync(join(ROOT, "fixtures/vendors"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".contacts.txt"))
      .map((path) => readFileSync(join(ROOT, "fixtures/vendors", path), "utf8").split("\n", 1)[0]);
    const without = all.filter(({ name, format }) => {
      const vendor = parseProfile(
        readFileSync(join(ROOT, "profiles/vendors", `${name}.yaml`), "utf8"),
        name,
      ).vendor;
      return format.refuse === undefined && !pages.includes(`profile: ${vendor} · ${format.title}`);
    });
    expect(without.map(({ format }) => format.id)).toEqual([]);
  });
});

/** The mistakes in a profile: where, and their codes. */
function mistakes(yaml: string): readonly string[] {
  try {
    parseProfile(yaml, "ours.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error, ...error.more].map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);
  }
}

describe("mistakes in a profile of one's own, where they are", () => {
  const head = "vendor: x\nexports:\n  - id: a\n    kind: calls\n";
  test.each([
    ["vendor: x\nexports: []", ["2:10 expects-list"]],
    ["vendor: x\nexports:\n  - id: a\n", ["3:5 needs-one-of"]],
    [`${head}    colums: {}\n`, ["5:5 unknown-key-near"]],
    [`${head}    columns:\n      talk: T\n`, ["6:7 config-unknown-key"]],
    [`${head}    columns:\n      talk-seconds: { header: T, unit: sec }\n`, ["6:40 not-one-of"]],
    [`${head}    columns:\n      outcome: { is: taken }\n`, ["6:22 not-one-of"]],
    [`${head}    columns:\n      outcome: { when: [{ if: { A: filled } }] }\n`, ["6:25 needs-one-of"]],
    [`${head}    values: { outcome: { ok: fine } }\n`, ["5:30 not-one-of"]],
    [`${head}    timezone: Mars/Olympus\n`, ["5:15 timezone-unknown"]],
    [`${head}  - id: b\n    like: c\n`, ["6:11 profile-like-unknown"]],
    ["vendor: x\nexports: [\n", ["3:1 yaml-syntax"]],
  ])("%j", (yaml, expected) => {
    expect(mistakes(yaml)).toEqual(expected);
  });

  test("and all of them at once", () => {
    expect(mistakes(`${head}    timezone: Nowhere\n    channel: fax\n`)).toHaveLength(2);
  });
});

const OURS = `vendor: 我们的话务系统
exports:
  - id: our-calls
    kind: calls
    columns:
      contact-id: 流水
      offered-at: { header: 来电, format: DD/MM/YYYY, timezone: UTC }
      agent: { header: 谁, part: { before: "/" } }
      ring-seconds: { header: 振铃, unit: ms, missing: ["-1"] }
      outcome: { when: [{ if: { 谁: filled }, is: answered }], else: abandoned }
`;
const ROWS = "流水,来电,谁,振铃\nA1,03/04/2026 09:00,小王/甲组,12000\nA2,03/04/2026 09:05,,-1\n";

describe("a profile of one's own", () => {
  test("says what columns with names of their own are", async () => {
    const { contacts, ledger } = await readExport(file("calls.csv", ROWS), "Asia/Shanghai", {
      profile: file("ours.yaml", OURS),
    });
    expect(ledger.read.profile).toBe("我们的话务系统");
    expect(ledger.read.columns.filter(({ by }) => by !== "profile").map(({ field }) => field)).toEqual([
      "channel",
    ]);
    expect(contacts.map(({ values }) => values)).toEqual([
      {
        "contact-id": "A1",
        agent: "小王",
        channel: "phone",
        outcome: "answered",
        "offered-at": "2026-04-03T17:00:00+08:00",
        "ring-seconds": "12 s",
      },
      {
        "contact-id": "A2",
        channel: "phone",
        outcome: "abandoned",
        "offered-at": "2026-04-03T17:05:00+08:00",
      },
    ]);
  });

  test.each(["流水", "来电", "谁", "振铃"])("must find each column it names: %s", async (name) => {
    const path = file("other.csv", ROWS.replace(name, "别的"));
    const reading = readExport(path, "Asia/Shanghai", { profile: file("ours.yaml", OURS) });
    await expect(reading).rejects.toMatchObject({ code: "column-not-found", args: { name } });
  });

  test("that does not fit the file is an error that names what is missing", async () => {
    const profile = file(
      "match.yaml",
      OURS.replace("columns:", "match: { headers: [流水, 满意度] }\n    columns:"),
    );
    const error = await readExport(file("calls.csv", ROWS), "Asia/Shanghai", { profile }).catch(
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ code: "profile-mismatch", args: { missing: "满意度" } });
    expect(formatUserError(error as UserError, "en")).toContain("deskcheck inspect");
  });

  test("a vendor's name must fit as well, and `none` switches profiles off", async () => {
    const path = "fixtures/vendors/3cx/call-log.csv";
    await expect(readExport(path, "UTC", { profile: "five9" })).rejects.toMatchObject({
      code: "profile-mismatch",
    });
    expect((await readExport(path, "UTC", { profile: "3cx-call-log" })).ledger.read.profile).toBe(
      "3CX · call log",
    );
    expect((await readExport(path, "UTC", { profile: "none" })).ledger.read.profile).toBeUndefined();
    await expect(readExport(path, "UTC", { profile: "four9" })).rejects.toMatchObject({
      code: "profile-unknown",
    });
  });

  test("lies beside the config that names it, and its mistakes name file, line and column", async () => {
    file("calls.csv", ROWS);
    file("ours.yaml", OURS.replace("unit: ms", "unit: sec"));
    file("deskcheck.config.yaml", "inputs:\n  - { files: calls.csv, profile: ./ours.yaml }\n");
    const { stderr, code } = await deskcheck(["audit"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("ours.yaml:9:41: 错误");
    file("ours.yaml", OURS);
    const mended = await deskcheck(["audit", "--format", "json"], { cwd: folder });
    expect(JSON.parse(mended.stdout)).toMatchObject({
      ledger: [{ read: { profile: "我们的话务系统" }, rows: 2, audited: 2 }],
    });
  });
});

test("the user's config comes before a profile", async () => {
  const { contacts } = await readExport("fixtures/vendors/3cx/call-log.csv", "UTC", {
    columns: { agent: "From" },
    values: { outcome: { Answered: "voicemail" } },
  });
  expect(contacts[0]?.values).toMatchObject({ agent: "+4930555010101", outcome: "voicemail" });
});
