/** A deadline in words: where it stands in the (plain) text, and when it is over. */
export interface Expression {
  readonly from: number;
  readonly to: number;
  /** The last moment in time, ms since 1970. */
  readonly due: number;
  /** It names a moment rather than a limit: 半小时后, 明天上午十点. */
  readonly about: boolean;
}
