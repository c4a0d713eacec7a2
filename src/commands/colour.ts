import { Chalk, type ChalkInstance } from "chalk";
import { type Palette, PLAIN } from "../reports/index.js";
import type { ProcessLike, TextSink } from "./process.js";

/**
 * Whether to write colours to a stream: the option first, then FORCE_COLOR, NO_COLOR (any value that is not empty), and
 * last whether somebody is looking. chalk by itself does not obey NO_COLOR.
 */
export function wantsColour(sink: TextSink, env: ProcessLike["env"], option: boolean | undefined): boolean {
  if (option !== undefined) return option;
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if ((env.NO_COLOR ?? "") !== "" || env.TERM === "dumb") return false;
  return sink.isTTY === true;
}

export function palette(colour: boolean): Palette {
  return colour ? styles(new Chalk({ level: 1 })) : PLAIN;
}

function styles(chalk: ChalkInstance): Palette {
  return {
    heading: chalk.bold.cyan,
    strong: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    mark: chalk.bold.red,
  };
}
