import { cadenceOf, type RingCountry } from "../checks/rings.js";

/** The country whose telephones ring where this clock is used; null where its ringing is not known. */
export function countryOf(timezone: string): RingCountry | null {
  const exact = ZONES[timezone];
  if (exact !== undefined) return exact;
  if (timezone.startsWith("Australia/")) return "AU";
  if (timezone.startsWith("US/")) return "US";
  if (timezone.startsWith("Canada/")) return "CA";
  return null;
}

/** Seconds from the start of one ring to that of the next. */
export function ringSeconds(country: RingCountry): number {
  return cadenceOf(country).reduce((sum, part) => sum + part, 0) / 1000;
}

const ZONES: Readonly<Record<string, RingCountry>> = {
  ...zones("CN", "Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC"),
  ...zones("TW", "Asia/Taipei"),
  ...zones("SG", "Asia/Singapore", "Singapore"),
  ...zones("JP", "Asia/Tokyo", "Japan"),
  ...zones("IN", "Asia/Kolkata", "Asia/Calcutta"),
  ...zones("ID", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
  ...zones("IL", "Asia/Jerusalem", "Asia/Tel_Aviv", "Israel"),
  ...zones("GB", "Europe/London", "GB"),
  ...zones("DE", "Europe/Berlin", "Europe/Busingen"),
  ...zones("FR", "Europe/Paris"),
  ...zones("ES", "Europe/Madrid", "Atlantic/Canary"),
  ...zones("IT", "Europe/Rome"),
  ...zones("CH", "Europe/Zurich"),
  ...zones("NL", "Europe/Amsterdam"),
  ...zones("PL", "Europe/Warsaw"),
  ...zones("RU", "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Vladivostok"),
  ...zones("SE", "Europe/Stockholm"),
  ...zones("AT", "Europe/Vienna"),
  ...zones("PT", "Europe/Lisbon"),
  ...zones("BE", "Europe/Brussels"),
  ...zones("NZ", "Pacific/Auckland", "NZ"),
  ...zones("ZA", "Africa/Johannesburg"),
  ...zones("BR", "America/Sao_Paulo", "America/Bahia", "America/Fortaleza", "America/Manaus"),
  ...zones("CL", "America/Santiago"),
  ...zones("CA", "America/Toronto", "America/Vancouver", "America/Winnipeg", "America/Edmonton"),
  ...zones("CA", "America/Halifax", "America/Regina", "America/St_Johns", "America/Montreal"),
  ...zones("US", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
  ...zones("US", "America/Phoenix", "America/Detroit", "America/Anchorage", "Pacific/Honolulu"),
};

function zones(country: RingCountry, ...names: readonly string[]): Readonly<Record<string, RingCountry>> {
  return Object.fromEntries(names.map((name) => [name, country]));
}
