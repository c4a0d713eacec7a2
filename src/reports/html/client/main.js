import { createExplorer } from "./explorer.js";
import { makeSortable } from "./tables.js";

document.documentElement.classList.add("scripted");
makeSortable();
const root = document.getElementById("explorer");
if (root !== null) createExplorer(root);
