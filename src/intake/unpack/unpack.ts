import { join, resolve } from "node:path";
import { userError } from "../../messages/errors.js";
import { UserError } from "../../model/user-error.js";
import { type InputFile, STDIN } from "../files.js";
import { DIALOGUE_DELIMITER, writeDialogues } from "../json/write.js";
import { diskPath, type Unpacked } from "../source.js";
import { lackOfRoom, removeFolder, temporaryFolder } from "../temporaries.js";
import { contentOf, looksLikeJson, type Packing } from "./packing.js";
import { digestOf, gunzip, type StandardInput, spoolStdin } from "./spool.js";
import { readSheet } from "./workbook.js";

/** Input files that can be read as they are, and what has to be removed when that is done. */
export interface ReadyFiles {
  readonly files: readonly InputFile[];
  close(): void;
}

/**
 * Puts the content of what cannot be read in place into temporary files: compressed files (`.gz`), a sheet of a workbook
 * (`.xlsx`, `calls.xlsx#March`; the first one that is not hidden where none is named) and standard input (`-`), which may
 * be either, and dialogues in JSON. What a file is, its first bytes say, not its name. Files that are missing or unreadable stay as they are:
 * whoever opens them says so.
 *
 * @throws UserError with every mistake: `nothing-on-stdin`, `file-packed-badly`, `workbook-unreadable`, `sheet-not-found`,
 * `sheet-empty`, `json-unknown`, `json-broken`; `no-room` by itself
 */
export async function unpackFiles(
  files: readonly InputFile[],
  folder: string,
  stdin: StandardInput,
): Promise<ReadyFiles> {
  let spool: string | null = null;
  let count = 0;
  const temporary = (): string => {
    spool ??= temporaryFolder();
    count += 1;
    return join(spool, `${count}`);
  };
  const close = () => {
    if (spool !== null) removeFolder(spool);
  };
  const ready: InputFile[] = [];
  const errors: UserError[] = [];
  try {
    for (const file of files) {
      try {
        ready.push(await readyFile(file, folder, stdin, temporary));
      } catch (thrown) {
        const error = spool === null ? thrown : lackOfRoom(spool, thrown);
        if (!(error instanceof UserError)) throw error;
        if (error.code === "no-room") throw error;
        errors.push(error);
      }
    }
    const [first, ...more] = errors;
    if (first !== undefined) throw new UserError(first.code, first.args, first.place, more);
    return { files: ready, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function readyFile(
  file: InputFile,
  folder: string,
  stdin: StandardInput,
  temporary: () => string,
): Promise<InputFile> {
  const { path, sheet } = file;
  const fromStdin = path === STDIN ? await spoolStdin(stdin, temporary()) : null;
  const disk =
    fromStdin?.path ?? resolve(folder, sheet === undefined ? path : path.slice(0, -sheet.length - 1));
  const packing = contentOf(disk);
  if (sheet !== undefined && packing !== "workbook") {
    throw userError("file-not-found", { path }, { file: path });
  }
  if (packing === "plain") {
    const ready = fromStdin === null ? file : { ...file, unpacked: fromStdin };
    return withDialogues(ready, folder, temporary);
  }
  const digest = fromStdin?.digest ?? (await digestOf(disk));
  const ready = { ...file, unpacked: await unpacked(packing, disk, file, digest, temporary) };
  return packing === "gzip" ? withDialogues(ready, folder, temporary) : ready;
}

/** Dialogues in JSON become a table of turns; any other file stays as it is. */
async function withDialogues(file: InputFile, folder: string, temporary: () => string): Promise<InputFile> {
  const disk = diskPath(file, folder);
  if (!looksLikeJson(disk)) return file;
  const into = temporary();
  if (!writeDialogues(file, folder, into)) return file;
  const digest = file.unpacked?.digest ?? (await digestOf(disk));
  // what the user says of the file's encoding is not true of what was written
  const options = { ...file.options, encoding: undefined, delimiter: DIALOGUE_DELIMITER };
  return { ...file, options, unpacked: { path: into, digest, dialogues: true } };
}

async function unpacked(
  packing: Exclude<Packing, "plain">,
  disk: string,
  { path, sheet }: InputFile,
  digest: Unpacked["digest"],
  temporary: () => string,
): Promise<Unpacked> {
  const into = temporary();
  if (packing === "workbook") {
    const sheets = await readSheet(path, disk, sheet, into);
    return { path: into, digest, sheets };
  }
  await gunzip(path, disk, into);
  return { path: into, digest };
}
