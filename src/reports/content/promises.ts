import { formatInstant, formatNumber, formatPlace } from "../../messages/index.js";
import { promiseWords } from "../../messages/promises.js";
import type { ComplaintClass, PromiseResult } from "../../model/result.js";
import { type Block, code, left, right, table, text, wide } from "../document.js";
import { byText } from "../order.js";
import type { View } from "./view.js";

/** What agents promised customers and what became of it: broken ones first, then those still open, each by due time. */
export function* promises({ result, options, locale, say }: View): Iterable<Block> {
  const { promises: all } = result;
  if (all.length === 0) return;
  const word = promiseWords(locale);
  const count = (state: PromiseResult["state"]) => all.filter((one) => one.state === state).length;
  const counts = { kept: count("kept"), broken: count("broken"), undecided: count("undecided") };
  yield { kind: "heading", text: word("promises"), note: word("promisesAbout", counts) };
  const sorted = all.toSorted(
    (a, b) => rank(a) - rank(b) || byText(a.due, b.due) || byText(formatPlace(a), formatPlace(b)),
  );
  const shown = sorted.slice(0, options.limits.items);
  yield table(
    [
      left(say("verdictColumn")),
      wide(word("promise")),
      left(word("made")),
      left(word("due")),
      wide(say("agent")),
      wide(word("contact")),
      wide(word("keptBy")),
      wide(word("place")),
    ],
    shown.map((one) => [
      [text(`${SIGNS[one.state]} ${word(one.state)}`, TONES[one.state])],
      [text(one.quote)],
      [text(formatInstant(one.made, locale, "no-year"))],
      [text(formatInstant(one.due, locale, "no-year"))],
      [text(one.agent ?? "")],
      [text(one.contact)],
      [text(one.keptBy ?? "")],
      [code(formatPlace(one), "dim")],
    ]),
  );
  if (sorted.length > shown.length) {
    yield { kind: "more", text: word("more", { n: sorted.length - shown.length }) };
  }
  if (counts.undecided > 0) yield { kind: "paragraph", text: [text(word("undecidedAbout"), "dim")] };
}

/** Complaints by type and cause: as recorded, and as proposed where the record is silent. */
export function* complaints({ result, options, locale }: View): Iterable<Block> {
  const { complaints: found } = result;
  if (found === null || found.contacts === 0) return;
  const word = promiseWords(locale);
  const { contacts, byLabel, byWords } = found;
  const note = word("complaintsAbout", { n: contacts, label: byLabel, words: byWords });
  yield { kind: "heading", text: word("complaints"), note };
  for (const [title, classes] of [["types", found.types] as const, ["causes", found.causes] as const]) {
    if (classes.length === 0) continue;
    yield table(
      [wide(word(title)), right(word("recorded")), right(word("proposed"))],
      classes.slice(0, options.limits.items).map(classRow),
    );
  }
  const guessed = [...found.types, ...found.causes].some(({ proposed }) => proposed > 0);
  if (guessed) yield { kind: "paragraph", text: [text(word("proposedNote"), "dim")] };
}

function classRow({ label, recorded, proposed }: ComplaintClass) {
  return [
    [text(label)],
    [text(formatNumber(recorded))],
    [text(proposed === 0 ? "" : formatNumber(proposed), "dim")],
  ];
}

const SIGNS = { kept: "✓", broken: "✗", undecided: "…" } as const satisfies Record<
  PromiseResult["state"],
  string
>;
const TONES = { kept: "good", broken: "bad", undecided: "warn" } as const;
const ORDER = ["broken", "undecided", "kept"] as const;

function rank({ state }: PromiseResult): number {
  return ORDER.indexOf(state);
}
