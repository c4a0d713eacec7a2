import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuditPlan, runAudit } from "../../../src/audit/audit.js";
import { planAudit } from "../../../src/commands/plan.js";
import type { AuditResult } from "../../../src/model/result.js";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures/encodings");

/** Each script's transcript, first as UTF-8: what the others are held against. Python's codecs wrote them. */
const SCRIPTS = {
  simplified: [
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "gbk",
    "utf-16-le",
    "utf-16-be",
    "utf-16-le-bom",
    "utf-16-be-bom",
  ],
  traditional: ["utf-8", "big5", "gb18030"],
  cantonese: ["utf-8", "big5hkscs"],
} as const;

const REPORTED: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-8-sig": "UTF-8 BOM",
  gb18030: "GB18030",
  gbk: "GB18030",
  "utf-16-le": "UTF-16LE",
  "utf-16-be": "UTF-16BE",
  "utf-16-le-bom": "UTF-16LE",
  "utf-16-be-bom": "UTF-16BE",
  big5: "Big5",
  big5hkscs: "Big5",
};
const LINE_ENDS = { LF: "\n", CRLF: "\r\n", CR: "\r" } as const;

let folder = "";
let plan: AuditPlan;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-encodings-"));
  writeFileSync(join(folder, "transcript.csv"), "");
  const flags = { timezone: "Asia/Shanghai", "as-of": "2026-03-31 18:00" };
  plan = planAudit({ files: ["transcript.csv"], folder, file: undefined, env: {}, set: [], flags }).plan;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the same transcript in every encoding gives the same audit", () => {
  for (const [script, encodings] of Object.entries(SCRIPTS)) {
    let known: AuditResult | undefined;
    const expected = (): AuditResult => {
      known ??= audited(readFileSync(`${FIXTURES}/${script}.utf-8.csv`));
      return known;
    };

    it(`${script}: it is 400 turns of fifty calls, with something to find`, () => {
      expect(expected().ledger.map(({ rows, audited: good }) => [rows, good])).toEqual([[400, 400]]);
      expect(expected().totals.contacts).toBe(50);
      expect([...expected().findings].some(({ rule }) => rule === "wording/cannot-handle")).toBe(true);
    });

    for (const encoding of encodings) {
      for (const [name, lineEnd] of Object.entries(LINE_ENDS)) {
        it(`${script} ${encoding} ${name}`, () => {
          const bytes = withLineEnds(
            readFileSync(`${FIXTURES}/${script}.${encoding}.csv`),
            encoding,
            lineEnd,
          );
          const result = audited(bytes);
          expect(result.ledger[0]!.read.encoding).toBe(REPORTED[encoding]);
          expect(result.manifest.inputs[0]!.bytes).toBe(bytes.length);
          expect(comparable(result)).toEqual(comparable(expected()));
        });
      }
    }
  }
});

function audited(bytes: Uint8Array): AuditResult {
  writeFileSync(join(folder, "transcript.csv"), bytes);
  return runAudit(plan, { advance: () => {} });
}

/** Everything but the file's own size and hash, and what is said of its encoding. */
function comparable({ manifest, ledger, findings, ...result }: AuditResult) {
  const { inputs, ...rest } = manifest;
  return {
    ...result,
    findings: [...findings],
    manifest: { ...rest, inputs: inputs.map(({ file }) => file) },
    ledger: ledger.map(({ entries, read, ...file }) => ({
      ...file,
      entries: entries.filter(({ code }) => code !== "encoding-guessed"),
      read: { ...read, encoding: "" },
    })),
  };
}

/** Another line end behind the rows; the line feeds in cells stay, as Excel leaves them. iconv-lite writes the text again. */
function withLineEnds(bytes: Buffer, encoding: string, lineEnd: string): Uint8Array {
  if (lineEnd === "\n") return bytes;
  const codec = encoding.replace(/-bom|-sig/, "");
  const text = iconv.decode(bytes, codec).replace(/(?<!碎了)\n/g, lineEnd);
  const again = iconv.encode(text, codec, { addBOM: /bom|sig/.test(encoding) });
  expect(iconv.decode(again, codec)).toBe(text);
  return again;
}
