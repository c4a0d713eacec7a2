import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of a small desk, with a standard of its own: what these tests show does not change with the built-in one. */
export function deskFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-desk-"));
  put(folder, {
    "desk.yaml": STANDARD,
    "deskcheck.config.yaml": CONFIG,
    "calls.csv": calls(),
    "talks.csv": talks(),
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** Answered calls of three agents, a minute apart. `slow`: contacts that rang too long. */
export function calls(slow: readonly number[] = [3], count = 12): string {
  const rows = numbers(count).map((number) => {
    const time = `${two(9 + Math.floor(number / 60))}:${two(number % 60)}`;
    const team = number % 3 === 2 ? "二组" : "一组";
    const ring = slow.includes(number) ? 31 : 6;
    return `T${number},${AGENTS[number % 3]},${team},呼入,2026-03-02 ${time}:00,已接听,${ring}`;
  });
  return `${["流水号,坐席,班组,呼叫方向,来电时间,接通状态,振铃时长(秒)", ...rows].join("\n")}\n`;
}

/** What was said in them. `rude`: contacts where the agent says what she should not. */
export function talks(rude: readonly number[] = [1, 4], refusal = "这个我处理不了。", count = 12): string {
  const turns = numbers(count).flatMap((number) => [
    `T${number},1,坐席,${number === 7 ? "说吧，什么事" : "您好，请问有什么可以帮您？"}`,
    `T${number},2,客户,我的电饭煲坏了`,
    `T${number},3,坐席,${rude.includes(number) ? refusal : "好的，我帮您登记换货。"}`,
  ]);
  return `${["流水号,序号,说话人,文本", ...turns].join("\n")}\n`;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

const AGENTS = ["林晓", "周启明", "何静"] as const;

const CONFIG = `standard: [./desk.yaml]
locale: zh-CN
timezone: Asia/Shanghai
minimum-contacts: 3
gates:
  critical-findings: { max: 0 }
  score: { min: 60 }
  desk/greeting: { rate: 0.9 }
`;

const STANDARD = `name: desk
version: "1"
language: zh
rules:
  - id: desk/cannot-handle
    title: { zh: 不说“我处理不了”, en: Never say I cannot handle it }
    clause: 遇到问题时不要说“我处理不了”
    source: 本公司服务规范
    dimension: assurance
    severity: critical
    check: phrase
    never: [处理不了]
    advice: { zh: 这确实有点麻烦，不过我试一下吧, en: "This is tricky, but let me try" }
    examples: { fails: [这个我处理不了], passes: [我试一下吧] }
  - id: desk/greeting
    title: { zh: 第一声先问候, en: Greet the customer first }
    clause: 第一声问候应该是“您好”
    source: 本公司服务规范
    dimension: tangibles
    severity: major
    check: say
    say: [您好]
    within: { first-turns: 1 }
    advice: { zh: 您好，请问有什么可以帮您？, en: "Hello, how may I help you?" }
    examples: { fails: [什么事], passes: [您好] }
  - id: desk/pickup
    title: { zh: 铃响三声内接听, en: Answer within three rings }
    clause: 铃响三声内接听
    source: 本公司服务规范
    dimension: responsiveness
    severity: major
    check: clock
    time: [ring-seconds]
    within: 15s
    advice: { zh: 铃响三声之内拿起听筒, en: Pick up before the fourth ring }
    examples:
      fails: [{ fields: { ring-seconds: 16s } }]
      passes: [{ fields: { ring-seconds: 15s } }]
`;
