import { inLocale, type Locale } from "./locale.js";
import { UNIT_WORDS } from "./terms.js";

/** What stands where there is nothing to say: zero of zero is neither 0 % nor 100 %. */
export const NOTHING = { zh: "无数据", en: "n/a" } as const;

/** 1,234.5. Both locales group by thousands; no Intl, whose output changes with the Node version. */
export function formatNumber(value: number, digits = 0): string {
  const [whole = "", fraction] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return /^-[0.]*$/.test(text) ? text.slice(1) : text;
}

/**
 * A share (0–1) as a percentage with one decimal. Only 0 and 1 are written 0% and 100%: what rounds to them without
 * being them is <0.1% or >99.9%, so that one failure in ten thousand is not rounded away.
 */
export function formatPercent(share: number | null, locale: Locale): string {
  return share === null ? inLocale(NOTHING, locale) : `${upToFull(share * 100, share === 1)}%`;
}

/** A score (0–100), with the same care at both ends. Two decimals are all it has. */
export function formatScore(score: number | null, locale: Locale, digits: 1 | 2 = 1): string {
  return score === null ? inLocale(NOTHING, locale) : upToFull(score, score === 100, digits);
}

/** The limits of a share, 95.8–98.1%. Empty where there is none. */
export function formatShares(interval: readonly [number, number] | null): string {
  return interval === null
    ? ""
    : `${formatNumber(interval[0] * 100, 1)}–${formatNumber(interval[1] * 100, 1)}%`;
}

/** The limits of a score, 88.1–93.0. */
export function formatScores(interval: readonly [number, number] | null): string {
  return interval === null ? "" : `${formatNumber(interval[0], 1)}–${formatNumber(interval[1], 1)}`;
}

/** Seconds as people say them: 12.5 秒, 2 分 15 秒, 1 小时 5 分, 3 天 2 小时. Two units at most. */
export function formatDuration(seconds: number | null, locale: Locale): string {
  if (seconds === null) return inLocale(NOTHING, locale);
  if (seconds < 0) return `-${formatDuration(-seconds, locale)}`;
  const tenths = Math.round(seconds * 10);
  if (tenths < 600)
    return `${formatNumber(tenths / 10, tenths % 10 === 0 ? 0 : 1)} ${inLocale(UNITS[3]!.name, locale)}`;
  const steps = tenths < 36_000 ? 1 : tenths < 864_000 ? 60 : 3600;
  let rest = Math.round(tenths / 10 / steps) * steps;
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) parts.push(`${formatNumber(count)} ${inLocale(unit.name, locale)}`);
  }
  return parts.slice(0, 2).join(" ");
}

/** The quantities of neutral words, as checks and rules write them ("≤ 15 s (3 × 5 s)"), in the reader's units. */
export function inUnits(neutral: string, locale: Locale): string {
  const words = unitWords(locale);
  return neutral.replace(QUANTITY, (_, digit: string, unit: string) => `${digit} ${words[unit] ?? unit}`);
}

/** What the neutral units are called, by the symbol that checks write. */
export function unitWords(locale: Locale): Readonly<Record<string, string>> {
  const symbols = UNITS.map(({ name }) => [name.en, inLocale(name, locale)]);
  const rates = Object.entries(UNIT_WORDS).map(([unit, words]) => [unit, inLocale(words, locale)]);
  return Object.fromEntries(locale === "en" ? symbols : [...symbols, ...rates, ...COUNTED]);
}

const QUANTITY = /(\d) (working (?:day|hour)s?|rings?|(?:chars|words)\/min|d|h|min|s)(?![a-z])/g;

/**
 * 2026年3月2日 09:15 / 2 Mar 2026 09:15, on the clock that the instant itself carries; without the year where the reader
 * knows it. Anything else as it is.
 */
export function formatInstant(iso: string, locale: Locale, year: "year" | "no-year" = "year"): string {
  const time = /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})/.exec(iso);
  return time === null ? iso : `${formatDate(iso, locale, year)} ${time[1]}`;
}

/** The day of an instant: 2026年3月2日 / 2 Mar 2026. */
export function formatDate(iso: string, locale: Locale, withYear: "year" | "no-year" = "year"): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (date === null) return iso;
  const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
  const shown = withYear === "year";
  if (locale === "en") return `${day} ${MONTHS[month - 1] ?? month}${shown ? ` ${year}` : ""}`;
  return `${shown ? `${year}年` : ""}${month}月${day}日`;
}

/** 3.4 MB, in powers of 1000 as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${formatNumber(bytes / 1000 ** power, 1)} ${["B", "kB", "MB", "GB", "TB"][power]}`;
}

const UNITS = [
  { seconds: 86_400, name: { zh: "天", en: "d" } },
  { seconds: 3600, name: { zh: "小时", en: "h" } },
  { seconds: 60, name: { zh: "分", en: "min" } },
  { seconds: 1, name: { zh: "秒", en: "s" } },
] as const;

/** What is counted rather than measured. */
const COUNTED = [
  ["working day", "个工作日"],
  ["working days", "个工作日"],
  ["working hour", "个工作小时"],
  ["working hours", "个工作小时"],
  ["ring", "声"],
  ["rings", "声"],
];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

function upToFull(value: number, full: boolean, digits = 1): string {
  if (full) return "100";
  if (value === 0) return "0";
  const text = formatNumber(value, digits);
  const least = formatNumber(10 ** -digits, digits);
  if (Number(text) === 100) return `>${formatNumber(100 - 10 ** -digits, digits)}`;
  return Number(text) === 0 ? `<${least}` : text;
}
