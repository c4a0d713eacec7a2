import { viewOf } from "./content/view.js";
import { failuresOf } from "./junit/failures.js";
import { suitesOf } from "./junit/suites.js";
import { type Case, suiteXml } from "./junit/xml.js";
import type { Reporter } from "./report.js";

/**
 * JUnit XML: an agent is a suite and a rule a case, which fails where the agent has findings of it that count. Contacts
 * without an agent are suites of their own. Gates are a suite, and so is what could not be audited: as errors.
 *
 * Findings come in the order of the files and suites do not: their lines are held in memory, some 300 bytes each.
 */
export const junit: Reporter = function* (result, options) {
  const suites = suitesOf(viewOf(result, options), failuresOf(result, options.locale));
  const cases = suites.flatMap((suite) => suite.cases);
  const count = (kind: Case["kind"]) => cases.filter((one) => one.kind === kind).length;
  const counts = `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="deskcheck" ${counts}>\n`;
  for (const suite of suites) yield* suiteXml(suite);
  yield "</testsuites>\n";
};
