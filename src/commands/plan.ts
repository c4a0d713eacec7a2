import { resolve } from "node:path";
import type { AuditPlan, RulesPlan } from "../audit/audit.js";
import { type Config, type ConfigRequest, loadConfig, refuseUnknownGates } from "../config/load.js";
import { ENCODINGS, encodingNamed } from "../intake/encoding/names.js";
import { expandInputs, type InputFile, shownPath } from "../intake/files.js";
import { userError } from "../messages/errors.js";
import { effectiveGates } from "../scoring/gate.js";
import { type CompiledStandard, compileStandard } from "../standard/compile.js";
import { type EffectiveStandard, loadStandard } from "../standard/effective.js";
import type { StandardAccess } from "../standard/layers.js";
import { filesFrom, toolVersion } from "./files.js";

/** What an audit is asked to do beyond its config. */
export interface PlanRequest extends ConfigRequest {
  readonly files: readonly string[];
  /** Only these rules, or all but these. */
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly showPersonalData?: boolean | undefined;
  /** Labels of speakers that look swapped are taken at their word. */
  readonly trustSpeakers?: boolean | undefined;
  /** The encoding of every file; the config's, or the one that is found out, where it is left out. */
  readonly encoding?: string | undefined;
  /** The files of config and standard, where they are not to be read from the folder as it is. */
  readonly access?: StandardAccess | undefined;
}

export interface Planned {
  readonly plan: AuditPlan;
  readonly config: Config;
}

export interface PlannedRules {
  readonly plan: RulesPlan;
  readonly config: Config;
}

/**
 * Reads config and standard and finds the files: everything that can be wrong before a single row is read.
 *
 * @throws UserError with every mistake found
 */
export function planAudit(request: PlanRequest): Planned {
  const { plan, config } = planRules(request);
  const files = inEncoding(expandInputs(request.files, config.inputs, request.folder), request.encoding);
  return { plan: { ...plan, files, folder: request.folder }, config };
}

/** The same for contacts that have been read already. */
export function planRules(request: Omit<PlanRequest, "files" | "encoding">): PlannedRules {
  const access = request.access ?? filesFrom(request.folder);
  const config = loadConfig(request, access);
  const standard = chosen(loadStandard(config.standard, access, [config.rules]), request);
  refuseUnknownGates(config, standard);
  const { rules, books } = compiled(standard, config);
  const shares = rules.map(({ info, check }) => ({
    id: info.id,
    severity: info.severity,
    share: check.level?.share ?? null,
  }));
  const { name, version, sha256, language, weights } = standard;
  const plan: RulesPlan = {
    rules,
    books,
    weights,
    gates: effectiveGates(shares, config.gates),
    language,
    timezone: config.timezone,
    asOf: config.asOf,
    minimumContacts: config.minimumContacts,
    maxRejected: config.maxRejected,
    showPersonalData: request.showPersonalData ?? false,
    trustSpeakers: request.trustSpeakers ?? false,
    manifest: {
      tool: { name: "deskcheck", version: toolVersion() },
      standard: { name, version, sha256 },
      config: {
        file: config.file === null ? null : shownPath(resolve(request.folder, config.file), request.folder),
        sha256: config.sha256,
      },
    },
  };
  return { plan, config };
}

/** @throws UserError `encoding-unknown` */
function inEncoding(files: readonly InputFile[], encoding: string | undefined): readonly InputFile[] {
  if (encoding === undefined) return files;
  if (encodingNamed(encoding) === null) {
    throw userError("encoding-unknown", { found: encoding, known: ENCODINGS.join(", ") });
  }
  return files.map((file) => ({ ...file, options: { ...file.options, encoding } }));
}

/** The standard of a config, compiled as an audit compiles it. */
export function compiled(standard: EffectiveStandard, config: Config, lists?: "all"): CompiledStandard {
  const { timezone, calendar } = config;
  return compileStandard(standard, { timezone, calendar, ...(lists === undefined ? {} : { lists }) });
}

/** `--only` and `--skip` leave rules out of this run, as if they were off. */
function chosen(
  standard: EffectiveStandard,
  { only, skip }: Pick<PlanRequest, "only" | "skip">,
): EffectiveStandard {
  if (only === undefined && skip === undefined) return standard;
  const ids = new Set(standard.rules.map(({ id }) => id));
  const unknown = [...(only ?? []), ...(skip ?? [])].find((id) => !ids.has(id));
  if (unknown !== undefined) throw userError("rule-unknown", { rule: unknown });
  const narrowed = (one: EffectiveStandard): EffectiveStandard => ({
    ...one,
    rules: one.rules.map((rule) => ({
      ...rule,
      enabled:
        rule.enabled && (only === undefined || only.includes(rule.id)) && !(skip ?? []).includes(rule.id),
    })),
    languages: one.languages.map(narrowed),
  });
  return narrowed(standard);
}
