import { expect, test } from "vitest";
import { type Match, mergeByRank, mergeMatches } from "../../src/phrases/hits.js";

const match = (list: number, from: number, to: number, index = 0): Match => ({
  phrase: 0,
  list,
  index,
  from,
  to,
  start: -1,
  end: -1,
  how: 0,
});
const merged = (...matches: Match[]) => mergeMatches(matches).map(({ list, from, to }) => [list, from, to]);

test("of overlapping matches of one list the longest stays, of equals the first", () => {
  expect(merged(match(0, 0, 4), match(0, 3, 9), match(0, 8, 12))).toEqual([[0, 3, 9]]);
  expect(merged(match(0, 3, 7), match(0, 0, 4))).toEqual([[0, 0, 4]]);
  expect(merged(match(0, 0, 9), match(0, 2, 4), match(0, 5, 6))).toEqual([[0, 0, 9]]);
});

test("a match is not lost for overlapping one that gave way itself", () => {
  expect(merged(match(0, 0, 4), match(0, 3, 6), match(0, 5, 10))).toEqual([
    [0, 0, 4],
    [0, 5, 10],
  ]);
});

test("those that were left out are handed over", () => {
  const [long, short, other] = [match(0, 0, 9), match(0, 7, 12), match(1, 0, 2)];
  const hidden: Match[] = [];
  expect(mergeMatches([short, other, long], hidden)).toEqual([other, long]);
  expect(hidden).toEqual([short]);
});

test("a match that passes makes way for shorter ones, but for no other list's", () => {
  const ranked = (passing: readonly Match[], ...staying: readonly Match[]) =>
    mergeByRank([...passing, ...staying], (one) => passing.includes(one)).map(({ list, from, to }) => [
      list,
      from,
      to,
    ]);
  expect(ranked([match(0, 0, 9)], match(0, 7, 12), match(0, 8, 10))).toEqual([[0, 7, 12]]);
  expect(ranked([match(0, 0, 9), match(0, 12, 15)], match(0, 7, 12))).toEqual([
    [0, 7, 12],
    [0, 12, 15],
  ]);
  expect(ranked([match(0, 0, 9), match(0, 1, 3)], match(1, 2, 4))).toEqual([
    [0, 0, 9],
    [1, 2, 4],
  ]);
});

test("matches that touch are two, and lists do not disturb each other; all come in text order", () => {
  expect(merged(match(1, 6, 9), match(1, 3, 6), match(0, 4, 8), match(2, 3, 6))).toEqual([
    [1, 3, 6],
    [2, 3, 6],
    [0, 4, 8],
    [1, 6, 9],
  ]);
});
