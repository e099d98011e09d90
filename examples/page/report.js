// One report: its text, beside it the table or the chart, and the fields of the selected record.

const states = reports.map(newState);  // live as long as the page

// Results of the year under review and targets of the plan year for the growth of headline indicators.
function growthRows({document: {review_year: review, plan_year: plan}, records}) {
  const rows = new Map();
  for (const record of records) {
    const {indicator, headline, measure, value, kind, period, commitment} = record;
    if (!headline || measure !== "growth_rate" || value.unit !== "percent" || !isYearly(record)) continue;
    const target = kind === "target" && period === String(plan);
    if (!target && (kind === "target" || period !== String(review))) continue;
    if (!rows.has(indicator)) rows.set(indicator, {label: labelOf(record), results: [], targets: []});
    const list = rows.get(indicator)[target ? "targets" : "results"];
    const said = list.some((other) => (target ? other.commitment === commitment : true));  // the first in the text counts
    if (!said) list.push(record);
  }
  const order = [...indicators.keys()];
  return [...rows].filter(([, {targets}]) => targets.length > 0)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, row]) => row);
}

function factsOf({document: {region, date, review_year: review, plan_year: plan}, source}) {
  return [region, date, review && say("review", review), plan && say("plan", plan), source.path ?? source.id].filter(Boolean);
}

class ReportView {
  constructor(report) {
    this.report = report;
    this.state = states[report.number];
    if (report.records[0]?.from === undefined) locate(report);
    const {node, marks} = textWithEvidence(report);
    this.marks = marks;
    this.text = node;
    this.detail = element("section", {class: "detail", "aria-label": say("detail"), hidden: true});
    this.table = new RecordTable(report, this.state, {
      select: (record) => this.select(record),
      enter: (record) => this.marks[record.number][0]?.focus({preventScroll: true}),
      leave: () => this.select(null),
      hover: (record) => this.hover(record),
      filtered: (shown) => this.filtered(shown),
    });
    this.listen();
    this.textPane = element("div", {class: "pane text-pane"},
      element("div", {class: "pane-body", tabindex: 0, role: "region", "aria-label": say("text")}, node));
    this.sides = {
      table: element("div", {class: "side", id: "records"}, this.table.filters, this.table.node),
    };
    const chart = this.chart();
    if (chart) this.sides.chart = chart;
    const sides = Object.entries(this.sides);
    this.tabs = sides.map(([key, side]) => {
      side.setAttribute("role", "tabpanel");
      side.setAttribute("aria-label", say(key));
      return element("button", {type: "button", role: "tab", "data-side": key, onclick: () => this.turnTo(key)}, say(key));
    });
    makeRoving(this.tabs, ["ArrowRight"], ["ArrowLeft"]);
    this.tablePane = element("div", {class: "pane table-pane"},
      element("div", {class: "tabs", role: "tablist", "aria-label": say("views")}, this.tabs), chart, this.sides.table, this.detail);
    this.node = element("section", {class: "panes", id: `report-${report.number + 1}`}, this.textPane, this.tablePane);
    this.turnTo(this.state.side);
  }

  // The table or the chart.
  turnTo(key) {
    this.state.side = key;
    for (const [other, side] of Object.entries(this.sides)) side.hidden = other !== key;
    for (const tab of this.tabs) tab.setAttribute("aria-selected", tab.dataset.side === key);
  }

  chart() {
    const rows = growthRows(this.report);
    if (rows.length === 0) return null;
    const {review_year: review, plan_year: plan} = this.report.document;
    const box = drawnToWidth(element("div", {class: "drawing"}),
      (width) => dotRows(rows, "percent", width, (record) => this.select(record)));
    return element("div", {class: "side"}, element("div", {class: "pane-body overview"},
      element("p", {class: "below"}, say("chart_note", review ?? "?", plan ?? "?")), box, legendOf(rows.flatMap(({results, targets}) => [...results, ...targets]))));
  }

  listen() {
    const record = (target) => {
      const mark = target.closest("mark");
      return mark && mark.dataset.records.split(" ").map((number) => this.report.records[number]);
    };
    this.text.addEventListener("click", ({target}) => {
      const here = record(target);
      if (!here || !getSelection().isCollapsed) return;  // words are being copied
      const visible = here.filter((one) => passes(this.state, one));
      const choice = visible.length ? visible : here;
      this.select(choice[(choice.indexOf(this.state.selected) + 1) % choice.length]);  // again: the next one that lies here
      this.turnTo("table");
      bringIntoView(this.table.rowFor(this.state.selected));
    });
    this.text.addEventListener("mouseover", ({target}) => {
      const here = record(target);
      this.hover(here ? here.find((one) => one === this.state.selected) ?? here[0] : null);
    });
    this.text.addEventListener("mouseleave", () => this.hover(null));
    this.text.addEventListener("keydown", (event) => this.pressed(event));
  }

