import { type AddCommand, addColourOptions, addStandardOptions, type Say } from "./options.js";
import { explainRule } from "./standard/explain.js";
import { listRules } from "./standard/list.js";
import { loadFor, type StandardOptions } from "./standard/load.js";
import { printStandardCommand } from "./standard/print.js";
import { testStandard } from "./standard/test.js";
import { tryText } from "./standard/try.js";

/** Adds `deskcheck standard list | explain | test | try | print`. */
export const addStandardCommands: AddCommand = (deskcheck, proc, say, done) => {
  const standard = deskcheck.command("standard").description(say("standardCommand"));
  const add = (name: string, about: Parameters<Say>[0]) => {
    const command = addStandardOptions(standard.command(name).description(say(about)), say);
    return addColourOptions(command.option("--locale <locale>", say("locale")), say);
  };

  add("list", "list")
    .option("-f, --format <format>", say("json"), "terminal")
    .action(async (options: StandardOptions & { format: string }) => {
      done(await listRules(loadFor(options, proc), options.format));
    });
  add("explain <rule>", "explain").action(async (rule: string, options: StandardOptions) => {
    done(await explainRule(loadFor(options, proc), rule));
  });
  add("test [rules...]", "test")
    .option("-f, --format <format>", say("json"), "terminal")
    .action(async (rules: string[], options: StandardOptions & { format: string }) => {
      done(await testStandard(loadFor(options, proc), rules, options.format));
    });
  add("try [text]", "try")
    .option("--speaker <speaker>", say("speaker"), "agent")
    .option("--file <file>", say("tryFile"))
    .option("-f, --format <format>", say("json"), "terminal")
    .action(async (text: string | undefined, options: StandardOptions & TryOptions) => {
      done(await tryText(loadFor(options, proc), text, options));
    });
  add("print", "print").action(async (options: StandardOptions) => {
    done(await printStandardCommand(loadFor(options, proc)));
  });
};

interface TryOptions {
  readonly speaker: string;
  readonly file?: string;
  readonly format: string;
}
