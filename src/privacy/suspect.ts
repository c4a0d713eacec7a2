/**
 * Whether a UTF-8 text may hold personal data: a look at its bytes that decides whether it is worth decoding. It holds
 * an @, seven digits with little between them (written or spoken), the word for password, or a province before a letter.
 * It says yes too often, never no where `findPersonalData` would find something.
 */
export function mayHoldPersonalData(bytes: Uint8Array): boolean {
  let digits = 0;
  let gap = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      if (byte === AT_SIGN || (byte | 0x20) === LETTER_P) {
        if (byte === AT_SIGN || isPassOrPin(bytes, at)) return true;
      }
      if (byte >= 0x30 && byte <= 0x39) {
        if (++digits >= ENOUGH) return true;
        gap = 0;
      } else if (++gap > LONGEST_GAP) digits = 0;
      continue;
    }
    if (byte < 0xe3) continue;
    const second = bytes[at + 1]!;
    const third = bytes[at + 2]!;
    at += 2;
    const code = ((byte & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    if (isDigit(code)) {
      if (++digits >= ENOUGH) return true;
      gap = 0;
    } else {
      if (code === FULL_AT || SECRET.has(code)) return true;
      const next = bytes[at + 1] ?? 0;
      if (next >= 0x41 && next <= 0x5a && PROVINCES.has(code)) return true;
      if (++gap > LONGEST_GAP) digits = 0;
    }
  }
  return false;
}

const AT_SIGN = 0x40;
const FULL_AT = 0xff20;
const LETTER_P = 0x70;
/** Eleven digits make a number; a full-width plate or a four-digit password has a word or a province before it. */
const ENOUGH = 7;
const LONGEST_GAP = 2;

const SPOKEN: ReadonlySet<number> = codes("零〇洞一幺么壹二两贰兩三叁四肆五伍六陆七拐柒八捌九勾玖");
const PROVINCES: ReadonlySet<number> = codes(
  "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼",
);
/** 密(码), 口(令), 验(证码), 驗. */
const SECRET: ReadonlySet<number> = codes("密令验驗");

function isDigit(code: number): boolean {
  return SPOKEN.has(code) || (code >= 0xff10 && code <= 0xff19);
}

function isPassOrPin(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1]! | 0x20;
  const third = bytes[at + 2]! | 0x20;
  return (second === 0x61 && third === 0x73) || (second === 0x69 && third === 0x6e);
}

function codes(text: string): ReadonlySet<number> {
  return new Set(Array.from(text, (char) => char.codePointAt(0)!));
}
