// Loaded before a contender (`node --import`): says at the end how much memory its process held at most.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const to = process.env.BENCH_MEMORY_FILE;
  if (to !== undefined) writeFileSync(to, String(process.resourceUsage().maxRSS));
});
