import { enumerate, fieldName } from "../../messages/index.js";
import type { RuleResult } from "../../model/result.js";
import { type Block, code, type Inline, joined, text } from "../document.js";
import { byText } from "../order.js";
import { mapping } from "./mapping.js";
import type { View } from "./view.js";

/** What rules lacked: one entry for each set of missing fields, with what would supply them. */
export function* missing(view: View): Iterable<Block> {
  const { result, say, locale } = view;
  for (const rules of byMissing(result.rules)) {
    const fields = rules[0]!.missing.toSorted(byText);
    const named = enumerate(
      fields.map((field) => fieldName(field, locale)),
      locale,
    );
    const why = text(say("missing", { n: rules.length, fields: named }), "warn");
    yield { kind: "paragraph", text: [text("! ", "warn"), why, ...ruleList(rules, view)] };
    yield* advice(fields, view);
  }
}

/** Fields that come with what was said, never with a call log. */
const OF_TURNS = ["text", "speaker", "said-at", "start-seconds", "end-seconds", "index"];

function* advice(fields: readonly string[], { result, say }: View): Iterable<Block> {
  const haveTurns = result.ledger.some(({ kind }) => kind === "transcripts" || kind === "messages");
  if (!haveTurns && fields.every((field) => OF_TURNS.includes(field))) {
    const command = code("deskcheck audit calls.csv transcripts.csv", "strong");
    yield { kind: "paragraph", text: [text(say("addTurns")), command] };
    return;
  }
  if (fields.length === 1 && fields[0] === "channel") {
    yield { kind: "paragraph", text: [text(say("nameChannel"))] };
    yield mapping(say("yourFile"), [["channel", [], "chat"]]);
    return;
  }
  yield { kind: "paragraph", text: [text(say("mapIt"))] };
  const header = [say("yourHeader")];
  yield mapping(
    say("yourFile"),
    fields.map((field) => [field, header]),
  );
}

/** The rules with the contacts each could not assess; said once where it is the same for all. */
function ruleList(rules: readonly RuleResult[], { say, locale }: View): Inline {
  const counts = new Set(rules.map((rule) => rule.notAssessed));
  const each = counts.size > 1 || rules.length === 1;
  const list = rules.map((rule) => [
    code(rule.id),
    ...(each ? [text(say("missingOne", { n: rule.notAssessed }))] : []),
  ]);
  const last = each ? [] : [text(say("missingEach", { n: rules[0]!.notAssessed }))];
  return [...joined(list, locale === "en" ? ", " : "、"), ...last];
}

/** Rules that lack the same fields together. */
function byMissing(rules: readonly RuleResult[]): readonly (readonly RuleResult[])[] {
  const groups = new Map<string, RuleResult[]>();
  for (const rule of rules.toSorted((a, b) => byText(a.id, b.id))) {
    if (rule.notAssessed === 0 || rule.missing.length === 0) continue;
    const key = JSON.stringify(rule.missing.toSorted(byText));
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups].sort(([a], [b]) => byText(a, b)).map(([, group]) => group);
}
