/**
 * A number as people say or write it: `24`, `1.5`, `二十四`, `两`, `半`, `二四` (24); of a range the larger end (`两三`, `三五`).
 * NaN where the text is none, or leaves it open (`几`).
 */
export function numberOf(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text === "半") return 0.5;
  if (/^[一二两三四五六七八九]{2}$/.test(text) && isRange(text)) return digit(text[1]!);
  return /^[零〇一二两三四五六七八九十百]+$/.test(text) ? chineseNumber(text) : Number.NaN;
}

/** 两三 and 三五 are ranges; 二四 and 四八 are 24 and 48 hours spoken digit by digit. */
function isRange(text: string): boolean {
  return digit(text[1]!) > digit(text[0]!) && text !== "二四" && text !== "四八";
}

function chineseNumber(text: string): number {
  let total = 0;
  let current = 0;
  for (const char of text) {
    if (char === "十" || char === "百") {
      const unit = char === "十" ? 10 : 100;
      total += (current === 0 ? 1 : current) * unit;
      current = 0;
    } else {
      current = /[十百零〇]/.test(text) ? digit(char) : current * 10 + digit(char);
    }
  }
  return total + current;
}

function digit(char: string): number {
  return "零一二三四五六七八九".indexOf(char.replace("〇", "零").replace("两", "二"));
}
