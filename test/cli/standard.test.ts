import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskcheck } from "./run.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-cli-"));
  writeFileSync(
    join(folder, "utterances.tsv"),
    'id\tspeaker\ttext\nu1\tagent\t这个我处理不了。\nu2\tcustomer\t这个我处理不了。\nu3\tagent\t如果商家处理不了，可以联系我们\nu4\tagent\t他说"您好"\n',
  );
  writeFileSync(
    join(folder, "ours.yaml"),
    `name: ours
version: "3"
extends: service-handbook
rules:
  - id: our/no-pet-names
    title: { zh: 不说“亲亲”, en: No pet names }
    clause: 称呼客户用“您”
    source: 本公司
    severity: minor
    check: phrase
    never: [亲亲]
    advice: { zh: 称呼“您”, en: Say “you” }
    examples: { fails: ["亲亲，在的"], passes: ["您好，在的"] }
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("deskcheck standard", () => {
  it("try: hits with offsets in the text, how they matched, and what waived them", async () => {
    const { stdout, code } = await deskcheck(
      ["standard", "try", "--file", "utterances.tsv", "--format", "json"],
      { cwd: folder },
    );
    expect(code).toBe(0);
    const tried: readonly {
      id: string;
      text: string;
      hits: { id: string; quote: string; from: number; to: number; waived: string | null }[];
    }[] = JSON.parse(stdout);
    expect(tried.map(({ id }) => id)).toEqual(["u1", "u2", "u3", "u4"]);
    const rule = (id: string) =>
      tried.find((one) => one.id === id)!.hits.filter((hit) => hit.id === "wording/cannot-handle");
    expect(rule("u1")).toMatchObject([{ waived: null }]);
    expect(rule("u2")).toMatchObject([{ waived: "speaker" }]);
    expect(rule("u3")).toMatchObject([{ waived: expect.stringMatching(/^(condition|unless)/) }]);
    for (const { text, hits } of tried)
      for (const { quote, from, to } of hits) expect(text.slice(from, to)).toBe(quote);
    expect(tried[3]!.text).toBe('他说"您好"');
  });

  it("list: every rule with its id, severity and clause, a user's own included", async () => {
    const { stdout, code } = await deskcheck(
      ["standard", "list", "--format", "json", "--standard", "./ours.yaml"],
      { cwd: folder },
    );
    expect(code).toBe(0);
    const rules: readonly { id: string; severity: string; clause: string }[] = JSON.parse(stdout);
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(
      expect.arrayContaining(["our/no-pet-names", "response/service-level", "opening/greeting"]),
    );
    expect(rules.find(({ id }) => id === "response/service-level")).toMatchObject({ severity: "gate" });
    for (const { clause } of rules) expect(clause).not.toBe("");
  });

  it("test: passes as shipped, and finds a rule that no example makes fire", async () => {
    expect((await deskcheck(["standard", "test"])).code).toBe(0);
    const broken = join(folder, "broken.yaml");
    writeFileSync(
      broken,
      `name: broken\nversion: "1"\nextends: ./ours.yaml\nrules:\n  - id: our/no-pet-names\n    never: [宝贝]\n`,
    );
    const { stdout, code } = await deskcheck(
      ["standard", "test", "our/no-pet-names", "--standard", "./broken.yaml"],
      { cwd: folder },
    );
    expect(code).toBe(1);
    expect(stdout).toContain("our/no-pet-names");
    expect(stdout).toContain("应判不合格");
  });

  it("explain: the clause, the advice and where it is written", async () => {
    const { stdout, code } = await deskcheck([
      "standard",
      "explain",
      "wording/cannot-handle",
      "--locale",
      "en",
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("遇到问题时不要说“我处理不了”");
    expect(stdout).toContain("let me try");
    const unknown = await deskcheck(["standard", "explain", "wording/cannot-handel"]);
    expect(unknown.code).toBe(2);
  });

  it("print: the printed standard is the same standard", async () => {
    const { stdout } = await deskcheck(["standard", "print"]);
    writeFileSync(join(folder, "printed.yaml"), stdout);
    const { stdout: again } = await deskcheck(["standard", "print", "--standard", "./printed.yaml"], {
      cwd: folder,
    });
    expect(again).toBe(stdout);
  });
});
