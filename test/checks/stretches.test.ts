import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfFirst, startIsCut, startOfLast } from "../../src/checks/stretches.js";
import { SPEAKER, type Speaker } from "../../src/model/fields.js";
import { type Said, turns } from "./contact.js";

const of = (speakers: string) =>
  turns(
    [...speakers].map(
      (letter): Said => ({ by: letter === "a" ? "agent" : letter === "c" ? "customer" : "system" }),
    ),
  );

test.each([
  // one greeting cut into three rows is one turn; notices of the system do not part it
  ["aaacaca", 1, 2],
  ["asacac", 1, 2],
  ["aacacca", 2, 3],
  ["caca", 2, 3],
  ["aca", 9, 2],
  // only one side recorded: each row is a turn
  ["aaaaa", 2, 1],
  ["ccc", 1, -1],
])("%s: the first %d turns of the agent end in row %d", (speakers, count, row) => {
  expect(endOfFirst(of(speakers), SPEAKER.agent, count)).toBe(row);
});

test.each([
  ["acacaa", 1, 4],
  ["acacasa", 1, 4],
  ["acacac", 2, 2],
  ["aaaaa", 2, 3],
  ["aca", 9, 0],
])("%s: the last %d turns of the agent begin in row %d", (speakers, count, row) => {
  expect(startOfLast(of(speakers), SPEAKER.agent, count)).toBe(row);
});

test("read backwards, the first turns are the last", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "c", "s"), { minLength: 1 }),
      fc.integer({ min: 1, max: 4 }),
      (rows, count) => {
        const mirrored = endOfFirst(of(rows.toReversed().join("")), SPEAKER.agent, count);
        const expected = mirrored === -1 ? -1 : rows.length - 1 - mirrored;
        expect(startOfLast(of(rows.join("")), SPEAKER.agent, count)).toBe(expected);
      },
    ),
  );
});

test("turns are stretches between words of the other side: an independent count", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "c", "s"), { minLength: 1 }),
      fc.integer({ min: 1, max: 4 }),
      (rows, count) => {
        const text = rows.join("");
        const pattern = text.includes("c") ? /a(?:[as]*a)?/g : /a/g;
        const last = [...text.matchAll(pattern)].slice(0, count).at(-1);
        expect(endOfFirst(of(text), SPEAKER.agent, count)).toBe(
          last === undefined ? -1 : last.index + last[0].length - 1,
        );
      },
    ),
  );
});

test.each<readonly [Speaker[], "yes" | "no" | "unknown", boolean]>([
  [["agent", "customer"], "unknown", false],
  [["customer", "agent"], "unknown", true],
  [["system", "customer", "agent"], "unknown", true],
  [["system", "agent"], "unknown", false],
  [["customer", "agent"], "yes", false],
  [["agent"], "no", true],
])("%j, start known: %s → cut: %s", (speakers, beginsAtStart, cut) => {
  expect(
    startIsCut(
      turns(
        speakers.map((by) => ({ by })),
        { beginsAtStart },
      ),
    ),
  ).toBe(cut);
});
