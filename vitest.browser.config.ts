import { defineConfig } from "vitest/config";

/** `npm run test:browser`: the HTML report in Chromium. Skipped, saying so, where there is none. */
export default defineConfig({
  test: {
    include: ["test/browser/*.browser.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
