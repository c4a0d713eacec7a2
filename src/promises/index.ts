export type { DeskClock } from "./desk-clock.js";
export { findDeadline } from "./find.js";
