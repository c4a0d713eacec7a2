// Writes src/phrases/sound-table.ts: how each Chinese character is read, without the tone.
// Run it by hand (`node scripts/build-sound-table.mjs`) when pinyin-pro is to be renewed; the table is shipped.
//
// Characters: the 6,763 of GB 2312, which are all that speech recognition of Mandarin writes in practice. Readings: the
// commonest one of each, from pinyin-pro (https://github.com/zh-lx/pinyin-pro, MIT). One reading a character, because
// only then is "sounds alike" a partition of the characters, which an automaton can walk; the readings below are those
// that service talk uses where pinyin-pro's first one is another.
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

/** 处理不了, 处理得了: liǎo. 没 méi, 得 de, 还 hái, 都 dōu, 着 zhe, 给 gěi, 谁 shéi is written shui by recognisers. */
const READINGS = { 了: "liao", 没: "mei", 得: "de", 还: "hai", 都: "dou", 着: "zhe", 给: "gei", 谁: "shui" };

const bySound = new Map();
let count = 0;
for (const char of charactersOfGb2312()) {
  const sound = READINGS[char] ?? pinyin(char, { toneType: "none", v: true });
  if (!/^[a-z]+$/.test(sound)) throw new Error(`no reading of ${char}: ${sound}`);
  bySound.set(sound, (bySound.get(sound) ?? "") + char);
  count += 1;
}

const entries = [...bySound].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sound, chars]) => sound + chars);
const lines = [
  "// Made by scripts/build-sound-table.mjs; do not edit. Readings from pinyin-pro (https://github.com/zh-lx/pinyin-pro,",
  "// MIT License); the characters are those of GB 2312.",
  "",
  `/** ${count} characters under ${bySound.size} syllables without tones: each syllable, followed by its characters. */`,
  "export const SYLLABLES =",
  `  "${entries.join("")}";`,
  "",
];
writeFileSync(new URL("../src/phrases/sound-table.ts", import.meta.url), lines.join("\n"));
process.stderr.write(`sound table: ${count} characters, ${bySound.size} syllables\n`);

/** Rows 16 to 87 of the standard, two bytes a character. */
function* charactersOfGb2312() {
  const decoder = new TextDecoder("gb18030");
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(char)) yield char;
    }
}
