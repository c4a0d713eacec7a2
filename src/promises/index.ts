export type { DeskClock } from "./desk-clock.js";
export { findDeadline, type PromisedTime } from "./find.js";
