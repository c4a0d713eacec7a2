import { userError } from "../../messages/errors.js";
import type { UserError } from "../../model/user-error.js";
import type { ExportFormat } from "../profiles/format.js";
import { loadHeaderTable } from "../tables.js";
import { normaliseHeader } from "./headers.js";

/** Names of columns that hold totals, means and shares of many contacts. */
const SIGNS: readonly RegExp[] = [
  /^(avg|average|mean|total|sum|median|max|min)[ _]/i,
  /[ _(](avg|average|mean|rate|share|%)\)?$/i,
  /^(incoming|inbound|outbound|offered|answered|handled|abandoned|missed|total)[ _]calls$/i,
  /^calls?[ _](offered|answered|handled|abandoned|missed|received|in|out)$/i,
  /^(service[ _]?level|answer[ _]?rate|abandon(ment)?[ _]?rate|sl|aht|asa|occupancy|utili[sz]ation)\b/i,
  /^interval([ _](start|end|complete))?$/i,
  /(接通|应答|放弃|呼损|满意|解决|响应|占用|利用|转化|转接|参评|好评|差评)率/,
  /^(平均|人均|日均|累计|总)/,
  /(来电|呼入|呼出|接听|接起|接通|放弃|未接|会话|接待|咨询|工单|通话|应答)(总)?(量|数|次数|总数|人数)$/,
  /^(合计|总计|小计|统计(日期|时段|周期)|时段|时间段)$/,
];

/** So many columns of totals make a summary. */
const ENOUGH = 2;

/**
 * The error for a file that adds up contacts instead of listing them: its profile says so, or it has columns of totals and
 * none that names a contact. null for a file of contacts. A row of a call log may carry a total as well: the column that
 * names the call decides.
 */
export function aggregationError(
  file: string,
  line: number,
  headers: readonly string[],
  profile: ExportFormat | null,
): UserError | null {
  const signs = headers.filter((header) => SIGNS.some((sign) => sign.test(header.normalize("NFKC").trim())));
  const refused = profile?.refuse === "aggregated";
  if (!refused && (profile !== null || signs.length < ENOUGH || namesContacts(headers))) return null;
  const shown = (signs.length === 0 ? headers : signs).slice(0, SHOWN).join(", ");
  return userError("file-aggregated", { path: file, headers: shown }, { file, line });
}

const SHOWN = 6;

function namesContacts(headers: readonly string[]): boolean {
  const ids = new Set((loadHeaderTable().headers["contact-id"] ?? []).map(normaliseHeader));
  return headers.some((header) => ids.has(normaliseHeader(header)));
}
