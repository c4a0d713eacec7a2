import type { InstantFormat } from "../values/instants.js";

/**
 * The format of moments that a config or a profile names: `DD/MM/YYYY HH:mm` says in which order day, month and year come,
 * `D MMM YYYY` that the month is a word; `excel`, `epoch`, `epoch-ms`, `epoch-us` name the others.
 */
export function toldFormat(text: string): InstantFormat {
  const name = text.trim().toLowerCase();
  if (name === "excel") return { kind: "serial" };
  if (name === "epoch") return { kind: "epoch", unit: "s" };
  if (name === "epoch-ms") return { kind: "epoch", unit: "ms" };
  if (name === "epoch-us") return { kind: "epoch", unit: "us" };
  if (text.includes("MMM")) return { kind: "date-time", order: "named" };
  const letters = text.replace(/[^YMD]/g, "").replace(/(.)\1+/g, "$1");
  return {
    kind: "date-time",
    order: letters.startsWith("D") ? "DMY" : letters.startsWith("M") ? "MDY" : "YMD",
  };
}
