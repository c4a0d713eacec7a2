import { describe, expect, test } from "vitest";
import { parseHours } from "../../src/calendar/hours.js";
import { UserError } from "../../src/model/user-error.js";

/** `Mo 540-720 810-1080` …: open days only, minutes since midnight. */
function written(text: string): string {
  const names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
  return parseHours(text)
    .days.map((shifts, day) => ({ day, shifts }))
    .filter(({ shifts }) => shifts.length > 0)
    .map(({ day, shifts }) => [names[day], ...shifts.map((s) => `${s.open}-${s.close}`)].join(" "))
    .join(", ");
}

function refusal(text: string): UserError {
  try {
    parseHours(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text)} was accepted`);
}

const OFFICE = "Mo 540-1080, Tu 540-1080, We 540-1080, Th 540-1080, Fr 540-1080";

describe("parseHours", () => {
  test("two shifts a day, several parts", () => {
    expect(written("Mon-Fri 09:00-12:00, 13:30-18:00; Sat 10:00-14:00")).toBe(
      "Mo 540-720 810-1080, Tu 540-720 810-1080, We 540-720 810-1080, Th 540-720 810-1080, Fr 540-720 810-1080, Sa 600-840",
    );
  });

  test.each([
    "Mon-Fri 09:00-18:00",
    "Mon-Fri: 9-18",
    "monday to friday 9:00 to 18:00",
    "Mo–Fr 09:00–18:00",
    "Mo,Tu,We,Th,Fr 9:00-18:00",
    "weekdays 9:00-18:00",
    "周一至周五 9:00-18:00",
    "周一到周五：9：00～18：00",
    "周一至五 9:00至18:00",
    "星期一、星期二、星期三、星期四和星期五 9:00-18:00",
    "礼拜一—礼拜五 9:00-18:00",
    "工作日 9:00-18:00；",
    "Mon-Wed 9-18\nThu, Fri 9-18\n",
    "Mon-Fri 13:00-18:00; Mon-Fri 09:00-13:00",
  ])("%j", (text) => {
    expect(written(text).replaceAll("540-780 780-1080", "540-1080")).toBe(OFFICE);
  });

  test("a range runs over the end of the week", () => {
    expect(written("Fri-Mon 10:00-12:00")).toBe("Mo 600-720, Fr 600-720, Sa 600-720, Su 600-720");
    expect(written("周六至周日 10:00-12:00")).toBe("Sa 600-720, Su 600-720");
    expect(written("周末 10:00-12:00")).toBe(written("星期六,星期天 10:00-12:00"));
  });

  test("a shift past midnight belongs to the day it begins on", () => {
    expect(written("Sat 22:00-06:00")).toBe("Sa 1320-1800");
  });

  test("no day is every day, and 00:00-24:00 is a whole one", () => {
    expect(written("00:00-24:00")).toBe(
      "Mo 0-1440, Tu 0-1440, We 0-1440, Th 0-1440, Fr 0-1440, Sa 0-1440, Su 0-1440",
    );
    expect(written("每天 09:00-21:00")).toBe(written("09:00-21:00"));
  });

  test("24/7 is always, whole days every day are not: those close on holidays", () => {
    for (const text of ["24/7", "7x24", "7*24小时", "7×24"]) {
      expect(parseHours(text)).toEqual({ days: parseHours("00:00-24:00").days, always: true });
    }
    expect(parseHours("00:00-24:00").always).toBe(false);
  });
});

describe("mistakes", () => {
  test.each([
    ["", 0, "", "day"],
    ["   ", 3, "", "day"],
    ["Mon-Fri", 7, "", "time"],
    ["Mon-Fri 9:00", 12, "", "to"],
    ["Mon-Fri 9:00-", 13, "", "time"],
    ["Mon- 9:00-18:00", 5, "9:00", "day"],
    ["Mon-Fri 9:00-25:00", 13, "25:00", "time"],
    ["Mon-Fri 9:60-18:00", 8, "9:60", "time"],
    ["Mon-Fri 24:00-18:00", 8, "24:00", "time"],
    ["Mon-Fri 0900-1800", 8, "0900", "time"],
    ["Montag-Freitag 9:00-18:00", 0, "Montag-Freitag", "day"],
    ["Mon-Fri 9am-5pm", 9, "am-5pm", "day"],
    ["周一至 9:00-18:00", 4, "9:00", "day"],
    ["二 9:00-18:00", 0, "二", "day"],
    ["weekdays-Sat 9:00-18:00", 8, "-", "time"],
    ["Mon 9:00-12:00 Tue 9:00-12:00", 15, "Tue", "end"],
    ["Mon 24/7", 4, "24/7", "time"],
    ["closed", 0, "closed", "day"],
  ])("%j: at %i, %j where a %s was expected", (text, offset, found, expected) => {
    const error = refusal(text);
    expect(error.code).toBe("hours-not-understood");
    expect(error.args).toMatchObject({ text, offset, found, expected });
    expect(() => parseHours(String(error.args.example))).not.toThrow();
  });

  test("opening and closing at once is no time, or a whole day: nobody knows", () => {
    const error = refusal("Mon 09:00-09:00");
    expect(error.code).toBe("hours-empty");
    expect(error.args).toMatchObject({ offset: 4, found: "09:00-09:00" });
  });

  test.each([
    ["Mon-Fri 09:00-18:00; Fri 09:00-12:00", 25, "09:00-12:00"],
    ["Mon 22:00-06:00; Tue 05:00-12:00", 21, "05:00-12:00"],
    ["Sun 22:00-06:00; Mon 05:00-12:00", 21, "05:00-12:00"],
    ["Mon 9:00-12:00, 11:00-18:00", 16, "11:00-18:00"],
  ])("%j says two things of one moment", (text, offset, found) => {
    const error = refusal(text);
    expect(error.code).toBe("hours-overlap");
    expect(error.args).toMatchObject({ offset, found });
  });
});
