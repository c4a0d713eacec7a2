import { type Command, InvalidArgumentError } from "commander";
import type { CLI_WORDS } from "../messages/cli.js";
import type { ProcessLike } from "./process.js";

/** What help says of a command or an option, in the user's language. */
export type Say = (key: keyof typeof CLI_WORDS) => string;

/** Adds a command to the program; its action calls `done` with the exit code. */
export type AddCommand = (
  deskcheck: Command,
  proc: ProcessLike,
  say: Say,
  done: (code: number) => void,
) => void;

/** The options of every command that judges by a standard. */
export function addStandardOptions(command: Command, say: Say): Command {
  return command
    .option("-c, --config <file>", say("config"))
    .option("--standard <name>", say("standard"), collect)
    .option("--set <path=value>", say("set"), collect);
}

/** The options of every command that draws for a terminal. */
export function addColourOptions(command: Command, say: Say): Command {
  return command.option("--color", say("color")).option("--no-color", say("noColor"));
}

/** Collects an option that may be given more than once. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
}

/** @throws InvalidArgumentError */
export function countFromOne(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError(text);
  return number;
}
