/**
 * Personal data hidden in words that a report quotes: telephone numbers, identity cards, bank cards, e-mail addresses.
 * What is left lets a reader recognise a contact she knows, and no more: `138****5678`, `z***@example.com`.
 */
export function maskPersonalData(text: string): string {
  return text
    .replace(EMAIL, (_, first: string, domain: string) => `${first}***@${domain}`)
    .replace(NUMBER, maskNumber);
}

const EMAIL = /([\p{L}\p{N}])[\p{L}\p{N}._%+-]*@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;

/** Runs of eleven and more digits, also in groups, also with the X that ends an identity number. Amounts and dates are shorter. */
const NUMBER = /(?<![\p{L}\p{N}])[+]?\d(?:[ -]?\d){9,}[\dXx](?![\p{L}\p{N}])|\d{11,}[Xx]?/gu;

function maskNumber(run: string): string {
  const digits = run.replace(/[^\dXx]/g, "");
  return `${digits.slice(0, 3)}${"*".repeat(Math.max(digits.length - 7, 4))}${digits.slice(-4)}`;
}
