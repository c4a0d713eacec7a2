import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exportsOf, parseProfile } from "../../../src/intake/profiles/load.js";

const blocks = [...readFileSync("docs/profiles.md", "utf8").matchAll(/```yaml\n(.*?)```/gs)].map(
  ([, yaml = ""]) => yaml,
);

test("the profile that the documentation shows is one, and so are its pieces", () => {
  const whole = blocks.find((yaml) => yaml.includes("vendor:")) ?? "";
  expect(exportsOf(parseProfile(whole, "docs.yaml")).map(({ format }) => format.id)).toEqual(["our-calls"]);
  const pieces = blocks.filter((yaml) => /^ {2,4}(chat|- id)/m.test(yaml) && !yaml.includes("vendor:"));
  expect(pieces).toHaveLength(2);
  for (const piece of pieces)
    expect(parseProfile(whole + piece, "docs.yaml").vendor).toBe("Our telephone system");
});
