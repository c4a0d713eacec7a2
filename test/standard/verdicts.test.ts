import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/index.js";
import type { AuditResult, VerdictCounts } from "../../src/model/result.js";

const FOLDER = join(import.meta.dirname, "../../fixtures/standard");

const ROWS = [
  ["pass", "✓ 合格  "],
  ["fail", "✗ 不合格"],
  ["pending", "… 未到期"],
  ["notApplicable", "– 不适用"],
  ["notAssessed", "? 未评  "],
] as const satisfies readonly (readonly [keyof VerdictCounts, string])[];

/** Verdicts that a rule cannot come to, and why. */
const IMPOSSIBLE: Readonly<Record<string, readonly (keyof VerdictCounts)[]>> = {
  // what is no survey is never put to rules about surveys alone
  "response/survey-window": ["notApplicable"],
  "survey/response-rate": ["notApplicable"],
  // where a file has no column of it, the columns that hold answers are counted
  "survey/questionnaire-length": ["notApplicable", "notAssessed"],
  // not assessed only where no survey at all is given
  "survey/inviting-bias": ["notAssessed"],
};

const result = audit({ folder: FOLDER, config: join(FOLDER, "deskcheck.config.yaml") });

/** Each contact of the fixtures has an agent of its own, who goes by its name: what is counted by agent is its verdict. */
function contactsOf(rule: string, verdict: keyof VerdictCounts): readonly string[] {
  return result.agents
    .filter((agent) => (agent.rules[rule]?.[verdict] ?? 0) > 0)
    .map(({ id }) => id)
    .toSorted();
}

test("the verdicts on the fixtures are those of the table", async () => {
  await expect(tableOf(result)).toMatchFileSnapshot(join(FOLDER, "verdicts.txt"));
});

test("for every rule a contact passes, one fails, one is not applicable and one not assessed", () => {
  const lacking = result.rules.flatMap(({ id }) =>
    ROWS.filter(([verdict]) => verdict !== "pending" && !IMPOSSIBLE[id]?.includes(verdict))
      .filter(([verdict]) => contactsOf(id, verdict).length === 0)
      .map(([verdict]) => `${id}: ${verdict}`),
  );
  expect(lacking).toEqual([]);
});

test("what is listed as impossible is so", () => {
  const possible = Object.entries(IMPOSSIBLE).flatMap(([id, verdicts]) =>
    verdicts.filter((verdict) => contactsOf(id, verdict).length > 0).map((verdict) => `${id}: ${verdict}`),
  );
  expect(possible).toEqual([]);
});

test("what the table says of promises", () => {
  expect(result.promises.map(({ contact, state, keptBy }) => [contact, state, keptBy])).toEqual([
    ["好电话", "kept", "给好电话回电"],
    ["差电话", "broken", null],
    ["最后一通", "undecided", null],
  ]);
});

/** One block a rule: who passed, who failed, of whom it was not judged and for want of what. */
function tableOf({ rules }: AuditResult): string {
  return rules
    .map(({ id, severity, missing }) => {
      const rows = ROWS.map(([verdict, sign]) => [verdict, sign, contactsOf(id, verdict)] as const)
        .filter(([, , contacts]) => contacts.length > 0)
        .map(([verdict, sign, contacts]) => {
          const want = verdict === "notAssessed" ? `（缺 ${missing.join(", ")}）` : "";
          return `  ${sign}  ${contacts.join(" ")}${want}\n`;
        });
      return `${id} · ${severity}\n${rows.join("")}`;
    })
    .join("\n");
}
