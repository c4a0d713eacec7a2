import { toJson } from "../../standard/json-schema.js";
import { profileSchema } from "./format.js";

/** The JSON Schema of a profile, for editors: completion, and mistakes underlined as one types. */
export function profileJsonSchema(): object {
  return toJson(
    profileSchema,
    "deskcheck profile",
    "系统导出的模板 · A profile of deskcheck: what the exports of a system look like.",
  );
}
