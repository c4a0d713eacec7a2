import type { LedgerWords } from "./entry.js";

/** Why a row is not audited: rejected, duplicate or ignored. */
export const ROW_WORDS = {
  "ragged-row": {
    name: { zh: "列数和表头对不上", en: "row with too few or too many fields" },
    means: {
      zh: "少一列或多一列，后面的值就全部错位，按错位的值质检会冤枉人",
      en: "every value after the gap would sit under the wrong header",
    },
    next: {
      zh: "多半是内容里带了逗号却没加引号，请在导出时给文本加引号",
      en: "usually a comma inside an unquoted text: export with quoted texts",
    },
  },
  "quote-damage": {
    name: { zh: "引号后面多了字", en: "text behind a closing quote" },
    means: {
      zh: "收尾的引号后面还有字，分不清这一格到哪里为止，所以这一行没有质检；其他行不受影响",
      en: "text follows the quote that should end the cell; the row is left out, the others are not affected",
    },
    next: {
      zh: '文本里的引号要写两遍（""），改好这一行再质检',
      en: 'double the quotes inside the text ("") on this line and run again',
    },
  },
  "quote-inside": {
    name: { zh: "没加引号的文本里有引号", en: "quote inside an unquoted text" },
    means: {
      zh: "分不清引号是内容还是分界，所以这一行没有质检；其他行不受影响",
      en: "it is unclear whether the quote is content or a border; the row is left out, the others are not affected",
    },
    next: {
      zh: '给整格文本加上引号，里面的引号写两遍（""）',
      en: "put the whole text in quotes, and double the quotes inside it",
    },
  },
  "record-too-long": {
    name: { zh: "一行长得不像话", en: "row of unreasonable length" },
    means: {
      zh: "这一行超过 16 MB，多半不是一条记录，没有质检",
      en: "over 16 MB: hardly one record; it is left out",
    },
    next: {
      zh: "检查导出文件是否完整、换行是否丢失",
      en: "check that the export is whole and its line ends are there",
    },
  },
  "quote-unclosed": {
    name: { zh: "引号没有闭合", en: "quote never closed" },
    means: {
      zh: "从这一行起引号一直没有闭合，分不清内容，没有质检",
      en: "the quote opened here does not end, so the stretch cannot be told apart and is left out",
    },
    next: { zh: "在所列的行补上缺的引号", en: "add the missing quote on the line listed" },
  },
  "blank-line": {
    name: { zh: "空行", en: "blank line" },
    means: { zh: "没有内容，不影响质检", en: "holds nothing; the audit is not affected" },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "bad-time": {
    name: { zh: "时间读不出来", en: "unreadable time" },
    means: { zh: "这一格不是时间，这一行没有质检", en: "the cell is no time, so the row is left out" },
    next: {
      zh: "改正这一格；如果整列都是这种写法，请在配置的 formats 里写明格式",
      en: "correct the cell, or name the format under “formats” in the config if the whole column looks like this",
    },
  },
  "bad-duration": {
    name: { zh: "时长读不懂", en: "unreadable duration" },
    means: { zh: "这一格不是时长，这一行没有质检", en: "the cell is no duration, so the row is left out" },
    next: {
      zh: "改正这一格；如果它表示“没有”，请写进配置的 missing",
      en: "correct the cell, or list it under “missing” in the config if it means “none”",
    },
  },
  "bad-number": {
    name: { zh: "数字读不出来", en: "unreadable number" },
    means: { zh: "这一格不是数字，这一行没有质检", en: "the cell is no number, so the row is left out" },
    next: {
      zh: "改正这一格；如果它表示“没有”，请写进配置的 missing",
      en: "correct the cell, or list it under “missing” in the config if it means “none”",
    },
  },
  "duplicate-row": {
    name: { zh: "整行重复", en: "same row again" },
    means: { zh: "与前面某行完全相同，只质检一次", en: "identical to an earlier row; audited once" },
    next: { zh: "如果是重复导出，不用处理", en: "nothing to do if it was exported twice" },
  },
  "duplicate-key": {
    name: { zh: "流水号相同、内容不同", en: "same contact id, other content" },
    means: {
      zh: "分不清是同一次服务的两个版本，还是两次服务用了同一个号，只质检了先出现的那行",
      en: "either two versions of one contact or two contacts under one id; only the first row was audited",
    },
    next: {
      zh: "如果要几列合起来才唯一，请在配置的 columns 里把 contact-id 写成几列的列表",
      en: "if the key is several columns, list them for “contact-id” under “columns” in the config",
    },
  },
  "superseded-row": {
    name: { zh: "同一条的旧版本", en: "older version of a record" },
    means: {
      zh: "系统会重复送达同一条记录，只质检更新时间最新的那条",
      en: "the system delivers a record more than once; only the newest was audited",
    },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "other-event": {
    name: { zh: "与通话无关的事件", en: "event that is no call" },
    means: {
      zh: "登录、示忙之类的事件，不是客户的服务",
      en: "a login, a pause and the like: no contact of a customer",
    },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "missing-key": {
    name: { zh: "没有流水号", en: "no contact id in the row" },
    means: { zh: "没法归到哪一次服务", en: "it cannot be assigned to a contact" },
    next: { zh: "请补齐流水号后重新导出", en: "export again with the id filled in" },
  },
  "ignored-by-config": {
    name: { zh: "按配置忽略", en: "ignored by the config" },
    means: { zh: "符合配置里 ignore 写的条件，不参加质检", en: "matches “ignore” in the config" },
    next: { zh: "不用处理", en: "nothing to do" },
  },
} as const satisfies Record<string, LedgerWords>;
