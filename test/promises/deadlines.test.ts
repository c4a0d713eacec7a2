import { describe, expect, test } from "vitest";
import { parseHours } from "../../src/calendar/hours.js";
import { plainWorkdays } from "../../src/calendar/workdays.js";
import { workingCalendar } from "../../src/calendar/working-time.js";
import { isoString, zone } from "../../src/calendar/zone.js";
import { findDeadline } from "../../src/promises/index.js";
import { parseInstant } from "../../src/standard/instant.js";

const shanghai = zone("Asia/Shanghai");
const workdays = plainWorkdays(shanghai);
const plain = { zone: shanghai, workdays: () => workdays, hours: null };
/** Monday 2 March 2026. */
const MONDAY = "2026-03-02 10:04";

function due(text: string, made = MONDAY, clock: Parameters<typeof findDeadline>[4] = plain): string | null {
  const found = findDeadline(text, 0, text.length, parseInstant(made, shanghai)!, clock);
  return found === null ? null : isoString(shanghai, found.due).slice(0, 16).replace("T", " ");
}

describe("lengths of time", () => {
  test.each([
    ["我半小时后给您回电", "2026-03-02 10:34"],
    ["半个小时之内给您回复", "2026-03-02 10:34"],
    ["一个半小时内给您答复", "2026-03-02 11:34"],
    ["十分钟内给您回电话", "2026-03-02 10:14"],
    ["一刻钟之内答复您", "2026-03-02 10:19"],
    ["两个小时之内给您答复", "2026-03-02 12:04"],
    ["２４小时内回复您", "2026-03-03 10:04"],
    ["二十四小时内会有专员联系您", "2026-03-03 10:04"],
    ["二四小时内给您回电", "2026-03-03 10:04"],
    ["我们会在 48 小时 内 回复您", "2026-03-04 10:04"],
    ["24到48小时内答复您", "2026-03-04 10:04"],
    ["两三天内给您答复", "2026-03-05 10:04"],
    ["三到五个工作日内给您答复", "2026-03-10 00:00"],
    ["三个工作日内给您答复", "2026-03-06 00:00"],
    ["1-3個工作日內給您回覆", "2026-03-06 00:00"],
    ["一周之内联系您", "2026-03-09 10:04"],
    ["一个月内给您反馈", "2026-04-02 10:04"],
    ["最迟三天给您回复", "2026-03-05 10:04"],
  ])("%s: %s", (text, expected) => {
    expect(due(text)).toBe(expected);
  });
});

describe("days and times of day", () => {
  test.each([
    ["明天上午给您回电话", "2026-03-03 12:00"],
    ["明天上午十点之前给您回电话确认上门时间", "2026-03-03 10:00"],
    ["明天给您答复", "2026-03-04 00:00"],
    ["明早给您回电", "2026-03-03 12:00"],
    ["明天下午三点半联系您", "2026-03-03 15:30"],
    ["明天三点给您回电", "2026-03-03 15:00"],
    ["后天中午前给您消息", "2026-03-04 12:00"],
    ["大后天下班前回复您", "2026-03-05 18:00"],
    ["今天下班前给您回复", "2026-03-02 18:00"],
    ["今天下午六点前给您答复", "2026-03-02 18:00"],
    ["六点前给您答复", "2026-03-02 18:00"],
    ["今晚给您回电", "2026-03-03 00:00"],
    ["今天之内联系您", "2026-03-03 00:00"],
    ["15:30之前给您回电", "2026-03-02 15:30"],
    ["晚上八点给您回电话", "2026-03-02 20:00"],
    ["下午回您电话", "2026-03-02 18:00"],
    ["下周一之前给您回电", "2026-03-10 00:00"],
    ["下周三给您答复", "2026-03-12 00:00"],
    ["这周五前给您答复", "2026-03-07 00:00"],
    ["周五之前回复您", "2026-03-07 00:00"],
    ["星期天給您回電", "2026-03-09 00:00"],
    ["本周内给您反馈", "2026-03-09 00:00"],
    ["下周之内给您反馈", "2026-03-16 00:00"],
    ["下周之前给您反馈", "2026-03-09 00:00"],
    ["5号之前给您回电", "2026-03-06 00:00"],
    ["1号之前给您回电", "2026-04-02 00:00"],
    ["三月十五号前给您答复", "2026-03-16 00:00"],
    ["3月5日上午给您回电", "2026-03-05 12:00"],
    ["月底前给您结果", "2026-04-01 00:00"],
    ["下个工作日给您回电", "2026-03-04 00:00"],
  ])("%s: %s", (text, expected) => {
    expect(due(text)).toBe(expected);
  });

  test("three o'clock, said at four in the afternoon without a day, is tomorrow's", () => {
    expect(due("三点给您回电", "2026-03-02 16:00")).toBe("2026-03-03 15:00");
    expect(due("下午三点给您回电", "2026-03-02 16:00")).toBe("2026-03-03 15:00");
  });

  test("a day that is over when it is said is no promise", () => {
    expect(due("今天上午给您回电了", "2026-03-02 16:00")).toBeNull();
  });

  test("over the end of a year, and into a leap day", () => {
    expect(due("明天给您答复", "2026-12-31 09:00")).toBe("2027-01-02 00:00");
    expect(due("月底前给您答复", "2028-02-10 09:00")).toBe("2028-03-01 00:00");
    expect(due("1月5号前给您答复", "2026-12-30 09:00")).toBe("2027-01-06 00:00");
  });
});

