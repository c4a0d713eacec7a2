import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "./render.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

test.each(["zh-CN", "en"] as const)("the whole report in %s", async (locale) => {
  await expect(render("markdown", sampleResult(), { locale })).toMatchFileSnapshot(
    `golden/markdown-${locale}.txt`,
  );
});

test("nothing audited", async () => {
  await expect(render("markdown", emptyResult())).toMatchFileSnapshot("golden/markdown-empty.txt");
});

test("has the sections of the terminal, in the same order", () => {
  const inTerminal = render("terminal", sampleResult(), { width: 140 }).match(/(?<=^── )[^ ]+/gm);
  const inMarkdown = render("markdown", sampleResult()).match(/(?<=^## ).+/gm);
  expect(inTerminal).toHaveLength(11);
  expect(inMarkdown).toEqual(inTerminal);
});

/** Words of anybody change what is read, never how the page is built. */
test("the structure does not depend on anybody's words", () => {
  const plain = skeleton(render("markdown", nastyResult("x"), { locale: "en" }));
  const syntax = fc.string({
    unit: fc.constantFrom(
      ..."\\`*_[](){}<>|~$&#@!+-=:.\n\u001b\u202e".split(""),
      "a",
      "字",
      "</details>",
      "<!--",
      "```",
      "http://a.cn ",
    ),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(syntax, (words) => {
      expect(skeleton(render("markdown", nastyResult(`x${words}x`), { locale: "en" }))).toEqual(plain);
    }),
    { numRuns: 100 },
  );
}, 30_000);

test("customers' words are no links, images, mentions or HTML", () => {
  const attack =
    '<script>alert(1)</script> ![x](http://evil.example/a.png) @everyone [a](javascript:b) <a href="//c">';
  const report = render("markdown", nastyResult(attack));
  const outside = report.replace(/```+yaml\n[\s\S]*?\n```+/g, "").replace(/`[^`\n]*`/g, "");
  expect(outside).not.toMatch(/<(?!\/?(?:details|summary|mark|strong|code)>)/);
  expect(outside).not.toMatch(/(?<!\\)\]\(/);
  expect(outside).not.toMatch(/@(?!&#8203;)|http:\/\//);
});

/** How each line begins, how many cells it has, and which tags: everything that builds the page. */
function skeleton(markdown: string): readonly string[] {
  let fence = "";
  return markdown.split("\n").map((line) => {
    if (fence !== "") {
      if (line === fence) fence = "";
      return "in a code block";
    }
    fence = /^`{3,}/.exec(line)?.[0] ?? "";
    const start = /^(?:#+ |\* |- |> | {2}> | {2}|---$|\|)/.exec(line)?.[0] ?? "";
    const bare = line.replace(/\\[!-/:-@[-`{-~]|`[^`]*`/g, "").replace(/<\/?(?:code|strong)>/g, "");
    const cells = line.startsWith("|") ? bare.split("|").length : 0;
    return `${start} ${cells} ${(bare.match(/<[^>]*>/g) ?? []).join("")}`;
  });
}
