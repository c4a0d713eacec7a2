/** Where in a file of the user's a mistake is. Lines and columns count from 1; a column is in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A mistake that the user can mend: bad usage, config, standard or input. Exit code 2. The words are in
 * `messages/errors.ts` under the code; `args` fill them in. Anything else that is thrown is a bug and shows its stack.
 * `more` holds the other mistakes found in the same reading, so that they can be mended in one go.
 */
export class UserError extends Error {
  constructor(
    readonly code: string,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly place: Place | null = null,
    readonly more: readonly UserError[] = [],
  ) {
    super(code);
    this.name = "UserError";
  }
}
