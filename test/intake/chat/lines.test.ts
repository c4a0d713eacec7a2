import { describe, expect, test } from "vitest";
import { chatClock, dayOfLine, messageStarts } from "../../../src/intake/chat/lines.js";
import { chatSpeakers } from "../../../src/intake/chat/speakers.js";
import { SPEAKERS } from "../../../src/model/fields.js";

const DAY = Date.UTC(2026, 2, 2);
const at = (hours: number, minutes: number, seconds = 0) => ((hours * 60 + minutes) * 60 + seconds) * 1000;

describe("the line that begins a message", () => {
  const startOf = messageStarts(["{who}({id}) {time}", "{who} {date-time}", "{who} {time}"]);

  test.each([
    ["小王(3001)    20:10:45", "小王", at(20, 10, 45)],
    ["小王（3001） 20：10：45", null, 0],
    ["小王（3001） 20:10", "小王", at(20, 10)],
    ["访客 A   9:01:02", "访客 A", at(9, 1, 2)],
  ])("%s", (line, who, time) => {
    const start = startOf(line);
    if (who === null) expect(start).toBeNull();
    else expect(start).toMatchObject({ who, time, textAt: -1 });
  });

  test("may carry its date", () => {
    expect(startOf("小王 2026-03-02 20:10:45")).toMatchObject({
      who: "小王",
      day: DAY,
      time: at(20, 10, 45),
    });
    expect(startOf("小王 2026年3月2日 20:10")).toMatchObject({ who: "小王", day: DAY, time: at(20, 10) });
  });

  test.each(["好的", "明天 10:00", "2026-03-02", "我在(地铁)里", `${"长".repeat(300)} 10:00:00`])(
    "is not what somebody says: %s",
    (line) => {
      expect(startOf(line)).toBeNull();
    },
  );

  test("may go on with what is said", () => {
    const inline = messageStarts(["[{time}] {who}: {text}"]);
    expect(inline("[20:10] 客服：您好: 请讲")).toMatchObject({ who: "客服", time: at(20, 10), textAt: 11 });
  });

  test("a long line of many words is decided at once", () => {
    const started = performance.now();
    messageStarts(["{who} {time} {text}"])(`${"a ".repeat(20_000)}10:0`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test("a line with the date", () => {
  expect(dayOfLine("日期    2026-03-02", "日期")).toBe(DAY);
  expect(dayOfLine("日期 未知", "日期")).toBeNaN();
  expect(dayOfLine("2026-03-02", "日期")).toBeNaN();
  expect(dayOfLine("日期 2026-03-02", undefined)).toBeNaN();
});

describe("the clock of a chat", () => {
  const start = (time: number, day = Number.NaN) => ({ who: "", time, day, textAt: -1 });

  test("counts from the day that the row begins, and passes midnight", () => {
    const clock = chatClock("Asia/Shanghai");
    clock.begin(Date.UTC(2026, 2, 2, 15, 58));
    const moments = [at(23, 58), at(23, 59), at(0, 1), at(0, 0, 59)].map((time) => clock.moment(start(time)));
    expect(moments.map((ms) => new Date(ms).toISOString())).toEqual([
      "2026-03-02T15:58:00.000Z",
      "2026-03-02T15:59:00.000Z",
      "2026-03-02T16:01:00.000Z",
      "2026-03-02T16:00:59.000Z",
    ]);
  });

  test("knows no moment without a day or a time", () => {
    const clock = chatClock("UTC");
    clock.begin(Number.NaN);
    expect(clock.moment(start(at(9, 0)))).toBeNaN();
    clock.day(DAY);
    expect(clock.moment(start(Number.NaN))).toBeNaN();
    expect(clock.moment(start(at(9, 0)))).toBe(DAY + at(9, 0));
  });
});

describe("who speaks in a chat", () => {
  const who = (names: readonly string[], agent: string, customer: string) => {
    const codeOf = chatSpeakers()(new Set(names), agent, customer);
    return names.map((name) => SPEAKERS[codeOf(name)]);
  };

  test("the row names its agent and its customer", () => {
    expect(who(["小王", "访客A"], "小王(3001)", "访客A")).toEqual(["agent", "customer"]);
  });
  test("words tell the others", () => {
    expect(who(["系统消息", "客服2号", "李雷"], "小王", "李雷")).toEqual(["system", "agent", "customer"]);
  });
  test("a nickname is the customer's where nobody else is", () => {
    expect(who(["小王", "追风少年"], "小王(3001)", "张三")).toEqual(["agent", "customer"]);
    expect(who(["小王", "追风少年", "阿强"], "小王(3001)", "张三")).toEqual(["agent", "unknown", "unknown"]);
  });
});
