// Tries the properties of the tests (test/**/*.fuzz.test.ts) for longer than the test suite does, from another start each
// time; a failure names the seed and the smallest case.
//
//   npm run fuzz                    a minute for each property of the intake
//   npm run fuzz -- 600             ten minutes for each
//   npm run fuzz -- 600 flipped     only the files with this word in their name
import { spawnSync } from "node:child_process";

const [given = "60", word = "fuzz.test"] = process.argv.slice(2);
const seconds = Number(given);
if (!Number.isInteger(seconds) || seconds < 1) {
  process.stderr.write(`npm run fuzz -- SECONDS [WORD]: ${given} is no number of seconds\n`);
  process.exit(2);
}
// some properties count their runs instead: so many a second
const env = { ...process.env, FUZZ_SECONDS: String(seconds), FUZZ_RUNS: String(seconds * 100) };
const limit = `--testTimeout=${(seconds + 60) * 20_000}`;
const { status } = spawnSync("npx", ["vitest", "run", word, limit], { stdio: "inherit", env });
process.exit(status ?? 1);
