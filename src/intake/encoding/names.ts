/**
 * The encodings that files are read in, by the names reports give them. GB18030 holds GBK and GB2312; Big5 is read with
 * Hong Kong's additions (HKSCS).
 */
export const ENCODINGS = ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "Windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding that a user means; null where the name is not known. */
export function encodingNamed(name: string): Encoding | null {
  return ALIASES.get(name.toLowerCase().replace(/[^a-z0-9]/g, "")) ?? null;
}

const ALIASES: ReadonlyMap<string, Encoding> = new Map([
  ...aliases("UTF-8", "utf8", "utf8bom", "utf8sig", "ascii", "usascii"),
  ...aliases("UTF-16LE", "utf16le", "utf16", "ucs2", "unicode"),
  ...aliases("UTF-16BE", "utf16be"),
  ...aliases("GB18030", "gb18030", "gbk", "gb2312", "cp936", "windows936", "euccn"),
  ...aliases("Big5", "big5", "big5hkscs", "hkscs", "cp950", "windows950", "cp951", "big5eten"),
  ...aliases("Windows-1252", "windows1252", "cp1252", "latin1", "iso88591"),
]);

function aliases(encoding: Encoding, ...names: readonly string[]): readonly (readonly [string, Encoding])[] {
  return names.map((name) => [name, encoding] as const);
}

/** The byte order mark that a file starts with. */
export function byteOrderMark(
  head: Uint8Array,
): { readonly encoding: Encoding; readonly length: number } | null {
  const found = MARKS.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
  return found === undefined ? null : { encoding: found.encoding, length: found.mark.length };
}

const MARKS: readonly { readonly encoding: Encoding; readonly mark: readonly number[] }[] = [
  { encoding: "UTF-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "GB18030", mark: [0x84, 0x31, 0x95, 0x33] },
  { encoding: "UTF-16LE", mark: [0xff, 0xfe] },
  { encoding: "UTF-16BE", mark: [0xfe, 0xff] },
];
