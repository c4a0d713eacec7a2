import { bracketed, formatBytes, formatInstant } from "../../messages/index.js";
import type { Manifest } from "../../model/result.js";
import { type Block, code, type Inline, text } from "../document.js";
import type { View } from "./view.js";

/** What somebody needs to get the same audit again, byte for byte. */
export function* provenance(view: View): Iterable<Block> {
  const { manifest } = view.result;
  const { say } = view;
  const inputs = manifest.inputs.map(({ file, bytes, sha256 }) => ({
    label: say("input"),
    value: [code(file), text(`  ${formatBytes(bytes)}  `, "dim"), ...hash(sha256)],
  }));
  const { name, version } = manifest.tool;
  const facts = [
    { label: say("tool"), value: [text(`${name} ${version}`)] },
    {
      label: say("standardFile"),
      value: [
        text(`${manifest.standard.name} ${manifest.standard.version}  `),
        ...hash(manifest.standard.sha256),
      ],
    },
    { label: say("config"), value: config(manifest, view) },
    ...(manifest.asOf === null
      ? []
      : [{ label: say("asOf"), value: [text(asOf(manifest.asOf, manifest.asOfFrom, view))] }]),
    ...inputs,
  ];
  yield { kind: "details", summary: say("provenance"), body: [{ kind: "facts", facts }] };
}

/** The first 12 digits tell two files apart; the JSON has all 64. */
function hash(sha256: string): Inline {
  return [text(`sha256 ${sha256.slice(0, 12)}`, "dim")];
}

function config({ config: { file, sha256 } }: Manifest, { say }: View): Inline {
  return file === null ? [text(say("noConfig"))] : [code(file), text("  "), ...hash(sha256)];
}

function asOf(instant: string, from: Manifest["asOfFrom"], { say, locale }: View): string {
  const keys = { option: "asOfOption", config: "asOfConfig", data: "asOfData" } as const;
  const how = from === null ? "" : say(keys[from]);
  const when = formatInstant(instant, locale);
  return how === "" ? when : `${when}${bracketed(how, locale)}`;
}
