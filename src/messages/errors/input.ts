import type { ErrorWords } from "./entry.js";

/** Mistakes about the files to audit. */
export const INPUT_ERRORS = {
  "file-not-found": {
    found: { zh: "找不到文件 {path}", en: "there is no file {path}" },
    expected: { zh: "一个存在的 CSV 文件的路径", en: "the path of a CSV file that exists" },
    next: {
      zh: '检查文件名和所在文件夹；也可以用通配符，例如 deskcheck audit "exports/*.csv"',
      en: 'check its name and folder; a pattern works too: deskcheck audit "exports/*.csv"',
    },
  },
  "file-unreadable": {
    found: { zh: "读不了 {path}（{reason}）", en: "cannot read {path} ({reason})" },
    expected: { zh: "当前用户有权限读取的文件", en: "a file that this user may read" },
    next: {
      zh: "请文件的所有者开放读取权限，或复制到自己的文件夹再质检",
      en: "ask its owner for read permission, or copy it to a folder of yours",
    },
  },
  "is-a-directory": {
    found: { zh: "{path} 是文件夹，不是文件", en: "{path} is a folder, not a file" },
    expected: { zh: "一个或多个 CSV 文件", en: "one or more CSV files" },
    next: {
      zh: '要质检其中全部 CSV，请输入 deskcheck audit "{path}/*.csv"',
      en: 'to audit every CSV in it: deskcheck audit "{path}/*.csv"',
    },
  },
  "file-empty": {
    found: { zh: "{path} 是空文件（0 字节）", en: "{path} is empty (0 bytes)" },
    expected: { zh: "第一行是表头、下面是数据的 CSV", en: "a CSV with a header and rows below it" },
    next: { zh: "多半是导出失败，请重新导出", en: "the export probably failed: export it again" },
  },
  "header-only": {
    found: { zh: "{path} 只有表头，没有数据", en: "{path} has a header and no rows" },
    expected: { zh: "表头下面至少一行数据", en: "at least one row below the header" },
    next: {
      zh: "检查导出时选的日期和筛选条件，再导出一次",
      en: "check the dates and filters of the export, then export it again",
    },
  },
  "file-binary": {
    found: {
      zh: "{path} 不是文本文件，可能是 Excel 工作簿或压缩包",
      en: "{path} is not a text file; it may be an Excel workbook or an archive",
    },
    expected: { zh: "CSV 文本文件", en: "a CSV text file" },
    next: {
      zh: "用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”后再质检",
      en: "open it in Excel and save it as “CSV UTF-8 (Comma delimited)”",
    },
  },
  "not-utf8": {
    found: {
      zh: "{path} 不是 UTF-8 编码，读出来大半是乱码",
      en: "{path} is not UTF-8: most of it would be garbled",
    },
    expected: { zh: "UTF-8 编码的 CSV", en: "a CSV in UTF-8" },
    next: {
      zh: "用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”后再质检",
      en: "open it in Excel and save it as “CSV UTF-8 (Comma delimited)”",
    },
  },
  "header-unknown": {
    found: {
      zh: "从表头看不出这是哪一类记录，表头是：{header:block}",
      en: "its header does not tell what the file holds. The header is:{header:block}",
    },
    expected: {
      zh: "认得出的列。作为各类记录，还缺：{missing:kinds}",
      en: "columns that can be recognised. Missing for each kind of file:{missing:kinds}",
    },
    next: {
      zh: "在 deskcheck.config.yaml 里写明哪一列是什么（右边换成您的列名）：{missing:mapping}",
      en: "say in deskcheck.config.yaml which column is which, with your headers on the right:{missing:mapping}",
    },
  },
  "column-not-found": {
    found: {
      zh: "配置说 {field:fields} 取自“{name}”列，可表头里没有这一列，表头是：{header:block}",
      en: "the config reads {field:fields} from a column “{name}” that the header does not have. The header is:{header:block}",
    },
    expected: { zh: "与表头一致的列名", en: "a name that the header has" },
    next: {
      zh: "把配置 columns 里的 {field} 改成上面的某一列",
      en: "change {field} under “columns” in the config to one of these",
    },
  },
  "column-unreadable": {
    found: {
      zh: "“{name}”列的内容不像 {field:fields}，例如：{found}",
      en: "column “{name}” does not read as {field:fields}: {found}, for example",
    },
    expected: {
      zh: "配置指定的列里是这个字段的值",
      en: "values of that field in the column that the config names",
    },
    next: {
      zh: "改用另一列，或在配置的 formats 里写明 {field} 的格式",
      en: "name another column, or the format of {field} under “formats” in the config",
    },
  },
  "date-order-undecidable": {
    found: {
      zh: "“{name}”列分不清哪个是月、哪个是日，例如：{found}",
      en: "column “{name}” leaves open which is the day and which the month: {found}, for example",
    },
    expected: {
      zh: "至少有一个日期的日大于 12，或在配置里写明格式",
      en: "a date with a day above 12 somewhere, or the format in the config",
    },
    next: {
      zh: "在配置的 formats 里写 {field}: DD/MM/YYYY 或 MM/DD/YYYY",
      en: "write {field}: DD/MM/YYYY or MM/DD/YYYY under “formats” in the config",
    },
  },
  "quote-unclosed": {
    found: {
      zh: "这里打开的引号一直没有闭合，后面的内容全被并进了同一格",
      en: "the quote opened here is never closed, so everything after it falls into one cell",
    },
    expected: {
      zh: '成对的英文双引号；文本里的引号要写两遍（""）',
      en: 'quotes in pairs; one inside a text is doubled ("")',
    },
    next: {
      zh: "打开文件，在这一行补上缺的引号",
      en: "open the file and add the missing quote on this line",
    },
  },
  "glob-unmatched": {
    found: { zh: "没有文件符合 {pattern}", en: "no file matches {pattern}" },
    expected: { zh: "每个通配符至少匹配一个文件", en: "at least one file for every pattern" },
    next: {
      zh: "检查文件夹和扩展名；通配符请用引号括起来，不再需要的就去掉",
      en: "check folder and extension; put the pattern in quotes, or drop it if it is no longer needed",
    },
  },
  "contact-too-long": {
    found: {
      zh: "从这一行起，同一个流水号的内容超过 128 MB，那一列多半不是流水号",
      en: "from this line on, one contact id has more than 128 MB of rows: that column is hardly an id",
    },
    expected: { zh: "每次服务各有自己的流水号", en: "an id of its own for every contact" },
    next: {
      zh: "在配置的 columns 里把 contact-id 指到真正的流水号列",
      en: "name the real id column for contact-id under “columns” in the config",
    },
  },
  "nothing-to-audit": {
    found: { zh: "没有可以质检的服务记录", en: "there is no contact to audit" },
    expected: { zh: "至少一条服务记录", en: "at least one contact" },
    next: {
      zh: "在命令后面写上文件，例如 deskcheck audit calls.csv transcripts.csv；若写了，请看台账里的行为何被剔除或忽略",
      en: "name the files: deskcheck audit calls.csv transcripts.csv; if you did, the ledger says why their rows are out",
    },
  },
} as const satisfies Record<string, ErrorWords>;
