import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import { findPersonalData, PERSONAL_KINDS, type PersonalData, type PersonalKind } from "../privacy/find.js";
import { mayHoldPersonalData } from "../privacy/suspect.js";
import type { Check, FindingDraft } from "./check.js";
import { firstRow } from "./stretches.js";

const options = z.strictObject({
  kinds: z
    .array(z.enum(PERSONAL_KINDS))
    .nonempty()
    .default([...PERSONAL_KINDS])
    .describe("查哪些 · Which: resident-id, bank-card, mobile, email, plate, password."),
  in: z
    .array(z.enum(["turns", "note"]))
    .nonempty()
    .default(["turns", "note"])
    .describe("查哪里 · Where: what the agent said, the note of the record."),
  own: z
    .array(z.string().min(1))
    .default([])
    .describe(
      "公司自己的电话和邮箱（含域名）不算 · Numbers, addresses and domains of the desk's own, which are no secret.",
    ),
});

export type PersonalDataOptions = z.output<typeof options>;

const NO_TEXT = notAssessed(FIELD_INDEX.text);
const NO_AGENT = because(NOT_APPLICABLE, "no-agent-turns");
const NOTE = FIELD_INDEX.note;

/** Personal data of customers is not spoken or written in clear: numbers are checked by their check digits. */
export const personalData: Check<PersonalDataOptions> = {
  kind: "personal-data",
  options,
  example: `- id: our/no-card-numbers
  title: { zh: 不念出卡号, en: Never read out a card number }
  severity: critical
  check: personal-data
  kinds: [bank-card, resident-id]
  in: [turns]
  examples:
    fails: ["您的卡号是 4111 1111 1111 1111，对吗？"]
    passes: ["您的卡号尾号是 1111，对吗？"]`,
  compile: ({ kinds, in: places, own }) => {
    const inTurns = places.includes("turns");
    const inNote = places.includes("note");
    const isOwn = (text: string) => own.some((one) => text.includes(one.toLowerCase()));
    const found = (text: string): readonly PersonalData[] =>
      findPersonalData(text).filter(
        ({ kind, from, to }) =>
          kinds.includes(kind) &&
          !isPublic(kind, text, from, to) &&
          !isOwn(text.slice(from, to).toLowerCase()),
      );
    const noteOf = (contact: Contact) => (inNote ? contact.label(NOTE) : null);

    return {
      stage: "turns",
      reads: [...(inTurns ? (["text", "speaker"] as const) : []), ...(inNote ? (["note"] as const) : [])],
      ...(inNote ? {} : { readsWithoutTurns: [] }),
      target: null,
      judge: (contact) => {
        const { turns } = contact;
        const note = noteOf(contact);
        if (note !== null && found(note).length > 0) return FAIL;
        if (turns === null || !inTurns) return note === null ? NO_TEXT : PASS;
        let spoke = false;
        for (let turn = 0; turn < turns.length; turn++) {
          if (turns.speaker(turn) !== SPEAKER.agent) continue;
          spoke = true;
          if (mayHoldPersonalData(turns.bytes(turn)) && found(turns.text(turn)).length > 0) return FAIL;
        }
        return spoke || note !== null ? PASS : NO_AGENT;
      },
      findings: (contact) => {
        const note = noteOf(contact);
        return [
          ...(note === null ? [] : found(note).map((one) => inRecord(note, one))),
          ...(contact.turns === null || !inTurns ? [] : spoken(contact.turns, found)),
        ];
      },
    };
  },
};

function spoken(turns: Turns, find: (text: string) => readonly PersonalData[]): readonly FindingDraft[] {
  const drafts: FindingDraft[] = [];
  for (let turn = Math.max(0, firstRow(turns, SPEAKER.agent)); turn < turns.length; turn++) {
    if (turns.speaker(turn) !== SPEAKER.agent || !mayHoldPersonalData(turns.bytes(turn))) continue;
    const text = turns.text(turn);
    for (const { from, to } of find(text)) {
      const byte = (unit: number) => ENCODER.encode(text.slice(0, unit)).length;
      const found = text.slice(from, to);
      drafts.push({ turn, from: byte(from), to: byte(to), how: null, field: null, expected: null, found });
    }
  }
  return drafts;
}

const ENCODER = new TextEncoder();

function inRecord(note: string, { kind, from, to }: PersonalData): FindingDraft {
  // a password is one only by the words before it, which are not shown with it
  const found = kind === "password" ? "*".repeat(to - from) : note.slice(from, to);
  return { turn: null, from: 0, to: 0, how: null, field: "note", expected: null, found };
}

/**
 * How to reach the desk, a shop or a courier is told to every customer: 我们的邮箱是 …, 师傅的电话 …. What is called the
 * customer's (您的手机号) never is.
 */
function isPublic(kind: PersonalKind, text: string, from: number, to: number): boolean {
  if (kind !== "mobile" && kind !== "email") return false;
  if (kind === "email" && SERVICE_ADDRESS.test(text.slice(from, to))) return true;
  const before = text.slice(Math.max(0, from - REACH), from);
  const clause = before.slice(Math.max(...[..."。！？!?；;\n"].map((edge) => before.lastIndexOf(edge))) + 1);
  return OURS.test(clause) && !YOURS.test(clause);
}

const REACH = 24;
const SERVICE_ADDRESS =
  /^(?:service|support|help|info|contact|kefu|cs|hr|sales|admin|fapiao|invoice|noreply|no-reply)[^@＠]*[@＠]/i;
const OURS =
  /我的|我们|我司|本店|本公司|公司|客服|官方|官网|售后|服务|热线|投诉|网点|门店|营业厅|专线|总部|商家|卖家|店铺|快递|师傅|司机|骑手|配送|维修|安装|仓库|物业|\bour\b|\bus\b|support|service|courier|driver/i;
const YOURS = /(?:您|你)(?:的|预留|绑定|登记|注册|本人|这个|这边|那边)|\byour\b/i;
