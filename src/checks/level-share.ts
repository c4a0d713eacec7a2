import type { Contact } from "../model/contact.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import type { CompiledCheck } from "./check.js";
import { type Conditions, conditionsTest, MET, NOT_MET } from "./conditions.js";

const ELSEWHERE = because(NOT_APPLICABLE, "not-offered");

/** The share of contacts that satisfy `good` among those that satisfy `outOf`. */
export function goodShare(good: Conditions, outOf: Conditions, share: number): CompiledCheck {
  const isGood = conditionsTest(good);
  const counts = conditionsTest(outOf);
  return {
    stage: "fields",
    reads: [...new Set([...counts.reads, ...isGood.reads])],
    target: `≥ ${percent(share)}`,
    judge: (contact: Contact) => {
      const counted = counts.test(contact);
      if (counted === NOT_MET) return ELSEWHERE;
      if (counted !== MET) return notAssessed(-counted - 1);
      const found = isGood.test(contact);
      if (found === MET) return PASS;
      return found === NOT_MET ? FAIL : notAssessed(-found - 1);
    },
    findings: () => [],
    level: {
      share,
      formula: "good / all",
      summarise: (codes) => {
        const passed = codes[PASS] ?? 0;
        const failed = codes[FAIL] ?? 0;
        return {
          numerator: passed,
          denominator: passed + failed,
          counts: { good: passed, all: passed + failed, excluded: codes[ELSEWHERE] ?? 0 },
          notes: [],
        };
      },
    },
  };
}

/** 0.8 → 80%, without the noise of binary fractions. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}
