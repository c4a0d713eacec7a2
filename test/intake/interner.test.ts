import fc from "fast-check";
import { expect, test } from "vitest";
import { createInterner } from "../../src/intake/interner.js";

test("gives every text one number, in the order of first appearance, however many there are", () => {
  const interner = createInterner();
  const numbers = Array.from({ length: 5_000 }, (_, at) => interner.internText(`T${at + 1}`));
  expect(numbers).toEqual(numbers.map((_, at) => at));
  expect(interner.size).toBe(5_000);
  for (let at = 4_999; at >= 0; at--) {
    const bytes = Buffer.from(`T${at + 1}`);
    expect(interner.internText(`T${at + 1}`)).toBe(at);
    expect(interner.lookup(bytes, 0, bytes.length)).toBe(at);
    expect(interner.text(at)).toBe(`T${at + 1}`);
  }
  expect(interner.size).toBe(5_000);
});

test("agrees with a Map, whatever the texts and their order", () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 4 }), fc.nat(700).map(String));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 1_500 }), (texts) => {
      const interner = createInterner();
      const known = new Map<string, number>();
      for (const one of texts) {
        // lone surrogates have no bytes of their own
        const whole = Buffer.from(one).toString();
        if (!known.has(whole)) known.set(whole, known.size);
        expect(interner.internText(one)).toBe(known.get(whole));
      }
      expect(interner.size).toBe(known.size);
      expect(interner.lookup(Buffer.from("never seen"), 0, 10)).toBe(-1);
    }),
    { numRuns: 50 },
  );
});
