import { createExplorer } from "./explorer.js";
import { makeSortable } from "./tables.js";

document.documentElement.classList.add("scripted");
makeSortable();
openTarget();
window.addEventListener("hashchange", openTarget);
const root = document.getElementById("explorer");
if (root !== null) createExplorer(root);

/** What a link leads to and is folded is opened. */
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
