import { DIMENSION_WORDS, formatScore, wordsFor } from "../../messages/index.js";
import { type Block, text } from "../document.js";
import type { View } from "./view.js";

/** The five RATER elements as bars. */
export function* dimensions(view: View): Iterable<Block> {
  const { result, say, locale } = view;
  if (result.dimensions.every((dimension) => dimension.score === null)) return;
  yield { kind: "heading", text: say("dimensions"), note: null };
  yield {
    kind: "bars",
    bars: result.dimensions.map(({ id, score, pass, fail }) => ({
      label: wordsFor(DIMENSION_WORDS, id, locale),
      share: score === null ? null : score / 100,
      figure: formatScore(score, locale),
      about: score === null ? [] : [text(say("dimensionAbout", { pass, fail }), "dim")],
    })),
  };
}
