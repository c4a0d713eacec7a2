// Words with their braces filled, and the few elements that the page is built from. Text never becomes markup here:
// everything is set as text content or as an attribute that takes no script.

import { WORDS } from "./data.js";

/** @param {string} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  return (WORDS.words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** @param {number} value */
export function grouped(value) {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Neutral quantities of checks ("≤ 5 min") in the reader's units. @param {string} text */
export function measured(text) {
  return text.replace(
    /(\d) (working (?:day|hour)s?|rings?|(?:chars|words)\/min|d|h|min|s)(?![a-z])/g,
    (_, digit, unit) => `${digit} ${WORDS.units[unit] ?? unit}`,
  );
}

/** @param {number} minute */
export function momentOf(minute) {
  if (minute < 0) return "";
  const at = new Date(minute * 60000);
  return say("dateOf", {
    month: at.getUTCMonth() + 1,
    monthName: MONTHS[at.getUTCMonth()] ?? "",
    day: at.getUTCDate(),
    time: at.toISOString().slice(11, 16),
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** Words with those around the first `needle` marked. @param {string} text @param {string | null} needle */
export function marked(text, needle) {
  const at = needle === null || needle === "" ? -1 : text.indexOf(needle);
  if (at === -1 || needle === null) return [text];
  const end = at + needle.length;
  return [text.slice(0, at), element("mark", {}, text.slice(at, end)), text.slice(end)];
}
