import { DAY, HOUR, MINUTE } from "../calendar/civil.js";
import {
  closingOf,
  type DeskClock,
  type DeskTime,
  deskTime,
  instantOf,
  lastDayOfMonth,
} from "./desk-clock.js";
import type { Expression } from "./expression.js";

const NUMBER =
  "(\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty[- ]four|forty[- ]eight|seventy[- ]two|half an)";
const UNITS = "minutes?|mins?|hours?|hrs?|(?:working|business) days?|days?|weeks?|months?";
const SPAN = new RegExp(
  `\\b(within|in|inside|no later than) (?:the next |about |around )?(?:${NUMBER}(?: to |-| or ))?${NUMBER} (${UNITS})\\b`,
  "g",
);
const DAY_NAME =
  "today|tonight|tomorrow|(?:next |this |on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|this week|next week|the end of (?:the|this|next) (?:day|week|month)|end of (?:day|week|month)|eod|the next (?:working|business) day";
const PART = "morning|afternoon|evening|noon|midday|midnight|close of business|cob";
const DAYS = new RegExp(
  `\\b(by|before|until|on|this|later)? ?(?:(\\d{1,2})(?::(\\d\\d))? ?(am|pm|o'clock)? ?)?(?:(${DAY_NAME})|(?<=\\bthis )(${PART}))(?: (?:in the |by |before |at |around )?(?:(${PART})|(\\d{1,2})(?::(\\d\\d))? ?(am|pm|o'clock)))?\\b`,
  "g",
);
const AT_TIME =
  /\b(by|before) (?:(noon|midday|midnight|close of business|cob)|(\d{1,2})(?::(\d\d))? ?(am|pm|o'clock))\b/g;

/** Deadlines in English: `within 24 hours`, `by tomorrow noon`, `before 5 pm today`, `by the end of the week`. */
export function english(text: string, made: number, clock: DeskClock): readonly Expression[] {
  return [...spansOf(text, made, clock), ...daysOf(text, made, clock), ...timesOf(text, made, clock)];
}

function spansOf(text: string, made: number, clock: DeskClock): readonly Expression[] {
  return [...text.matchAll(SPAN)].map((match) => {
    const [whole, how, , number = "", unit = ""] = match;
    const count = countOf(number);
    const due = /(working|business)/.test(unit)
      ? clock.workdays().due(made, { kind: "working-days", days: Math.max(1, Math.ceil(count)) })
      : made + Math.round(count * lengthOf(unit));
    return { from: match.index, to: match.index + whole.length, due, about: how === "in" };
  });
}

function daysOf(text: string, made: number, clock: DeskClock): readonly Expression[] {
  const now = deskTime(clock, made);
  return [...text.matchAll(DAYS)].flatMap((match): readonly Expression[] => {
    const [whole, how, hour, minute, half, name, thisPart, part, hour2, minute2, half2] = match;
    const day = name === undefined ? now.day : dayOf(name, now);
    const time = timeOf(
      hour2 ?? hour,
      minute2 ?? minute,
      half2 ?? half,
      part ?? thisPart ?? (name === "tonight" ? "evening" : undefined),
    );
    const working = /working|business/.test(name ?? "");
    const due = working
      ? clock.workdays().due(made, { kind: "working-days", days: 1 })
      : time === "close"
        ? closingOf(clock, day)
        : instantOf(clock, day, time ?? DAY);
    if (!(due > made)) return [];
    return [
      {
        from: match.index,
        to: match.index + whole.length,
        due,
        about:
          (hour2 ?? hour) !== undefined && how !== "by" && how !== "before" && !/\b(by|before) /.test(whole),
      },
    ];
  });
}

function timesOf(text: string, made: number, clock: DeskClock): readonly Expression[] {
  const now = deskTime(clock, made);
  return [...text.matchAll(AT_TIME)].map((match) => {
    const [whole, , part, hour, minute, half] = match;
    const time = timeOf(hour, minute, half, part);
    const due = time === "close" ? closingOf(clock, now.day) : instantOf(clock, now.day, time ?? DAY);
    const next = time === "close" ? due : instantOf(clock, now.day + 1, time ?? DAY);
    return { from: match.index, to: match.index + whole.length, due: due > made ? due : next, about: false };
  });
}

function timeOf(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  part: string | undefined,
): number | "close" | null {
  if (hour !== undefined) {
    const plain = Number(hour) % 12;
    const isLate =
      half === "pm" || (half !== "am" && (part === "afternoon" || part === "evening" || plain < 7));
    return (
      (Number(hour) > 12 ? Number(hour) : plain + (isLate ? 12 : 0)) * HOUR + Number(minute ?? 0) * MINUTE
    );
  }
  switch (part) {
    case "morning":
    case "noon":
    case "midday":
      return 12 * HOUR;
    case "afternoon":
      return 18 * HOUR;
    case "close of business":
    case "cob":
      return "close";
    default:
      return null;
  }
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function dayOf(name: string, now: DeskTime): number {
  const sunday = now.day - now.weekday + 7;
  const at = WEEKDAYS.findIndex((day) => name.endsWith(day));
  if (at >= 0) {
    if (name.startsWith("next ")) return sunday + 1 + at;
    return now.day + ((at + 1 - now.weekday + 7) % 7);
  }
  if (name === "tomorrow") return now.day + 1;
  if (/week/.test(name)) return /next/.test(name) ? sunday + 7 : sunday;
  if (/month/.test(name)) return lastDayOfMonth(now.year, /next/.test(name) ? now.month + 1 : now.month);
  return now.day;
}

function countOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  return WORDS[number.replace("-", " ")] ?? 1;
}

const WORDS: Readonly<Record<string, number>> = {
  "half an": 0.5,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  "twenty four": 24,
  "forty eight": 48,
  "seventy two": 72,
};

function lengthOf(unit: string): number {
  if (unit.startsWith("min")) return MINUTE;
  if (unit.startsWith("h")) return HOUR;
  if (unit.startsWith("week")) return 7 * DAY;
  return unit.startsWith("month") ? 31 * DAY : DAY;
}
