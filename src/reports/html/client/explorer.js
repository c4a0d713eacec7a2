// The controls above the list: search, rule, agent, team, severity, order; and what links have set besides.

import {
  AGENT,
  AGENTS,
  COUNT,
  HAS_STATUS,
  RULE,
  RULES,
  STATUS,
  STATUSES,
  TEAM,
  TEAMS,
  WORDS,
} from "./data.js";
import { addressOf, apply, filterInAddress } from "./filter.js";
import { createList } from "./list.js";
import { element, grouped, say } from "./words.js";

/** @param {HTMLElement} root */
export function createExplorer(root) {
  const list = createList();
  /** @type {import("./filter.js").Filter} */
  let filter = filterInAddress() ?? {};
  const search = element("input", {
    type: "search",
    placeholder: say("search"),
    "aria-label": say("searchLabel"),
    autocomplete: "off",
  });
  const selects = [
    select(
      "rule",
      say("anyRule"),
      optionsOf(
        RULE,
        RULES.map(({ id, title }) => [id, title]),
      ),
    ),
    select(
      "agent",
      say("anyAgent"),
      optionsOf(
        AGENT,
        AGENTS.map((name) => [name, name]),
      ),
    ),
    select(
      "team",
      say("anyTeam"),
      optionsOf(
        TEAM,
        TEAMS.map((name) => [name, name]),
      ),
    ),
    select(
      "status",
      say("anyStatus"),
      HAS_STATUS
        ? optionsOf(
            STATUS,
            STATUSES.map((id) => [id, say(id)]),
          )
        : [],
    ),
    select("sort", say("sortSeverity"), [
      ["time", say("sortTime")],
      ["agent", say("sortAgent")],
      ["file", say("sortFile")],
    ]),
  ];
  const levels = levelButtons();
  const chips = element("div", { class: "chips" });
  const count = element("p", { class: "count", role: "status" });
  const controls = element(
    "div",
    { class: "controls" },
    search,
    ...selects.map(({ control }) => control),
    element("div", { class: "levels", role: "group", "aria-label": say("severity") }, ...levels),
  );
  root.append(controls, element("div", { class: "state" }, count, chips), list.root);

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => change({ q: search.value.trim() }), 150);
  });
  window.addEventListener("hashchange", () => {
    const next = filterInAddress();
    if (next === null) return;
    filter = next;
    show(false);
    document.getElementById("findings")?.scrollIntoView();
  });
  show(false);
  if (location.hash.startsWith("#findings?")) document.getElementById("findings")?.scrollIntoView();

  /** @param {Record<string, string>} changed */
  function change(changed) {
    filter = Object.fromEntries(
      Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== ""),
    );
    history.replaceState(null, "", addressOf(filter));
    show(false);
  }

  /** @param {boolean} keepPlace */
  function show(keepPlace) {
    if (document.activeElement !== search) search.value = filter.q ?? "";
    for (const { key, control } of selects) control.value = filter[key] ?? "";
    const on = (filter.severity ?? "").split(",");
    for (const button of levels) button.setAttribute("aria-pressed", String(on.includes(button.value)));
    drawChips();
    let started = keepPlace;
    apply(filter, (shown, progress) => {
      const all = say("count", { shown: grouped(shown.length), all: grouped(COUNT) });
      count.textContent =
        progress < 1 ? `${all} · ${say("searching", { percent: Math.floor(progress * 100) })}` : all;
      list.show(shown, started);
      started = true;
    });
  }

  /** What links set and no control shows. */
  function drawChips() {
    const { contact, day, weekday, hour, dimension } = filter;
    const named = WORDS.dimensions.find(({ id }) => id === dimension)?.word ?? dimension ?? "";
    const slot =
      `${WORDS.weekdays[Number(weekday) - 1] ?? ""} ${hour === undefined ? "" : `${hour}:00`}`.trim();
    /** @type {[string, Record<string, string>][]} */
    const set = [];
    if (contact !== undefined) set.push([say("contact", { id: contact }), { contact: "" }]);
    if (day !== undefined) set.push([say("day", { id: day }), { day: "" }]);
    if (weekday !== undefined || hour !== undefined)
      set.push([say("slot", { id: slot }), { weekday: "", hour: "" }]);
    if (dimension !== undefined) set.push([say("dimension", { id: named }), { dimension: "" }]);
    const made = set.map(([name, without]) => {
      const button = element(
        "button",
        { type: "button", "aria-label": say("remove", { id: name }) },
        `${name} ×`,
      );
      button.addEventListener("click", () => change(without));
      return button;
    });
    const isSet = Object.keys(filter).some((key) => key !== "sort");
    const reset = element("button", { type: "button", class: "reset" }, say("reset"));
    reset.addEventListener("click", () => {
      search.value = "";
      change(Object.fromEntries(Object.keys(filter).map((key) => [key, ""])));
    });
    chips.replaceChildren(...made, ...(isSet ? [reset] : []));
  }

  /** @param {string} key @param {string} any @param {string[][]} options */
  function select(key, any, options) {
    const control = element("select", { "aria-label": say(key) }, element("option", { value: "" }, any));
    for (const [value = "", name = ""] of options) control.append(element("option", { value }, name));
    control.addEventListener("change", () => change({ [key]: control.value }));
    control.hidden = options.length === 0;
    return { key, control };
  }

  function levelButtons() {
    return WORDS.severities.map(({ id, word }) => {
      const button = element(
        "button",
        { type: "button", class: `sev-${id}`, value: id, "aria-pressed": "false" },
        word,
      );
      button.addEventListener("click", () => {
        const on = new Set((filter.severity ?? "").split(",").filter((one) => one !== ""));
        if (!on.delete(id)) on.add(id);
        change({ severity: [...on].join(",") });
      });
      return button;
    });
  }
}

/** Names with how many findings each has; those with none are left out. @param {Int32Array} column @param {string[][]} names */
function optionsOf(column, names) {
  const counts = new Uint32Array(names.length);
  for (const value of column) if (value >= 0) counts[value] = (counts[value] ?? 0) + 1;
  return names
    .map(([value = "", name = ""], at) => ({
      value,
      name: `${name} (${grouped(counts[at] ?? 0)})`,
      n: counts[at] ?? 0,
    }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .map(({ value, name }) => [value, name]);
}
