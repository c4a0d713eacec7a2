import { formatPlace, userError } from "../../messages/errors.js";
import { type Block, code, text } from "../../reports/document.js";
import { type ExampleResult, testRules } from "../../standard/rule-test.js";
import { isJson, json, type LoadedStandard } from "./load.js";

/** `standard test`: runs the rules' own examples. 1 where one comes out wrong or a rule is unproved. */
export async function testStandard(
  loaded: LoadedStandard,
  only: readonly string[],
  format: string,
): Promise<number> {
  const { standard, config, say } = loaded;
  const unknown = only.find((id) => !standard.rules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw userError("rule-unknown", { rule: unknown });
  const { timezone, calendar } = config;
  const report = testRules(standard, { timezone, calendar, ...(only.length === 0 ? {} : { only }) });
  if (isJson(format)) {
    await loaded.write(json(report));
    return report.ok ? 0 : 1;
  }
  const wrong = report.results.filter(({ ok }) => !ok);
  const counts = {
    rules: report.rules,
    n: report.results.length,
    failed: wrong.length,
    unproved: report.unproved.length,
  };
  const blocks: Block[] = [
    ...wrong.map((result): Block => ({ kind: "paragraph", text: wrongExample(loaded, result) })),
    ...report.unproved.map(
      ({ rule, lacks, place }): Block => ({
        kind: "paragraph",
        text: [
          text(`${formatPlace(place)}: `),
          code(rule, "strong"),
          text(` ${say(lacks === "fails" ? "lacksFails" : "lacksPasses")}`, "bad"),
        ],
      }),
    ),
    {
      kind: "verdict",
      exitCode: report.ok ? 0 : 1,
      text: say(report.ok ? "allPassed" : "someFailed", counts),
    },
  ];
  await loaded.show(blocks);
  return report.ok ? 0 : 1;
}

function wrongExample({ say }: LoadedStandard, { rule, group, place, got }: ExampleResult) {
  const expected =
    group === "fails"
      ? say("expectedFails")
      : group === "passes"
        ? say("expectedPasses")
        : say("expectedOther", { verdict: say(group) });
  const found = got.found === null ? "" : `: ${got.found}`;
  return [
    text(`${formatPlace(place)}: `),
    code(rule, "strong"),
    text(` ${expected} · `),
    text(say("got", { verdict: say(got.verdict) }), "bad"),
    text(found),
  ];
}
