import type { AuditResult } from "../../model/result.js";
import type { Block } from "../document.js";
import type { ReportOptions } from "../report.js";
import { dimensions } from "./dimensions.js";
import { exemptions } from "./exemptions.js";
import { findings } from "./findings.js";
import { gates } from "./gates.js";
import { agents, teams } from "./groups.js";
import { headline } from "./headline.js";
import { ledger, readings } from "./ledger.js";
import { measures } from "./measures.js";
import { complaints, promises } from "./promises.js";
import { provenance } from "./provenance.js";
import { rules } from "./rules.js";
import { incomplete, verdict } from "./verdict.js";
import { type View, viewOf } from "./view.js";

/** The whole report for people, section by section. The verdict comes last: in a terminal, that is what stays in view. */
export function* reportDocument(result: AuditResult, options: ReportOptions): Iterable<Block> {
  const view = viewOf(result, options);
  for (const section of SECTIONS) yield* section(view);
}

const SECTIONS: readonly ((view: View) => Iterable<Block>)[] = [
  headline,
  gates,
  exemptions,
  dimensions,
  rules,
  measures,
  findings,
  promises,
  complaints,
  teams,
  agents,
  ledger,
  readings,
  provenance,
  incomplete,
  verdict,
];
