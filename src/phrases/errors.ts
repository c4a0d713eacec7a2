export const PHRASE_ERROR_CODES = [
  "empty-group",
  "blank-alternative",
  "unbalanced-bracket",
  "dangling-escape",
  "gap-limit",
  "missing-list-name",
  "unknown-list",
  "circular-list",
  "duplicate-list",
  "unknown-guard",
  "matches-empty",
  "no-literal",
  "too-large",
  "bad-regex",
] as const;
export type PhraseErrorCode = (typeof PHRASE_ERROR_CODES)[number];

/**
 * Where a phrase stands in what `compilePhraseBook` was given: `["lists", "wording/insult", "phrases", 3]`,
 * `["named", "we", 0]`, `["lists", id, "unless", 1, "phrases", 0]`, `["guards", "negation", "phrases", 2]`.
 */
export type PhrasePath = readonly (string | number)[];

/**
 * A mistake in a phrase. `offset` counts UTF-16 units of the phrase; `example` is a valid phrase of the same
 * kind.
 */
export class PhraseError extends Error {
  constructor(
    readonly code: PhraseErrorCode,
    readonly phrase: string,
    readonly offset: number,
    readonly path: PhrasePath,
    /** The name, number or text that the mistake is about. */
    readonly detail: string,
  ) {
    super(`${code}${detail === "" ? "" : ` (${detail})`} at ${offset} of "${phrase}" in ${path.join(" › ")}`);
    this.name = "PhraseError";
  }

  get example(): string {
    return EXAMPLES[this.code];
  }
}

const EXAMPLES: Readonly<Record<PhraseErrorCode, string>> = {
  "empty-group": "没(有|)办法",
  "blank-alternative": "好(了|)",
  "unbalanced-bracket": "(我|我们)处理不了",
  "dangling-escape": "\\#号键",
  "gap-limit": "我…8处理不了",
  "missing-list-name": "@we…4处理不了",
  "unknown-list": "@we…4处理不了",
  "circular-list": "(我|我们|这边)",
  "duplicate-list": "wording/our-own-rule",
  "unknown-guard": "negation",
  "matches-empty": "非常(非常|)抱歉",
  "no-literal": "第#条",
  "too-large": "(处理|解决)不了",
  "bad-regex": "保证.{0,6}到账",
};
