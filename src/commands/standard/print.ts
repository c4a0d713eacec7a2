import { printStandard } from "../../standard/print.js";
import type { LoadedStandard } from "./load.js";

/** `standard print`: the effective standard as one YAML file. */
export async function printStandardCommand(loaded: LoadedStandard): Promise<number> {
  await loaded.write(printStandard(loaded.standard));
  return 0;
}
