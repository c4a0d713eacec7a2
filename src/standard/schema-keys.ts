import { z } from "zod";

/** The keys that a schema allows at a path; of a union, those of all its branches. Empty where any key will do. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  return [...new Set(schemasAt([schema], path).flatMap(keysOf))];
}

function schemasAt(
  schemas: readonly z.core.$ZodType[],
  path: readonly PropertyKey[],
): readonly z.core.$ZodType[] {
  const [key, ...rest] = path;
  const here = schemas.flatMap(unwrapped);
  return key === undefined
    ? here
    : schemasAt(
        here.flatMap((schema) => step(schema, key)),
        rest,
      );
}

function unwrapped(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrapped);
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  ) {
    return unwrapped(schema.unwrap());
  }
  return [schema];
}

function step(schema: z.core.$ZodType, key: PropertyKey): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<PropertyKey, z.core.$ZodType>> = schema.shape;
    const found = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return found === undefined ? [] : [found];
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  return schema instanceof z.ZodRecord ? [schema.valueType] : [];
}

function keysOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum
    ? schema.keyType.options.map(String)
    : [];
}
