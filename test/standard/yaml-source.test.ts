import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { listOf, mapOf, type Path, parseYaml, partOf, unsourced } from "../../src/standard/yaml-source.js";

const SOURCE = `name: a
rules:
  - id: x/y
    never: ["一(", '二', 三]
  - { id: z/z, deep: { key: [1, 22] } }
`;
const source = parseYaml(SOURCE, "f.yaml");
const at = (path: Path, of?: "key" | "value", offset?: number) => {
  const { line, column } = source.place(path, of, offset);
  return `${line}:${column}`;
};

test("values, keys, and what is not there", () => {
  expect(at(["name"])).toBe("1:7");
  expect(at(["name"], "key")).toBe("1:1");
  expect(at(["rules", 0])).toBe("3:5");
  expect(at(["rules", 0, "never", 2])).toBe("4:24");
  expect(at(["rules", 1, "deep", "key", 1])).toBe("5:33");
  expect(at(["rules", 1, "nothing", "here"])).toBe("5:5");
  expect(at(["nothing"])).toBe("1:1");
});

test("a position within a text counts after its quote", () => {
  expect(at(["rules", 0, "never", 0], "value", 1)).toBe("4:15");
  expect(at(["rules", 0, "never", 0])).toBe("4:13");
  expect(at(["rules", 0, "never", 2], "value", 0)).toBe("4:24");
});

test("parts of parts, and maps and lists put together from several places, know where they come from", () => {
  const never = partOf(source, "rules", 0, "never");
  const set = unsourced("四", { file: "--set" });
  const whole = mapOf([["a", listOf([partOf(never, 1), set], never)]], source);
  expect(whole.value).toEqual({ a: ["二", "四"] });
  expect(whole.place(["a", 0])).toEqual({ file: "f.yaml", line: 4, column: 19 });
  expect(whole.place(["a", 1])).toEqual({ file: "--set" });
  expect(whole.place(["a"])).toEqual(never.place([]));
  expect(whole.place(["b"])).toEqual({ file: "f.yaml", line: 1, column: 1 });
});

test("a byte order mark does not move the first line", () => {
  expect(parseYaml("\uFEFFname: a", "f").place(["name"])).toEqual({ file: "f", line: 1, column: 7 });
});

test("an alias that grows without bound is refused, not built", () => {
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x]",
    ...["b", "c", "d", "e", "f", "g"].map((key, i) => {
      const last = "abcdef"[i];
      return `${key}: &${key} [${Array(9).fill(`*${last}`).join(", ")}]`;
    }),
  ].join("\n");
  expect(() => parseYaml(bomb, "f")).toThrow("yaml-syntax");
});

test("a key named like a property of every object is a key like others", () => {
  const odd = parseYaml("__proto__: { a: 1 }\n", "f");
  expect(partOf(odd, "constructor").value).toBeUndefined();
  expect(partOf(odd, "toString").value).toBeUndefined();
});

test("whatever is written, every value is found where its place says", () => {
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 3 }, fc.integer({ min: 1000, max: 9999 }), tie("list"), tie("map")),
    list: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
    map: fc.dictionary(fc.stringMatching(/^[a-z]{2,4}$/), tie("node"), { minKeys: 1, maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(tree.map, fc.boolean(), (value, flow) => {
      const text = stringify(value, { collectionStyle: flow ? "flow" : "block" });
      const parsed = parseYaml(text, "f");
      const lines = text.split("\n");
      const walk = (node: unknown, path: Path): void => {
        if (typeof node === "number") {
          const { line, column } = parsed.place(path);
          expect(lines[line! - 1]!.slice(column! - 1)).toMatch(new RegExp(`^${node}`));
        } else if (Array.isArray(node)) {
          for (const [index, item] of node.entries()) walk(item, [...path, index]);
        } else if (typeof node === "object" && node !== null) {
          for (const [key, item] of Object.entries(node)) walk(item, [...path, key]);
        }
      };
      walk(value, []);
    }),
  );
});
