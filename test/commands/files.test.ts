import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gzipped } from "../../src/commands/gzip.js";
import { readUntil } from "../../src/commands/saved/unpack.js";
import { writeFolder } from "../../src/commands/write-folder.js";
import { writeWhole } from "../../src/commands/write-whole.js";
import { linesOf } from "../../src/intake/lines.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-files-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MEGABYTE = 1024 * 1024;

describe("lines of a file", () => {
  function lines(content: Buffer, from = 0, to = content.length): readonly (readonly [number, string])[] {
    const path = join(folder, "lines.txt");
    writeFileSync(path, content);
    const descriptor = openSync(path, "r");
    try {
      return Array.from(linesOf(descriptor, from, to), ({ bytes, at }) => [at, bytes.toString("latin1")]);
    } finally {
      closeSync(descriptor);
    }
  }

  /** The same by splitting the whole text. */
  function expected(content: Buffer): readonly (readonly [number, string])[] {
    let at = 0;
    const all = content.toString("latin1").split("\n");
    if (all.at(-1) === "") all.pop();
    return all.map((line) => {
      const found = [at, line] as const;
      at += line.length + 1;
      return found;
    });
  }

  it("are what splitting gives, whatever their lengths", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 40 }), fc.boolean(), (lengths, ended) => {
        const text = lengths.map((length, at) => String(at % 10).repeat(length)).join("\n");
        const content = Buffer.from(ended ? `${text}\n` : text);
        expect(lines(content)).toEqual(expected(content));
      }),
      { numRuns: 60 },
    );
  });

  it("are found where they cross the border of a chunk, or are longer than several", () => {
    const lengths = [MEGABYTE - 1, 0, MEGABYTE, 5, 3 * MEGABYTE + 7, 1, MEGABYTE - 9];
    const content = Buffer.from(lengths.map((length, at) => String(at).repeat(length)).join("\n"));
    // compared by themselves: a difference of megabytes is nothing to print
    const found = lines(content);
    expect(found.map(([at, { length }]) => [at, length])).toEqual(
      expected(content).map(([at, { length }]) => [at, length]),
    );
    expect(found.every(([, line], at) => line === String(at).repeat(lengths[at]!))).toBe(true);
  });

  it("can be those of a part", () => {
    expect(lines(Buffer.from("ab\ncd\nef\n"), 3, 6)).toEqual([[3, "cd"]]);
  });
});

describe("the beginning of a file", () => {
  const END = Buffer.from("END");

  it.each(["plain", "packed"])(
    "goes to the first end, wherever the chunks of reading fall: %s",
    async (kind) => {
      for (const before of [0, 1, MEGABYTE - 2, MEGABYTE - 1, MEGABYTE, 3 * MEGABYTE - 1]) {
        const content = Buffer.from(`${"x".repeat(before)}END${"y".repeat(9)}END`);
        const path = join(folder, `head-${kind}`);
        writeFileSync(path, kind === "packed" ? Buffer.concat([...gzipped([content])]) : content);
        const head = await readUntil(path, END, 9 * MEGABYTE);
        expect(head?.length).toBe(before + 3);
        expect(head?.subarray(-3).toString()).toBe("END");
      }
    },
  );

  it("is all of it without an end, and null where that is too much", async () => {
    const path = join(folder, "endless");
    writeFileSync(path, "EN".repeat(1_000));
    expect((await readUntil(path, END, 5_000))?.length).toBe(2_000);
    expect(await readUntil(path, END, 1_999)).toBeNull();
  });
});

describe("gzip", () => {
  it("unpacks to what was packed, in however many pieces, and is the same bytes every time", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 8 }), (pieces) => {
        const packed = Buffer.concat([...gzipped(pieces)]);
        expect(gunzipSync(packed).equals(Buffer.concat(pieces))).toBe(true);
        expect(Buffer.concat([...gzipped(pieces)]).equals(packed)).toBe(true);
        // no time and no system in the header (RFC 1952, 2.3)
        expect([...packed.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
      }),
    );
  });
});

describe("a file written whole", () => {
  it("stays as it was where what is to be written fails, and nothing is left beside it", () => {
    const own = join(folder, "whole");
    writeFolder(own, [{ name: "report.txt", text: "old" }]);
    const before = readdirSync(own);
    function* failing(): Iterable<string> {
      yield "new".repeat(MEGABYTE);
      throw new Error("a rule's mistake");
    }
    expect(() => writeWhole(join(own, "report.txt"), failing())).toThrow("a rule's mistake");
    expect(readFileSync(join(own, "report.txt"), "utf8")).toBe("old");
    expect(readdirSync(own)).toEqual(before);
    writeWhole(join(own, "report.txt"), ["字", new Uint8Array([0x21]), "字"]);
    expect(readFileSync(join(own, "report.txt"), "utf8")).toBe("字!字");
  });
});

describe("a folder written whole", () => {
  const page = (name: string, text = name) => ({ name, text });

  it("takes the place of the one before, with none of its pages left", () => {
    const path = join(folder, "sheets");
    writeFolder(path, [page("a.md"), page("b.md")]);
    writeFolder(path, [page("c.md")]);
    expect(readdirSync(path).sort()).toEqual([".deskcheck", "c.md"]);
    expect(readdirSync(folder).filter((name) => name.includes("sheets"))).toEqual(["sheets"]);
  });

  it("stays as it was where a page fails", () => {
    const path = join(folder, "kept");
    writeFolder(path, [page("a.md")]);
    function* failing() {
      yield page("b.md");
      throw new Error("a page's mistake");
    }
    expect(() => writeFolder(path, failing())).toThrow("a page's mistake");
    expect(readdirSync(path).sort()).toEqual([".deskcheck", "a.md"]);
    expect(readdirSync(folder).filter((name) => name.includes("kept"))).toEqual(["kept"]);
  });

  it("refuses two pages of one name, of which one would be lost", () => {
    expect(() => writeFolder(join(folder, "twins"), [page("a.md"), page("a.md", "other")])).toThrow();
    expect(readdirSync(folder).filter((name) => name.includes("twins"))).toEqual([]);
  });

  it("leaves alone a folder, or a file, that is somebody else's", () => {
    const path = join(folder, "theirs");
    writeFileSync(path, "a file");
    expect(() => writeFolder(path, [page("a.md")])).toThrow();
    expect(statSync(path).isFile()).toBe(true);
  });
});
