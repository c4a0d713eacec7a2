import { describe, expect, test } from "vitest";
import { promise } from "../../src/checks/promise.js";
import { context, type Said, told, turns } from "./contact.js";
import { at, type Given, together } from "./customers.js";

const check = promise.compile(
  promise.options.parse({ made: ["@process/promise"] }),
  context(["@process/promise"]),
);

/** A promise: the whole turn is the hit. */
const promised = (text: string, when: string | null): Said => ({
  by: "agent",
  text,
  hits: [[0, 0, new TextEncoder().encode(text).length]],
  ...(when === null ? {} : { at: at(when) }),
});
const chat = (customer: string | null, ...said: readonly Said[]): Given => ({
  values: { customer, channel: "chat" },
  turns: turns(said),
});
const out = (customer: string, offered: string): Given => ({
  values: { customer, channel: "phone", direction: "outbound", "offered-at": at(offered) },
});
const judged = (now: string, ...given: readonly Given[]) => {
  const contacts = together(check, given, now);
  const [first] = contacts;
  return {
    verdict: told(check.judge(first!)),
    promises: check.promises!(first!),
    findings: () => check.findings(first!),
  };
};
const MADE = "2026-03-02T09:00";
const LATER = "2026-03-10T12:00";
const other = out("李", "2026-03-02T08:00");

describe("what became of it", () => {
  const words = promised("明天上午给您回电话", MADE);

  test("kept by a call to that customer before the deadline", () => {
    const { verdict, promises } = judged(LATER, chat("王", words), out("王", "2026-03-03T11:59"));
    expect(verdict).toBe("pass");
    expect(promises).toMatchObject([
      { state: "kept", keptBy: 1, due: at("2026-03-03T12:00") * 1000, made: at(MADE) * 1000 },
    ]);
  });

  test("broken when none comes in time, or only to somebody else", () => {
    expect(judged(LATER, chat("王", words), other).verdict).toBe("fail");
    expect(judged(LATER, chat("王", words), out("王", "2026-03-03T14:00")).verdict).toBe("fail");
    expect(judged(LATER, chat("王", words), out("李", "2026-03-03T10:00")).verdict).toBe("fail");
    const { findings } = judged(LATER, chat("王", words), other);
    expect(findings()).toMatchObject([{ evidence: 0, expected: "≤ 2026-03-03T12:00:00+08:00", found: "∅" }]);
  });

  test("undecided while it is not due, where the customer is not known, or the desk is never seen to call", () => {
    expect(judged("2026-03-03T09:00", chat("王", words), other).verdict).toBe("pending not-due");
    expect(judged(LATER, chat(null, words), other).verdict).toBe("not-assessed customer");
    const alone: Given = {
      values: { customer: "王", channel: "phone", "offered-at": at(MADE) },
      turns: turns([words]),
    };
    expect(judged(LATER, alone).verdict).toBe("not-assessed direction");
  });

  test("kept in the same conversation, where the agent was away and came back in time", () => {
    const soon = promised("半小时内回复您", MADE);
    const back: Said = { by: "agent", text: "查到了", at: at("2026-03-02T09:20") };
    expect(judged(LATER, chat("王", soon, back), other).verdict).toBe("pass");
    const straightOn: Said = { by: "agent", text: "好的", at: at("2026-03-02T09:01") };
    expect(judged(LATER, chat("王", soon, straightOn), other).verdict).toBe("fail");
  });

  test("half an hour of grace where a moment is named, none where a limit is", () => {
    expect(
      judged(LATER, chat("王", promised("半小时后给您回电", MADE)), out("王", "2026-03-02T10:00")).verdict,
    ).toBe("pass");
    expect(
      judged(LATER, chat("王", promised("半小时后给您回电", MADE)), out("王", "2026-03-02T10:01")).verdict,
    ).toBe("fail");
    expect(
      judged(LATER, chat("王", promised("半小时内给您回电", MADE)), out("王", "2026-03-02T09:31")).verdict,
    ).toBe("fail");
  });

  test("one kept and one broken: the contact fails, and both are listed", () => {
    const { verdict, promises } = judged(
      LATER,
      chat("王", promised("今天下午给您回电", MADE), promised("周五之前再给您回电", "2026-03-02T09:05")),
      out("王", "2026-03-02T15:00"),
    );
    expect(promises.map(({ state }) => state)).toEqual(["kept", "kept"]);
    expect(verdict).toBe("pass");
  });
});

describe("what is none", () => {
  test.each(["快递明天上午会送到", "请您明天上午再联系我们", "师傅明天上午会给您打电话", "我们会给您回电话"])(
    "%s",
    (text) => {
      expect(judged(LATER, chat("王", promised(text, MADE)), other).verdict).toBe(
        "not-applicable no-trigger",
      );
    },
  );

  test("without words, and without a clock", () => {
    expect(judged(LATER, other).verdict).toBe("not-assessed text");
    expect(judged(LATER, chat("王", promised("明天上午给您回电话", null)), other).verdict).toBe(
      "not-assessed said-at",
    );
  });
});

test("in a call whose turns count from its start, time runs from when it was answered", () => {
  const text = "十分钟之内给您回电";
  const said = turns([{ by: "agent", text, at: 60, hits: [[0, 0, new TextEncoder().encode(text).length]] }], {
    clock: "offset",
  });
  const call: Given = {
    values: {
      customer: "王",
      channel: "phone",
      "offered-at": at("2026-03-02T08:59"),
      "answered-at": at(MADE),
    },
    turns: said,
  };
  expect(judged(LATER, call, other).promises).toMatchObject([
    { due: at("2026-03-02T09:11") * 1000, state: "broken" },
  ]);
});
