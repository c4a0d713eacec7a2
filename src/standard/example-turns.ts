import { parseTarget } from "../calendar/durations.js";
import { zone } from "../calendar/zone.js";
import { speakerDoubt } from "../checks/speakers.js";
import { countText } from "../checks/text-size.js";
import type { Words } from "../model/contact.js";
import { SPEAKER } from "../model/fields.js";
import { type Hit, HOWS, type Turns } from "../model/turns.js";
import { UserError } from "../model/user-error.js";
import type { PhraseScanner } from "../phrases/types.js";
import type { Turn } from "./example-format.js";
import { parseInstant } from "./instant.js";

interface Said {
  readonly speaker: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly absolute: boolean;
}

/** What examples are read with: the phrase engine and the desk's zone. */
export interface ExampleEngine {
  readonly scanner: PhraseScanner;
  readonly timezone: string;
  /** Index of the list of complaints in the book; −1: it has none. */
  readonly complaints: number;
  /** Indexes of SPEAKER_LISTS. */
  readonly speakers: readonly number[];
}

/** The turns of an example, searched by the phrase engine as an audit would search them. */
export function exampleTurns(
  turns: readonly Turn[],
  begins: Turns["beginsAtStart"],
  mono: boolean,
  { scanner, timezone, speakers }: ExampleEngine,
): Turns {
  const said = turns.map((turn) => saidBy(turn, timezone));
  const bytes = said.map(({ text }) => ENCODER.encode(text));
  const sizes = bytes.map((one) => {
    const size = { han: 0, words: 0 };
    countText(one, 0, one.length, size);
    return size;
  });
  const hits = new Map<number, Hit[]>();
  for (const [turn, { speaker, text }] of said.entries()) {
    for (const { list, ...hit } of hitsIn(text, speaker, scanner)) {
      hits.set(list, [...(hits.get(list) ?? []), { turn, ...hit }]);
    }
  }
  const timed = said.every(({ start }) => !Number.isNaN(start));
  const view: Turns = {
    length: said.length,
    speaker: (turn) => said[turn]!.speaker,
    start: (turn) => said[turn]!.start,
    end: (turn) => said[turn]!.end,
    clock: !timed ? "none" : said.every(({ absolute }) => absolute) ? "instant" : "offset",
    beginsAtStart: begins,
    sidesApart: mono ? "no" : "unknown",
    hits: (list) => hits.get(list) ?? [],
    text: (turn) => said[turn]!.text,
    bytes: (turn) => bytes[turn]!,
    han: (turn) => sizes[turn]!.han,
    words: (turn) => sizes[turn]!.words,
  };
  return speakerDoubt(view, speakers) === null ? view : { ...view, speakersInDoubt: true };
}

/** A note, searched as if the agent had said it. */
export function exampleWords(text: string, { scanner }: ExampleEngine): Words {
  const hits = hitsIn(text, SPEAKER.agent, scanner);
  return {
    text,
    hits: (list) => hits.filter((hit) => hit.list === list).map((hit) => ({ turn: 0, ...hit })),
  };
}

const ENCODER = new TextEncoder();

type ListHit = Omit<Hit, "turn"> & { readonly list: number };

function hitsIn(text: string, speaker: number, scanner: PhraseScanner): readonly ListHit[] {
  const bytes = ENCODER.encode(text);
  const count = scanner.scan(bytes, 0, bytes.length, speaker);
  return Array.from({ length: count }, (_, at) => at)
    .filter((at) => scanner.hits.waived[at] === -1)
    .map((at) => ({
      list: scanner.hits.list[at]!,
      phrase: scanner.hits.phrase[at]!,
      from: scanner.hits.from[at]!,
      to: scanner.hits.to[at]!,
      how: HOWS[scanner.hits.how[at]!]!,
    }));
}

function saidBy(turn: Turn, timezone: string): Said {
  if (typeof turn === "string") {
    const [, who, words] = /^(agent|customer|system|坐席|客服|客户|系统)\s*[:：]\s*(.*)$/s.exec(turn) ?? [];
    const speaker = who === undefined ? "agent" : SPEAKER_OF[who]!;
    return {
      speaker: SPEAKER[speaker],
      text: words ?? turn,
      start: Number.NaN,
      end: Number.NaN,
      absolute: false,
    };
  }
  const speaker = "agent" in turn ? "agent" : "customer" in turn ? "customer" : "system";
  const text = "agent" in turn ? turn.agent : "customer" in turn ? turn.customer : turn.system;
  const start = timeOf(turn.at, timezone);
  const end = timeOf(turn.until, timezone);
  return { speaker: SPEAKER[speaker], text, start: start.ms, end: end.ms, absolute: start.absolute };
}

const SPEAKER_OF: Readonly<Record<string, "agent" | "customer" | "system">> = {
  agent: "agent",
  坐席: "agent",
  客服: "agent",
  customer: "customer",
  客户: "customer",
  system: "system",
  系统: "system",
};

function timeOf(
  text: string | undefined,
  timezone: string,
): { readonly ms: number; readonly absolute: boolean } {
  if (text === undefined) return { ms: Number.NaN, absolute: false };
  const instant = parseInstant(text, zone(timezone));
  if (instant !== null) return { ms: instant, absolute: true };
  const length = parseTarget(text);
  if (length.kind === "time") return { ms: length.ms, absolute: false };
  throw new UserError("example-value", { field: "at", found: text });
}
