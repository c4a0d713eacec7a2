import { SPEAKER } from "../../model/fields.js";
import { loadWordTable } from "../tables.js";
import { codeReader } from "../values/codes.js";

/** Who each name of a chat is: a code of SPEAKERS. */
export type SpeakerOf = (who: string) => number;

/**
 * Tells the speakers of a chat by the names that the row gives of its agent and customer, then by words such as 客服 and
 * 系统消息. One name that is left, where nobody else is the customer, is the customer: chats show her by a nickname.
 */
export function chatSpeakers(): (names: ReadonlySet<string>, agent: string, customer: string) => SpeakerOf {
  const read = codeReader("speaker", loadWordTable());
  return (names, agent, customer) => {
    const codes = new Map<string, number>();
    for (const who of names) codes.set(who, byName(who, agent, customer) ?? byWord(who));
    const left = [...codes].filter(([, code]) => code === SPEAKER.unknown);
    const customerSpeaks = [...codes.values()].includes(SPEAKER.customer);
    if (left.length === 1 && !customerSpeaks) codes.set(left[0]![0], SPEAKER.customer);
    return (who) => codes.get(who) ?? SPEAKER.unknown;
  };

  function byWord(who: string): number {
    const bytes = Buffer.from(who);
    const code = read(bytes, 0, bytes.length);
    return code > 0 ? code : SPEAKER.unknown;
  }
}

function byName(who: string, agent: string, customer: string): number | null {
  const name = plain(who);
  if (name !== "" && name === plain(agent)) return SPEAKER.agent;
  return name !== "" && name === plain(customer) ? SPEAKER.customer : null;
}

/** A name without the number in brackets behind it: 小王(3001). */
function plain(name: string): string {
  return name.replace(/[(（][^()（）]*[)）]\s*$/, "").trim();
}
