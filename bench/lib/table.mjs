/** Contenders and their runs as a Markdown table: medians, spread, memory, and how often the first one fits in. */
export function table(title, contenders) {
  const base = median(contenders[0].runs.map(({ seconds }) => seconds));
  const lines = contenders.map(({ name, runs }) => {
    const seconds = runs.map((run) => run.seconds);
    const memory = runs.map(({ kilobytes }) => kilobytes).filter((one) => one !== null);
    const cells = [
      name,
      median(seconds).toFixed(2),
      `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`,
      `${(median(seconds) / base).toFixed(2)}×`,
      memory.length === 0 ? "" : String(Math.round(Math.max(...memory) / 1024)),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = "| contender | seconds | least–most | against the first | peak MB |\n|---|---|---|---|---|";
  return `**${title}**\n\n${head}\n${lines.join("\n")}\n`;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
