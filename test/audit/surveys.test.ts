import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/index.js";

const CALLS = `流水号,来电时间,结束时间,坐席
T1,2026-03-02 09:00:00,2026-03-02 09:05:00,林晓
T2,2026-03-02 09:10:00,2026-03-02 09:15:00,何静
T3,2026-03-02 09:20:00,2026-03-02 09:25:00,周启明
`;

const SURVEYS = `流水号,发送时间,满意度
T1,2026-03-03 12:00:00,5
T2,2026-03-09 09:30:00,1
T3,2026-03-09 09:30:00,1
`;

test("a finding about an answer names its contact, and points at its line", () => {
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-"));
  writeFileSync(join(folder, "calls.csv"), CALLS);
  writeFileSync(join(folder, "surveys.csv"), SURVEYS);
  const { findings } = audit({ files: ["calls.csv", "surveys.csv"], folder });
  const ofWindow = [...findings].filter(({ rule }) => rule === "response/survey-window");
  expect(ofWindow.map(({ contact, file, line, found }) => ({ contact, file, line, found }))).toEqual([
    { contact: "T2", file: "surveys.csv", line: 3, found: "7 d 15 min" },
    { contact: "T3", file: "surveys.csv", line: 4, found: "7 d 5 min" },
  ]);
  rmSync(folder, { recursive: true });
});
