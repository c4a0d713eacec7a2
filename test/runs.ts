import type { Parameters } from "fast-check";

/**
 * How often a property is tried: `usual` times in the test suite; under `npm run fuzz -- SECONDS` for so long as it says,
 * from another start each time, which a failure names.
 */
export function runs<T>(usual: number): Parameters<T> {
  const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
  if (seconds === 0) return { numRuns: usual };
  return { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000 };
}
