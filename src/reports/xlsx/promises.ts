import type { PromiseResult } from "../../model/result.js";
import { type Book, moment } from "./cells.js";
import type { Sheet, SheetCell } from "./workbook.js";

/** What agents promised and whether it was kept; no sheet where nothing was promised. */
export function promisesSheet(book: Book): readonly Sheet[] {
  const { result, say, column } = book;
  if (result.promises.length === 0) return [];
  const columns = [
    column("state", 16),
    column("contact", 16),
    column("agent", 14),
    column("customer", 16),
    column("promise", 40),
    column("made", 20, "moment"),
    column("due", 20, "moment"),
    column("keptBy", 16),
    column("file", 30),
    column("line", 8),
    column("column", 8),
  ];
  return [
    { name: say("promisesSheet"), columns, rows: result.promises.map((promise) => row(promise, book)) },
  ];
}

const STATES = { kept: "promiseKept", broken: "promiseBroken", undecided: "promiseUndecided" } as const;

function row(promise: PromiseResult, { say }: Book): readonly SheetCell[] {
  const { contact, agent, customer, quote, made, due, keptBy, file, line, column, state } = promise;
  const words = say(STATES[state]);
  return [words, contact, agent, customer, quote, moment(made), moment(due), keptBy, file, line, column];
}