  // Which marks show, and of which kind, follows the filters.
  filtered(shown) {
    const {records} = this.report;
    for (const mark of new Set(this.marks.flat())) {
      const here = mark.dataset.records.split(" ").map((number) => records[number]).filter((record) => shown.has(record));
      const kinds = KINDS.filter((kind) => here.some((record) => record.kind === kind));
      const strong = mark.classList.contains("strong") ? " strong" : "";
      mark.className = `evidence ${kinds[0] ?? "off"}${strong}`;
      for (const also of mark.querySelectorAll(".also")) {
        also.classList.toggle("off", !kinds.slice(1).some((kind) => also.classList.contains(kind)));
      }
      mark.title = here.map((record) => `${statusWords(record)}: ${record.label ? labelOf(record) : reasonWords(record.reason)}`).join("\n");
    }
    this.showSelected();
  }

  hover(record) {
    if (this.hot === record) return;
    const put = (one, on) => {
      if (!one) return;
      this.marks[one.number].forEach((mark) => mark.classList.toggle("hot", on));
      this.table.rows.get(one)?.classList.toggle("hot", on);
    };
    put(this.hot, false);
    put(record, true);
    this.hot = record;
  }

  // Shows a record in text, table and detail; null: none.
  select(record, {quiet = false} = {}) {
    this.state.selected = record;
    if (record) {
      const row = this.table.rowFor(record);
      this.showSelected();
      this.showDetail();
      if (row && !this.sides.table.hidden) bringIntoView(row, {calm: quiet});
      if (this.marks[record.number][0]) bringIntoView(this.marks[record.number][0], {calm: quiet});
      if (!quiet) announce(say("selected", statusWords(record), record.label ? `${labelOf(record)} ${printedWords(record)}` : reasonWords(record.reason)));
    } else {
      this.showSelected();
      this.showDetail();
    }
    const {number} = this.report;
    history.replaceState(null, "", `#r${number + 1}${record ? `-${record.number + 1}` : ""}`);
  }

  showSelected() {
    const {selected} = this.state;
    for (const mark of this.text.querySelectorAll("mark.selected")) mark.classList.remove("selected", "own");
    for (const mark of this.text.querySelectorAll("mark[tabindex='0']")) mark.setAttribute("tabindex", -1);
    const chosen = selected ? this.marks[selected.number] : [];
    for (const mark of chosen) {
      mark.classList.add("selected");
      mark.classList.toggle("own", mark.dataset.values?.split(" ").includes(String(selected.number)) ?? false);
    }
    (chosen[0] ?? this.text.querySelector("mark:not(.off)"))?.setAttribute("tabindex", 0);
    this.table?.mark(selected);
  }

  showDetail() {
    const {selected: record} = this.state;
    this.detail.hidden = !record;
    if (!record) return;
    const {value, evidence} = record;
    const {source} = this.report;
    const rows = [
      [say("indicator"), record.label && `${record.label.zh} · ${record.label.en} (${record.indicator})`],
      [say("reason"), record.reason && `${reasonWords(record.reason)} (${record.reason})`],
      [say("status"), record.kind !== "note" && [say(record.kind), record.commitment && say(record.commitment)].filter(Boolean).join(" · ")],
      [say("value"), printedWords(record)],
      [say("reading"), value && `${valueWords(value)} · ${value.bound} [${value.lower ?? "−∞"}, ${value.upper ?? "∞"}] ${value.unit}`],
      [say("measure"), record.measure && say(record.measure)],
      [say("period"), record.kind !== "note" && (record.period ?? say("no_period"))],
      [say("base"), record.base_period],
      [say("scope"), record.scope],
      [say("section"), evidence?.section],
      [say("evidence"), this.report.text.slice(record.from, record.to)],
      [say("place"), `${say("line", record.line, record.column)} · ${say(`bytes_${source.offsets}`, record.start, record.end)}`],
      [say("rule"), record.rule],
    ].filter(([, words]) => words);
    this.detail.replaceChildren(
      element("button", {type: "button", class: "plain close", "aria-label": say("close"), onclick: () => this.select(null)}, "×"),
      element("dl", {}, rows.map(([name, words]) => element("div", {}, element("dt", {}, name), element("dd", {}, words)))));
  }

  pressed(event) {
    const mark = event.target.closest("mark");
    if (!mark) return;
    const {report: {records}, state, table} = this;
    const inText = records.filter((record) => passes(state, record) && this.marks[record.number].length > 0);
    const current = mark.dataset.records.split(" ").map((number) => records[number]);
    const here = current.includes(state.selected) ? state.selected : current.find((record) => inText.includes(record)) ?? current[0];
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      const next = inText[inText.indexOf(here) + step];
      if (!next) return;
      event.preventDefault();
      this.select(next);
      this.marks[next.number][0].focus({preventScroll: true});
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.select(here);
      this.turnTo("table");
      table.rowFor(here)?.focus({preventScroll: true});
    } else if (event.key === "Escape") {
      this.turnTo("table");
      (table.rows.get(here) ?? table.search).focus({preventScroll: true});
    }
  }
}
