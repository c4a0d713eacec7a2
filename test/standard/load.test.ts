import { describe, expect, test } from "vitest";
import { compileStandard } from "../../src/standard/compile.js";
import { type EffectiveStandard, loadStandard } from "../../src/standard/effective.js";
import { parseYaml, partOf } from "../../src/standard/yaml-source.js";
import { access, handbook, loaded, mistakes } from "./files.js";

const settings = { timezone: "Asia/Shanghai", calendar: null };
const rule = (standard: EffectiveStandard, id: string) => standard.rules.find((one) => one.id === id);
const changed = (rules: string) => loaded(`extends: service-handbook\nrules:\n${rules}`);
const target = (standard: EffectiveStandard, id: string) =>
  compileStandard(standard, settings).rules.find(({ info }) => info.id === id)?.info.target;

describe("a standard that extends the built-in one", () => {
  test("keeps what it does not mention", () => {
    const own = changed("  closing/thanks: off\n");
    expect(own.name).toBe("service-handbook + rules");
    expect(own.rules.map(({ id }) => id)).toEqual(loadStandard(handbook, access()).rules.map(({ id }) => id));
    expect(own.rules.filter(({ enabled }) => !enabled).map(({ id }) => id)).toEqual(["closing/thanks"]);
    expect(compileStandard(own, settings).rules.map(({ info }) => info.id)).not.toContain("closing/thanks");
  });

  test("changes a severity alone, or together with a target", () => {
    const own = changed(
      "  closing/thanks: minor\n  response/chat-first-reply: { severity: critical, within: 90s }\n",
    );
    expect(rule(own, "closing/thanks")?.severity).toBe("minor");
    expect(rule(own, "response/chat-first-reply")?.severity).toBe("critical");
    expect(target(own, "response/chat-first-reply")).toBe("≤ 1 min 30 s");
  });

  test("a target in seconds replaces one in rings, and the other way round", () => {
    expect(
      target(changed("  response/pickup-three-rings: { within: 10s }\n"), "response/pickup-three-rings"),
    ).toBe("≤ 10 s");
    expect(
      target(changed("  response/pickup-three-rings: { country: US }\n"), "response/pickup-three-rings"),
    ).toBe("≤ 18 s (3 × 6 s)");
    expect(
      target(changed("  response/pickup-three-rings: { rings: 2 }\n"), "response/pickup-three-rings"),
    ).toBe("≤ 10 s (2 × 5 s)");
    expect(
      target(
        changed("  response/pickup-three-rings: { cadence: { on: 1s, off: 2s } }\n"),
        "response/pickup-three-rings",
      ),
    ).toBe("≤ 9 s (3 × 3 s)");
    const back = loaded(`extends: ./seconds.yaml\nrules:\n  response/pickup-three-rings: { rings: 4 }\n`, {
      "/own/seconds.yaml":
        "extends: service-handbook\nrules:\n  response/pickup-three-rings: { within: 10s }\n",
    });
    expect(target(back, "response/pickup-three-rings")).toBe("≤ 20 s (4 × 5 s)");
  });

  test("adds a rule of its own", () => {
    const own = changed(
      "  - { id: our/brand, title: 报公司名, check: say, say: [海市公司], within: { first-turns: 1 } }\n",
    );
    expect(rule(own, "our/brand")).toMatchObject({
      severity: "major",
      title: { zh: "报公司名", en: "报公司名" },
      clause: "",
      dimension: null,
    });
  });

  test("adds to lists and takes from them, of the standard and of a rule", () => {
    const own = loaded(`extends: service-handbook
lists:
  courtesy/greeting: { add: [您吉祥, "(早安|午安)"], remove: [^welcome to] }
  we: [俺们屯]
rules:
  wording/cannot-handle: { never: { add: [臣妾做不到], remove: [无能为力] }, unless: [没说] }
`);
    const before = loadStandard(handbook, access());
    const phrases = (standard: EffectiveStandard, id: string) =>
      standard.lists.find((list) => list.id === id)?.options.phrases ?? [];
    expect(phrases(own, "courtesy/greeting")).toEqual([
      ...phrases(before, "courtesy/greeting").filter((phrase) => phrase !== "^welcome to"),
      "您吉祥",
    ]);
    expect(phrases(own, "we")).toEqual(["俺们屯"]);
    const never = partOf(rule(own, "wording/cannot-handle")!.written, "never").value as string[];
    expect(never).toContain("臣妾做不到");
    expect(never).not.toContain("无能为力");
  });

  test("taking away what is not there is a mistake", () => {
    const { codes } = mistakes(() =>
      loaded("extends: service-handbook\nlists:\n  courtesy/greeting: { remove: [您吉祥] }\n"),
    );
    expect(codes).toEqual(["remove-missing 3:33"]);
  });

  test("mistakes in a change are where the change is written, in what it keeps where that is", () => {
    expect(mistakes(() => changed("  response/service-level: { within: 3 }\n")).codes).toEqual([
      "target-without-unit 3:37",
    ]);
    expect(mistakes(() => changed("  response/service-level: { within: 3s }\n")).messages[0]).toMatch(
      /service-handbook\/response\.yaml:\d+:\d+: /,
    );
  });

  test("off, then on again, is as it was", () => {
    const own = loaded("extends: ./off.yaml\nrules: { wording/cannot-handle: on }\n", {
      "/own/off.yaml": "extends: service-handbook\nrules: { wording/cannot-handle: off }\n",
    });
    expect(rule(own, "wording/cannot-handle")).toMatchObject({ enabled: true, severity: "critical" });
    expect(own.sha256).toBe(loadStandard(handbook, access()).sha256);
  });

  test("a new check drops the options of the old one", () => {
    const own = changed("  wording/cannot-handle: { check: say, say: [我来帮您] }\n");
    expect(rule(own, "wording/cannot-handle")).toMatchObject({ check: "say", severity: "critical" });
  });
});

