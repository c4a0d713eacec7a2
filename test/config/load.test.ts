import { describe, expect, test } from "vitest";
import { type ConfigRequest, loadConfig, refuseUnknownGates } from "../../src/config/load.js";
import { compileStandard } from "../../src/standard/compile.js";
import { loadStandard } from "../../src/standard/effective.js";
import { access, mistakes } from "../standard/files.js";

const CONFIG = "/desk/deskcheck.config.yaml";

/** The config of a working directory below the file's folder. */
function load(yaml: string | null, request: Partial<ConfigRequest> = {}) {
  const texts: Record<string, string> = yaml === null ? {} : { [CONFIG]: yaml };
  const { readText } = access(texts);
  return loadConfig({ folder: "/desk/march", env: {}, set: [], flags: {}, ...request }, { readText });
}

const codes = (yaml: string | null, request?: Partial<ConfigRequest>) =>
  mistakes(() => load(yaml, request)).codes;

test("without a file, the defaults", () => {
  expect(load(null)).toMatchObject({
    file: null,
    standard: [{ name: "service-handbook" }],
    locale: "zh-CN",
    timezone: "Asia/Shanghai",
    calendar: null,
    asOf: null,
    inputs: [],
    maxRejected: null,
    gates: {},
    minimumContacts: 20,
    format: ["terminal"],
  });
});

test("everything that a config can say", () => {
  const config = load(`standard: [service-handbook, ./our-rules.yaml]
locale: en
timezone: Asia/Tokyo
as-of: 2026-03-02
calendar: { country: CN, hours: "Mon-Fri 09:00-12:00, 13:30-18:00" }
inputs:
  - files: "exports/calls-*.csv"
    kind: calls
    columns: { ring-seconds: 振铃时长, contact-id: [vru+line, call_id], offered-at: [date, vru_entry] }
    values: { outcome: { AGENT: answered, HANG: abandoned }, resolved: { Y: true, N: no } }
    missing: ["0:00:00"]
    ignore: { outcome: PHANTOM }
    formats: { offered-at: "YYMMDD H:mm:ss" }
    delimiter: "\\t"
    channel: phone
  - { files: [a.csv, b.csv], missing: { ring-seconds: [0, ""] }, complete: true }
intake: { max-rejected: 1% }
rules:
  wording/cannot-handle: off
  response/pickup-three-rings: { severity: critical, rings: 3, country: GB }
gates:
  score: { min: 85 }
  critical-findings: { max: 0 }
  dimension.empathy: { min: 70 }
  response/email-first-reply: { rate: 95%, minimum-contacts: 30 }
  response/no-busy-tone: off
minimum-contacts: 10
format: [terminal, json=out.json]
`);
  expect(config).toMatchObject({
    file: CONFIG,
    standard: [
      { name: "service-handbook", folder: "/desk" },
      { name: "./our-rules.yaml", folder: "/desk", place: { file: CONFIG, line: 1, column: 30 } },
    ],
    locale: "en",
    asOf: { at: Date.parse("2026-03-02T00:00+09:00"), from: "config" },
    maxRejected: { rows: null, share: 0.01 },
    gates: {
      score: { min: 85 },
      "critical-findings": { max: 0 },
      "dimension.empathy": { min: 70 },
      "response/email-first-reply": { rate: 0.95, "minimum-contacts": 30 },
      "response/no-busy-tone": "off",
    },
    minimumContacts: 10,
    format: ["terminal", "json=out.json"],
  });
  expect(config.inputs).toEqual([
    {
      patterns: ["exports/calls-*.csv"],
      folder: "/desk",
      options: {
        kind: "calls",
        columns: {
          "ring-seconds": "振铃时长",
          "contact-id": ["vru+line", "call_id"],
          "offered-at": ["date", "vru_entry"],
        },
        values: { outcome: { AGENT: "answered", HANG: "abandoned" }, resolved: { Y: "yes", N: "no" } },
        missing: ["0:00:00"],
        ignore: { outcome: ["PHANTOM"] },
        formats: { "offered-at": "YYMMDD H:mm:ss" },
        delimiter: "\t",
        channel: "phone",
      },
    },
    {
      patterns: ["a.csv", "b.csv"],
      folder: "/desk",
      options: { missing: { "ring-seconds": ["0", ""] }, complete: true },
    },
  ]);
  const monday = (time: string) => Date.parse(`2026-03-02T${time}+09:00`);
  expect(config.calendar?.elapsed(monday("11:00"), monday("14:00"))).toBe(90 * 60_000);
  // the country's days off are known for its years, and for no others
  expect(config.calendar?.covers(monday("11:00"), monday("14:00"))).toBe(true);
  expect(config.calendar?.covers(monday("11:00"), Date.parse("2031-03-03T11:00+09:00"))).toBe(false);
});

