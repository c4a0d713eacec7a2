import type { Markup } from "../../../src/reports/html/markup.js";

/** The elements of a chart with this name and class, each as its attributes. */
export function marks({ markup }: Markup, tag: string, tone: string): readonly Record<string, string>[] {
  return [...markup.matchAll(new RegExp(`<${tag}((?: [\\w-]+="[^"]*")*)/?>`, "g"))]
    .map(([, attributes]) =>
      Object.fromEntries(
        [...attributes!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    )
    .filter((mark) => (mark.class ?? "") === tone) as Record<string, string>[];
}

/** Texts of a class with where they stand. */
export function texts({ markup }: Markup, tone: string): readonly { x: number; y: number; text: string }[] {
  return [...markup.matchAll(/<text class="([^"]*)" x="([^"]*)" y="([^"]*)"[^>]*>([^<]*)<\/text>/g)]
    .filter(([, name]) => name === tone)
    .map(([, , x, y, text]) => ({ x: Number(x), y: Number(y), text: unescaped(text!) }));
}

/** The corners of a path of straight lines. */
export function corners(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/[ML](-?[\d.]+)[ ,](-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
}

function unescaped(text: string): string {
  return text.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
