import type { RingCountry } from "../checks/rings.js";
import type { Bilingual } from "../model/rule.js";

/** The countries whose ringing is known (checks/rings.ts). */
export const COUNTRY_WORDS = {
  CN: { zh: "中国", en: "China" },
  US: { zh: "美国", en: "United States" },
  CA: { zh: "加拿大", en: "Canada" },
  GB: { zh: "英国", en: "United Kingdom" },
  AU: { zh: "澳大利亚", en: "Australia" },
  NZ: { zh: "新西兰", en: "New Zealand" },
  SG: { zh: "新加坡", en: "Singapore" },
  IN: { zh: "印度", en: "India" },
  ZA: { zh: "南非", en: "South Africa" },
  JP: { zh: "日本", en: "Japan" },
  TW: { zh: "台湾", en: "Taiwan" },
  DE: { zh: "德国", en: "Germany" },
  IT: { zh: "意大利", en: "Italy" },
  CH: { zh: "瑞士", en: "Switzerland" },
  NL: { zh: "荷兰", en: "Netherlands" },
  PL: { zh: "波兰", en: "Poland" },
  RU: { zh: "俄罗斯", en: "Russia" },
  BR: { zh: "巴西", en: "Brazil" },
  ID: { zh: "印度尼西亚", en: "Indonesia" },
  FR: { zh: "法国", en: "France" },
  ES: { zh: "西班牙", en: "Spain" },
  SE: { zh: "瑞典", en: "Sweden" },
  AT: { zh: "奥地利", en: "Austria" },
  PT: { zh: "葡萄牙", en: "Portugal" },
  BE: { zh: "比利时", en: "Belgium" },
  IL: { zh: "以色列", en: "Israel" },
  CL: { zh: "智利", en: "Chile" },
} as const satisfies Record<RingCountry, Bilingual>;
