// A standard of one rule that looks for so many plain phrases of three to five characters of service talk.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "../generate.mjs";

/** Writes it into the folder, and returns the file. */
export function plainStandard(folder, count) {
  const chars = [
    ..."处理不了没办法规定必须投诉公司系统领导退款发货快递延迟态度服务电话回复解决问题麻烦等待赔偿差评失望",
  ];
  const random = randomFrom(7);
  const phrases = new Set(["处理不了"]);
  while (phrases.size < count) {
    const length = 3 + random(3);
    phrases.add(Array.from({ length }, () => chars[random(chars.length)]).join(""));
  }
  const file = join(folder, `standard-${count}.yaml`);
  writeFileSync(
    file,
    `name: phrases
version: "1"
language: zh
rules:
  - id: bench/phrases
    title: { zh: 不说, en: Never say }
    clause: 不说
    source: bench
    dimension: assurance
    severity: major
    check: phrase
    never: [${[...phrases].join(", ")}]
    guards: []
    advice: { zh: 换一种说法, en: Say it otherwise }
    examples: { fails: [这个我处理不了], passes: [我试一下] }
`,
  );
  return file;
}
