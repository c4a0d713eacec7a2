import { standardError } from "../standard/errors.js";
import {
  entriesOf,
  itemsOf,
  listOf,
  mapOf,
  type Path,
  parseYaml,
  partOf,
  type Sourced,
  unsourced,
} from "../standard/yaml-source.js";

/** One `--set PATH=VALUE`: where it goes and what it says. */
export interface Setting {
  readonly path: Path;
  readonly value: Sourced;
}

/**
 * Reads `--set PATH=VALUE`. The path is keys with dots between them: `gates.score.min`; one that begins with a rule's id is
 * about that rule: `response/service-level.within`. The value is YAML: `30s`, `0.8`, `off`, `[a, b]`.
 *
 * @throws UserError `set-syntax`, `yaml-syntax`
 */
export function readSetting(text: string): Setting {
  const place = { file: `--set ${text}` };
  const equals = text.indexOf("=");
  const keys = text
    .slice(0, Math.max(equals, 0))
    .split(".")
    .map((key) => key.trim());
  if (equals < 1 || keys.includes("")) throw standardError("set-syntax", { found: text }, place);
  const { value } = parseYaml(text.slice(equals + 1), place.file);
  return { path: wholePath(keys), value: unsourced(value, place) };
}

/** The config with one setting in it. A rule that was given as `off` or a severity stays that, and gets the option. */
export function withSetting(config: Sourced, { path, value }: Setting): Sourced {
  const [section, rule, option] = path;
  const before = section === "rules" && rule !== undefined ? partOf(config, section, rule) : null;
  const isWord = option !== undefined && before !== null && typeof before.value === "string";
  const base = isWord ? replaced(config, path.slice(0, 2), mapOf([["severity", before]], before)) : config;
  return replaced(base, path, value);
}

/** The value with what is at `path` replaced; maps on the way are made where there are none. */
export function replaced(source: Sourced, path: Path, value: Sourced): Sourced {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const part = partOf(source, key);
  const inner = replaced(part, rest, value);
  if (typeof key === "number" || isIndexOf(source, key)) {
    const items = [...itemsOf(source)];
    items[Number(key)] = replaced(partOf(source, Number(key)), rest, value);
    return listOf(items, source);
  }
  const whole = part.value === undefined && entriesOf(source).length === 0 ? value : source;
  return mapOf([...entriesOf(source).filter(([name]) => name !== key), [key, inner]], whole);
}

function wholePath(keys: readonly string[]): Path {
  if (keys[0]!.includes("/")) return ["rules", ...keys];
  // The name of a dimension's gate has a dot of its own: gates.dimension.empathy.min
  if (keys[0] === "gates" && keys[1] === "dimension" && keys.length > 2) {
    return ["gates", `dimension.${keys[2]}`, ...keys.slice(3)];
  }
  return keys;
}

/** `inputs.0.kind`: an item that is there, or the one after the last. */
function isIndexOf(source: Sourced, key: string): boolean {
  return Array.isArray(source.value) && /^\d+$/.test(key) && Number(key) <= source.value.length;
}
