import type { ContextTurn, Finding } from "../../src/model/result.js";

const ADVICE = "这确实有点麻烦，不过我试一下吧；我请示一下上级";

/** Fourteen findings: words found as written, folded and by sound; a phrase not said; times over their limit. */
export function sampleFindings(): readonly Finding[] {
  return [
    ...[62, 130, 188, 254, 301, 377, 420, 433].map(lateReply),
    said(12, 18, "王芳", "您好，这个我处理不了，您再等等看吧。", "我处理不了", "as-written"),
    said(40, 9, "李建国", "呃 这个 处 理 不 了 的哦亲", "处 理 不 了", "folded"),
    said(
      95,
      31,
      "Nadia Rahman",
      "您反映的情况我已经完整地记录下来了，也跟主管核对过一遍，按照目前系统里面的权限设置，这一类退款申请我这边确实处里不了，您要是着急的话可以先到营业厅去问一问，他们那边当天就能给您一个答复。",
      "处里不了",
      "sound-alike",
    ),
    {
      ...at("opening/greeting", "major", 203, 1, "周海"),
      turn: 1,
      expected: "您好，很高兴为您服务",
      found: "什么事？",
      context: [turn(1, "agent", "什么事？")],
    },
    {
      ...at("closing/satisfaction-check", "minor", 310, 4, null),
      expected: "",
      found: "结束前没有询问满意度",
    },
    {
      ...at("empathy/personal-apology", "info", 311, 4, "王芳"),
      quote: "我们很抱歉",
      found: "我们很抱歉",
      expected: "我很抱歉",
      turn: 6,
    },
  ];
}

function lateReply(line: number): Finding {
  return {
    ...at("response/chat-first-reply", "major", line, 3, line % 2 === 0 ? "李建国" : "Nadia Rahman"),
    file: "exports/chats-03.csv",
    at: "2026-03-09T10:02:00+08:00",
    turn: 2,
    expected: "≤ 5 min",
    found: `${5 + (line % 7)} min 20 s`,
  };
}

function said(
  line: number,
  column: number,
  agent: string,
  sentence: string,
  quote: string,
  how: Finding["how"],
): Finding {
  return {
    ...at("wording/cannot-handle", "critical", line, column, agent),
    at: "2026-03-12T15:20:41+08:00",
    turn: 3,
    quote,
    how,
    expected: ADVICE,
    found: quote,
    context: [turn(2, "customer", "那现在怎么办？"), turn(3, "agent", sentence), turn(4, "customer", "……")],
  };
}

function at(
  rule: string,
  severity: Finding["severity"],
  line: number,
  column: number,
  agent: string | null,
): Finding {
  return {
    id: `${rule.length.toString(16)}${line.toString(16).padStart(6, "0")}c0ffee`,
    rule,
    severity,
    contact: `C-${1000 + line}`,
    agent,
    team: agent === null ? null : "一组",
    file: "exports/transcripts-03.csv",
    line,
    column,
    turn: null,
    at: null,
    quote: null,
    how: null,
    expected: "",
    found: "",
    context: [],
  };
}

function turn(index: number, speaker: ContextTurn["speaker"], text: string): ContextTurn {
  return { turn: index, speaker, text };
}
