import { type Zone, zone } from "../../calendar/zone.js";
import { type DateOrder, dateTimeReader } from "../values/date-time.js";
import { timeOfDay } from "../values/instants.js";

/** The line that begins a message: who, when, and what of the line is said already. */
export interface MessageStart {
  readonly who: string;
  /** Milliseconds since midnight; NaN where the line names none. */
  readonly time: number;
  /** Local milliseconds of the day; NaN where the line names none. */
  readonly day: number;
  /** Where in the line the words begin; -1 where they begin on the next. */
  readonly textAt: number;
}

/** No one's name and time take longer: what is longer is said. */
const LONGEST = 200;

type Parts = Readonly<Record<string, string>>;
const PARTS: Parts = {
  who: "(?<who>\\S(?:.*?\\S)??)",
  id: "[^()（）]*",
  time: "(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)",
  "date-time": "(?<moment>\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[ T]+\\d{1,2}:\\d{2}(?::\\d{2})?)",
  text: "(?<text>.*)",
};

/**
 * Tells lines that begin a message by the patterns of a profile, as `{who}({id}) {time}`: the first that fits a line
 * counts. Spaces stand for any number of them, beside a sign for none as well; brackets and colons may be full width.
 */
export function messageStarts(patterns: readonly string[]): (line: string) => MessageStart | null {
  const shapes = patterns.map((pattern) => new RegExp(`^\\s*${patternSource(pattern)}\\s*$`, "d"));
  return (line) => {
    if (line.length > LONGEST && !patterns.some((pattern) => pattern.includes("{text}"))) return null;
    for (const shape of shapes) {
      const match = shape.exec(line);
      if (match !== null) return startOf(match);
    }
    return null;
  };
}

/** The day that a line such as `日期    2026-03-02` names, in local milliseconds; NaN where it names none. */
export function dayOfLine(line: string, begin: string | undefined): number {
  if (begin === undefined) return Number.NaN;
  const text = line.trim();
  return text.startsWith(begin) ? dayOf(text.slice(begin.length).trim()) : Number.NaN;
}

/** `明天 10:00` is something one says: a name and a time alone begin a message only where it has seconds. */
const BARE = /^\{who\}\s+\{time\}$/;

function patternSource(pattern: string): string {
  const parts: Parts = BARE.test(pattern.trim())
    ? { ...PARTS, time: "(?<time>\\d{1,2}:\\d{2}:\\d{2})" }
    : PARTS;
  const pieces = pattern
    .trim()
    .split(/(\{[a-z-]+\}|\s+)/)
    .filter((piece) => piece !== "");
  return pieces
    .map((piece, at) => {
      if (/^\s+$/.test(piece)) return isSign(pieces[at - 1]) || isSign(pieces[at + 1]) ? "\\s*" : "\\s+";
      const part = piece.startsWith("{") ? parts[piece.slice(1, -1)] : undefined;
      return part ?? escaped(piece);
    })
    .join("");
}

/** Beside a colon or a bracket a space may be left out. */
function isSign(piece: string | undefined): boolean {
  return piece !== undefined && !piece.startsWith("{");
}

function escaped(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replaceAll("\\(", "[(（]")
    .replaceAll("\\)", "[)）]")
    .replaceAll(":", "[:：]");
}

function startOf({ groups, indices }: RegExpExecArray): MessageStart {
  const { who = "", time, moment } = groups ?? {};
  const [date, clock] = moment === undefined ? [undefined, time] : splitMoment(moment);
  return {
    who,
    time: clock === undefined ? Number.NaN : timeOf(clock),
    day: date === undefined ? Number.NaN : dayOf(date),
    textAt: indices?.groups?.text?.[0] ?? -1,
  };
}

function splitMoment(moment: string): readonly [string, string] {
  const at = moment.search(/[ T]/);
  return [moment.slice(0, at), moment.slice(at).replace(/^[ T]+/, "")];
}

function timeOf(text: string): number {
  const bytes = Buffer.from(text);
  const time = timeOfDay(bytes, 0, bytes.length);
  return Number.isFinite(time) ? time : Number.NaN;
}

const ORDER: DateOrder = "YMD";
const readDay = dateTimeReader(ORDER);

function dayOf(text: string): number {
  const bytes = Buffer.from(text);
  const { local, hasTime } = readDay(bytes, 0, bytes.length);
  return hasTime ? Number.NaN : local;
}

/** The clock of a chat: the moments of its messages, from times of day that may pass midnight. */
export function chatClock(timezone: string): {
  begin(at: number): void;
  day(local: number): void;
  moment(start: MessageStart): number;
} {
  const clock: Zone = zone(timezone);
  let day = Number.NaN;
  let last = Number.NaN;
  return {
    begin(at) {
      const local = Number.isNaN(at) ? Number.NaN : clock.local(at);
      day = midnight(local);
      last = local - day;
    },
    day(local) {
      day = midnight(local);
      last = Number.NaN;
    },
    moment({ time, day: named }) {
      if (!Number.isNaN(named)) {
        day = named;
        last = Number.NaN;
      }
      if (Number.isNaN(time) || Number.isNaN(day)) return Number.NaN;
      // a clock that goes back by hours has passed midnight; by less, two clocks differ
      if (last - time > HALF_DAY) day += DAY;
      last = time;
      return clock.instant(day + time);
    },
  };
}

const DAY = 86_400_000;
const HALF_DAY = DAY / 2;

function midnight(local: number): number {
  return Math.floor(local / DAY) * DAY;
}