test("an empty file is a config without keys", () => {
  expect(load("# nothing yet\n").file).toBe(CONFIG);
});

describe("which file", () => {
  const texts = {
    "/desk/deskcheck.config.yaml": "minimum-contacts: 1",
    "/other/c.yaml": "minimum-contacts: 2",
    "/env.yaml": "minimum-contacts: 3",
  };
  const { readText } = access(texts);
  const from = (request: Partial<ConfigRequest>) =>
    loadConfig({ folder: "/desk/a/b", env: {}, set: [], flags: {}, ...request }, { readText })
      .minimumContacts;

  test("the one named, else that of the environment, else the nearest above", () => {
    expect(from({})).toBe(1);
    expect(from({ env: { DESKCHECK_CONFIG: "/env.yaml" } })).toBe(3);
    expect(from({ file: "/other/c.yaml", env: { DESKCHECK_CONFIG: "/env.yaml" } })).toBe(2);
    expect(from({ folder: "/elsewhere" })).toBe(20);
    expect(from({ folder: "/other/deep", file: "../c.yaml" })).toBe(2);
  });

  test("one that is named and not there is a mistake", () => {
    expect(codes(null, { file: "/none.yaml" })).toEqual(["config-not-found ?:?"]);
  });
});

describe("flag over environment over file over default", () => {
  const file = "locale: en\ntimezone: Asia/Tokyo\nformat: markdown\n";

  test("locale and format", () => {
    expect(load(null, { env: { DESKCHECK_LOCALE: "en" } }).locale).toBe("en");
    expect(load(file, { env: { DESKCHECK_LOCALE: "zh-CN" } }).locale).toBe("zh-CN");
    expect(load(file, { env: { DESKCHECK_LOCALE: "zh-CN" }, flags: { locale: "en" } }).locale).toBe("en");
    expect(load(file, { env: { DESKCHECK_LOCALE: "" } }).locale).toBe("en");
    expect(load(file, { env: { DESKCHECK_FORMAT: "json, csv=x.csv" } }).format).toEqual([
      "json",
      "csv=x.csv",
    ]);
    expect(load(file, { env: { DESKCHECK_FORMAT: "json" }, flags: { format: ["csv"] } }).format).toEqual([
      "csv",
    ]);
  });

  test("a moment from an option says so", () => {
    expect(load("as-of: 2026-03-02", { flags: { "as-of": "2026-03-03" } }).asOf).toEqual({
      at: Date.parse("2026-03-03T00:00+08:00"),
      from: "option",
    });
    expect(load("as-of: 2026-03-02", { set: ["as-of=2026-03-03T09:00Z"] }).asOf).toEqual({
      at: Date.parse("2026-03-03T09:00Z"),
      from: "option",
    });
  });

  test("a standard named on the command line counts from the working directory", () => {
    expect(load("standard: ./a.yaml", { flags: { standard: ["./b.yaml"] } }).standard).toMatchObject([
      { name: "./b.yaml", folder: "/desk/march" },
    ]);
  });
});

describe("--set", () => {
  const service = (set: readonly string[], yaml: string | null = null) => {
    const { rules } = load(yaml, { set });
    const standard = loadStandard([{ name: "service-handbook", place: null, folder: "." }], access(), [
      rules,
    ]);
    const compiled = compileStandard(standard, { timezone: "Asia/Shanghai", calendar: null });
    return compiled.rules.find(({ info }) => info.id === "response/service-level")?.info.target;
  };

  test("changes a rule's option, under rules or by its id alone, over the file", () => {
    expect(service(["rules.response/service-level.within=30s"])).toBe("≥ 80% (≤ 30 s, F6)");
    expect(service(["response/service-level.within=60s"])).toBe("≥ 80% (≤ 1 min, F6)");
    const file = "rules: { response/service-level: { within: 10s, share: 0.5 } }";
    expect(service(["response/service-level.within=60s"], file)).toBe("≥ 50% (≤ 1 min, F6)");
    expect(service(["response/service-level={ within: 9s }"], file)).toBe("≥ 80% (≤ 9 s, F6)");
    expect(service(["response/service-level=off"], file)).toBeUndefined();
    expect(service(["response/service-level.within=9s"], "rules: { response/service-level: off }")).toBe(
      undefined,
    );
  });

  test("sets gates, inputs and anything else", () => {
    const config = load("gates: { score: { min: 85 } }\ninputs: [{ files: a.csv }]", {
      set: [
        "gates.score.min=90",
        "gates.dimension.empathy.min=60",
        "inputs.0.kind=calls",
        "inputs.1={ files: b.csv }",
        "locale=en",
      ],
    });
    expect(config.gates).toEqual({ score: { min: 90 }, "dimension.empathy": { min: 60 } });
    expect(config.inputs.map(({ patterns, options }) => [patterns, options.kind])).toEqual([
      [["a.csv"], "calls"],
      [["b.csv"], undefined],
    ]);
    expect(config.locale).toBe("en");
  });

  test("what is wrong with it is said with the option as it was typed", () => {
    const { messages } = mistakes(() => load(null, { set: ["gates.score.min=high"] }));
    expect(messages[1]).toMatch(
      /^--set gates\.score\.min=high: error: gates\.score\.min is high\n {2}expected: a number\n/,
    );
    expect(codes(null, { set: ["gates.score"] })).toEqual(["set-syntax ?:?"]);
    expect(codes(null, { set: ["=3"] })).toEqual(["set-syntax ?:?"]);
    expect(codes(null, { set: ["a..b=3"] })).toEqual(["set-syntax ?:?"]);
    expect(codes(null, { set: ["x=[1"] })).toEqual(["yaml-syntax 1:3"]);
  });
});

