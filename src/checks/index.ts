import type { Check } from "./check.js";
import { clock } from "./clock.js";
import { level } from "./level.js";
import { phrase } from "./phrase.js";
import { say } from "./say.js";

/** Every kind of check, in the order in which the documentation lists them. */
export const CHECKS: readonly Check<unknown>[] = [clock, level, phrase, say];
