import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkTo } from "../../../src/reports/html/links.js";
import { html, jsonScript, ownCode } from "../../../src/reports/html/markup.js";

describe("html", () => {
  it("escapes text and attributes alike", () => {
    const nasty = `<img src=x onerror="alert('1')"> & more`;
    expect(html`<p title="${nasty}">${nasty}</p>`.markup).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more</p>',
    );
  });

  it("leaves no character of anybody's text that could end a tag, a quote or an entity", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { markup } = html`${text}`;
        expect(markup).not.toMatch(/[<>"']/);
        expect(markup.replace(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
        expect(markup).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it("joins arrays, keeps markup, drops null", () => {
    const items = ["a<", "b"].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${null}${3}</ul>`.markup).toBe("<ul><li>a&lt;</li><li>b</li>3</ul>");
  });

  it("refuses an attribute without quotes and a link that leaves the page", () => {
    expect(() => html`<p title=${"x"}></p>`).toThrow("without quotes");
    expect(() => html`<a href="${"javascript:alert(1)"}"></a>`).toThrow("leaves the page");
    expect(() => html`<a href="${"https://example.com"}"></a>`).toThrow("leaves the page");
    expect(html`<a href="${"#findings"}">x</a>`.markup).toBe('<a href="#findings">x</a>');
  });
});

describe("jsonScript", () => {
  it("reads back as the same value and holds nothing that a parser of HTML would notice", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (value, text) => {
        const { markup } = jsonScript("body", { value, text, end: "</script><!--\u2028\u2029" });
        const json =
          /^<script type="application\/json" data-part="body">(.*)<\/script>\n$/s.exec(markup)?.[1] ?? "";
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(json)).toEqual(
          JSON.parse(JSON.stringify({ value, text, end: "</script><!--\u2028\u2029" })),
        );
      }),
    );
  });
});

describe("ownCode", () => {
  it("refuses code that would end its own element", () => {
    expect(() => ownCode("script", "const a = '</script>'")).toThrow("end itself");
  });
});

describe("linkTo", () => {
  it("stays on the page, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (agent) => {
        const href = linkTo({ agent });
        expect(href).toMatch(/^#findings\?agent=[\w%.!~*'()-]*$/);
        expect(() => html`<a href="${href}">x</a>`).not.toThrow();
      }),
    );
  });

  it("without a filter leads to all findings", () => {
    expect(linkTo({})).toBe("#findings");
  });
});
