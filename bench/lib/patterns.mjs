// The standard's phrases as the regular expressions that an engineer would write without deskcheck: one a phrase, on
// the text as it stands. No folding, no fillers, no guards, no positions: less than the audit does, in the others' favour.

import { filesFrom } from "../../dist/commands/files.js";
import { compiled } from "../../dist/commands/plan.js";
import { loadConfig } from "../../dist/config/load.js";
import { createResolver } from "../../dist/phrases/resolve.js";
import { loadStandard } from "../../dist/standard/effective.js";

const CLAUSE_END = "[，、,。！？!?；;：:\\s]";
const IN_SENTENCE = "[^。！？!?；;\\n]";
const NUMERAL = "[0-9零一二两三四五六七八九十百千万半几]";

/** Alternatives of a phrase that are still written out one by one. */
const MOST_STRINGS = 50;

/**
 * Every phrase that an audit by the default standard looks for, in the order of its lists.
 *
 * @returns [{ list, speaker: "agent" | "customer" | "any", source }]: `source` in the syntax that JavaScript and RE2
 * share; `literals`: the strings it stands for where it has neither gap, number nor edge and they are not many, else none
 */
export function standardPatterns(folder) {
  const access = filesFrom(folder);
  const config = loadConfig({ folder, env: {}, set: [], flags: {} }, access);
  const standard = loadStandard(config.standard, access, []);
  const { books, rules } = compiled(standard, config);
  const lists = [
    ...standard.lists.map(({ id, options }) => ({ id, ...options })),
    ...rules.flatMap(({ rule }) =>
      Object.entries(rule.lists.own).map(([key, list]) => ({
        ...list,
        id: key === "main" ? rule.id : `${rule.id}#${key}`,
      })),
    ),
  ];
  const resolver = createResolver(new Map(lists.map(({ id, phrases }) => [id, { phrases, path: [id] }])));
  return lists
    .filter(({ id }) => books.some((book) => book.listIndex(id) >= 0))
    .flatMap(({ id, speaker, phrases, regex = [] }) => [
      ...phrases.map((phrase) => {
        const node = resolver.resolve(phrase, [id]);
        return { list: id, speaker, source: written(node), literals: strings(node) };
      }),
      ...regex.map((source) => ({ list: id, speaker, source, literals: [] })),
    ]);
}

/** A phrase's tree as a regular expression. */
function written(node) {
  switch (node.kind) {
    case "char":
      return escaped(String.fromCodePoint(node.raw));
    case "mark":
      return "";
    case "gap":
      return `${IN_SENTENCE}{0,${node.most}}`;
    case "number":
      return `${NUMERAL}+`;
    case "edge":
      return node.at === "turn-start" ? "^" : node.at === "turn-end" ? "$" : `(?:^|$|${CLAUSE_END})`;
    case "sequence":
      return node.parts.map(written).join("");
    default:
      return `(?:${node.options.map(written).join("|")})`;
  }
}

function strings(node) {
  switch (node.kind) {
    case "char":
      return [String.fromCodePoint(node.raw)];
    case "mark":
      return [""];
    case "choice": {
      const options = node.options.map(strings);
      return options.some((option) => option.length === 0) ? [] : options.flat();
    }
    case "sequence":
      return node.parts.map(strings).reduce(
        (heads, tails) => {
          const all = heads.flatMap((head) => tails.map((tail) => head + tail));
          return all.length > MOST_STRINGS ? [] : all;
        },
        [""],
      );
    default:
      return [];
  }
}

function escaped(char) {
  return /[\\^$.*+?()[\]{}|/-]/.test(char) ? `\\${char}` : char;
}
