import { DIMENSION_WORDS, inLocale, SEVERITY_WORDS } from "../../messages/index.js";
import { code, left, table, text, wide } from "../../reports/document.js";
import { compiled } from "../plan.js";
import { isJson, json, type LoadedStandard } from "./load.js";

/** `standard list`: every rule, those that are switched off included. */
export async function listRules(loaded: LoadedStandard, format: string): Promise<number> {
  const { standard, config, locale, say } = loaded;
  const targets = new Map(compiled(standard, config).rules.map(({ info }) => [info.id, info.target]));
  if (isJson(format)) {
    const rules = standard.rules.map(
      ({ id, title, clause, source, dimension, severity, check, advice, enabled }) => ({
        id,
        title,
        clause,
        source,
        dimension,
        severity,
        check,
        target: targets.get(id) ?? null,
        advice,
        enabled,
      }),
    );
    await loaded.write(json(rules));
    return 0;
  }
  const columns = [
    left(say("severity")),
    left(say("rule")),
    wide(say("title")),
    left(say("target")),
    left(say("dimension")),
  ];
  const rows = standard.rules.map(({ id, severity, title, dimension, enabled }) => [
    [text(enabled ? inLocale(SEVERITY_WORDS[severity], locale) : say("off"), enabled ? null : "dim")],
    [code(id, enabled ? "strong" : "dim")],
    [text(inLocale(title, locale))],
    [text(targets.get(id) ?? "")],
    [text(dimension === null ? "" : inLocale(DIMENSION_WORDS[dimension], locale))],
  ]);
  const about = [text(`${standard.version} · ${say("rules", { n: standard.rules.length })}`)];
  await loaded.show([{ kind: "title", text: standard.name, about }, table(columns, rows)]);
  return 0;
}
