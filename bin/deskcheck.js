#!/usr/bin/env node
import module from "node:module";

// from Node 22.8 on, what was compiled once need not be compiled again
module.enableCompileCache?.();
const { run } = await import("../dist/cli.js");

// the reader of a pipe may leave early (`deskcheck … | head`): that is no error
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await run(process);
