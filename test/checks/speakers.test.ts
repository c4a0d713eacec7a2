import { describe, expect, test } from "vitest";
import { measure } from "../../src/checks/measure.js";
import { phrase } from "../../src/checks/phrase.js";
import { speakerDoubt, withSpeakers } from "../../src/checks/speakers.js";
import { contact, context, type Said, told, turns } from "./contact.js";

const LISTS = [0, 1, 2, 3];
const said = (by: Said["by"], ...hits: number[]): Said => ({ by, text: "x", hits });
const doubt = (...all: readonly Said[]) => speakerDoubt(turns(all), LISTS);

describe("labels that look swapped", () => {
  test("the customer says two kinds of what only the desk says, the agent none", () => {
    expect(doubt(said("agent"), said("customer", 0), said("customer", 3))).toMatchObject({ turn: 1 });
  });

  test("one kind is not enough, however often", () => {
    expect(doubt(said("customer", 1), said("customer", 1))).toBeNull();
  });

  test("an agent who sounds like one clears all doubt", () => {
    expect(doubt(said("customer", 0), said("agent", 2), said("customer", 3))).toBeNull();
  });

  test("lists that the standard lacks are passed over", () => {
    expect(speakerDoubt(turns([said("customer", 0, 3)]), [-1, -1, 2, 3])).toBeNull();
    expect(speakerDoubt(turns([said("customer", 2, 3)]), [-1, -1, 2, 3])).toMatchObject({ turn: 0 });
  });
});

describe("rules about who spoke", () => {
  const check = withSpeakers(phrase.compile(phrase.options.parse({ never: ["x"] }), context(["main"])));

  test("are not assessed", () => {
    const view = turns([said("agent", 0)], { speakersInDoubt: true });
    expect(told(check.judge(contact({}, view)))).toBe("not-assessed speaker");
    expect(told(check.judge(contact({}, turns([said("agent", 0)]))))).toBe("fail");
  });

  test("others are judged", () => {
    const field = withSpeakers(
      measure.compile(measure.options.parse({ of: "field", field: "rings", max: 3 }), context()),
    );
    expect(told(field.judge(contact({ rings: 4 }, turns([said("agent")], { speakersInDoubt: true }))))).toBe(
      "fail",
    );
  });
});
