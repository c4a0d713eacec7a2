import type { ValueReader } from "../values/cell.js";
import type { Part } from "./format.js";

/** A stretch of bytes; parts narrow it in place. */
export interface Span {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Narrows a cell to the part that a profile asks for, without the spaces around it. */
export function narrowing(part: Part): (span: Span) => void {
  const steps = [
    cut(part["after-last"], lastIndexOf, "behind"),
    cut(part.after, indexOf, "behind"),
    cut(part["before-last"], lastIndexOf, "before"),
    cut(part.before, indexOf, "before"),
    part.strip === undefined ? null : stripped(part.strip),
  ].filter((step) => step !== null);
  return (span) => {
    for (const step of steps) step(span);
    trim(span);
  };
}

/** How often a text occurs in a cell. */
export function countReader(text: string): ValueReader {
  const wanted = Buffer.from(text);
  return (bytes, from, to) => {
    if (from >= to) return Number.NaN;
    let count = 0;
    for (let at = from; ; count++) {
      at = indexOf(bytes, at, to, wanted);
      if (at < 0) return count;
      at += wanted.length;
    }
  };
}

export function trim(span: Span): void {
  while (span.from < span.to && span.bytes[span.from]! <= 0x20) span.from += 1;
  while (span.to > span.from && span.bytes[span.to - 1]! <= 0x20) span.to -= 1;
}

function stripped(prefixes: readonly string[]): (span: Span) => void {
  const wanted = prefixes.map((prefix) => Buffer.from(prefix));
  return (span) => {
    const prefix = wanted.find(
      (one) => span.from + one.length <= span.to && isAt(span.bytes, span.from, one),
    );
    if (prefix !== undefined) span.from += prefix.length;
  };
}

type Find = (bytes: Uint8Array, from: number, to: number, wanted: Uint8Array) => number;

function cut(text: string | undefined, find: Find, keep: "before" | "behind"): ((span: Span) => void) | null {
  if (text === undefined) return null;
  const wanted = Buffer.from(text);
  return (span) => {
    const at = find(span.bytes, span.from, span.to, wanted);
    if (keep === "before") span.to = at < 0 ? span.to : at;
    else span.from = at < 0 ? span.to : at + wanted.length;
  };
}

function indexOf(bytes: Uint8Array, from: number, to: number, wanted: Uint8Array): number {
  for (let at = from; at + wanted.length <= to; at++) if (isAt(bytes, at, wanted)) return at;
  return -1;
}

function lastIndexOf(bytes: Uint8Array, from: number, to: number, wanted: Uint8Array): number {
  for (let at = to - wanted.length; at >= from; at--) if (isAt(bytes, at, wanted)) return at;
  return -1;
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
