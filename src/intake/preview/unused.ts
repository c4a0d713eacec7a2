import { KINDS, type Kind } from "../../model/fields.js";
import type { Unused } from "../../model/inspection.js";
import type { Layout } from "../open.js";
import { plainHeader } from "../profiles/headers.js";
import { candidates } from "../recognise/headers.js";
import { loadHeaderTable } from "../tables.js";

/** Why no field is read from a column. `kind` is null where the file was not recognised. */
export function unusedColumn(header: string, kind: Kind | null, layout: Layout | null): Unused {
  const misleading = layout?.profile?.format.unused ?? [];
  if (misleading.some((name) => plainHeader(name) === plainHeader(header)))
    return { why: "misleading", field: null };
  if (kind === null || layout === null) {
    const field = KINDS.flatMap((one) => [...candidates([header], one, loadHeaderTable()).keys()])[0] ?? null;
    return { why: field === null ? "no-such-name" : "may-be", field };
  }
  const [field] = candidates([header], kind, loadHeaderTable()).keys();
  if (field === undefined) return { why: "no-such-name", field: null };
  const elsewhere = layout.columns.some((mapped) => mapped.field === field);
  return { why: elsewhere ? "read-elsewhere" : "other-values", field };
}
