import { DAY, HOUR, MINUTE } from "../../calendar/civil.js";
import { BAD } from "./cell.js";

/**
 * A duration written in words or as a moment, in milliseconds: `1小时2分3秒`, `45秒`, `1h 02m 3s`, `2 min 5 sec`, `2'05"`,
 * `PT1M30S` (ISO 8601), and what a spreadsheet makes of a duration: `1899-12-31 00:01:23`. BAD where it is none of these.
 */
export function readSpelledDuration(text: string): number {
  const folded = text.normalize("NFKC").trim().toLowerCase();
  return excelEpoch(folded) ?? iso(folded) ?? spelled(folded) ?? BAD;
}

const UNIT_WORDS: readonly (readonly [ms: number, words: string])[] = [
  [DAY, "天|日|days?|d"],
  [HOUR, "小时|小時|个小时|钟头|时|時|hours?|hrs?|h"],
  [MINUTE, "分钟|分鐘|分|minutes?|mins?|m|'|′"],
  [1000, "秒钟|秒鐘|秒|seconds?|secs?|s|\"|′′|''"],
  [1, "毫秒|milliseconds?|millis|ms"],
];

/** Each unit at most once, from the largest to the smallest. */
const SPELLED = new RegExp(
  `^(-)?${UNIT_WORDS.map(([, words]) => `(?:(\\d+(?:\\.\\d+)?)\\s*(?:${words})(?![a-z])[\\s,]*)?`).join("")}$`,
);

function spelled(text: string): number | null {
  const match = SPELLED.exec(text);
  if (match === null) return null;
  const [, sign, ...amounts] = match;
  if (amounts.every((amount) => amount === undefined)) return null;
  const total = UNIT_WORDS.reduce((sum, [ms], i) => sum + Number(amounts[i] ?? 0) * ms, 0);
  return Math.round(sign === undefined ? total : -total);
}

const ISO = /^p(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?)?$/;

function iso(text: string): number | null {
  const match = ISO.exec(text);
  if (match === null || text.length < 3) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = match.map((part) => Number(part ?? 0));
  return Math.round(days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000);
}

/** Day 0 of a spreadsheet is 1899-12-30 or, where it believes in 29 February 1900, 1899-12-31. */
const EXCEL =
  /^(?:1899-12-3[01]|1900-01-0(\d)|12\/3[01]\/1899|1\/(\d)\/1900)[t ](\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))?z?$/;

function excelEpoch(text: string): number | null {
  const match = EXCEL.exec(text);
  if (match === null) return null;
  const [, dashed, slashed, hours, minutes, seconds, fraction = "0"] = match;
  const days = Number(dashed ?? slashed ?? 0);
  const ms = Number(`0.${fraction}`) * 1000;
  return Math.round(
    days * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000 + ms,
  );
}
