import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/index.js";

const CALLS = `call_id,agent,offered_at,answered_at,outcome,note
K1,周启明,2026-03-02 09:00:00,2026-03-02 09:00:08,已接听,老客户
K2,周启明,2026-03-02 09:10:00,2026-03-02 09:10:05,已接听,手机 13912345678,多出一格
`;

test("a row that is shown because it is damaged shows no personal data, unless it is asked for", () => {
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-"));
  const file = join(folder, "calls.csv");
  writeFileSync(file, CALLS);
  const samples = (showPersonalData: boolean) =>
    audit({ files: [file], showPersonalData })
      .ledger.flatMap(({ entries }) => entries)
      .map(({ sample }) => sample ?? "")
      .join("\n");
  expect(samples(false)).toContain("多出一格");
  expect(samples(false)).not.toContain("13912345678");
  expect(samples(true)).toContain("13912345678");
});
