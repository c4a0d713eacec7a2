import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { beside, settled, sweepBeside } from "../intake/temporaries.js";
import { userError } from "../messages/errors.js";
import type { FolderFile } from "../reports/index.js";
import { checkWritable, isSystemError, unwritable } from "./write-whole.js";

/**
 * Writes a folder whole or not at all: under a temporary name beside it, which takes the final name when all is on disk.
 * It replaces an earlier one that was written like this, and nothing else.
 *
 * @throws UserError `output-unwritable`, `output-folder-taken`
 */
export function writeFolder(path: string, files: Iterable<FolderFile>): void {
  const temporary = beside(path, "tmp");
  const old = beside(path, "old");
  try {
    fill(temporary, files);
    refuseOthers(path);
    if (existsSync(path)) renameSync(path, old);
    try {
      renameSync(temporary, path);
    } catch (error) {
      if (existsSync(old)) renameSync(old, path);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw isSystemError(error) ? unwritable(path, error) : error;
  } finally {
    settled(temporary);
    settled(old);
  }
}

/** Whether a folder could be written there; asked before a long audit, not after it. */
export function checkFolder(path: string): void {
  try {
    checkWritable(join(dirname(path), `${basename(path)}.check`));
    sweepBeside(path);
    refuseOthers(path);
  } catch (error) {
    throw isSystemError(error) ? unwritable(path, error) : error;
  }
}

/** Lists the files that were written with it, so that the next audit knows them from those of other people. */
const LIST = ".deskcheck";

function fill(folder: string, files: Iterable<FolderFile>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const { name, text } of files) {
    write(join(folder, name), text);
    names.push(name);
  }
  write(join(folder, LIST), `${names.join("\n")}\n`);
}

/** @throws where two files have the same name on this file system: one would silently replace the other */
function write(path: string, text: string): void {
  const descriptor = openSync(path, "wx");
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function refuseOthers(folder: string): void {
  if (!existsSync(folder)) return;
  const list = join(folder, LIST);
  const own = existsSync(list) ? readFileSync(list, "utf8").split("\n") : [];
  const other = readdirSync(folder)
    .sort()
    .find((name) => name !== LIST && !own.includes(name));
  if (other !== undefined) throw userError("output-folder-taken", { file: folder, name: other });
}
