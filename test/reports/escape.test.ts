import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visible } from "../../src/messages/index.js";
import {
  escapeFormula,
  escapeHtml,
  escapeMarkdown,
  escapeTerminal,
  markdownCode,
} from "../../src/reports/escape.js";

const syntax = fc.string({
  unit: fc.constantFrom(
    ..."\\`*_[](){}<>|~$&#@!+-=:;.^'\" \n\t\u001b\u202e\u200b".split(""),
    ...[
      "a",
      "9",
      "字",
      "http://",
      "www.",
      "evil.com",
      "&amp;",
      "<b>",
      "]]>",
      "1. ",
      "+1",
      "GH-1",
      "x@y.cn",
      "😀",
    ],
  ),
  maxLength: 40,
});
const anyText = fc.oneof(syntax, fc.string({ unit: "binary" }));

test("for a terminal: no control code, one line", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(escapeTerminal(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

describe("Markdown", () => {
  test.each([
    ["**粗** _斜_ ~~删~~", "\\*\\*粗\\*\\* \\_斜\\_ \\~\\~删\\~\\~"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["[点我](javascript:alert(1))", "\\[点我\\](javascript:alert(1))"],
    ["![图](http://a.cn/b.png)", "!\\[图\\](http:&#8203;//a.&#8203;cn/b.&#8203;png)"],
    ["a|b", "a&#124;b"],
    ["@somebody #12 GH-7 :tada:", "@&#8203;somebody #&#8203;12 GH-&#8203;7 :&#8203;tada:"],
    ["www.evil.com", "www.&#8203;evil.&#8203;com"],
    ["9www.a.cn", "9www.&#8203;a.&#8203;cn"],
    ["me@corp.cn", "me@&#8203;corp.&#8203;cn"],
    ["$x^2$ {{site}}", "&#36;x\\^2&#36; \\{\\{site\\}\\}"],
    ["# 一级", "\\# 一级"],
    ["- 一项", "\\- 一项"],
    ["1. 一项", "1\\. 一项"],
    ["---", "\\---"],
    ["&lt;", "&amp;lt;"],
    ["一\n二", "一⏎二"],
    ["等了 12:30:45，合 62.5%，-59 秒", "等了 12:30:45，合 62.5%，-59 秒"],
    ["您好，这个我处理不了。", "您好，这个我处理不了。"],
  ])("%j is written %j", (text, safe) => {
    expect(escapeMarkdown(text)).toBe(safe);
  });

  test("reads back as the same text, and leaves no markup, link or mention", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = escapeMarkdown(text);
        expect(readBack(safe)).toBe(visible(text));
        const bare = safe.replace(/\\[!-/:-@[-`{-~]/g, "\0").replace(/&(?:amp|lt|gt|#124|#36|#8203);/g, "\0");
        expect(bare).not.toMatch(/[\\`*_[\]{}<>|~$^&]/);
        expect(bare).not.toMatch(/:\/\/|@\w|#\w|www\.\w|:[a-z_+-]+:/);
        expect(bare).not.toMatch(/^\s*(?:#|\d+[.)](?:\s|$)|[-+=](?:\s|$))/);
      }),
      { numRuns: 1_000 },
    );
  });

  test("code is code, whatever is in it", () => {
    expect(markdownCode("calls.csv:12:5")).toBe("`calls.csv:12:5`");
    expect(markdownCode("a`b|c")).toBe("<code>a\\`b&#124;c</code>");
    expect(markdownCode(" x")).toBe("`  x `");
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = markdownCode(text);
        expect(safe).toMatch(/^`[^`|]+`$|^<code>(?:\\.|[^`|<>])*<\/code>$/su);
      }),
    );
  });
});

test("HTML in a summary is text", () => {
  expect(escapeHtml(`<b onclick="x('y')">&amp; @me`)).toBe(
    "&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;amp; @&#8203;me",
  );
  fc.assert(
    fc.property(anyText, (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;|#8203;)/);
    }),
  );
});

describe("formulas", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=1\nx",
    " =1",
    "\u00a0=1",
    "\u3000+1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "\tabc",
  ])("%j is defused", (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
  });

  test.each(["1+1", "您好=", "a@b.cn", "", " 您好", "≤ 15 s", "“-”"])("%j is left alone", (text) => {
    expect(escapeFormula(text)).toBe(text);
  });

  test("no cell begins like a formula, with or without its white space and what cannot be seen", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = escapeFormula(text)
          .normalize("NFKC")
          .replace(/^[\s\p{Cf}]+/u, "");
        expect(bare).not.toMatch(/^[=+\-@]/);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** What a reader of the Markdown sees, by the two rules of CommonMark: backslash escapes and entities. */
function readBack(safe: string): string {
  const entities: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    "#124": "|",
    "#36": "$",
    "#8203": "",
  };
  return safe.replace(/\\([!-/:-@[-`{-~])|&([#\w]+);/g, (_, escaped, entity) => escaped ?? entities[entity]);
}
