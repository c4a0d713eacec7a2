import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHECKS } from "../../src/checks/index.js";
import { CHECK_WORDS } from "../../src/messages/rule-page.js";
import { compileStandard } from "../../src/standard/compile.js";
import { loadStandard } from "../../src/standard/effective.js";
import { rulePages } from "../../src/standard/rule-page.js";
import { access, handbook } from "./files.js";

const FOLDER = join(import.meta.dirname, "../../docs/rules");
const pages = rulePages(
  compileStandard(loadStandard(handbook, access()), { timezone: "Asia/Shanghai", calendar: null }),
);

test("docs/rules is what scripts/build-rule-pages.mjs writes now", () => {
  const written = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(FOLDER.length + 1)
        .replaceAll("\\", "/"),
    );
  expect(written.toSorted()).toEqual([...pages.keys()].toSorted());
  const stale = [...pages].filter(([path, text]) => readFileSync(join(FOLDER, path), "utf8") !== text);
  expect(stale.map(([path]) => path)).toEqual([]);
});

test("every kind of check has a sentence", () => {
  expect(Object.keys(CHECK_WORDS).toSorted()).toEqual(CHECKS.map(({ kind }) => kind).toSorted());
});

test("a page says what the rule checks, why, with examples, what to say instead, and which data it needs", () => {
  const page = pages.get("closing/further-help.md");
  expect(page).toContain("# closing/further-help");
  expect(page).toContain("> 您看还有什么需要我可以为您做的吗\n");
  expect(page).toContain("—— 《客户服务—留住客户：客户服务四大环节》");
  expect(page).toContain("agent: 除了这个，还有其他需要帮忙的吗？");
  expect(page).toContain("Is there anything else I can do for you?");
  expect(page).toContain("- `text` ");
  expect(page).toContain("| `within` | `{ last-turns: 3 }` |");
});

test("words of the standard cannot become markup", () => {
  for (const [path, page] of pages) {
    const outside = page.replaceAll(/```[\s\S]*?```/g, "").replaceAll(/`[^`\n]*`/g, "");
    expect([path, /<(?!br>|!--)/.test(outside.replaceAll("\\<", ""))]).toEqual([path, false]);
  }
});
