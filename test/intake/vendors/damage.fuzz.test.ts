import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { UserError } from "../../../src/model/user-error.js";
import { readExport } from "./page.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A longer look: FUZZ_RUNS=100 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 4);

const FILES = readdirSync("fixtures/vendors", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(csv|json|txt)$/.test(path) && !path.endsWith(".contacts.txt"))
  .toSorted();

describe("an export that was damaged on its way", () => {
  test.each(FILES)(
    "%s: any byte changed, lost or cut off is an error for people or a row accounted for",
    async (name) => {
      const whole = readFileSync(join("fixtures/vendors", name));
      const path = join(folder, `damaged${extname(name)}`);
      const place = fc.nat(whole.length - 1);
      const damage = fc.oneof(
        fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([at, byte]) => {
          const copy = Buffer.from(whole);
          copy[at] = byte;
          return copy;
        }),
        fc
          .tuple(place, fc.constantFrom('"', ",", "\n", "\r", "{", "\t"))
          .map(([at, sign]) => Buffer.concat([whole.subarray(0, at), Buffer.from(sign), whole.subarray(at)])),
        place.map((at) => Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)])),
        place.map((at) => whole.subarray(0, at)),
      );
      await fc.assert(
        fc.asyncProperty(damage, async (bytes) => {
          writeFileSync(path, bytes);
          try {
            const { ledger } = await readExport(path, "Asia/Shanghai");
            const { rows, audited, rejected, duplicate, ignored } = ledger;
            expect(audited + rejected + duplicate + ignored).toBe(rows);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
          }
        }),
        { numRuns: RUNS },
      );
    },
  );
});
