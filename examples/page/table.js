// The records of a report as a table with filters.

// What a report's view remembers, also when its words change language.
const newState = () => ({kinds: new Set(KINDS), group: "", indicator: "", query: "", sort: "order", down: false, limit: 2000, selected: null, side: "table"});

const HEADLINE = "*";

function passes(state, record) {
  if (!state.kinds.has(record.kind)) return false;
  if (state.group === HEADLINE ? !record.headline : state.group && record.group !== state.group) return false;
  if (state.indicator && record.indicator !== state.indicator) return false;
  return state.query.toLowerCase().split(/\s+/).every((word) => record.words.includes(word));
}

// For each column what rows are sorted by; equal ones stay in the order of the text.
const SORT_KEYS = {
  order: (record) => record.number,
  indicator: (record) => (record.label ? labelOf(record) : "\uFFFF"),
  value: (record) => (record.value ? [record.value.unit, pointOf(record.value)] : ["\uFFFF", 0]),
  status: (record) => KINDS.indexOf(record.kind) + (record.commitment === "strive" ? 0.5 : 0),
  period: (record) => record.period ?? "\uFFFF",
};

function compareKeys(a, b) {
  if (Array.isArray(a)) return compareKeys(a[0], b[0]) || compareKeys(a[1], b[1]);
  return typeof a === "string" ? a.localeCompare(b, lang === "zh" ? "zh-Hans" : "en") : a - b;
}

function sorted(records, {sort, down}) {
  const key = SORT_KEYS[sort];
  const keyed = records.map((record) => [key(record), record]);
  keyed.sort((a, b) => (down ? -1 : 1) * compareKeys(a[0], b[0]) || a[1].number - b[1].number);
  return keyed.map(([, record]) => record);
}

