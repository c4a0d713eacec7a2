import { localTime } from "../calendar/civil.js";
import type { DigitRun } from "./digits.js";

export type NumberKind = "resident-id" | "bank-card" | "mobile";

export interface FoundNumber {
  readonly kind: NumberKind;
  /** Indexes into the run's digits, end exclusive. */
  readonly first: number;
  readonly end: number;
}

/**
 * The personal numbers in a run of digits. A number is a whole stretch, or several with nothing but pauses between
 * them: eleven digits inside a longer order number are no telephone number.
 */
export function personalNumbers({ digits, groups }: DigitRun): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  const borders = [...groups, digits.length];
  for (let group = 0; group < groups.length; ) {
    const number = longest(digits, borders, group);
    if (number === null) {
      group += 1;
    } else {
      found.push(number.found);
      group = number.next;
    }
  }
  return found;
}

function longest(
  digits: string,
  borders: readonly number[],
  group: number,
): { readonly found: FoundNumber; readonly next: number } | null {
  const first = borders[group]!;
  for (let next = Math.min(borders.length - 1, group + LONGEST); next > group; next--) {
    const end = borders[next]!;
    const kind = end - first > LONGEST ? null : kindOf(digits.slice(first, end));
    if (kind !== null) return { found: { kind, first, end }, next };
  }
  return null;
}

/** Digits of the longest card number. */
const LONGEST = 19;

function kindOf(digits: string): NumberKind | null {
  if (isResidentId(digits)) return "resident-id";
  if (isBankCard(digits)) return "bank-card";
  return /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits) ? "mobile" : null;
}

/**
 * A resident identity number of the People's Republic of China: region, date of birth, serial, and the check character
 * of GB 11643-1999 (ISO 7064 MOD 11-2).
 */
export function isResidentId(digits: string): boolean {
  if (!/^\d{17}[\dX]$/.test(digits) || !REGIONS.has(digits.slice(0, 2))) return false;
  const year = Number(digits.slice(6, 10));
  const born = localTime(year, Number(digits.slice(10, 12)), Number(digits.slice(12, 14)));
  if (Number.isNaN(born) || year < 1900 || year > 2099) return false;
  const sum = [...digits.slice(0, 17)].reduce((total, digit, at) => total + Number(digit) * WEIGHTS[at]!, 0);
  return "10X98765432"[sum % 11] === digits[17];
}

/** 2^(17 − position) mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB/T 2260: the first two digits name the province. */
const REGIONS: ReadonlySet<string> = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split(
    " ",
  ),
);

/** A payment card: a known issuer prefix and length (ISO/IEC 7812), and the Luhn check digit. */
export function isBankCard(digits: string): boolean {
  return ISSUERS.some((issuer) => issuer.test(digits)) && luhn(digits);
}

/** UnionPay, Visa, Mastercard, American Express, JCB; and prefixes of Chinese debit cards from before UnionPay's 62. */
const ISSUERS = [
  /^62\d{14,17}$/,
  /^4\d{15}$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^(?:9558\d{15}|95599\d{14}|955880\d{13}|60\d{14}|603\d{16})$/,
];

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
