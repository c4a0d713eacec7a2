import { exemptionWords } from "../../messages/exemptions.js";
import type { Exemptions, SuppressionEntry } from "../../model/exemptions.js";
import type { AuditResult, Finding } from "../../model/result.js";
import { type Block, code, type Fact, type Inline, text } from "../document.js";
import { escapeTerminal } from "../escape.js";
import type { ReportOptions } from "../report.js";
import { type View, viewOf } from "./view.js";

/** Which findings the gates leave out and why, and which suppressions are due for a look. */
export function* exemptions(view: View): Iterable<Block> {
  const { exemptions } = view.result;
  if (exemptions === undefined) return;
  const say = exemptionWords(view.locale);
  yield { kind: "heading", text: say("heading"), note: say("about") };
  yield { kind: "facts", facts: facts(exemptions, view) };
  const items = stale(exemptions, view);
  if (items.length > 0) yield { kind: "list", items: items.map((item) => [text(item, "warn")]) };
}

/** How many findings do not count, for the head of a report. null: none could be. */
export function exemptFact(view: View): Fact | null {
  const { exemptions } = view.result;
  if (exemptions === undefined) return null;
  const say = exemptionWords(view.locale);
  return { label: say("label"), value: [text(counts(exemptions, view))] };
}

/** The same in a few lines of plain text, safe to print, for who sees no report for people. */
export function exemptLines(result: AuditResult, options: ReportOptions): readonly string[] {
  const view = viewOf(result, options);
  const { exemptions } = result;
  if (exemptions === undefined) return [];
  const colon = view.locale === "en" ? ": " : "：";
  const lines = [exemptFact(view)!, ...sources(exemptions, view)];
  return [
    ...lines.map(
      ({ label, value }) => `${label}${colon}${escapeTerminal(value.map((span) => span.text).join(""))}`,
    ),
    ...stale(exemptions, view).map((item) => `  ${escapeTerminal(item)}`),
  ];
}

/** Why a finding does not count; empty where it does. */
export function exemptNote({ baseline, suppressed }: Finding, { locale }: View): Inline {
  const say = exemptionWords(locale);
  if (suppressed !== undefined) return [text(say("suppressed", suppressed), "dim")];
  return baseline === "known" ? [text(say("known"), "dim")] : [];
}

/** Suppressions that are due for a look, a sentence each: as many as lists show, and how many more there are. */
function stale({ suppressions }: Exemptions, { locale, options }: View): readonly string[] {
  const say = exemptionWords(locale);
  const { expired = [], unused = [] } = suppressions ?? {};
  const items = [
    ...expired.map((entry) => say("expired", { ...entry, expires: entry.expires ?? "" })),
    ...unused.map((entry) => say("unused", withoutExpiry(entry))),
  ];
  const more = items.length - options.limits.items;
  return more <= 0 ? items : [...items.slice(0, options.limits.items), say("more", { n: more })];
}

function facts(exemptions: Exemptions, view: View): readonly Fact[] {
  const own = exemptFact(view);
  return [...(own === null ? [] : [own]), ...sources(exemptions, view)];
}

function sources({ baseline, suppressions }: Exemptions, view: View): readonly Fact[] {
  const say = exemptionWords(view.locale);
  const fact = (label: string, file: string, about: string): Fact => ({
    label,
    value: [code(file), text("  "), text(about)],
  });
  return [
    ...(baseline === null
      ? []
      : [
          fact(
            say("baseline"),
            baseline.file,
            say("baselineAbout", { known: baseline.known, new: baseline.new, gone: baseline.gone }),
          ),
        ]),
    ...(suppressions === null
      ? []
      : [
          fact(
            say("suppressions"),
            suppressions.file,
            say("suppressionsAbout", {
              entries: suppressions.entries,
              suppressed: suppressions.suppressed,
              expired: suppressions.expired.length,
              unused: suppressions.unused.length,
            }),
          ),
        ]),
  ];
}

function counts({ findings }: Exemptions, { locale }: View): string {
  const { critical, major, minor, info } = findings;
  return exemptionWords(locale)("counts", { ...findings, n: critical + major + minor + info });
}

function withoutExpiry({ line, contact, rule, author, reason }: SuppressionEntry) {
  return { line, contact, rule, author, reason };
}
