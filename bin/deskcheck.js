#!/usr/bin/env node
import { run } from "../dist/cli.js";

// the reader of a pipe may leave early (`deskcheck … | head`): that is no error
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await run(process);
