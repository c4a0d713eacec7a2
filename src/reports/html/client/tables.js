// Tables that a reader may sort by any of their columns. Without this script they stay in the report's own order.

import { element } from "./words.js";

export function makeSortable() {
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.querySelectorAll("th[data-sort]")];
    for (const head of heads) {
      const button = element("button", { type: "button", class: "sort" }, head.textContent ?? "");
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const falls = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", falls ? "descending" : "ascending");
        sortBy(table, head, falls);
      });
    }
  }
}

/** Cells without a value stay last, whichever way. @param {Element} table @param {Element} head @param {boolean} falls */
function sortBy(table, head, falls) {
  const body = table.querySelector("tbody");
  if (body === null || head.parentElement === null) return;
  const at = [...head.parentElement.children].indexOf(head);
  const isNumber = head.getAttribute("data-sort") === "number";
  const rows = [...body.rows].map((row) => {
    const cell = row.cells[at];
    const text = (isNumber ? cell?.getAttribute("data-value") : cell?.textContent) ?? "";
    return { row, text, value: isNumber ? Number(text) : text };
  });
  rows.sort((a, b) => {
    if (a.text === "" || b.text === "") return Number(a.text === "") - Number(b.text === "");
    const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    return falls ? -order : order;
  });
  body.append(...rows.map(({ row }) => row));
}
