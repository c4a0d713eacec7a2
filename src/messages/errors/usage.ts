import type { ErrorWords } from "./entry.js";

/** Mistakes in how the command was typed, and the one mistake that is not the user's. */
export const USAGE_ERRORS = {
  usage: {
    found: { zh: "命令写法不对：{message}", en: "{message}" },
    expected: { zh: "帮助里列出的命令和选项", en: "a command and options that the help lists" },
    next: { zh: "输入 {help} 查看用法", en: "type {help}" },
  },
  "option-conflict": {
    found: { zh: "{first} 和 {second} 不能同时用", en: "{first} and {second} cannot be used together" },
    expected: { zh: "两者只用一个", en: "one of the two" },
    next: { zh: "去掉其中一个再运行", en: "drop one of them and run again" },
  },
  "config-exists": {
    found: { zh: "已经有 {file} 了", en: "there is a {file} already" },
    expected: { zh: "一个还没有配置的文件夹", en: "a folder without a config" },
    next: {
      zh: "直接改那个文件；要整个换掉，请加 --force",
      en: "edit that file; to replace it as a whole, add --force",
    },
  },
  "init-needs-terminal": {
    found: {
      zh: "init 要问几个问题，可这里没有人在终端前回答",
      en: "init asks questions, and there is nobody at a terminal to answer them",
    },
    expected: {
      zh: "在终端里运行，或加 --yes 全取识别出来的答案",
      en: "a terminal, or --yes to take what is detected",
    },
    next: {
      zh: "deskcheck init --yes{files}；要改哪个答案，用 --timezone、--country、--hours、--column、--set 写明",
      en: "deskcheck init --yes{files}; give answers of your own with --timezone, --country, --hours, --column, --set",
    },
  },
  "format-unknown": {
    found: { zh: "没有叫 {format} 的报告格式", en: "there is no format {format}" },
    expected: { zh: "以下之一：{known}", en: "one of: {known}" },
    next: {
      zh: "例如 --format markdown=report.md；可以重复写，一次出几种报告",
      en: "such as --format markdown=report.md; repeat it for several reports at once",
    },
  },
  "format-needs-file": {
    found: { zh: "{format} 不能直接输出到屏幕", en: "{format} cannot be printed" },
    expected: { zh: "--format {format}=路径", en: "--format {format}=PATH" },
    next: { zh: "例如 --format {example}", en: "such as --format {example}" },
  },
  "output-folder-taken": {
    found: {
      zh: "文件夹 {file} 里有不是这个报告的文件：{name}",
      en: "folder {file} holds files that are none of this report: {name}",
    },
    expected: {
      zh: "一个空文件夹、还不存在的文件夹，或上次写的那个；它会被整个替换",
      en: "an empty folder, one that does not exist yet, or the one written last time: it is replaced as a whole",
    },
    next: { zh: "换一个文件夹，或先把里面的文件移走", en: "name another folder, or move those files away" },
  },
  "output-unwritable": {
    found: {
      zh: "报告写不进 {file}：{reason:system}",
      en: "cannot write the report to {file}: {reason:system}",
    },
    expected: { zh: "一个存在、可写、有剩余空间的文件夹", en: "an existing, writable folder with room left" },
    next: {
      zh: "换一个文件夹，腾出空间，或关掉正打开着这个文件的程序（例如 Excel）",
      en: "choose another folder, make room, or close the program that has the file open (Excel, for example)",
    },
  },
  "no-room": {
    found: {
      zh: "临时文件写不进 {folder}：{reason:system}",
      en: "cannot write temporary files to {folder}: {reason:system}",
    },
    expected: {
      zh: "可写的临时文件夹，剩余空间约为数据的三倍",
      en: "a writable temporary folder with room for about three times the data",
    },
    next: {
      zh: "腾出空间，或用环境变量 TMPDIR（Windows 上是 TEMP）指定别的文件夹",
      en: "make room, or name another folder in the environment variable TMPDIR (TEMP on Windows)",
    },
  },
  "stdout-unwritable": {
    found: { zh: "写不进标准输出：{reason:system}", en: "cannot write to standard output: {reason:system}" },
    expected: { zh: "有剩余空间、可写的去处", en: "somewhere that can be written, with room left" },
    next: {
      zh: "换一个去处，或用 --format 格式=文件 写入文件",
      en: "redirect it elsewhere, or write to a file with --format FORMAT=FILE",
    },
  },
  crash: {
    found: {
      zh: "deskcheck 自己出错了，不是您的数据有问题：{message}",
      en: "deskcheck itself failed; your data is not to blame: {message}",
    },
    expected: { zh: "任何输入都不该让程序崩溃", en: "no input should ever do this" },
    next: {
      zh: "请把这条消息、下面的调用栈和所用的命令反馈给我们（不要附客户数据）",
      en: "please report this message, the stack below and the command you typed (no customers' data)",
    },
  },
} as const satisfies Record<string, ErrorWords>;
