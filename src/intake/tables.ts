import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { FIELD_NAMES, type FieldName, KINDS, type Kind } from "../model/fields.js";

/** The header names of `profiles/headers.yaml`. */
export interface HeaderTable {
  readonly headers: Readonly<Partial<Record<FieldName, readonly string[]>>>;
  readonly kinds: Readonly<Record<Kind, readonly FieldName[]>>;
}

/** The words of `profiles/values.yaml`: type → meaning → words. */
export interface WordTable {
  readonly exact: Readonly<Record<string, Meanings>>;
  readonly contains: Readonly<Record<string, Meanings>>;
}
type Meanings = Readonly<Record<string, readonly string[]>>;

const fieldName = z.enum(FIELD_NAMES);
const meanings = z.record(z.string(), z.array(z.string()));
const headerSchema = z.object({
  headers: z.partialRecord(fieldName, z.array(z.string())),
  kinds: z.record(z.enum(KINDS), z.array(fieldName)),
});
const wordSchema = z.object({ contains: z.record(z.string(), meanings) }).catchall(meanings);

export const loadHeaderTable = once((): HeaderTable => headerSchema.parse(readProfile("headers.yaml")));

export const loadWordTable = once((): WordTable => {
  const { contains, ...exact } = wordSchema.parse(readProfile("values.yaml"));
  return { exact: exact as Readonly<Record<string, Meanings>>, contains };
});

function readProfile(name: string): unknown {
  return parse(readFileSync(new URL(`../../profiles/${name}`, import.meta.url), "utf8"));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