test("later standards go over earlier ones, and a standard that is reached twice counts once", () => {
  const texts = {
    "/own/a.yaml":
      "name: a\nextends: service-handbook\nrules: { closing/thanks: minor, opening/greeting: minor }\n",
    "/own/b.yaml": "name: b\nextends: service-handbook\nrules: { closing/thanks: info }\n",
  };
  const names = ["service-handbook", "a.yaml", "b.yaml"].map((name) => ({
    name,
    place: null,
    folder: "/own",
  }));
  const standard = loadStandard(names, access(texts));
  expect(standard.name).toBe("service-handbook + a + b");
  expect(rule(standard, "closing/thanks")?.severity).toBe("info");
  expect(rule(standard, "opening/greeting")?.severity).toBe("minor");
});

test("changes of a config go over all standards", () => {
  const rules = partOf(
    parseYaml("rules: { response/service-level: { within: 30s } }", "config.yaml"),
    "rules",
  );
  expect(target(loadStandard(handbook, access(), [rules]), "response/service-level")).toBe(
    "≥ 80% (≤ 30 s, F6)",
  );
});

describe("the hash", () => {
  const files = {
    "/own/s/standard.yaml":
      "name: s\nversion: 1.0\nlanguage: en\nguards: { a: { phrases: [x], where: before }, b: { quoted: true } }\n",
    "/own/s/one.yaml":
      "rules:\n  - { id: f/one, title: x, check: phrase, never: [aa] }\n  - { id: f/two, title: y, check: phrase, never: [bb] }\n",
    "/own/s/two.yaml": "lists:\n  p/q: [cc]\n  r: [dd]\n",
  };
  const of = (texts: Readonly<Record<string, string>>) =>
    loadStandard([{ name: "s", place: null, folder: "/own" }], access(texts)).sha256;

  test("does not depend on how files are cut, named or ordered", () => {
    const other = {
      "/own/s/standard.yaml": "language: en\nversion: 1.0\nname: s\n",
      "/own/s/z.yaml":
        "rules:\n  - { never: [bb], check: phrase, title: y, id: f/two }\nguards: { b: { quoted: true }, a: { where: before, phrases: [x] } }\n",
      "/own/s/a.yml":
        "lists: { r: [dd], p/q: [cc] }\nrules:\n  - { id: f/one, title: x, check: phrase, never: [aa] }\n",
    };
    expect(of(other)).toBe(of(files));
  });

  test("depends on everything that it says", () => {
    const hashes = [
      files,
      { ...files, "/own/s/two.yaml": "lists:\n  p/q: [cc, ee]\n  r: [dd]\n" },
      {
        ...files,
        "/own/s/one.yaml": files["/own/s/one.yaml"].replace("title: x", "title: x, severity: minor"),
      },
      {
        ...files,
        "/own/s/one.yaml": files["/own/s/one.yaml"].replace("title: x", "title: x, severity: off"),
      },
      { ...files, "/own/s/one.yaml": files["/own/s/one.yaml"].replace("[aa]", "[aaa]") },
      { ...files, "/own/s/two.yaml": `${files["/own/s/two.yaml"]}guards: { c: { quoted: true } }\n` },
      { ...files, "/own/s/standard.yaml": `${files["/own/s/standard.yaml"]}weights: { major: 6 }\n` },
    ].map(of);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

test("guards hold by default where the standard says so, and only those a rule names where it names some", () => {
  const own = loaded(`guards:
  negation: { phrases: [不是], where: before, within: 2, default: true }
  joke: { phrases: [开玩笑], where: turn }
rules:
  - { id: a/usual, title: x, check: phrase, never: [处理不了], examples: { fails: [处理不了], passes: [不是处理不了] } }
  - { id: a/named, title: x, check: phrase, never: [处理不了], guards: [joke] }
  - { id: a/none, title: x, check: phrase, never: [处理不了], guards: [] }
`);
  const book = compileStandard(own, settings).books[0]!;
  const scanner = book.scanner();
  const counted = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const count = scanner.scan(bytes, 0, bytes.length, 1);
    return Array.from({ length: count }, (_, at) => at)
      .filter((at) => scanner.hits.waived[at] === -1)
      .map((at) => book.lists[scanner.hits.list[at]!])
      .toSorted();
  };
  expect(counted("不是处理不了")).toEqual(["a/named", "a/none"]);
  expect(counted("处理不了，开玩笑的")).toEqual(["a/none", "a/usual"]);
});

test("an audit's book holds the lists that its rules ask for, `standard try` all of them", () => {
  const own = loaded(
    "extends: service-handbook\nrules: { wording/cannot-handle: off, opening/greeting: off, opening/apology-after-wait: off }\n",
  );
  const asked = compileStandard(own, settings).books[0]!.lists;
  expect(asked).not.toContain("courtesy/greeting");
  expect(asked).not.toContain("wording/cannot-handle");
  expect(asked).toContain("courtesy/thanks");
  expect(asked).not.toContain("we");
  const all = compileStandard(own, { ...settings, lists: "all" }).books[0]!.lists;
  expect(all).toEqual(expect.arrayContaining(["courtesy/greeting", "courtesy/hold-notice"]));
});
