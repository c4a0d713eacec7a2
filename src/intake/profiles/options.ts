import type { InputOptions } from "../options.js";
import type { FoundProfile } from "./find.js";
import { headerIndex } from "./headers.js";

/** What the user says of a file, over what its profile says. */
export function withProfile(
  options: InputOptions,
  found: FoundProfile | null,
  headers: readonly string[],
): InputOptions {
  if (found === null) return options;
  const { timezone, channel, complete, ignore } = found.format;
  const set = Object.fromEntries(
    Object.entries({ timezone, channel, complete }).filter(([, value]) => value !== undefined),
  );
  const told = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const there = Object.entries(ignore ?? {}).filter(([header]) => headerIndex(headers)(header) >= 0);
  const rows = { ...Object.fromEntries(there), ...options.ignore };
  return { ...set, ...told, ...(Object.keys(rows).length === 0 ? {} : { ignore: rows }) };
}

/** How reports name the profile: the vendor and what the vendor calls the export. */
export function profileTitle({ vendor, format }: FoundProfile): string {
  return format.title === undefined ? vendor : `${vendor} · ${format.title}`;
}
