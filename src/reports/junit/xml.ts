import { escapeXml } from "../escape.js";

/** A rule, a gate, or something that could not be audited. */
export interface Case {
  readonly name: string;
  readonly kind: "pass" | "skipped" | "failure" | "error";
  /** Why it is not passed, in one sentence. */
  readonly message: string;
  /** The severity of what failed, or the code of what went wrong. */
  readonly type: string;
  /** The places, one a line. On a passed case: remarks. */
  readonly lines: readonly string[];
}

export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** The elements of a suite, in pieces. Elements and attributes are those that Jenkins and GitLab read. */
export function* suiteXml({ name, cases }: Suite): Iterable<string> {
  const count = (kind: Case["kind"]) => cases.filter((one) => one.kind === kind).length;
  const counts = { failures: count("failure"), errors: count("error"), skipped: count("skipped") };
  yield `  <testsuite${attributes({ name, tests: cases.length, ...counts })}>\n`;
  for (const one of cases) yield* caseXml(one, name);
  yield "  </testsuite>\n";
}

function* caseXml({ name, kind, message, type, lines }: Case, suite: string): Iterable<string> {
  const head = `    <testcase${attributes({ name, classname: suite })}`;
  if (kind === "pass" && lines.length === 0) return yield `${head}/>\n`;
  if (kind === "skipped") return yield `${head}><skipped>${escapeXml(message)}</skipped></testcase>\n`;
  const element = kind === "pass" ? "system-out" : kind;
  yield `${head}>\n      <${element}${kind === "pass" ? "" : attributes({ type, message })}>`;
  for (const line of lines) yield `\n${escapeXml(line)}`;
  yield `${lines.length === 0 ? "" : "\n"}</${element}>\n    </testcase>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? value : escapeXml(value)}"`)
    .join("");
}
