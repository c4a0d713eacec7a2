import { bracketed, enumerate, fieldName, formatNumber, KIND_WORDS, wordsFor } from "../../messages/index.js";
import { FAMILY_WORDS } from "../../messages/inspect.js";
import type { Kind } from "../../model/fields.js";
import { ABILITIES, type Ability, type Need } from "../../model/inspection.js";
import { type Block, code, type Inline, joined, left, right, table, text, wide } from "../document.js";
import type { InspectView } from "./content.js";

/** What can be assessed with the files, by family of rules; then what is missing, and what would supply it. */
export function* abilities(view: InspectView): Iterable<Block> {
  const { inspection, say, locale } = view;
  const { rules, needs, standard } = inspection;
  if (rules.length === 0) return;
  yield { kind: "heading", text: say("abilities"), note: say("abilitiesAbout", standard) };
  yield table(
    [left(say("family")), ...ABILITIES.map((ability) => right(say(ability)))],
    byFamily(rules).map(([family, of]) => [
      [text(wordsFor(FAMILY_WORDS, family, locale)), text(" "), code(family, "dim")],
      ...ABILITIES.map((ability) => {
        const count = of.filter((rule) => rule.ability === ability).length;
        return count === 0 ? [] : [text(formatNumber(count), TONES[ability])];
      }),
    ]),
  );
  if (needs.length === 0) return;
  yield { kind: "paragraph", text: [] };
  yield table(
    [wide(say("lacking")), wide(say("waiting")), wide(say("remedy"))],
    needs.map((need) => [
      [
        text(
          enumerate(
            need.fields.map((field) => fieldName(field, locale)),
            locale,
          ),
          "warn",
        ),
      ],
      waiting(need, view),
      [text(remedy(need, view))],
    ]),
  );
  yield* hints(view);
}

const TONES = { assessed: "good", partly: "warn", missing: "bad", nothing: "dim" } as const;
/** More rules than these are counted by family. */
const NAMED = 3;

function byFamily(rules: readonly Ability[]): readonly (readonly [family: string, of: readonly Ability[]])[] {
  const families = new Map<string, Ability[]>();
  for (const rule of rules) families.set(rule.family, [...(families.get(rule.family) ?? []), rule]);
  return [...families];
}

function waiting(need: Need, { inspection, say, locale }: InspectView): Inline {
  const rules = inspection.rules.filter(({ id }) => need.rules.includes(id));
  const partly = rules.every(({ ability }) => ability === "partly") ? [text(say("inPart"), "dim")] : [];
  if (rules.length <= NAMED) {
    const ids = rules.map(({ id }) => [code(id)]);
    return [...joined(ids, locale === "en" ? ", " : "、"), ...partly];
  }
  const families = enumerate(
    byFamily(rules).map(([family, of]) => `${wordsFor(FAMILY_WORDS, family, locale)} ${of.length}`),
    locale,
  );
  return [text(say("ruleCount", { n: rules.length, families })), ...partly];
}

function remedy(need: Need, { inspection, say, locale }: InspectView): string {
  const { fields, rules, kinds, have, names } = need;
  if (isOfFile(need))
    return say("needFile", {
      kinds: kinds.map((kind) => wordsFor(KIND_WORDS, kind, locale)).join(say("or")),
    });
  if (kinds.length > 0 && have && kinds.every((kind) => SPOKEN.includes(kind))) return say("needTurns");
  if (fields.length === 1 && fields[0] === "channel") return say("needChannel");
  const usual = enumerate(
    fields.map((field) => {
      const list = enumerate(names[field] ?? [], locale);
      return fields.length === 1 ? list : `${field}${bracketed(list, locale)}`;
    }),
    locale,
  );
  const partly = inspection.rules.every(({ id, ability }) => !rules.includes(id) || ability === "partly");
  return say(partly ? "needMore" : "needColumn", { names: usual });
}

const SPOKEN: readonly Kind[] = ["transcripts", "messages"];

/** Whether a file of a kind that is not there would supply it. */
function isOfFile({ have, kinds }: Need): boolean {
  return !have && kinds.length > 0;
}

function* hints({ inspection, say }: InspectView): Iterable<Block> {
  const { needs, files } = inspection;
  if (needs.some((need) => !isOfFile(need)))
    yield { kind: "paragraph", text: [text(say("otherNames"), "dim")] };
  const kinds = [...new Set(needs.filter(isOfFile).map(({ kinds: [first] }) => first!))];
  if (kinds.length === 0) return;
  const names = [...files.map(({ file }) => file), ...kinds.map((kind) => `${kind}.csv`)];
  yield {
    kind: "paragraph",
    text: [text(say("moreFiles"), "dim"), code(`deskcheck inspect ${names.join(" ")}`, "strong")],
  };
}
