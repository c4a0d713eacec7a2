import { FIELD_WORDS, MOMENT_WORDS } from "./fields.js";
import { bracketed, enumerate, type Locale, wordsFor } from "./locale.js";
import { KIND_WORDS } from "./terms.js";

/**
 * A list in a message, written out:
 * - `fields`: names of fields, separated by commas or spaces; `/` between alternatives
 * - `kinds`: what is missing for each kind of file, `calls: agent, outcome; surveys: rating`, a line each
 * - `mapping`: the config that would supply the first fields of the kind that lacks least
 * - `block`: lines of their own, indented
 * - `system`: the code of an error of the operating system, in words
 */
export function inForm(form: string, value: string, setting: Setting): string {
  const { locale, clean } = setting;
  switch (form) {
    case "fields":
      return fieldList(value, locale, clean);
    case "kinds":
      return indent(kindsOf(value).map(([kind, fields]) => kindLine(kind, fields, locale, clean)));
    case "mapping":
      return indent(mapping(value, setting));
    case "block":
      return indent(value.split("\n").map(clean));
    case "system":
      return wordsFor(SYSTEM_WORDS, clean(value), locale);
    default:
      return clean(value);
  }
}

/** Why a file cannot be written, by the code that systems give. Any other code is shown as it is. */
const SYSTEM_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOSPC: { zh: "磁盘满了（ENOSPC）", en: "the disk is full (ENOSPC)" },
  EDQUOT: { zh: "空间配额用完了（EDQUOT）", en: "the quota of disk space is used up (EDQUOT)" },
  EFBIG: { zh: "超出单个文件的大小限制（EFBIG）", en: "the file would be too large (EFBIG)" },
  ENOENT: { zh: "没有这个路径（ENOENT）", en: "there is no such path (ENOENT)" },
  EACCES: { zh: "没有权限（EACCES）", en: "no permission (EACCES)" },
  EPERM: { zh: "没有权限（EPERM）", en: "no permission (EPERM)" },
  EROFS: { zh: "只读的磁盘（EROFS）", en: "the disk is read-only (EROFS)" },
  EISDIR: { zh: "这是一个文件夹（EISDIR）", en: "it is a folder (EISDIR)" },
  ENOTDIR: { zh: "路径里有一段不是文件夹（ENOTDIR）", en: "a part of the path is no folder (ENOTDIR)" },
  EBUSY: { zh: "正被别的程序占用（EBUSY）", en: "another program is using it (EBUSY)" },
};

interface Setting {
  readonly locale: Locale;
  readonly clean: (text: string) => string;
  /** The file that the message is about, where it names one. */
  readonly file: string | number | undefined;
}

/** A field as people know it and as the config writes it: 振铃时长（ring-seconds）. The bare name where it is none of ours. */
export function fieldName(field: string, locale: Locale): string {
  const words = fieldLabel(field, locale);
  if (words === field) return field;
  return `${words}${bracketed(field, locale)}`;
}

/** A field, or a moment of the conversation, in the reader's words alone: 振铃时长. Any other name as it is. */
export function fieldLabel(field: string, locale: Locale): string {
  return wordsFor(LABELS, field, locale);
}

const LABELS = { ...MOMENT_WORDS, ...FIELD_WORDS };

function fieldList(names: string, locale: Locale, clean: (text: string) => string): string {
  const or = locale === "en" ? " or " : "或";
  const fields = wordsIn(names).map((group) => group.map((name) => fieldName(clean(name), locale)).join(or));
  return enumerate(fields, locale);
}

/** `a / b, c d` → [[a, b], [c], [d]] */
function wordsIn(names: string): readonly (readonly string[])[] {
  const groups = names.replace(/\s*\/\s*/g, "/").split(/[\s,]+/);
  return groups.filter((group) => group !== "").map((group) => group.split("/"));
}

function kindsOf(value: string): readonly (readonly [kind: string, fields: string])[] {
  return value.split(/;\s*|\n/).map((part) => {
    const colon = part.indexOf(":");
    return [part.slice(0, Math.max(0, colon)).trim(), part.slice(colon + 1).trim()];
  });
}

function kindLine(kind: string, fields: string, locale: Locale, clean: (text: string) => string): string {
  const list = fieldList(fields, locale, clean);
  if (kind === "") return list;
  return `${clean(wordsFor(KIND_WORDS, kind, locale))}${locale === "en" ? ": " : "："}${list}`;
}

function mapping(value: string, { locale, clean, file }: Setting): readonly string[] {
  const [nearest] = kindsOf(value).toSorted((a, b) => wordsIn(a[1]).length - wordsIn(b[1]).length);
  const [kind, fields] = nearest ?? ["", ""];
  const header = locale === "en" ? "YOUR HEADER" : "您的列名";
  const files = file === undefined ? (locale === "en" ? "YOUR-FILE.csv" : "您的文件.csv") : String(file);
  return [
    "inputs:",
    `  - files: ${clean(JSON.stringify(files))}`,
    ...(kind === "" ? [] : [`    kind: ${clean(kind)}`]),
    "    columns:",
    ...wordsIn(fields).map((group) => `      ${clean(group[0]!)}: ${JSON.stringify(header)}`),
  ];
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `\n    ${line}`).join("");
}
