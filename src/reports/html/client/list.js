// A list of any length: only the rows in view exist. Rows are of one height; one of them can be open below its row.
// More rows than a browser can make one element high come in pages.

import { detailOf, rowOf } from "./detail.js";
import { element, grouped, say } from "./words.js";

/** Rows on a page: a hundred times what anybody scrolls through, and far below the height that browsers allow. */
const PAGE = 10000;
/** Rows kept above and below those in view. */
const SPARE = 8;

export function createList() {
  const items = element("div", { class: "items", role: "list" });
  const port = element(
    "div",
    { class: "port", tabindex: "0", role: "group", "aria-label": say("list") },
    items,
  );
  const pager = element("div", { class: "pager" });
  const none = element("p", { class: "none", hidden: "" }, say("none"));
  const root = element("div", { class: "list" }, port, none, pager);
  /** @type {Map<number, HTMLElement>} */
  const drawn = new Map();
  /** @type {Uint32Array} */
  let shown = new Uint32Array(0);
  let page = 0;
  let open = -1;
  let openHeight = 0;

  port.addEventListener("scroll", draw, { passive: true });
  new ResizeObserver(() => {
    if (open >= 0) toggle(open, true);
    draw();
  }).observe(port);
  items.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button.row") : null;
    if (button !== null) toggle(Number(button.getAttribute("data-at")), false);
  });
  return { root, show };

  /** @param {Uint32Array} findings @param {boolean} keepPlace */
  function show(findings, keepPlace) {
    shown = findings;
    if (!keepPlace) {
      page = 0;
      port.scrollTop = 0;
    }
    open = -1;
    openHeight = 0;
    redraw();
  }

  function redraw() {
    for (const item of drawn.values()) item.remove();
    drawn.clear();
    none.hidden = shown.length > 0;
    port.hidden = shown.length === 0;
    items.style.height = `${rows() * height() + openHeight}px`;
    port.style.maxHeight = rows() * height() + openHeight < 560 ? "none" : "";
    draw();
    drawPager();
  }

  function rows() {
    return Math.min(PAGE, shown.length - page * PAGE);
  }

  function height() {
    return Number.parseFloat(getComputedStyle(root).getPropertyValue("--row")) || 64;
  }

  function draw() {
    const tall = height();
    const from = port.scrollTop;
    const past = open >= 0 && from > (open + 1) * tall ? openHeight : 0;
    const first = Math.max(0, Math.floor((from - past) / tall) - SPARE);
    const last = Math.min(rows() - 1, Math.ceil((from + port.clientHeight) / tall) + SPARE);
    for (const [at, item] of drawn) {
      if ((at >= first && at <= last) || item.contains(document.activeElement)) continue;
      item.remove();
      drawn.delete(at);
    }
    for (let at = first; at <= last; at++) if (!drawn.has(at)) place(at);
    for (const [at, item] of drawn)
      item.style.top = `${at * tall + (open >= 0 && at > open ? openHeight : 0)}px`;
  }

  /** @param {number} at */
  function place(at) {
    const index = shown[page * PAGE + at];
    if (index === undefined) return;
    const button = element(
      "button",
      { type: "button", class: "row", "data-at": String(at), "aria-expanded": String(at === open) },
      ...rowOf(index),
    );
    const item = element(
      "div",
      {
        class: "item",
        role: "listitem",
        "aria-posinset": String(page * PAGE + at + 1),
        "aria-setsize": String(shown.length),
      },
      button,
    );
    if (at === open) item.append(detailOf(index));
    drawn.set(at, item);
    // in the order of the list, so that the Tab key follows it
    const after = [...drawn.keys()].filter((other) => other > at).sort((a, b) => a - b)[0];
    items.insertBefore(item, after === undefined ? null : (drawn.get(after) ?? null));
  }

  /** @param {number} at @param {boolean} again */
  function toggle(at, again) {
    const before = open;
    open = before === at && !again ? -1 : at;
    openHeight = 0;
    for (const one of [before, open]) {
      const item = drawn.get(one);
      if (item === undefined) continue;
      item.querySelector(".detail")?.remove();
      item.querySelector(".row")?.setAttribute("aria-expanded", String(one === open));
      const index = shown[page * PAGE + one];
      if (one !== open || index === undefined) continue;
      const detail = detailOf(index);
      item.append(detail);
      openHeight = Math.ceil(detail.getBoundingClientRect().height);
    }
    items.style.height = `${rows() * height() + openHeight}px`;
    port.style.maxHeight = rows() * height() + openHeight < 560 ? "none" : "";
    draw();
  }

  function drawPager() {
    pager.replaceChildren();
    if (shown.length <= PAGE) return;
    const from = page * PAGE;
    const label = say("page", { from: grouped(from + 1), to: grouped(from + rows()) });
    pager.append(
      turn(say("previous", { n: grouped(PAGE) }), page > 0, -1),
      element("span", {}, label),
      turn(say("next", { n: grouped(PAGE) }), from + PAGE < shown.length, 1),
    );
  }

  /** @param {string} label @param {boolean} can @param {number} by */
  function turn(label, can, by) {
    const button = element("button", { type: "button" }, label);
    button.disabled = !can;
    button.addEventListener("click", () => {
      page += by;
      open = -1;
      openHeight = 0;
      port.scrollTop = 0;
      redraw();
    });
    return button;
  }
}
