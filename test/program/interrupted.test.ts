import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { namesIn, type Scene, scene, until } from "./program.js";

let desk: Scene;
beforeAll(() => {
  desk = scene(60_000);
});
afterAll(() => desk.remove());

/** ms after which threads are at work on what has been unpacked, and far from done. */
const IN_THREADS = 500;

/** Whether a report is being written. The same name is tried before the audit, for a moment. */
let seen = 0;
function isWriting(name: string): boolean {
  const being = new RegExp(`^\\.${name}\\.\\d+\\.tmp$`);
  seen = namesIn(join(desk.folder, "out")).some((one) => being.test(one)) ? seen + 1 : 0;
  return seen > 3;
}

describe.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends an audit with %i and leaves nothing behind", (signal, code) => {
  /** Sends the signal when something holds, and says what is left. */
  async function interrupted(args: readonly string[], when: () => boolean) {
    const running = desk.start(args);
    expect(await until(running, when)).toBe(true);
    const sent = performance.now();
    running.process.kill(signal);
    const ended = await running.done;
    expect(performance.now() - sent).toBeLessThan(10_000);
    return { ...ended, left: [...namesIn(desk.temporary), ...namesIn(join(desk.folder, "out"))] };
  }

  test("while it reads what it has unpacked", async () => {
    const args = ["audit", "calls.csv.gz", "--format", "json=out/result.json"];
    const ended = await interrupted(args, () => namesIn(desk.temporary).length > 0);
    expect(ended).toEqual({ code, signal: null, stderr: "", left: [] });
  });

  test("while two threads judge what it has unpacked", async () => {
    const args = ["audit", "calls.csv.gz", "--threads", "2", "--format", "json=out/result.json"];
    let unpacked = Number.NaN;
    const ended = await interrupted(args, () => {
      if (Number.isNaN(unpacked) && namesIn(desk.temporary).length > 0) unpacked = performance.now();
      return performance.now() - unpacked > IN_THREADS;
    });
    expect(ended).toEqual({ code, signal: null, stderr: "", left: [] });
  });

  test("while it writes what two threads have judged", async () => {
    const args = ["audit", "calls.csv.gz", "--threads", "2", "--format", "json=out/result.json"];
    const ended = await interrupted(args, () => isWriting("result.json"));
    expect(ended).toEqual({ code, signal: null, stderr: "", left: [] });
  });

  test.each(["json=out/result.json", "csv=out/findings.csv", "html=out/report.html", "coaching=out/sheets"])(
    "while it writes %s",
    async (format) => {
      const name = format.slice(format.indexOf("/") + 1);
      const ended = await interrupted(["audit", "calls.csv", "--format", format], () => isWriting(name));
      expect(ended).toEqual({ code, signal: null, stderr: "", left: [] });
    },
  );
});

test("an audit that is left alone ends as ever", async () => {
  const { code, stderr } = await desk.start(["audit", "calls.csv.gz", "--format", "json=out/result.json"])
    .done;
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(namesIn(desk.temporary)).toEqual([]);
  expect(namesIn(join(desk.folder, "out"))).toEqual(["result.json"]);
});
