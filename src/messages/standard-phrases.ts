import type { PhraseErrorCode } from "../phrases/errors.js";
import type { ErrorWords } from "./errors/entry.js";

/** Mistakes in a phrase of a standard. `example` is a valid phrase of the same kind. */
export const PHRASE_ERRORS = {
  "phrase-empty-group": {
    found: {
      zh: "短语“{phrase}”里有一个空的括号或空的词表",
      en: "the phrase “{phrase}” has an empty group or list",
    },
    expected: { zh: "括号里至少一个说法", en: "at least one wording in the brackets" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-blank-alternative": {
    found: {
      zh: "短语“{phrase}”里的一个说法“{detail}”只有标点、空格或语气词，匹配时会被略去",
      en: "an alternative of the phrase “{phrase}” is nothing but punctuation, spaces or fillers (“{detail}”), which matching passes over",
    },
    expected: {
      zh: "每个说法都有实在的字；可有可无的部分，另一半空着",
      en: "words in every alternative; what may be left out has an empty one beside it",
    },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-unbalanced-bracket": {
    found: { zh: "短语“{phrase}”的括号不成对", en: "the brackets of the phrase “{phrase}” do not pair" },
    expected: { zh: "每个“(”都有“)”", en: "a “)” for every “(”" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-dangling-escape": {
    found: { zh: "短语“{phrase}”以反斜杠结尾", en: "the phrase “{phrase}” ends in a backslash" },
    expected: {
      zh: "反斜杠后面跟要原样匹配的字符",
      en: "the character to be taken as it is after the backslash",
    },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-gap-limit": {
    found: {
      zh: "短语“{phrase}”里的间隔 {detail} 超出范围",
      en: "the gap {detail} of the phrase “{phrase}” is out of bounds",
    },
    expected: {
      zh: "“…”后面写 1 到 40 的数字，不写就是 8",
      en: "a number from 1 to 40 after “…”, or none for 8",
    },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-missing-list-name": {
    found: {
      zh: "短语“{phrase}”里的 @ 后面没有词表名",
      en: "an @ of the phrase “{phrase}” has no list name",
    },
    expected: { zh: "@ 加词表名；要匹配 @ 本身写 \\@", en: "@ and a list's name; \\@ for the sign itself" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-unknown-list": {
    found: {
      zh: "短语“{phrase}”里的词表 {detail} 不存在",
      en: "the phrase “{phrase}” names {detail}, which is no list",
    },
    expected: { zh: "标准里有的词表：{known}", en: "a list of the standard: {known}" },
    next: {
      zh: "改正名称，或在 lists 里定义它，例如 lists: { we: [我, 我们] }，再写 {example}",
      en: "correct the name, or define it under lists: lists: { we: [我, 我们] } for {example}",
    },
  },
  "phrase-circular-list": {
    found: { zh: "词表互相引用成了圈：{detail}", en: "lists name each other in a circle: {detail}" },
    expected: { zh: "只向一个方向的引用", en: "references in one direction only" },
    next: {
      zh: "去掉“{phrase}”里的引用，直接写出说法，例如 {example}",
      en: "remove the reference in “{phrase}” and write the words themselves, such as {example}",
    },
  },
  "phrase-matches-empty": {
    found: { zh: "短语“{phrase}”什么都不说也算命中", en: "the phrase “{phrase}” matches nothing at all" },
    expected: { zh: "至少一个必须出现的字", en: "at least one character that must occur" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-no-literal": {
    found: {
      zh: "短语“{phrase}”里没有必须出现的字",
      en: "the phrase “{phrase}” has no literal that must occur",
    },
    expected: {
      zh: "至少一个固定的字，不能只有间隔和数字",
      en: "at least one fixed character, not only gaps and numbers",
    },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "phrase-too-large": {
    found: {
      zh: "短语“{phrase}”展开后太大（上限 {detail}）",
      en: "the phrase “{phrase}” is too large when expanded (limit {detail})",
    },
    expected: { zh: "更短的间隔、更少的并列说法", en: "shorter gaps and fewer alternatives" },
    next: { zh: "拆成几条短语", en: "split it into several phrases" },
  },
  "phrase-bad-regex": {
    found: {
      zh: "正则表达式“{phrase}”有误：{detail}",
      en: "the regular expression “{phrase}” is wrong: {detail}",
    },
    expected: { zh: "RE2 语法（没有环视和反向引用）", en: "RE2 syntax (no look-around, no back-references)" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
} as const satisfies Partial<Record<`phrase-${PhraseErrorCode}`, ErrorWords>>;
