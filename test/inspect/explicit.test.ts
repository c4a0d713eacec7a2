import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeConfig } from "../../src/config/write.js";
import { audit } from "../../src/index.js";
import { explicitInput } from "../../src/inspect/explicit.js";
import { previewFile } from "../../src/intake/preview.js";
import { UserError } from "../../src/model/user-error.js";

const FIXTURES = resolve(import.meta.dirname, "../../fixtures");
/** Everything that is told is told by the config, or by the profile that it names. */
const TOLD = ["config", "profile"];
const EXPORTS = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((file) => /(demo|vendors)[/\\].*\.(csv|txt)$/.test(file) && !file.endsWith(".contacts.txt"))
  .toSorted();
/** One rule is enough: the ledger, the totals and what is read of every call come with any. */
const STANDARD = `name: one-rule
version: "1"
rules:
  - id: our/talk
    title: { zh: 通话, en: talk }
    severity: minor
    check: clock
    time: [answer-seconds, talk-seconds, { from: received-at, to: first-reply-at }]
    within: 1min
    advice: { zh: 快, en: hurry }
    examples: { fails: [{ fields: { talk-seconds: 61s } }], passes: [{ fields: { talk-seconds: 60s } }] }
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-explicit-"));
  writeFileSync(join(folder, "standard.yaml"), STANDARD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the config that makes everything explicit", () => {
  it.each(EXPORTS)("gives the same audit of %s", (name) => {
    const at = join(FIXTURES, name);
    const base = dirname(at);
    const file = relative(base, at);
    const without = outcome(() =>
      audit({ files: [file], folder: base, standard: [join(folder, "standard.yaml")] }),
    );
    const preview = previewFile({ path: file, options: {} }, "Asia/Shanghai", base);
    const input = explicitInput(preview, null, base);
    const config = join(folder, `${name.replaceAll(/[/\\]/g, "-")}.yaml`);
    writeFileSync(
      config,
      writeConfig(
        { timezone: "Asia/Shanghai", inputs: [input] },
        { locale: "zh-CN", schema: null, hints: true },
      ),
    );
    if (preview.layout !== null) {
      const again = audit({ files: [file], folder: base, config, standard: [join(folder, "standard.yaml")] });
      const by = again.ledger[0]!.read.columns.map((column) => column.by);
      expect(by.filter((one) => !TOLD.includes(one))).toEqual([]);
    }
    // named on the command line, the file is matched by its name alone: the config lies elsewhere
    expect(
      outcome(() =>
        audit({ files: [file], folder: base, config, standard: [join(folder, "standard.yaml")] }),
      ),
    ).toEqual(without);
  });

  it("survives any header", () => {
    const header = fc.stringMatching(/^[^\r\n,"]{1,12}$/u).map((text) => text.trim());
    fc.assert(
      fc.property(fc.uniqueArray(header, { minLength: 1, maxLength: 4 }), (headers) => {
        const names = headers.filter((name) => name !== "" && !/^[\d.:/ -]*$/.test(name));
        const all = ["contact_id", "outcome", "offered_at", ...names];
        const rows = ["1,answered,2026-03-02 09:00:00", "2,abandoned,2026-03-02 09:01:00"];
        const file = join(folder, "any.csv");
        writeFileSync(
          file,
          [all.join(","), ...rows.map((row) => row + ",x".repeat(names.length)), ""].join("\n"),
        );
        const preview = previewFile({ path: "any.csv", options: {} }, "Asia/Shanghai", folder);
        const input = explicitInput(preview, null, folder);
        const config = join(folder, "any.yaml");
        writeFileSync(
          config,
          writeConfig(
            { timezone: "Asia/Shanghai", inputs: [input] },
            { locale: "en", schema: null, hints: false },
          ),
        );
        const told = outcome(() =>
          audit({ files: ["any.csv"], folder, config, standard: [join(folder, "standard.yaml")] }),
        );
        expect(told).toEqual(
          outcome(() => audit({ files: ["any.csv"], folder, standard: [join(folder, "standard.yaml")] })),
        );
      }),
      { numRuns: 40 },
    );
  });
});

/** All of an audit that a config may not change, or the code of the mistake that stops it. */
function outcome(run: () => ReturnType<typeof audit>): unknown {
  try {
    const { manifest, ledger, ...rest } = run();
    return {
      ...rest,
      findings: [...rest.findings],
      asOf: manifest.asOf,
      inputs: manifest.inputs,
      ledger: ledger.map(({ read, ...file }) => ({
        ...file,
        read: {
          ...read,
          columns: read.columns.map(({ field, columns, format }) => ({ field, columns, format })),
        },
      })),
    };
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}
