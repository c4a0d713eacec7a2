/** A text with everything that does not change its meaning taken out, and where each of its characters came from. */
export interface PlainText {
  readonly text: string;
  /** Position in the original of each character, and of the end. */
  readonly at: readonly number[];
}

/** Width, the traditional characters that time is told in, case; spaces between Chinese characters are left out. */
export function plainText(original: string): PlainText {
  const at: number[] = [];
  let text = "";
  for (let i = 0; i < original.length; i++) {
    const char = narrow(original[i]!);
    if (/\s/.test(char) && (text === "" || !isLatin(text.at(-1)!) || !isLatin(nextVisible(original, i))))
      continue;
    text += char;
    at.push(i);
  }
  return { text, at: [...at, original.length] };
}

function nextVisible(original: string, from: number): string {
  for (let i = from; i < original.length; i++) if (!/\s/.test(original[i]!)) return narrow(original[i]!);
  return "";
}

function isLatin(char: string): boolean {
  return /[a-z0-9.,;:'"!?)(-]/.test(char);
}

function narrow(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  const index = TRADITIONAL.indexOf(char);
  return index === -1 ? char.toLowerCase() : SIMPLIFIED[index]!;
}

const TRADITIONAL = "點鐘個內後週號禮間時兩幾開會給複覆電聯繫繋訊來過將儘盡務隨應該當這請讓說話處裡裏實";
const SIMPLIFIED = "点钟个内后周号礼间时两几开会给复复电联系系讯来过将尽尽务随应该当这请让说话处里里实";
