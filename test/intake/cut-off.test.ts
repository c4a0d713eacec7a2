import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openInput } from "../../src/intake/open.js";
import { UserError } from "../../src/model/user-error.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["in its first cell", '"call_id'],
  ["in a header cell", 'call_id,agent,"offered_at'],
  ["in a row without a header", '"","2025550101","5000","from-trunk","2023-07-26 23:59:50","2023-07'],
])("a file that breaks off %s is an error for people, not a wait for ever", (_, text) => {
  const path = join(folder, "cut.csv");
  writeFileSync(path, text);
  expect(() => openInput({ path, options: {} }, "Asia/Shanghai", folder)).toThrow(UserError);
});
