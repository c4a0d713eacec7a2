// Loaded before an audit (`node --import`): says at the end how much of the processor and of memory its process took.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

process.on("exit", () => {
  const to = process.env.BENCH_CPU_FILE;
  if (to === undefined || !isMainThread) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(to, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, kilobytes: maxRSS }));
});
