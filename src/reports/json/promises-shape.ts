import {
  type ComplaintClass,
  type ComplaintSummary,
  GROUP_BY,
  PROMISE_STATES,
  type PromiseResult,
  type RuleGroup,
} from "../../model/result.js";
import { flag, list, nullable, number, object, text, word } from "./ordered.js";

export const PROMISE = object<PromiseResult>({
  contact: text,
  agent: nullable(text),
  customer: nullable(text),
  file: text,
  line: number,
  column: number,
  quote: text,
  made: text,
  due: text,
  state: word(...PROMISE_STATES),
  keptBy: nullable(text),
});

const classes = list(object<ComplaintClass>({ label: text, recorded: number, proposed: number }));

export const COMPLAINTS = object<ComplaintSummary>({
  contacts: number,
  byLabel: number,
  byWords: number,
  types: classes,
  causes: classes,
});

export const RULE_GROUP = object<RuleGroup>({
  by: word(...GROUP_BY),
  id: text,
  n: number,
  value: nullable(number),
  met: nullable(flag),
});
