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
      zh: "{path} 不是文本文件，可能是旧版 Excel（.xls）、加了密码的工作簿、压缩包或图片",
      en: "{path} is not a text file: an old or protected Excel workbook, an archive or a picture, perhaps",
    },
    expected: {
      zh: "CSV 文本、压缩的 CSV（.gz）或 Excel 工作簿（.xlsx）",
      en: "CSV text, the same compressed (.gz), or an Excel workbook (.xlsx)",
    },
    next: {
      zh: "用 Excel 打开，另存为 .xlsx 或“CSV UTF-8（逗号分隔）”；压缩包请先解压",
      en: "open it in Excel and save it as .xlsx or “CSV UTF-8 (Comma delimited)”; unpack an archive first",
    },
  },
  "file-packed-badly": {
    found: { zh: "{path} 解压不了（{reason}）", en: "{path} cannot be unpacked ({reason})" },
    expected: { zh: "完整的 gzip 压缩文件", en: "a whole gzip file" },
    next: {
      zh: "多半是没有下载完，请重新下载；能用别的软件解压的话，请解压后再质检",
      en: "the download was probably cut short: fetch it again, or unpack it with another program first",
    },
  },
  "workbook-unreadable": {
    found: { zh: "{path} 读不出来（{reason}）", en: "{path} cannot be read ({reason})" },
    expected: { zh: "没有密码的 Excel 工作簿（.xlsx）", en: "an Excel workbook (.xlsx) without a password" },
    next: {
      zh: "用 Excel 打开，去掉密码，另存为新的 .xlsx 再质检",
      en: "open it in Excel, take the password off, and save it as a new .xlsx",
    },
  },
  "sheet-not-found": {
    found: { zh: "{path} 里没有叫“{sheet}”的工作表", en: "{path} has no sheet “{sheet}”" },
    expected: { zh: "以下工作表之一：{known}", en: "one of its sheets: {known}" },
    next: {
      zh: '写成 文件名#工作表，例如 deskcheck audit "{example}"',
      en: 'name it behind a #: deskcheck audit "{example}"',
    },
  },
  "sheet-empty": {
    found: { zh: "{path} 的工作表“{sheet}”是空的", en: "sheet “{sheet}” of {path} is empty" },
    expected: {
      zh: "一张有表头和数据的工作表，有：{known}",
      en: "a sheet with a header and rows. It has: {known}",
    },
    next: {
      zh: '写成 文件名#工作表 指定另一张，例如 deskcheck audit "{example}"',
      en: 'name another one behind a #: deskcheck audit "{example}"',
    },
  },
  "sheet-choice": {
    found: { zh: "读的是工作表“{sheet}”", en: "sheet “{sheet}” was read" },
    expected: { zh: "这个工作簿里还有：{known}", en: "the workbook also has: {known}" },
    next: {
      zh: '写成 文件名#工作表，例如 deskcheck audit "{example}"',
      en: 'name another sheet behind a #: deskcheck audit "{example}"',
    },
  },
  "nothing-on-stdin": {
    found: {
      zh: "“-”表示从标准输入读，可是没有内容送进来",
      en: "“-” reads from standard input, and nothing is sent there",
    },
    expected: { zh: "从管道或重定向来的 CSV", en: "a CSV from a pipe or a redirection" },
    next: {
      zh: "例如 zcat calls.csv.gz | deskcheck audit - ；要读文件请写文件名",
      en: "zcat calls.csv.gz | deskcheck audit - ; to read a file, name it",
    },
  },
  "encoding-unknown": {
    found: { zh: "不认识编码 {found}", en: "there is no encoding {found}" },
    expected: {
      zh: "以下之一：{known}（GBK、GB2312 都是 GB18030）",
      en: "one of: {known} (GBK and GB2312 are GB18030)",
    },
    next: {
      zh: "改正 --encoding 或配置里的 encoding；不写则自动识别",
      en: "correct --encoding or “encoding” in the config; without it the encoding is found out",
    },
  },
  "delimiter-unsupported": {
    found: { zh: "不能用“{found}”作分隔符", en: "“{found}” cannot separate fields" },
    expected: {
      zh: "一个半角字符，或 tab、comma、semicolon、pipe、space",
      en: "one ASCII character, or tab, comma, semicolon, pipe, space",
    },
    next: {
      zh: "改正配置里的 delimiter；不写则自动识别",
      en: "correct “delimiter” in the config; without it the delimiter is found out",
    },
  },
  "line-too-long": {
    found: {
      zh: "从这一行起，512 MB 之内没有换行",
      en: "from this line on there is no line end within 512 MB",
    },
    expected: { zh: "每条记录占一行", en: "a record a line" },
    next: {
      zh: "多半是导出时丢了换行，请重新导出",
      en: "the export probably lost its line ends: export it again",
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
      zh: '输入 deskcheck inspect "{file}" 看每一列里是什么，再在 deskcheck.config.yaml 里写明哪一列是什么（右边换成您的列名）：{missing:mapping}',
      en: 'deskcheck inspect "{file}" shows what is in each column; then say in deskcheck.config.yaml which is which, with your headers on the right:{missing:mapping}',
    },
  },
  "file-unrecognised": {
    found: { zh: "看不出 {file} 是哪一类记录", en: "{file} is no kind of record that is known" },
    expected: {
      zh: "认得出的列。作为各类记录，还缺：{missing:kinds}",
      en: "columns that can be recognised. Missing for each kind of file:{missing:kinds}",
    },
    next: {
      zh: '对照上面每一列的样例，在 deskcheck.config.yaml 里写明哪一列是什么；也可以输入 deskcheck init "{file}"，一步步问您',
      en: 'going by the samples above, say in deskcheck.config.yaml which column is which; or type deskcheck init "{file}" to be asked step by step',
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
  "file-aggregated": {
    found: {
      zh: "{path} 是汇总报表，不是逐条的服务记录：每行是一段时间或一个坐席的合计（{headers}）",
      en: "{path} is a summary, not a record of contacts: each row adds up an interval or an agent ({headers})",
    },
    expected: {
      zh: "每行一次服务的明细，才能查出是哪一次没做到；平均值再平均会失真",
      en: "one contact a row: only then can be said which one fell short, and averages of averages mislead",
    },
    next: {
      zh: "请在系统里导出通话（或会话、工单）明细；如果它确实是明细，请在配置里写明 kind 和 columns",
      en: "export the call, chat or ticket details instead; if these are details, say so with “kind” and “columns” in the config",
    },
  },
  "profile-unknown": {
    found: { zh: "没有叫 {name} 的导出模板", en: "there is no profile {name}" },
    expected: {
      zh: "自己的模板文件（./our-export.yaml）、none，或以下之一：{known}",
      en: "a profile of your own (./our-export.yaml), none, or one of: {known}",
    },
    next: {
      zh: "改正配置里的 profile；不写则按表头自动识别",
      en: "correct “profile” in the config; without it files are told by their header",
    },
  },
  "profile-like-unknown": {
    found: {
      zh: "模板里 {id} 写着 like: {like}，可在它前面没有这种导出",
      en: "export {id} of the profile is like {like}, which does not stand before it",
    },
    expected: {
      zh: "同一个模板文件里、写在它前面的导出的 id",
      en: "the id of an export that stands before it in the same file",
    },
    next: { zh: "改正 like，或把那种导出移到前面", en: "correct “like”, or move that export to the front" },
  },
  "json-unknown": {
    found: {
      zh: "{path} 是 JSON，但里面找不到对话列表",
      en: "{path} is JSON, but no list of turns was found in it",
    },
    expected: {
      zh: "Contact Lens、阿里云质检等导出的对话，或模板里 json 写明的路径",
      en: "dialogues as Contact Lens or Alibaba Cloud export them, or the paths of a profile's “json”",
    },
    next: {
      zh: "用自己的模板写明语句列表在哪里：profile: ./our-dialogues.yaml",
      en: "say where the turns are in a profile of your own: profile: ./our-dialogues.yaml",
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
