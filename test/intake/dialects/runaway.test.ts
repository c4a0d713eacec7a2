import { expect, it } from "vitest";
import { damageOf, readTable } from "../read-table.js";

const MEGABYTE = 1024 * 1024;
const HEAD = `id,speaker,text\n${Array.from({ length: 300 }, (_, i) => `${i},agent,"hello, ${i}"\n`).join("")}`;

it("a quote that runs away over twenty megabytes is stopped, and the line where it opened is named", () => {
  const text = Buffer.alloc(20 * MEGABYTE, "no line end here ");
  const table = readTable(Buffer.concat([Buffer.from(`${HEAD}300,agent,"never closed `), text]));
  expect(damageOf(table)).toEqual(["quote-unclosed 302"]);
  expect(table.rows).toHaveLength(300);
});

it("the rows behind it are read", () => {
  const rows = 'x,customer,"fine, thanks"\n'.repeat(Math.ceil((18 * MEGABYTE) / 26));
  const table = readTable(`${HEAD}300,agent,"never closed\n${rows}`);
  expect(damageOf(table)).toEqual(["quote-unclosed 302"]);
  expect(table.rows).toHaveLength(300 + rows.length / 26);
});

it("a line of forty megabytes without a quote is left out, and what follows is read", () => {
  const long = Buffer.alloc(40 * MEGABYTE, "x");
  const table = readTable(Buffer.concat([Buffer.from(HEAD), long, Buffer.from("\n301,agent,bye\n")]));
  expect(damageOf(table)).toEqual(["record-too-long 302"]);
  expect(table.rows.at(-1)).toEqual({ line: 303, cells: ["301", "agent", "bye"] });
});
