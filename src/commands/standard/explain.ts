import { stringify } from "yaml";
import { formatPlace, userError } from "../../messages/errors.js";
import { DIMENSION_WORDS, enumerate, fieldLabel, inLocale, SEVERITY_WORDS } from "../../messages/index.js";
import { code, type Fact, text } from "../../reports/document.js";
import { compiled } from "../plan.js";
import type { LoadedStandard } from "./load.js";

/** `standard explain RULE`: what it asks, where that is written, what it needs, and the rule as data. */
export async function explainRule(loaded: LoadedStandard, id: string): Promise<number> {
  const { standard, config, locale, say } = loaded;
  const rule = standard.rules.find((one) => one.id === id);
  if (rule === undefined) throw userError("rule-unknown", { rule: id });
  const ready = compiled(standard, config).rules.find(({ info }) => info.id === id);
  const fact = (key: Parameters<typeof say>[0], value: string): Fact => ({
    label: say(key),
    value: [text(value)],
  });
  const facts = [
    fact(
      "severity",
      inLocale(SEVERITY_WORDS[rule.severity], locale) + (rule.enabled ? "" : ` · ${say("off")}`),
    ),
    fact("dimension", rule.dimension === null ? "" : inLocale(DIMENSION_WORDS[rule.dimension], locale)),
    fact("check", rule.check),
    fact("target", ready?.info.target ?? ""),
    fact("clause", rule.clause),
    fact("source", rule.source),
    fact("advice", inLocale(rule.advice, locale)),
    fact(
      "needs",
      enumerate(
        [...new Set(ready?.check.reads ?? [])].map((field) => fieldLabel(field, locale)),
        locale,
      ),
    ),
    fact("written", formatPlace(rule.written.place([]))),
  ].filter(({ value }) => value[0]?.text !== "");
  await loaded.show([
    { kind: "title", text: inLocale(rule.title, locale), about: [code(id)] },
    { kind: "facts", facts },
    { kind: "paragraph", text: [] },
    { kind: "paragraph", text: [text(say("definition"), "dim")] },
    {
      kind: "sample",
      lines: stringify([{ id, ...Object(rule.written.value) }], { lineWidth: 110 })
        .trimEnd()
        .split("\n"),
    },
  ]);
  return 0;
}
