import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { AuditPlan } from "../../audit/audit.js";
import type { InputFile } from "../../intake/files.js";
import { diskPath } from "../../intake/source.js";
import { digestOf } from "../../intake/unpack/spool.js";
import { checkWritable, isSystemError } from "../write-whole.js";
import type { HitCache } from "./hits.js";

/** Changes when what is kept no longer means the same. */
const FORMAT = 1;

/**
 * The cache in a folder for the files of an audit. The key of a file is a hash of its content, of how it is to be read, and of
 * everything that phrases come from: the standard, the config and the version. Dialogues in JSON are no lines, and are not kept.
 *
 * @throws UserError `output-unwritable` where nothing can be written there
 */
export async function hitCacheIn(
  name: string,
  { files, folder: cwd, manifest, timezone }: AuditPlan,
  chosen: { readonly only?: unknown; readonly skip?: unknown },
): Promise<HitCache> {
  const folder = resolve(cwd, name);
  checkWritable(resolve(folder, "probe"));
  const { tool, standard, config } = manifest;
  const plan = [FORMAT, tool.version, standard.sha256, config.sha256, chosen.only, chosen.skip, timezone];
  const keys: Record<string, string> = {};
  for (const file of files) {
    if (file.unpacked?.dialogues === true) continue;
    const content = await contentOf(file, cwd);
    if (content === null) continue;
    const parts = JSON.stringify([plan, content, file.unpacked?.sheets?.read, file.options]);
    keys[file.path] = createHash("sha256").update(parts).digest("hex").slice(0, 40);
  }
  return { folder, keys };
}

/** null where it cannot be read: the audit will say so. What had to be unpacked has been hashed on the way. */
async function contentOf(file: InputFile, folder: string): Promise<string | null> {
  if (file.unpacked !== undefined) return file.unpacked.digest.sha256;
  try {
    return (await digestOf(diskPath(file, folder))).sha256;
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