describe("on the desk's calendar", () => {
  const hours = workingCalendar(
    shanghai,
    parseHours("Mon-Fri 09:00-12:00, 13:30-17:30; Sat 09:00-12:00"),
    null,
  );
  const desk = { zone: shanghai, workdays: () => hours, hours };
  test.each([
    ["今天下班前给您回复", MONDAY, "2026-03-02 17:30"],
    ["周六下班前给您回复", MONDAY, "2026-03-07 12:00"],
    // closed on Sunday: six, as where no hours are known
    ["周日下班前给您回复", MONDAY, "2026-03-08 18:00"],
    ["两个工作日内给您回复", "2026-03-06 10:00", "2026-03-09 17:30"],
  ])("%s (%s): %s", (text, made, expected) => {
    expect(due(text, made, desk)).toBe(expected);
  });

  test("the public holidays of China are no working days", () => {
    expect(due("两个工作日内给您答复", "2026-09-30 10:00")).toBe("2026-10-10 00:00");
    expect(due("三个工作日内给您答复", "2026-02-13 10:00")).toBe("2026-02-26 00:00");
  });
});

describe("in English", () => {
  test.each([
    ["I will call you back within 24 hours", "2026-03-03 10:04"],
    ["we'll get back to you in two to three business days", "2026-03-06 00:00"],
    ["someone will contact you within half an hour", "2026-03-02 10:34"],
    ["I'll call you back by tomorrow", "2026-03-04 00:00"],
    ["I'll call you tomorrow morning", "2026-03-03 12:00"],
    ["I'll call you back tomorrow at 3 pm", "2026-03-03 15:00"],
    ["let you know by 5 pm today", "2026-03-02 17:00"],
    ["we will update you by end of day", "2026-03-03 00:00"],
    ["I'll let you know before noon", "2026-03-02 12:00"],
    ["I will get back to you by next Monday", "2026-03-10 00:00"],
    ["you will hear from us by the end of the week", "2026-03-09 00:00"],
    ["I'll ring you back this afternoon", "2026-03-02 18:00"],
  ])("%s: %s", (text, expected) => {
    expect(due(text)).toBe(expected);
  });
});

describe("no promise to get in touch by a time", () => {
  test.each([
    "我尽快给您回电",
    "马上给您答复",
    "几天内给您答复",
    "三到五个工作日到账",
    "明天上午十点发货",
    "请您在24小时内联系我们",
    "您明天上午再打这个电话联系我",
    "快递师傅明天上午会联系您",
    "商家会在48小时内回复您",
    "您三天前给我们打过电话",
    "上周三已经回复您了",
    "the courier will call you tomorrow",
    "please call us back within 24 hours",
    "I will get back to you as soon as possible",
    "",
  ])("%s", (text) => {
    expect(due(text)).toBeNull();
  });
});

describe("which deadline, and where it stands", () => {
  const found = (text: string, from = 0, to = text.length) => {
    const one = findDeadline(text, from, to, parseInstant(MONDAY, shanghai)!, plain);
    return one === null ? null : [text.slice(one.from, one.to), one.about];
  };

  test.each([
    ["今天给您登记，明天上午十点前给您回电。", "明天上午十点前", false],
    ["给您回电，明天上午吧", "明天上午", false],
    ["我 半 小 时 后 给您回电", "半 小 时 后", true],
    ["明天十点给您回电", "明天十点", true],
    ["I'll call you back in two hours.", "in two hours", true],
  ])("%s: %s", (text, quote, about) => {
    expect(found(text)).toEqual([quote, about]);
  });

  test("only the sentence around the hit is read", () => {
    const text = "明天上午发货。稍后我给您回电！";
    expect(found(text, text.indexOf("稍后"), text.length)).toBeNull();
  });
});
