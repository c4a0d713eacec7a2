import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CONFIG_FILE_WORDS } from "../../src/messages/config-file.js";
import { COUNTRY_WORDS } from "../../src/messages/countries.js";
import { ERRORS } from "../../src/messages/errors.js";
import { FIELD_WORDS, type Locale, ledgerWords, REASON_WORDS } from "../../src/messages/index.js";
import { INIT_WORDS, MEANING_WORDS } from "../../src/messages/init.js";
import { FAMILY_WORDS, FORMAT_WORDS, INSPECT_WORDS } from "../../src/messages/inspect.js";
import { LEDGER_WORDS } from "../../src/messages/ledger.js";
import { REPORT_WORDS } from "../../src/messages/report.js";
import * as terms from "../../src/messages/terms.js";
import type { Bilingual } from "../../src/model/rule.js";

const ENTRIES: readonly (readonly [name: string, words: Bilingual])[] = [
  ...named("report", REPORT_WORDS),
  ...named("field", FIELD_WORDS),
  ...named("inspect", INSPECT_WORDS),
  ...named("family", FAMILY_WORDS),
  ...named("format", FORMAT_WORDS),
  ...named("config file", CONFIG_FILE_WORDS),
  ...named("init", INIT_WORDS),
  ...named("meaning", MEANING_WORDS),
  ...named("country", COUNTRY_WORDS),
  ...named("reason", REASON_WORDS),
  ...Object.entries(terms).flatMap(([table, words]) => named(table, words)),
  ...Object.entries(LEDGER_WORDS).flatMap(([code, parts]) => named(`ledger ${code}`, parts)),
  ...Object.entries(ERRORS).flatMap(([code, parts]) => named(`error ${code}`, parts)),
];

function named(table: string, words: Readonly<Record<string, Bilingual>>) {
  return Object.entries(words).map(([key, value]) => [`${table} ${key}`, value] as const);
}

test.each(ENTRIES)("%s says something in both languages", (_, { zh, en }) => {
  expect(zh.trim()).not.toBe("");
  expect(en.trim()).not.toBe("");
  expect(slots(zh).every(isSlot) && slots(en).every(isSlot)).toBe(true);
});

test("every code that the sources throw or book has words", () => {
  const thrown = codesIn(/\b(?:new UserError|userError|standardError)\(\s*"([a-z0-9-]+)"/g);
  const booked = codesIn(/\b(?:out\(\s*"[a-z]+",\s*|note\(\s*)"([a-z0-9-]+)"/g);
  expect(thrown.filter((code) => !Object.hasOwn(ERRORS, code))).toEqual([]);
  expect(booked.filter((code) => !Object.hasOwn(LEDGER_WORDS, code))).toEqual([]);
});

test.each<Locale>(["zh-CN", "en"])("a ledger code of a newer version speaks for itself (%s)", (locale) => {
  expect(ledgerWords("from-the-future", locale)).toEqual({ name: "from-the-future", means: "", next: "" });
  expect(ledgerWords("toString", locale).name).toBe("toString");
});

function slots(text: string): readonly string[] {
  return text.match(/\{(?! )[^{}]*\}/g) ?? [];
}

function isSlot(slot: string): boolean {
  return /^\{[\w-]+(?:\|[^|{}]*\|[^|{}]*|:(?:fields|kinds|mapping|block|system))?\}$/.test(slot);
}

function codesIn(pattern: RegExp): readonly string[] {
  const root = new URL("../../src", import.meta.url).pathname;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(pattern)].map((match) => match[1]!),
  );
  return [...new Set(found)].sort();
}
