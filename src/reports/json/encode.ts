/** JSON, with what JSON.stringify leaves raw and a terminal would obey or hide escaped too. The same value when parsed. */
export function encode(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    UNSEEN,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** DEL and C1, zero-width and bidi marks, line separators, the byte order mark. */
const UNSEEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
