import { type AuditOptions, auditCommand } from "./audit.js";
import { addExemptionOptions } from "./exemptions.js";
import {
  type AddCommand,
  addColourOptions,
  addStandardOptions,
  collect,
  countFromOne,
  wholeNumber,
} from "./options.js";
import { readShare } from "./shard/share.js";

/** Adds `deskcheck audit`. */
export const addAuditCommand: AddCommand = (deskcheck, proc, say, done) => {
  const audit = deskcheck.command("audit").description(say("audit")).argument("[files...]", say("files"));
  addStandardOptions(audit, say)
    .option("-f, --format <format[=file]>", say("format"), collect)
    .option("--as-of <time>", say("asOf"))
    .option("--locale <locale>", say("locale"))
    .option("--timezone <zone>", say("timezone"))
    .option("--encoding <name>", say("encoding"))
    .option("--only <rule>", say("only"), collect)
    .option("--skip <rule>", say("skip"), collect)
    .option("--findings <n>", say("findings"), wholeNumber)
    .option("--show-personal-data", say("personal"))
    .option("--trust-speakers", say("trustSpeakers"))
    .option("--threads <n>", say("threads"), countFromOne)
    .option("--cache <folder>", say("cache"))
    .option("--shard <index/total>", say("shard"), readShare)
    .option("--blob <file>", say("blob"))
    .option("--no-costs", say("noCosts"));
  addColourOptions(audit, say)
    .option("--no-progress", say("noProgress"))
    .option("--history <folder>", say("historyOption"))
    .action(async (files: string[], options: AuditOptions) => {
      done(await auditCommand(files, options, proc));
    });
  addExemptionOptions(audit, say);
};
