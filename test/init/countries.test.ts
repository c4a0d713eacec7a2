import { expect, test } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { ringCountrySchema } from "../../src/checks/rings.js";
import { countryOf, ringSeconds } from "../../src/init/countries.js";

test.each([
  ["Asia/Shanghai", "CN"],
  ["Asia/Urumqi", "CN"],
  ["America/New_York", "US"],
  ["America/Toronto", "CA"],
  ["Europe/London", "GB"],
  ["Australia/Perth", "AU"],
  ["US/Pacific", "US"],
  // no ringing is known of these
  ["Asia/Hong_Kong", null],
  ["America/Mexico_City", null],
  ["UTC", null],
] as const)("telephones in %s ring as in %s", (name, country) => {
  zone(name);
  expect(countryOf(name)).toBe(country);
});

test("every country can be the likely one", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const reached = new Set([...zones, "Asia/Calcutta"].map(countryOf));
  expect(ringCountrySchema.options.filter((country) => !reached.has(country))).toEqual([]);
});

test("a ring is tone and silence", () => {
  expect(ringSeconds("CN")).toBe(5);
  expect(ringSeconds("US")).toBe(6);
  expect(ringSeconds("GB")).toBe(3);
});
