import {
  bracketed,
  DELIMITER_WORDS,
  fieldLabel,
  KIND_WORDS,
  READ_BY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import type { InspectedFile, TextForm } from "../../model/inspection.js";
import { code, type Fact, type Inline, text } from "../document.js";
import type { FileView } from "./content.js";

/** What a file is, how it is written, and how sure that is. */
export function fileFacts(file: InspectedFile, view: FileView): readonly Fact[] {
  const { say, locale } = view;
  const { profile, text: form, assumed } = file;
  return [
    { label: say("kind"), value: kindOf(file, view) },
    ...(profile === null
      ? []
      : [fact(say("profile"), [text(profile.title), text("  "), code(profile.id, "dim")])]),
    ...(form === null ? [] : formFacts(form, view)),
    ...assumed.map(({ field, by, format }) =>
      fact(capital(fieldLabel(field, locale)), [
        code(format ?? ""),
        text(
          bracketed(`${say("wholeFile")} · ${wordsFor(READ_BY_WORDS, by, locale)}`, locale),
          by === "guess" ? "warn" : "dim",
        ),
      ]),
    ),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function fact(label: string, value: Inline): Fact {
  return { label, value };
}

function kindOf({ kind, kindBy, columns }: InspectedFile, { say, locale }: FileView): Inline {
  if (kind === null || kindBy === null) return [text(say("unknownKind"), "bad")];
  const used = columns.filter(({ fields }) => fields.length > 0).length;
  const how = `${say(`kind-${kindBy}`)} · ${say("used", { n: columns.length, used })}`;
  return [text(wordsFor(KIND_WORDS, kind, locale), "strong"), text(bracketed(how, locale), "dim")];
}

function formFacts(form: TextForm, { say, locale }: FileView): readonly Fact[] {
  const { encoding, encodingBy, delimiter, headerLine, fitting, looked } = form;
  const aside = (words: string, sure: boolean) => text(bracketed(words, locale), sure ? "dim" : "warn");
  const fit = fitting === looked ? say("allFit", { n: looked }) : say("someFit", { n: looked, fitting });
  return [
    fact(say("encoding"), [text(encoding), aside(say(`encoding-${encodingBy}`), encodingBy !== "guess")]),
    fact(say("delimiter"), [
      text(wordsFor(DELIMITER_WORDS, delimiter, locale)),
      ...(looked === 0 ? [] : [aside(fit, fitting * 20 >= looked * 19)]),
    ]),
    fact(
      say("header"),
      headerLine === 0
        ? [text(say("noHeader"))]
        : [
            text(say("headerLine", { line: headerLine })),
            ...(headerLine > 1 ? [aside(say("titleLines", { n: headerLine - 1 }), true)] : []),
          ],
    ),
  ];
}
