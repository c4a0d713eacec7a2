import { run } from "../../src/cli.js";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs a command line in this process, as `bin/deskcheck.js` would, and collects what it writes. */
export async function deskcheck(
  args: readonly string[],
  {
    cwd = process.cwd(),
    env = {},
    tty = false,
  }: { cwd?: string; env?: Record<string, string>; tty?: boolean } = {},
): Promise<Ran> {
  const stdout = collector(tty);
  const stderr = collector(false);
  const code = await run({
    argv: ["node", "deskcheck", ...args],
    env: { LANG: "zh_CN.UTF-8", ...env },
    cwd: () => cwd,
    stdin: { isTTY: false },
    stdout: stdout.sink,
    stderr: stderr.sink,
  });
  return { stdout: stdout.text(), stderr: stderr.text(), code };
}

function collector(isTTY: boolean) {
  let text = "";
  return {
    text: () => text,
    sink: {
      isTTY,
      columns: 100,
      write: (chunk: string) => {
        text += chunk;
        return true;
      },
      once: () => undefined,
    },
  };
}

/** A command with what it wrote and its exit code, as a page that a person can read. */
export function transcript(args: readonly string[], { stdout, stderr, code }: Ran): string {
  const quoted = args.map((arg) => (/^[\w./=-]+$/.test(arg) ? arg : `'${arg}'`)).join(" ");
  const section = (name: string, text: string) => (text === "" ? "" : `\n${name}:\n\n${fenced(text)}\n`);
  return `$ deskcheck ${quoted}\n${section("stdout", stdout)}${section("stderr", stderr)}\nexit code: ${code}\n`;
}

function fenced(text: string): string {
  return `\`\`\`\n${text.trimEnd()}\n\`\`\``;
}
