import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { expandInputs } from "../../../src/intake/files.js";
import type { StandardInput } from "../../../src/intake/unpack/spool.js";
import { type ReadyFiles, unpackFiles } from "../../../src/intake/unpack/unpack.js";
import { UserError } from "../../../src/model/user-error.js";

const CSV = "contact_id,agent,outcome\nT1,Lin,answered\n";
const NOTHING: StandardInput = { isTTY: true };

let folder = "";
let ready: ReadyFiles | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-unpack-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  ready?.close();
  ready = null;
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("gzip", () => {
  it("is unpacked by what it is, not by its name; the manifest has the packed file's size and hash", async () => {
    const packed = gzipSync(CSV);
    put("calls.csv", packed);
    expect(await unpackedText("calls.csv")).toBe(CSV);
    const digest = ready!.files[0]!.unpacked!.digest;
    expect(digest).toEqual({
      bytes: packed.length,
      sha256: createHash("sha256").update(packed).digest("hex"),
    });
  });

  it("may have several members", async () => {
    put("calls.csv.gz", Buffer.concat([gzipSync(CSV), gzipSync("T2,Chen,missed\n")]));
    expect(await unpackedText("calls.csv.gz")).toBe(`${CSV}T2,Chen,missed\n`);
  });

  it("that was cut short is an error, and leaves nothing behind", async () => {
    put("calls.csv.gz", gzipSync(CSV.repeat(1000)).subarray(0, 60));
    await expect(unpack("calls.csv.gz")).rejects.toMatchObject({ code: "file-packed-badly" });
    expect(readdirSync(folder)).toEqual(["calls.csv.gz"]);
  });
});

describe("workbook", () => {
  const rows = [
    ["contact_id", "offered_at", "wait", "note", "n"],
    ["T1", new Date(Date.UTC(2026, 2, 1, 9, 30, 5)), "0:00:45", "two\nlines, and a comma", 0.1 + 0.2],
    [],
    ["T2", new Date(Date.UTC(2026, 2, 2)), null, '=1+1 "quoted"', 12],
  ];

  it("becomes CSV row for row: moments as ISO, line ends inside cells without a line of their own", async () => {
    await putWorkbook("calls.xlsx", [
      { name: "三月", rows, columns: [{}, { numFmt: "yyyy-mm-dd hh:mm:ss" }] },
    ]);
    const lines = (await unpackedText("calls.xlsx")).split("\n");
    expect(lines[0]).toBe("contact_id,offered_at,wait,note,n");
    expect(lines[1]).toBe('T1,2026-03-01 09:30:05,0:00:45,"two\rlines, and a comma",0.3');
    expect(lines[3]).toBe('T2,2026-03-02 00:00:00,,"=1+1 ""quoted""",12');
    expect(ready!.files[0]!.unpacked!.sheets).toEqual({ read: "三月", others: [] });
  });

  it("reads the sheet that is named, else the first that is not hidden, and says which others there are", async () => {
    await putWorkbook("calls.xlsx", [
      { name: "secret", rows: [["x"]], hidden: true },
      { name: "March", rows: [["a"], [1]] },
      { name: "April", rows: [["b"], [2]] },
    ]);
    expect(await unpackedText("calls.xlsx")).toBe("a\n1\n");
    expect(ready!.files[0]!.unpacked!.sheets).toEqual({ read: "March", others: ["April"] });
    ready!.close();
    expect(await unpackedText("calls.xlsx#April")).toBe("b\n2\n");
    expect(ready!.files[0]!.path).toBe("calls.xlsx#April");
  });

  it("without that sheet, or with an empty one, is an error that names the others", async () => {
    await putWorkbook("calls.xlsx", [
      { name: "Cover", rows: [] },
      { name: "April", rows: [["b"], [2]] },
    ]);
    await expect(unpack("calls.xlsx#May")).rejects.toMatchObject({
      code: "sheet-not-found",
      args: { known: "Cover, April", example: "calls.xlsx#April" },
    });
    await expect(unpack("calls.xlsx")).rejects.toMatchObject({
      code: "sheet-empty",
      args: { known: "April" },
    });
  });

  it("that is damaged is an error; a sheet of a file that is no workbook is a file that is not there", async () => {
    await putWorkbook("calls.xlsx", [{ name: "a", rows: [["b"]] }]);
    const whole = readFileSync(join(folder, "calls.xlsx"));
    put("cut.xlsx", whole.subarray(0, Math.floor(whole.length / 2)));
    put("plain.csv", CSV);
    await expect(unpack("cut.xlsx")).rejects.toMatchObject({ code: "workbook-unreadable" });
    await expect(unpack("plain.csv#a")).rejects.toMatchObject({ code: "file-not-found" });
  });
});

describe("standard input", () => {
  it("is read whole, packed or not, and is called by its dash", async () => {
    for (const content of [Buffer.from(CSV), gzipSync(CSV)]) {
      const pieces = [content.subarray(0, 7), content.subarray(7)];
      const stdin: StandardInput = { [Symbol.asyncIterator]: () => each(pieces) };
      expect(await unpackedText("-", stdin)).toBe(CSV);
      expect(ready!.files[0]!.path).toBe("-");
      expect(ready!.files[0]!.unpacked!.digest.bytes).toBe(content.length);
      ready!.close();
    }
  });

  it("with nothing on it, or a terminal, is an error", async () => {
    const empty: StandardInput = { [Symbol.asyncIterator]: () => each([]) };
    await expect(unpack("-", empty)).rejects.toMatchObject({ code: "nothing-on-stdin" });
    await expect(unpack("-")).rejects.toMatchObject({ code: "nothing-on-stdin" });
  });
});

describe("temporary files", () => {
  it("are removed when the files are done with; plain files need none", async () => {
    put("calls.csv.gz", gzipSync(CSV));
    put("plain.csv", CSV);
    const { files, close } = await unpackFiles(inputs("calls.csv.gz", "plain.csv"), folder, NOTHING);
    const [packed, plain] = files;
    expect(plain!.unpacked).toBeUndefined();
    expect(existsSync(packed!.unpacked!.path)).toBe(true);
    close();
    expect(existsSync(dirname(packed!.unpacked!.path))).toBe(false);
  });

  it("every mistake is told at once", async () => {
    put("a.gz", gzipSync(CSV.repeat(99)).subarray(0, 40));
    put("b.gz", gzipSync(CSV.repeat(99)).subarray(0, 40));
    const error = await unpackFiles(inputs("a.gz", "b.gz"), folder, NOTHING).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ place: { file: "a.gz" }, more: [{ place: { file: "b.gz" } }] });
  });
});

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

async function putWorkbook(name: string, sheets: Parameters<typeof writeXlsx>[0]["sheets"]): Promise<void> {
  put(name, await writeXlsx({ sheets }));
}

function inputs(...names: readonly string[]) {
  return expandInputs(names, [], folder);
}

async function unpack(name: string, stdin = NOTHING): Promise<ReadyFiles> {
  ready = await unpackFiles(inputs(name), folder, stdin);
  return ready;
}

async function unpackedText(name: string, stdin = NOTHING): Promise<string> {
  const { files } = await unpack(name, stdin);
  return readFileSync(files[0]!.unpacked!.path, "utf8");
}

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield piece;
}
