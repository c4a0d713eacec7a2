import { enumerate, fieldName, formatNumber } from "../../messages/index.js";
import type { RuleResult } from "../../model/result.js";
import { type Block, code, type Inline, joined, right, table, text, wide } from "../document.js";
import { byText } from "../order.js";
import { mapping } from "./mapping.js";
import type { View } from "./view.js";

/**
 * What rules lacked, and what would supply it. A few sets of missing fields are told one by one; many of them are a
 * table with one piece of advice, so that a call log without transcripts does not fill the screen.
 */
export function* missing(view: View): Iterable<Block> {
  const groups = byMissing(view.result.rules);
  if (groups.length > MOST_TOLD) return yield* missingTable(groups, view);
  for (const rules of groups) {
    const fields = rules[0]!.missing.toSorted(byText);
    const why = text(view.say("missing", { n: rules.length, fields: named(fields, view) }), "warn");
    yield { kind: "paragraph", text: [text("! ", "warn"), why, ...ruleList(rules, view)] };
    yield* advice(fields, view);
  }
}

const MOST_TOLD = 2;
/** Rules of a row in the table that are called by name. */
const MOST_NAMED = 3;

function* missingTable(groups: readonly (readonly RuleResult[])[], view: View): Iterable<Block> {
  const { say } = view;
  const total = groups.reduce((sum, rules) => sum + rules.length, 0);
  yield { kind: "paragraph", text: [text("! ", "warn"), text(say("missingHead", { n: total }), "warn")] };
  yield table(
    [wide(say("missingData")), wide(say("missingRules")), right(say("contacts"))],
    groups.map((rules) => [
      [text(named(rules[0]!.missing.toSorted(byText), view))],
      fewRules(rules, view),
      [text(formatNumber(Math.max(...rules.map(({ notAssessed }) => notAssessed))))],
    ]),
  );
  const fields = [...new Set(groups.flatMap((rules) => rules[0]!.missing))].sort(byText);
  const ofTurns = fields.filter((field) => OF_TURNS.includes(field));
  const given = haveTurns(view);
  if (ofTurns.length > 0 && !given) yield* advice(ofTurns, view);
  // with transcripts at hand it is single contacts that have none, which no column would change
  const ofRows = fields.filter((field) => (given ? field !== "text" : !OF_TURNS.includes(field)));
  if (ofRows.length === 0) return;
  yield* mapped("mapThem", ofRows, view);
}

function fewRules(rules: readonly RuleResult[], { say, locale }: View): Inline {
  const names = rules.slice(0, MOST_NAMED).map(({ id }) => [code(id)]);
  const more = rules.length > MOST_NAMED ? [text(say("missingMore", { n: rules.length }))] : [];
  return [...joined(names, locale === "en" ? ", " : "、"), ...more];
}

function named(fields: readonly string[], { locale }: View): string {
  return enumerate(
    fields.map((field) => fieldName(field, locale)),
    locale,
  );
}

/** Fields that come with what was said, never with a call log. */
const OF_TURNS = ["text", "speaker", "said-at", "start-seconds", "end-seconds", "index"];

function haveTurns({ result }: View): boolean {
  return result.ledger.some(({ kind }) => kind === "transcripts" || kind === "messages");
}

function* advice(fields: readonly string[], view: View): Iterable<Block> {
  const { say } = view;
  if (!haveTurns(view) && fields.every((field) => OF_TURNS.includes(field))) {
    const command = code("deskcheck audit calls.csv transcripts.csv", "strong");
    yield { kind: "paragraph", text: [text(say("addTurns")), command] };
    return;
  }
  if (fields.length === 1 && fields[0] === "channel") {
    yield { kind: "paragraph", text: [text(say("nameChannel"))] };
    yield mapping(say("yourFile"), [["channel", [], "chat"]]);
    return;
  }
  yield* mapped("mapIt", fields, view);
}

/** The lines of a config that would name the columns. */
function* mapped(lead: "mapIt" | "mapThem", fields: readonly string[], { say }: View): Iterable<Block> {
  yield { kind: "paragraph", text: [text(say(lead))] };
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
