import type { CONFIG_ERRORS } from "../messages/errors/config.js";
import type { ErrorWords } from "../messages/errors/entry.js";
import type { STANDARD_ERRORS } from "../messages/standard.js";
import type { Values } from "../messages/template.js";
import { type Place, UserError } from "../model/user-error.js";

type Words = typeof CONFIG_ERRORS & typeof STANDARD_ERRORS;

export type StandardErrorCode = keyof Words;

/** A mistake in a standard or a config: its code has words, and `args` fill all of them. */
export function standardError<Code extends StandardErrorCode>(
  code: Code,
  args: Values<Words[Code][keyof ErrorWords]>,
  place: Place | null,
): UserError {
  return new UserError(code, args, place);
}

/** All mistakes of one reading as one error: the first, with the others beside it. There must be at least one. */
export function together(errors: readonly UserError[]): UserError {
  const [first, ...others] = errors.flatMap((error) => [withoutMore(error), ...error.more]);
  return new UserError(first!.code, first!.args, first!.place, others);
}

function withoutMore(error: UserError): UserError {
  return error.more.length === 0 ? error : new UserError(error.code, error.args, error.place);
}