describe("mistakes, where they are", () => {
  test.each<readonly [string, readonly string[]]>([
    ["timezon: UTC\nlocale: fr\n", ["not-one-of 2:9", "unknown-key-near 1:1"]],
    ["timezone: Mars/Olympus\n", ["timezone-unknown 1:11"]],
    ["as-of: yesterday\n", ["instant-not-understood 1:8"]],
    ["as-of: 2026-02-30\n", ["instant-not-understood 1:8"]],
    ['calendar: { hours: "Mon-Fri 9-18, lunch" }\n', ["hours-not-understood 1:35"]],
    ["calendar: {}\n", ["missing-key 1:11"]],
    ["calendar: { hours: 24/7, holidays: [1 May] }\n", ["date-not-understood 1:37"]],
    ["calendar: { hours: Mon-Fri 9-18, holidays: [2026-02-30] }\n", ["calendar-date 1:45"]],
    [
      "calendar:\n  hours: Mon-Fri 9-18\n  holidays: [2026-02-14]\n  make-up-days: [2026-02-14]\n",
      ["calendar-date 4:18"],
    ],
    ["inputs: [{ kind: calls }]\n", ["missing-key 1:10"]],
    ["inputs: [{ files: a.csv, colums: {} }]\n", ["unknown-key-near 1:26"]],
    ["inputs: [{ files: a.csv, columns: { ring-second: x } }]\n", ["unknown-key-near 1:37"]],
    ["inputs: [{ files: a.csv, values: { outcome: { A: gone } } }]\n", ["not-one-of 1:50"]],
    ["inputs: [{ files: a.csv, timezone: Nowhere }]\n", ["timezone-unknown 1:36"]],
    ["intake: { max-rejected: 101x }\n", ["bad-share 1:25"]],
    ["gates: { scor: { min: 3 } }\n", ["gate-unknown 1:16"]],
    ["gates: { score: { min: 300 } }\n", ["out-of-range 1:24"]],
    ["gates: { score: { max: 3 } }\n", ["config-unknown-key 1:19"]],
    ["gates: { a/b: { rate: 3 } }\n", ["bad-share 1:23"]],
    ["minimum-contacts: 0\n", ["out-of-range 1:19"]],
    ["minimum-contacts: many\n", ["expects-number 1:19"]],
    ["rules: { wording/x: 3 }\n", ["not-one-of 1:21"]],
    ["- a\n", ["expects-map 1:1"]],
  ])("%s", (yaml, expected) => {
    expect(codes(yaml)).toEqual(expected);
  });

  test("a gate of a rule that the standard does not have", () => {
    const standard = loadStandard([{ name: "service-handbook", place: null, folder: "." }], access());
    const check = (yaml: string) => mistakes(() => refuseUnknownGates(load(yaml), standard)).codes;
    expect(check("gates: { opening/greetin: { rate: 1 }, our/own: { rate: 1 } }")).toEqual([
      "rule-unknown-near 1:10",
      "rule-unknown 1:40",
    ]);
    expect(() =>
      refuseUnknownGates(load("gates: { opening/greeting: { rate: 1 } }"), standard),
    ).not.toThrow();
  });
});

test("the hash is of what can change how contacts are judged", () => {
  const of = (yaml: string | null, request: Partial<ConfigRequest> = {}) => load(yaml, request).sha256;
  const base = of("minimum-contacts: 5\ntimezone: UTC\n");
  expect(of("timezone: UTC\nminimum-contacts: 5\nlocale: en\nformat: json\n")).toBe(base);
  expect(of("timezone: UTC\n", { set: ["minimum-contacts=5"] })).toBe(base);
  // two nights of one job are told apart by the manifest's `asOf`
  expect(of("timezone: UTC\nminimum-contacts: 5\nas-of: 2026-03-02 18:00\ncosts: false\n")).toBe(base);
  expect(of("minimum-contacts: 6\ntimezone: UTC\n")).not.toBe(base);
});