function counted(records, keyOf) {
  const counts = new Map();
  for (const record of records) {
    const key = keyOf(record);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

// Whether the printed words are the reading: what they count (张, 套) needs no second line.
function saysTheSame(value) {
  const bare = (words) => words.replace(/[,，\s]/g, "");
  const counted = value.unit === "item" && value.bound === "exact" && bare(value.text).startsWith(bare(numberWords(value.lower, "item")));
  return counted || bare(value.text) === bare(valueWords(value));
}

function rowOf(report, record) {
  const {kind, value, period, base_period: base, scope, measure} = record;
  const quote = report.text.slice(record.from, record.to).trim();
  const head = kind === "note" ? reasonWords(record.reason) : labelOf(record);
  const below = kind === "note" ? quote : [measure && say(measure), scope].filter(Boolean).join(" · ");
  const reading = value && !saysTheSame(value) ? valueWords(value) : "";
  return element("tr", {class: kind, tabindex: -1, "aria-selected": "false", "data-record": record.number},
    element("td", {class: "number"}, String(record.number + 1)),
    element("td", {class: "what", colspan: kind === "note" ? 2 : null}, element("span", {class: "main"}, head), below && element("span", {class: "below", title: below}, below)),
    kind !== "note" && element("td", {class: "value"}, element("span", {class: "main"}, printedWords(record)),
      reading && element("span", {class: "below"}, reading)),
    element("td", {class: "status"}, element("span", {class: `kind ${kind}`}, statusWords(record))),
    element("td", {class: "period"}, element("span", {class: "main"}, period ?? ""),
      base && element("span", {class: "below"}, `${say("base")} ${base}`)));
}

// act: {select(record), leave(), enter(record), hover(record or null), filtered(shown)}
class RecordTable {
  constructor(report, state, act) {
    Object.assign(this, {report, state, act, rows: new Map()});
    this.body = element("tbody");
    this.count = element("output", {class: "count"});
    this.more = element("button", {class: "more", type: "button", onclick: () => this.showAll()});
    this.empty = element("p", {class: "empty"});
    this.columns = Object.keys(SORT_KEYS).map((key) => this.column(key));
    this.table = element("table", {role: "grid", class: "records", "aria-label": say("table"), "aria-rowcount": report.records.length + 1},
      element("thead", {}, element("tr", {}, this.columns)), this.body);
    this.filters = this.filterBar();
    this.node = element("div", {class: "pane-body table-body"}, this.table, this.empty, this.more);
    this.body.addEventListener("click", ({target}) => this.at(target, (record) => act.select(record)));
    this.body.addEventListener("mouseover", ({target}) => this.at(target, (record) => act.hover(record)));
    this.body.addEventListener("mouseleave", () => act.hover(null));
    this.body.addEventListener("focusin", ({target}) => this.at(target, (record) => act.hover(record)));
    this.body.addEventListener("keydown", (event) => this.pressed(event));
    this.refresh();
  }

  column(key) {
    return element("th", {scope: "col", class: key},
      element("button", {type: "button", title: say("by", say(key)), onclick: () => this.sortBy(key)}, say(key)));
  }

  at(target, use) {
    const row = target.closest("tr");
    if (row) use(this.report.records[row.dataset.record]);
  }

  filterBar() {
    const {report: {records}, state} = this;
    const kinds = counted(records, (record) => record.kind);
    this.chips = KINDS.filter((kind) => kinds.has(kind)).map((kind) => element("button", {
      type: "button", class: `chip ${kind}`, title: say(`${kind}_long`), "data-kind": kind,
      onclick: () => this.change(() => state.kinds.has(kind) ? state.kinds.delete(kind) : state.kinds.add(kind)),
    }, element("span", {class: "sample"}, say(kind)), element("span", {class: "many"}, String(kinds.get(kind)))));
    this.group = element("select", {"aria-label": say("group"), class: "by-group", onchange: () => this.change(() => {
      state.group = this.group.value;
      state.indicator = "";
    })});
    this.indicator = element("select", {"aria-label": say("indicator"), class: "by-indicator",
      onchange: () => this.change(() => { state.indicator = this.indicator.value; })});
    this.search = element("input", {type: "search", "aria-label": say("search"), placeholder: say("search_hint"), value: state.query,
      oninput: () => this.change(() => { state.query = this.search.value; }),
      onkeydown: (event) => {
        if (event.key === "Escape" && this.search.value === "") this.search.blur();
        if (event.key === "ArrowDown") this.focusFirst(event);
      }});
    this.reset = element("button", {type: "button", class: "plain reset", onclick: () => this.clear()}, say("reset"));
    return element("div", {class: "filters", role: "search", "aria-label": say("table")},
      element("div", {class: "chips", role: "group", "aria-label": say("kinds")}, this.chips),
      element("div", {class: "fields"}, this.group, this.indicator, this.search),
      element("div", {class: "counts"}, this.count, this.reset));
  }

  fillSelects() {
    const {report: {records}, state} = this;
    const option = (value, words, many) => element("option", {value}, many === undefined ? words : `${words} (${many})`);
    const groups = [...counted(records, (record) => record.group)].sort((a, b) => compareKeys(groupWords(a[0]), groupWords(b[0])));
    const headline = records.filter((record) => record.headline).length;
    this.group.replaceChildren(option("", say("all_groups")), ...(headline ? [option(HEADLINE, say("headline"), headline)] : []),
      ...groups.map(([group, many]) => option(group, groupWords(group), many)));
    this.group.value = state.group;
    const inGroup = records.filter((record) => record.indicator && passes({...newState(), group: state.group}, record));
    const names = new Map(inGroup.map((record) => [record.indicator, labelOf(record)]));
    const many = [...counted(inGroup, (record) => record.indicator)].sort((a, b) => compareKeys(names.get(a[0]), names.get(b[0])));
    this.indicator.replaceChildren(option("", say("all_indicators")), ...many.map(([id, n]) => option(id, names.get(id), n)));
    this.indicator.value = state.indicator;
  }

  change(how) {
    how();
    this.refresh();
    announce(this.count.value);
  }

  clear() {
    const {sort, down, selected, side} = this.state;
    Object.assign(this.state, newState(), {sort, down, selected, side});
    this.search.value = "";
    this.change(() => {});
  }

  sortBy(key) {
    this.change(() => {
      this.state.down = this.state.sort === key && !this.state.down;
      this.state.sort = key;
    });
  }

  showAll() {
    this.state.limit = Infinity;
    this.refresh();
  }

  refresh() {
    const {report, state} = this;
    for (const record of report.records) record.words ??= wordsOf(record, report.text.slice(record.from, record.to));
    this.shown = sorted(report.records.filter((record) => passes(state, record)), state);
    const visible = this.shown.slice(0, state.limit);
    this.rows = new Map(visible.map((record) => [record, rowOf(report, record)]));
    this.body.replaceChildren(...this.rows.values());
    this.fillSelects();
    for (const chip of this.chips) chip.setAttribute("aria-pressed", state.kinds.has(chip.dataset.kind));
    Object.keys(SORT_KEYS).forEach((key, i) =>
      this.columns[i].setAttribute("aria-sort", state.sort !== key ? "none" : state.down ? "descending" : "ascending"));
    const {length: all} = report.records;
    this.count.value = say("shown", this.shown.length, all);
    this.reset.hidden = this.shown.length === all;
    this.empty.hidden = this.shown.length > 0;
    this.empty.textContent = say(all === 0 ? "none_found" : "none_shown");
    this.more.hidden = visible.length === this.shown.length;
    this.more.textContent = say("more", this.shown.length - visible.length);
    this.mark(state.selected);
    this.act.filtered(new Set(this.shown));
  }

  // The row of the selected record stands out and is the stop of the Tab key; else the first row is.
  mark(record) {
    const {rows} = this;
    const stop = rows.get(record) ?? rows.values().next().value;
    for (const [of, row] of rows) {
      row.setAttribute("aria-selected", of === record);
      row.setAttribute("tabindex", row === stop ? 0 : -1);
    }
  }

  // The row of a record, made visible where the filters hide it.
  rowFor(record) {
    if (!passes(this.state, record)) this.clear();
    if (!this.rows.has(record)) this.showAll();
    return this.rows.get(record);
  }

  focusFirst(event) {
    event.preventDefault();
    this.rows.values().next().value?.focus();
  }

  pressed(event) {
    const row = event.target.closest("tr");
    const {shown} = this;
    const record = this.report.records[row.dataset.record];
    const at = shown.indexOf(record);
    const last = this.rows.size - 1;
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: last}[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const other = shown[Math.max(0, Math.min(to, last))];
      this.act.select(other);
      this.rows.get(other).focus({preventScroll: true});
      bringIntoView(this.rows.get(other));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.act.select(record);
      if (event.key === "Enter") this.act.enter(record);
    } else if (event.key === "Escape") {
      this.act.leave();
    }
  }
}
