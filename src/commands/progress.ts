import type { Progress } from "../intake/rows.js";
import { formatNumber, type Locale } from "../messages/index.js";
import type { ProcessLike } from "./process.js";

export interface ProgressLine extends Progress {
  stop(): void;
}

/** Shown only after this long: most audits are over before anybody wonders. */
const PATIENCE = 300;
const INTERVAL = 100;

/**
 * A line on stderr with rows and MB/s while files are read. Silent unless somebody is looking: no terminal, CI or
 * `--quiet` mean no line at all, not a plain one.
 */
export async function progressLine(
  { stderr, env }: ProcessLike,
  locale: Locale,
  wanted: boolean,
): Promise<ProgressLine> {
  if (!wanted || stderr.isTTY !== true || (env.CI ?? "") !== "" || env.TERM === "dumb") {
    return { advance: () => {}, stop: () => {} };
  }
  const { default: ora } = await import("ora");
  const spinner = ora({ stream: stderr as NodeJS.WriteStream, isEnabled: true, discardStdin: false });
  const started = performance.now();
  let shown = started;
  let rows = 0;
  let bytes = 0;
  return {
    advance(moreBytes, moreRows) {
      rows += moreRows;
      bytes += moreBytes;
      const now = performance.now();
      if (now - started < PATIENCE || now - shown < INTERVAL) return;
      shown = now;
      const speed = formatNumber(bytes / 1e6 / ((now - started) / 1000), 0);
      const count = formatNumber(rows, 0);
      spinner.text =
        locale === "en" ? `${count} rows read, ${speed} MB/s` : `已读 ${count} 行，${speed} MB/秒`;
      // reading is synchronous: ora's own timer cannot fire while it lasts
      spinner.render();
    },
    stop() {
      spinner.clear();
      spinner.stop();
    },
  };
}
