import { DAY, HOUR, MINUTE } from "./civil.js";

export interface Unit {
  readonly kind: "time" | "working-time" | "working-days" | "rings";
  /** Milliseconds of one; none for what is counted. */
  readonly ms?: number;
}

const TIME_UNITS: readonly (readonly [ms: number, names: string])[] = [
  [1, "ms|msec|millisecond|milliseconds|毫秒"],
  [1000, "s|sec|secs|second|seconds|秒|秒钟"],
  [MINUTE, "m|min|mins|minute|minutes|分|分钟"],
  [HOUR, "h|hr|hrs|hour|hours|小时|个小时|钟头|个钟头"],
];

/** Every unit that a target may be written in, by its name in lower case with single spaces. */
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...TIME_UNITS.flatMap(([ms, names]) =>
    names.split("|").map((name) => [name, { kind: "time", ms }] as const),
  ),
  ...each("d|day|days|天|日", { kind: "time", ms: DAY }),
  ...TIME_UNITS.flatMap(([ms, names]) =>
    names.split("|").flatMap((name) => each(workingNames(name), { kind: "working-time", ms })),
  ),
  ...each("working day|working days|business day|business days|workday|workdays|工作日|个工作日", {
    kind: "working-days",
  }),
  ...each("ring|rings|声|响|声铃|次振铃", { kind: "rings" }),
]);

function each(names: string, unit: Unit): (readonly [string, Unit])[] {
  return names.split("|").map((name) => [name, unit] as const);
}

function workingNames(name: string): string {
  if (/[a-z]/.test(name)) return `working ${name}|business ${name}`;
  return name.startsWith("个") ? `个工作${name.slice(1)}` : `工作${name}`;
}
