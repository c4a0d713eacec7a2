import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, JsonDamage, type JsonObject, parseJson } from "../../../src/intake/json/parse.js";

describe("JSON with the lines of its objects", () => {
  test("is what JSON.parse makes of it, however it is printed", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(parseJson(text).values)).toEqual([JSON.parse(text)]);
      }),
    );
  });

  test("each object knows its line, from 1, whatever the line ends", () => {
    const text = '{\r\n  "a": [\r\n    { "b": 1 },\r\n    { "b": "x\\ny" }\r\n  ]\r\n}';
    const parsed = parseJson(text);
    const whole = parsed.values[0] as JsonObject;
    const [first, second] = whole.a as readonly JsonObject[];
    expect([whole, first!, second!].map(parsed.lineOf)).toEqual([1, 3, 4]);
  });

  test("JSON Lines are several values", () => {
    const { values, lineOf } = parseJson('{"a":1}\n{"a":2}\n');
    expect(plain(values)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(values.map((value) => lineOf(value as JsonObject))).toEqual([1, 2]);
  });

  test.each([
    ['{"a": 1,\n"b": ', 2],
    ['{"a": 1\n\n"b": 2}', 3],
    ['["a\nb"]', 1],
    ["[1,,2]", 1],
    ["[tru]", 1],
    ["[".repeat(5000), 1],
    ["[id],name\n1,x\n", 1],
  ])("damage names its line: %j", (text, line) => {
    const read = () => parseJson(text);
    expect(read).toThrow(JsonDamage);
    expect(read).toThrow(expect.objectContaining({ line }));
  });

  test("cut anywhere it is damaged or a shorter value, never a crash", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = JSON.stringify(value, null, 1);
        try {
          parseJson(text.slice(0, cut % text.length));
        } catch (error) {
          expect(error).toBeInstanceOf(JsonDamage);
        }
      }),
    );
  });
});

/** Objects of the parser have no prototype, so that a key may be called __proto__. */
function plain(value: Json | readonly Json[]): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    Object.defineProperty(made, key, { value: plain(inner as Json), enumerable: true });
  }
  return made;
}
