import type { RingCountry } from "../checks/rings.js";
import type { ConfigDraft, GateDraft, InputDraft, RuleDraft } from "../config/draft.js";
import { inLocale, type Locale } from "../messages/locale.js";
import type { Kind } from "../model/fields.js";
import type { Bilingual } from "../model/rule.js";
import { countryOf } from "./countries.js";

/** Everything that the wizard asks, or `--yes` takes as it was detected. */
export interface Answers {
  readonly timezone: string;
  readonly country: RingCountry | null;
  /** null: none are known. */
  readonly hours: string | null;
  /** By `rule key`: `response/service-level within`. */
  readonly targets: ReadonlyMap<string, string | number>;
  /** The least score; null: no gate on it. */
  readonly score: number | null;
  /** How many critical findings are allowed; "off": any. */
  readonly critical: number | "off";
}

/** A number that the standard holds contacts to, and that desks set for themselves. */
export interface TargetSetting {
  readonly rule: string;
  readonly key: "rings" | "within" | "share";
  readonly title: Bilingual;
  /** What it is now. */
  readonly value: string | number;
}

/** A rule as it is written: its title and its options. */
export interface WrittenRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly enabled: boolean;
  readonly written: { readonly value: unknown };
}

/** The targets worth asking about, given what the files hold; those of rules that the standard does not have are left out. */
export function targetsFor(rules: readonly WrittenRule[], kinds: readonly Kind[]): readonly TargetSetting[] {
  return ASKED.flatMap(({ rule: id, keys, kind }): readonly TargetSetting[] => {
    const rule = rules.find((one) => one.id === id && one.enabled);
    if (rule === undefined || !(kinds.length === 0 || kinds.includes(kind))) return [];
    const options = new Map(Object.entries(Object(rule.written.value) as Record<string, unknown>));
    return keys.flatMap((key) => {
      const value = options.get(key);
      return typeof value === "string" || typeof value === "number"
        ? [{ rule: id, key, title: rule.title, value }]
        : [];
    });
  });
}

const ASKED: readonly { rule: string; keys: readonly TargetSetting["key"][]; kind: Kind }[] = [
  { rule: "response/pickup-three-rings", keys: ["rings"], kind: "calls" },
  { rule: "response/service-level", keys: ["within", "share"], kind: "calls" },
  { rule: "response/chat-first-reply", keys: ["within"], kind: "messages" },
  { rule: "response/email-first-reply", keys: ["within"], kind: "tickets" },
];

/** The rule whose limit is counted in rings: what a ring is depends on the country. */
export const RINGS_RULE = "response/pickup-three-rings";

export function targetKey({ rule, key }: Pick<TargetSetting, "rule" | "key">): string {
  return `${rule} ${key}`;
}

/** What the user typed beyond what is asked about, by the sections of a config. */
export interface Told {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly gates: Readonly<Record<string, NonNullable<GateDraft["limit"]>>>;
  readonly others: Readonly<Record<string, unknown>>;
}

/** The config that says what was answered, and what else was told. */
export function draftOf(
  answers: Answers,
  inputs: readonly InputDraft[],
  settings: readonly TargetSetting[],
  told: Told,
  locale: Locale,
): ConfigDraft {
  const { timezone, hours } = answers;
  return {
    timezone,
    others: told.others,
    ...(hours === null ? {} : { calendar: { hours, country: countryOf(timezone) === "CN" ? "CN" : null } }),
    inputs,
    rules: rulesOf(answers, settings, told.rules, locale),
    gates: gatesOf(answers, told.gates),
  };
}

function rulesOf(
  { targets, country }: Answers,
  settings: readonly TargetSetting[],
  told: Readonly<Record<string, unknown>>,
  locale: Locale,
): readonly RuleDraft[] {
  const ids = [...new Set(settings.map(({ rule }) => rule))];
  const asked = ids.map((id): RuleDraft => {
    const of = settings.filter(({ rule }) => rule === id);
    const values = of.map(
      (setting) => [setting.key, targets.get(targetKey(setting)) ?? setting.value] as const,
    );
    const ringing = id === RINGS_RULE && country !== null ? [["country", country] as const] : [];
    const before = typeof told[id] === "object" ? (told[id] as Record<string, unknown>) : {};
    return {
      id,
      title: inLocale(of[0]!.title, locale),
      options: { ...before, ...Object.fromEntries([...values, ...ringing]) },
    };
  });
  const others = Object.entries(told).filter(([id]) => !ids.includes(id));
  return [...asked, ...others.map(([id, options]): RuleDraft => ({ id, title: null, options }))];
}

function gatesOf({ score, critical }: Answers, told: Told["gates"]): readonly GateDraft[] {
  const others = Object.entries(told).filter(([id]) => id !== "score" && id !== "critical-findings");
  return [
    ...others.map(([id, limit]): GateDraft => ({ id, limit, example: "" })),
    { id: "critical-findings", limit: critical === "off" ? "off" : { max: critical }, example: "{ max: 0 }" },
    { id: "score", limit: score === null ? null : { min: score }, example: "{ min: 85 }" },
  ];
}
