import { bracketed, enumerate, fieldName, formatNumber, KIND_WORDS, wordsFor } from "../../messages/index.js";
import { FAMILY_WORDS } from "../../messages/inspect.js";
import { ABILITIES, type Ability, type Need } from "../../model/inspection.js";
import { type Block, code, left, right, table, text } from "../document.js";
import type { InspectView } from "./content.js";

/** What can be assessed with the files, by family of rules; then what is missing, and what would supply it. */
export function* abilities(view: InspectView): Iterable<Block> {
  const { inspection, say, locale } = view;
  const { rules, needs, standard } = inspection;
  if (rules.length === 0) return;
  yield { kind: "heading", text: say("abilities"), note: say("abilitiesAbout", standard) };
  const families = new Map<string, Ability[]>();
  for (const rule of rules) families.set(rule.family, [...(families.get(rule.family) ?? []), rule]);
  yield table(
    [left(say("family")), ...ABILITIES.map((ability) => right(say(ability)))],
    [...families].map(([family, of]) => [
      [text(wordsFor(FAMILY_WORDS, family, locale)), text(" "), code(family, "dim")],
      ...ABILITIES.map((ability) => {
        const count = of.filter((rule) => rule.ability === ability).length;
        return count === 0 ? [] : [text(formatNumber(count), TONES[ability])];
      }),
    ]),
  );
  for (const need of needs) yield* oneNeed(need, view);
}

const TONES = { assessed: "good", partly: "warn", missing: "bad", nothing: "dim" } as const;

function* oneNeed(need: Need, view: InspectView): Iterable<Block> {
  const { say, locale } = view;
  const fields = enumerate(
    need.fields.map((field) => fieldName(field, locale)),
    locale,
  );
  const separator = locale === "en" ? ", " : "、";
  const waiting = view.inspection.rules.filter(({ id }) => need.rules.includes(id));
  const key = waiting.every(({ ability }) => ability === "missing")
    ? "needsAll"
    : waiting.every(({ ability }) => ability === "partly")
      ? "needsPartly"
      : "needs";
  yield {
    kind: "paragraph",
    text: [
      text("! ", "warn"),
      text(say(key, { n: need.rules.length, fields }), "warn"),
      ...need.rules.flatMap((id, at) => [...(at === 0 ? [] : [text(separator)]), code(id)]),
    ],
  };
  yield { kind: "paragraph", text: advice(need, view) };
}

function advice({ fields, rules, kinds, have, names }: Need, { inspection, say, locale }: InspectView) {
  if (!have && kinds.length > 0) {
    const words = kinds.map((kind) => wordsFor(KIND_WORDS, kind, locale)).join(say("or"));
    const files = inspection.files.map(({ file }) => file).join(" ");
    return [
      text(say("needFile", { kinds: words })),
      code(`deskcheck inspect ${files} ${kinds[0]}.csv`, "strong"),
    ];
  }
  if (kinds.length > 0 && kinds.every((kind) => kind === "transcripts" || kind === "messages"))
    return [text(say("needTurns"))];
  if (fields.length === 1 && fields[0] === "channel") return [text(say("needChannel"))];
  const usual = enumerate(
    fields.map((field) => {
      const list = enumerate(names[field] ?? [], locale);
      return fields.length === 1 ? list : `${field}${bracketed(list, locale)}`;
    }),
    locale,
  );
  const partly = inspection.rules.every(({ id, ability }) => !rules.includes(id) || ability === "partly");
  return [text(say(partly ? "needMore" : "needColumn", { names: usual }))];
}
