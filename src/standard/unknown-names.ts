import type { Place, UserError } from "../model/user-error.js";
import type { Guard, NamedList, StandardRule } from "./effective.js";
import { standardError } from "./errors.js";
import { isRecord, type Path, type Sourced } from "./yaml-source.js";

/** References to lists and guards that the standard does not have. (Lists inside a phrase are the phrase engine's.) */
export function unknownNames(
  rules: readonly StandardRule[],
  lists: readonly NamedList[],
  guards: readonly Guard[],
): readonly UserError[] {
  const listIds = lists.map(({ id }) => id);
  const guardIds = guards.map(({ waiver: { id } }) => id);
  const knownLists = listIds.map((id) => `@${id}`).join(", ");
  const knownGuards = guardIds.join(", ");
  const noGuard = (guard: string, written: Sourced) =>
    guardIds.includes(guard)
      ? []
      : [standardError("guard-unknown", { guard, known: knownGuards }, placeOfText(written, guard))];
  return [
    ...rules.flatMap(({ lists: { named, own }, written }) => [
      ...named
        .filter((id) => !listIds.includes(id))
        .map((id) =>
          standardError(
            "list-unknown",
            { list: `@${id}`, known: knownLists },
            placeOfText(written, `@${id}`),
          ),
        ),
      ...Object.values(own).flatMap((list) =>
        (list.guards ?? []).flatMap((guard) => noGuard(guard, written)),
      ),
    ]),
    ...lists.flatMap(({ options, written }) =>
      (options.guards ?? []).flatMap((guard) => noGuard(guard, written)),
    ),
  ];
}

/** Where a text is written as a whole value within something; its own place where it is not. */
function placeOfText(written: Sourced, text: string): Place {
  return written.place(pathOfText(written.value, text) ?? []);
}

/** The path of the first value that is exactly this text. null where there is none. */
export function pathOfText(value: unknown, text: string): Path | null {
  if (value === text) return [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];
  for (const [key, item] of entries) {
    const path = pathOfText(item, text);
    if (path !== null) return [key, ...path];
  }
  return null;
}
