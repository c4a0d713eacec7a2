import { inflateRawSync } from "node:zlib";

/** A cell as it stands in a sheet's XML: its reference, type, style and text. */
export interface RawCell {
  readonly at: string;
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

export interface RawSheet {
  readonly name: string;
  readonly xml: string;
  readonly rows: readonly (readonly RawCell[])[];
}

/** A workbook read by the letter of ECMA-376, knowing nothing of the library that wrote it. */
export function openXlsx(bytes: Uint8Array): {
  readonly parts: ReadonlyMap<string, string>;
  readonly sheets: readonly RawSheet[];
} {
  const parts = unzip(Buffer.from(bytes));
  const strings = [...parts.get("xl/sharedStrings.xml")!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    [...item!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => plain(text!)).join(""),
  );
  const relations = new Map(
    [...parts.get("xl/_rels/workbook.xml.rels")!.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  const sheets = [...parts.get("xl/workbook.xml")!.matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
    const target = relations.get(attribute(tag, "r:id"))!.replace(/^\/?(xl\/)?/, "xl/");
    const xml = parts.get(target)!;
    return { name: plain(attribute(tag, "name")), xml, rows: rowsOf(xml, strings) };
  });
  return { parts, sheets };
}

function rowsOf(xml: string, strings: readonly string[]): readonly (readonly RawCell[])[] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head, inner]) => {
      const type = attribute(head!, "t") || "n";
      const value = /<v>(.*?)<\/v>/s.exec(inner ?? "")?.[1] ?? "";
      return {
        at: attribute(head!, "r"),
        type,
        style: Number(attribute(head!, "s") || 0),
        text: type === "s" ? strings[Number(value)]! : plain(value),
      };
    }),
  );
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** XML's entities; then the characters that a workbook writes by their codes (ECMA-376 22.9.2.19, ST_Xstring). */
function plain(text: string): string {
  const characters = text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-fA-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&amp;", "&");
  return characters.replace(/_x([0-9a-fA-F]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The files of an archive by its central directory (PKWARE APPNOTE 4.3.12). */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((from) => bytes.readUInt16LE(at + from)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    const path = bytes.toString("utf8", at + 46, at + 46 + name);
    parts.set(path, (method === 0 ? data : inflateRawSync(data)).toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return parts;
}
