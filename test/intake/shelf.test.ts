import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openShelf } from "../../src/intake/shelf.js";

interface Row {
  readonly key: number;
  readonly text: string;
}

const byKey = (a: Row, b: Row) => a.key - b.key;
const rows = fc.array(
  fc.record({ key: fc.integer({ min: 0, max: 9 }), text: fc.string({ unit: "grapheme" }) }),
  { maxLength: 60 },
);

describe("a shelf", () => {
  it("gives back what was put on it in order, equals as they came, however little fits into memory", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 20 }), (values, most) => {
        const shelf = openShelf(byKey, most);
        for (const value of values) shelf.add(value);
        expect(shelf).toHaveLength(values.length);
        expect([...shelf]).toEqual(values.toSorted(byKey));
        expect([...shelf]).toEqual(values.toSorted(byKey));
      }),
    );
  });

  it("may be walked while it grows, and by two at once", () => {
    const shelf = openShelf(byKey, 3);
    const add = (key: number) => shelf.add({ key, text: "行\n".repeat(key) });
    for (const key of [5, 1, 4, 2]) add(key);
    expect([...shelf].map(({ key }) => key)).toEqual([1, 2, 4, 5]);
    add(3);
    const [one, other] = [shelf[Symbol.iterator](), shelf[Symbol.iterator]()];
    for (const key of [1, 2, 3, 4, 5]) {
      expect(one.next().value).toEqual({ key, text: "行\n".repeat(key) });
      expect(other.next().value?.key).toBe(key);
    }
    expect(one.next().done).toBe(true);
  });

  it("holds lines that are longer than what is read at once", () => {
    const shelf = openShelf(byKey, 2);
    const texts = [1, 2, 3].map((key) => ({ key, text: "长".repeat(200_000 + key) }));
    for (const value of texts.toReversed()) shelf.add(value);
    expect([...shelf]).toEqual(texts);
  });
});
