// `npm run demo`: the main job on the fixtures, as an analyst would run it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = [
  "audit",
  "fixtures/demo/*.csv",
  "--format",
  "terminal",
  "--format",
  "html=demo-report/report.html",
  "--format",
  "markdown=demo-report/report.md",
  "--format",
  "json=demo-report/result.json",
  "--format",
  "csv=demo-report/findings.csv",
];
process.stdout.write(`$ deskcheck ${args.join(" ")}\n\n`);
const { status } = spawnSync(process.execPath, ["bin/deskcheck.js", ...args], {
  cwd: root,
  stdio: "inherit",
});
process.stdout.write(`
exit code ${status}: in CI this would ${status === 0 ? "pass" : "fail"}. The fixtures hold faults of every kind on purpose.
Reports: demo-report/report.html, demo-report/report.md, demo-report/findings.csv, demo-report/result.json
`);
// the demo did its job when the audit ran and found what was hidden in the fixtures
process.exitCode = status === 1 ? 0 : 1;
