import { stringify } from "yaml";
import { z } from "zod";
import { fieldLabel } from "../messages/forms.js";
import { CHECK_WORDS, PAGE_WORDS } from "../messages/rule-page.js";
import { DIMENSION_WORDS, SEVERITY_WORDS } from "../messages/terms.js";
import type { FieldName } from "../model/fields.js";
import type { Bilingual } from "../model/rule.js";
import type { CompiledStandard } from "./compile.js";
import type { StandardRule } from "./effective.js";
import { EXAMPLE_GROUPS, type Example, type Turn } from "./example-format.js";
import { isRecord } from "./yaml-source.js";

/** The page of every enabled rule by the path of its file (`wording/cannot-handle.md`), and an index. In both languages. */
export function rulePages({ rules }: CompiledStandard): ReadonlyMap<string, string> {
  const pages = rules.map(
    ({ info, check, rule }) => [`${info.id}.md`, page(rule, info.target, check.reads)] as const,
  );
  return new Map([["README.md", index(rules.map(({ rule }) => rule))], ...pages]);
}

function index(rules: readonly StandardRule[]): string {
  const rows = rules.map(({ id, title, severity, check }) => [
    `[${id}](${id}.md)`,
    both(SEVERITY_WORDS[severity]),
    `\`${check}\``,
    escaped(both(title)),
  ]);
  const head = [PAGE_WORDS.rule, PAGE_WORDS.severity, PAGE_WORDS.check, PAGE_WORDS.title].map(both);
  return `<!-- ${both(PAGE_WORDS.generated)} -->\n\n# ${both(PAGE_WORDS.rules)}\n\n${table(head, rows)}\n`;
}

function page(rule: StandardRule, target: string | null, reads: readonly FieldName[]): string {
  const { id, title, clause, source, advice, kind } = rule;
  return [
    `<!-- ${both(PAGE_WORDS.generated)} -->`,
    `# ${id}`,
    `**${escaped(title.zh)}** · ${escaped(title.en)}`,
    facts(rule, target),
    heading("what"),
    paragraph(CHECK_WORDS[kind.kind] ?? { zh: kind.kind, en: kind.kind }),
    code(shownOptions(rule)),
    heading("why"),
    `> ${escaped(clause)}\n>\n> —— ${escaped(source)}`,
    heading("examples"),
    ...examples(rule),
    heading("instead"),
    paragraph({ zh: escaped(advice.zh), en: escaped(advice.en) }),
    heading("options"),
    options(rule),
    heading("data"),
    data(reads),
    paragraph(PAGE_WORDS.dataAbout),
    heading("change"),
    code(
      `# deskcheck.config.yaml\nrules:\n  ${id}: { severity: minor }\n  # ${both(PAGE_WORDS.off)}: ${id}: off`,
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function facts({ severity, dimension, check, applies, except }: StandardRule, target: string | null): string {
  const rows = [
    [PAGE_WORDS.severity, both(SEVERITY_WORDS[severity])],
    [PAGE_WORDS.dimension, dimension === null ? "—" : both(DIMENSION_WORDS[dimension])],
    [PAGE_WORDS.check, `\`${check}\``],
    ...(target === null ? [] : [[PAGE_WORDS.target, target] as const]),
    ...(isEmpty(applies) ? [] : [[PAGE_WORDS.applies, `\`${flow(applies)}\``] as const]),
    ...(isEmpty(except) ? [] : [[PAGE_WORDS.except, `\`${flow(except)}\``] as const]),
  ] as const;
  return table(
    ["", ""],
    rows.map(([label, value]) => [both(label), value]),
  );
}

/** The options as the rule writes them, without what every rule has. */
function shownOptions(rule: StandardRule): string {
  const written = ownOptions(rule);
  return stringify({ check: rule.check, ...written }, { lineWidth: 100 });
}

function ownOptions({ written, kind }: StandardRule): Readonly<Record<string, unknown>> {
  const all = isRecord(written.value) ? written.value : {};
  const known = Object.keys(shapeOf(kind.options));
  return Object.fromEntries(Object.entries(all).filter(([key]) => known.includes(key)));
}

function options(rule: StandardRule): string {
  const set = ownOptions(rule);
  const rows = Object.entries(shapeOf(rule.kind.options)).map(([key, schema]) => [
    `\`${key}\``,
    set[key] === undefined ? "" : `\`${shortened(flow(set[key]))}\``,
    describe(schema),
  ]);
  return table([both(PAGE_WORDS.option), both(PAGE_WORDS.value), both(PAGE_WORDS.about)], rows);
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
}

/** What an option is, however deep its description lies under defaults and optionals. */
function describe(schema: z.ZodType): string {
  if (schema.description !== undefined) return schema.description;
  const inner = (schema as { readonly def?: { readonly innerType?: unknown } }).def?.innerType;
  return inner instanceof z.ZodType ? describe(inner) : "";
}

function examples({ examples: all }: StandardRule): readonly string[] {
  return EXAMPLE_GROUPS.filter((group) => all[group].length > 0).map(
    (group) => `**${both(PAGE_WORDS[group])}**\n\n${all[group].map(example).join("\n")}`,
  );
}

function example(one: Example): string {
  if (typeof one === "string") return `- ${spoken(one)}`;
  if (Array.isArray(one)) return `- ${one.map(spoken).join(" <br> ")}`;
  const { starts: _, mono: __, ...rest } = one as Record<string, unknown>;
  return `- \`${flow(rest).replaceAll("`", "'")}\``;
}

function spoken(turn: Turn): string {
  if (typeof turn !== "string") return `\`${flow(turn)}\``;
  return /^(agent|customer|system|坐席|客服|客户|系统)\s*[:：]/.test(turn)
    ? escaped(turn)
    : `${PAGE_WORDS.agent.en}: ${escaped(turn)}`;
}

function data(reads: readonly FieldName[]): string {
  return [...new Set(reads)]
    .map((field) => `- \`${field}\` ${fieldLabel(field, "zh-CN")} · ${fieldLabel(field, "en")}`)
    .join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

function heading(name: "what" | "why" | "examples" | "instead" | "options" | "data" | "change"): string {
  return `## ${both(PAGE_WORDS[name])}`;
}

function paragraph({ zh, en }: Bilingual): string {
  return zh === en ? zh : `${zh}\n\n${en}`;
}

function code(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}

/** A long list of phrases is written out above. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_VALUE ? text : `${characters.slice(0, LONGEST_VALUE).join("")}…`;
}

const LONGEST_VALUE = 60;

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]|#]/g, "\\$&");
}

function both({ zh, en }: Bilingual): string {
  return zh === en ? zh : `${zh} · ${en}`;
}

function isEmpty(map: object): boolean {
  return Object.values(map).every((value) => value === undefined);
}
