import type {
  BaselineUse,
  Exemptions,
  Suppressed,
  SuppressionEntry,
  SuppressionUse,
} from "../../model/exemptions.js";
import { list, nullable, number, object, text } from "./ordered.js";

export const SUPPRESSED = object<Suppressed>({ reason: text, author: text, expires: nullable(text) });

const entry = object<SuppressionEntry>({
  contact: text,
  rule: text,
  reason: text,
  author: text,
  expires: nullable(text),
  line: number,
});

export const EXEMPTIONS = object<Exemptions>({
  findings: object({ critical: number, major: number, minor: number, info: number }),
  baseline: nullable(
    object<BaselineUse>({
      file: text,
      sha256: text,
      asOf: nullable(text),
      known: number,
      new: number,
      gone: number,
    }),
  ),
  suppressions: nullable(
    object<SuppressionUse>({
      file: text,
      sha256: text,
      entries: number,
      suppressed: number,
      expired: list(entry),
      unused: list(entry),
    }),
  ),
});
