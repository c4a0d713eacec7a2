import type { CompareSay } from "../../messages/compare.js";
import { formatNumber, formatPercent, formatScore, type Locale } from "../../messages/index.js";
import type { Change, ChangeVerdict, GateChange, GateState, Measured } from "../../model/comparison.js";
import type { Interval } from "../../model/result.js";
import { gateName } from "../content/gates.js";
import { titleOf, type View } from "../content/view.js";
import { type Block, code, type Inline, left, right, table, text, wide } from "../document.js";
import { byText } from "../order.js";
import type { Tone } from "../report.js";

/** Things of one kind, compared. */
export interface ChangeTable {
  readonly heading: string;
  readonly unit: "score" | "share";
  readonly changes: readonly Change[];
  readonly name: "rule" | ((id: string) => string);
}

/** What got worse, what got better, then the rest: all of it for rules, as many as agents are shown for the others. */
export function* changeTable(
  { heading, unit, changes, name }: ChangeTable,
  view: View,
  before: View,
  say: CompareSay,
): Iterable<Block> {
  if (changes.length === 0) return;
  const { locale } = view;
  const confidence = changes[0]!.confidence;
  const note = say("confidence", { confidence: `${formatNumber(confidence * 100, 2)}%` });
  yield { kind: "heading", text: heading, note: confidence > 0.95 ? note : null };
  const sorted = changes.toSorted(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || byText(a.id, b.id),
  );
  const changed = sorted.filter(({ verdict }) => verdict === "worse" || verdict === "better");
  const limit = name === "rule" ? sorted.length : Math.max(changed.length, view.options.limits.agents);
  const columns = [
    left(say("verdict")),
    wide(say("item")),
    right(say("before")),
    right(say("after")),
    right(say("difference")),
    right(say("interval")),
    right(say("sample")),
  ];
  const title = (id: string): Inline => {
    if (name !== "rule") return [text(name(id))];
    return [text(titleOf(id, view.rules.has(id) ? view : before)), text(" "), code(id, "dim")];
  };
  yield table(
    columns,
    sorted
      .slice(0, limit)
      .map((change) => [
        [text(say(change.verdict), TONES[change.verdict])],
        title(change.id),
        [text(value(change.old, unit, locale))],
        [text(value(change.new, unit, locale))],
        [text(difference(change.difference, unit, say), "strong")],
        [text(interval(change.interval, unit), "dim")],
        [text(`${samples(change.old)} → ${samples(change.new)}`, "dim")],
      ]),
  );
  const more = sorted.length - limit;
  if (more > 0) yield { kind: "paragraph", text: [text(say("omitted", { n: more }), "dim")] };
}

/** Gates before and after: those that fail now first. */
export function gateTable(gates: readonly GateChange[], view: View, before: View, say: CompareSay): Block {
  const order = ["worse", "better", "same", "open"];
  const sorted = gates.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return table(
    [
      left(say("verdict")),
      wide(say("item")),
      left(say("before")),
      left(say("after")),
      right(say("difference")),
    ],
    sorted.map((gate) => [
      [text(say(gate.verdict), TONES[gate.verdict])],
      [text(gateName(gate.id, view.rules.has(gate.id) ? view : before)), text(" "), code(gate.id, "dim")],
      state(gate.old, say),
      state(gate.new, say),
      [text(gateDifference(gate, say))],
    ]),
  );
}

const ORDER: readonly ChangeVerdict[] = ["worse", "better", "chance", "open"];

const TONES = {
  worse: "bad",
  better: "good",
  chance: "dim",
  open: "dim",
  same: "dim",
} as const satisfies Record<ChangeVerdict | GateChange["verdict"], Tone>;

function state(gate: GateState | null, say: CompareSay): Inline {
  if (gate === null) return [];
  const words = gate.met === null ? say("notJudged") : say(gate.met ? "met" : "failed");
  return [
    text(words, gate.met === false ? "bad" : gate.met ? "good" : "warn"),
    text(` ${gate.found} (${gate.expected})`, "dim"),
  ];
}

/** Rules (`family/name`) are compared as shares, everything else as a number. */
function gateDifference({ id, difference: moved }: GateChange, say: CompareSay): string {
  if (moved === null) return "";
  return id.includes("/") ? difference(moved, "share", say) : signed(moved, Number.isInteger(moved) ? 0 : 2);
}

function value(side: Measured | null, unit: ChangeTable["unit"], locale: Locale): string {
  if (side === null) return "";
  return unit === "score" ? formatScore(side.value, locale, 2) : formatPercent(side.value, locale);
}

function difference(moved: number | null, unit: ChangeTable["unit"], say: CompareSay): string {
  if (moved === null) return "";
  return unit === "score"
    ? say("points", { n: signed(moved, 2) })
    : say("percentPoints", { n: signed(moved * 100, 1) });
}

function interval(limits: Interval | null, unit: ChangeTable["unit"]): string {
  if (limits === null) return "";
  const [low, high] = limits.map((limit) => signed(unit === "score" ? limit : limit * 100, 1));
  return `${low} … ${high}`;
}

function signed(moved: number, digits: number): string {
  const words = formatNumber(moved, digits);
  return moved > 0 && /[1-9]/.test(words) ? `+${words}` : words;
}

function samples(side: Measured | null): string {
  return side === null ? "–" : formatNumber(side.n);
}
