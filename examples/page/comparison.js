// Several reports: one indicator across regions and years.

// By code, since names occur more than once; a report without one belongs to the only region of its name, if it is so.
function regionOf(report) {
  const {region, region_code: code, region_superior: superior} = report.document;
  if (!region) return {key: `?${report.number}`, name: nameOf(report) || say("no_region")};
  const codes = new Set(reports.map(({document}) => document).filter((other) => other.region === region && other.region_code)
    .map((other) => other.region_code));
  return {key: code ?? (codes.size === 1 ? [...codes][0] : region), name: region, superior: superior ?? ""};
}

// {key, indicator, measure, unit, records: [{report, record}], others: how many are not yearly}
function seriesOfAll() {
  const series = new Map();
  for (const report of reports) {
    for (const record of report.records) {
      if (!record.value || record.scope !== null) continue;
      const key = `${record.indicator}/${record.measure}/${record.value.unit}`;
      if (!series.has(key)) series.set(key, {key, record, records: [], others: 0});
      const one = series.get(key);
      if (isYearly(record)) {
        one.records.push({report, record});
      } else {
        one.others++;
      }
    }
  }
  return [...series.values()].filter(({records}) => records.length > 0);
}

const sameValue = (a, b) => a.kind === b.kind && a.commitment === b.commitment && a.value.bound === b.value.bound &&
  a.value.lower === b.value.lower && a.value.upper === b.value.upper;

// regions: [{key, name, cells: Map(year -> {targets, results})}], in the order of the reports; a value said twice counts once.
function regionsOf(records) {
  const regions = new Map();
  const places = new Map(reports.map((report) => [report, regionOf(report)]));
  for (const {report, record} of records) {
    const region = places.get(report);
    if (!regions.has(region.key)) regions.set(region.key, {...region, cells: new Map()});
    const {cells} = regions.get(region.key);
    const year = Number(record.period);
    if (!cells.has(year)) cells.set(year, {targets: [], results: []});
    const list = cells.get(year)[record.kind === "target" ? "targets" : "results"];
    if (!list.some((other) => sameValue(other.record, record))) list.push({report, record});
  }
  const names = counted([...regions.values()], ({name}) => name);
  for (const region of regions.values()) {
    if (names.get(region.name) > 1 && region.superior) region.name = `${region.superior}${lang === "zh" ? "" : " "}${region.name}`;
    for (const {results} of region.cells.values()) results.sort((a, b) => (a.record.kind === "estimate") - (b.record.kind === "estimate"));
  }
  return [...regions.values()];
}

// One tier, or one kind of result, with more than one value.
function disagrees(list) {
  const tiers = list.map(({record}) => `${record.kind} ${record.commitment}`);
  return new Set(tiers).size < tiers.length;
}

const placeOf = ({report, record}) => `#r${report.number + 1}-${record.number + 1}`;

class Comparison {
  constructor(key, sort) {
    this.series = seriesOfAll();
    this.sort = sort ?? {year: null, column: null, down: false};
    this.select = element("select", {class: "series", "aria-label": say("indicator"), onchange: () => this.show(this.select.value, true)});
    this.drawing = element("div", {class: "comparison-body", id: "records"});
    const order = [...indicators.keys()];
    this.series.sort((a, b) => b.record.headline - a.record.headline || order.indexOf(a.record.indicator) - order.indexOf(b.record.indicator) ||
      b.records.length - a.records.length);
    this.fill();
    this.node = element("section", {class: "comparison"}, this.heading(), this.drawing, this.list());
    const wanted = this.series.find((one) => one.key === key) ?? this.series.find((one) => one.key === "gdp/growth_rate/percent") ?? this.series[0];
    if (wanted) this.show(wanted.key, false);
  }

  // A table of many years begins at its end.
  showNewest() {
    const box = this.drawing.querySelector(".wide");
    if (box) box.scrollLeft = box.scrollWidth;
  }

  // The choice: indicators by group, headline ones first; measure and unit tell series of one indicator apart.
  fill() {
    const byGroup = new Map();
    for (const one of this.series) {
      const group = one.record.headline ? say("headline") : groupWords(one.record.group) || say("group");
      if (!byGroup.has(group)) byGroup.set(group, []);
      byGroup.get(group).push(one);
    }
    for (const [group, list] of byGroup) {
      this.select.append(element("optgroup", {label: group}, list.map((one) => element("option", {value: one.key}, this.nameOf(one)))));
    }
  }

  nameOf({record, records}) {
    const unit = unitWords(record.value.unit);
    return `${labelOf(record)} · ${say(record.measure)}${unit ? ` (${unit})` : ""} — ${records.length}`;
  }

  heading() {
    return element("div", {class: "choice"}, element("label", {}, element("span", {}, say("indicator")), this.select));
  }

  show(key, moved) {
    const one = this.series.find((other) => other.key === key);
    this.select.value = key;
    const regions = regionsOf(one.records);
    const years = [...new Set(regions.flatMap(({cells}) => [...cells.keys()]))].sort((a, b) => a - b);
    this.drawing.replaceChildren(...[
      element("h2", {}, `${labelOf(one.record)} · ${say(one.record.measure)}`),
      this.charts(one, regions),
      this.tables(regions, years),
      element("p", {class: "below"}, say("compare_note"), one.others > 0 ? ` ${say("only_part", one.others)}${lang === "zh" ? "。" : "."}` : ""),
    ].flat().filter(Boolean));
    if (moved) history.replaceState(null, "", `#compare/${key}`);
    this.key = key;
    this.showNewest();
  }

  // Regions with values of three years or more have a chart each. Of the others the newest targets stand against the newest
  // results, a region a row.
  charts({record}, regions) {
    const {unit} = record.value;
    const all = regions.flatMap(({cells}) => [...cells.values()].flatMap(({targets, results}) => [...targets, ...results]));
    const entries = new Map(all.map((entry) => [entry.record, entry]));
    const pick = (one) => { location.hash = placeOf(entries.get(one)); };
    const long = regions.filter(({cells}) => cells.size > 2), short = regions.filter(({cells}) => cells.size <= 2);
    return element("div", {class: "overview"},
      long.length > 0 && this.yearCharts(long, unit, pick), short.length > 0 && this.rowChart(short, unit, pick),
      legendOf(all.map((entry) => entry.record)));
  }

  // On one scale of years; shares and rates on one scale of values as well.
  yearCharts(regions, unit, pick) {
    const years = regions.flatMap(({cells}) => [...cells.keys()]);
    const charts = regions.map(({name, cells}) => ({
      name,
      marks: [...cells].flatMap(([year, {targets, results}]) => [...results.slice(0, 1), ...targets].map(({record}) => ({year, record}))),
    }));
    const numbers = ({marks}) => marks.flatMap(({record}) => numbersOf(record.value));
    const shared = /percent|mille/.test(unit) ? charts.flatMap(numbers) : null;
    return drawnToWidth(element("div", {class: "drawing many"}), (width) => {
      const gap = 20;
      const across = Math.max(1, Math.min(regions.length, Math.floor((width + gap) / (280 + gap)), 4));
      const each = Math.floor((width - gap * (across - 1)) / across);
      return charts.map((chart) => element("figure", {}, element("figcaption", {}, chart.name),
        yearChart(chart.name, chart.marks, shared ?? numbers(chart), years, unit, each, pick)));
    });
  }

  rowChart(regions, unit, pick) {
    const newest = (cells, column) => {
      const years = [...cells.keys()].filter((year) => cells.get(year)[column].length > 0);
      return years.length ? cells.get(Math.max(...years))[column].map((entry) => entry.record) : [];
    };
    const rows = regions.map(({name, cells}) => ({label: name, results: newest(cells, "results").slice(0, 1), targets: newest(cells, "targets")}));
    const key = ({targets, results}) => pointOf((targets[0] ?? results[0]).value);
    rows.sort((a, b) => key(b) - key(a));
    return drawnToWidth(element("div", {class: "drawing"}), (width) => dotRows(rows, unit, width, pick));
  }

  values(list) {
    if (list.length === 0) return [];
    const links = list.map((entry) => element("a", {
      href: placeOf(entry), class: `kind ${entry.record.kind}`,
      title: `${entry.record.evidence.text}\n${titleOf(entry.report)}`,
    }, wordsWithTier(entry.record)));
    return [links, disagrees(list) ? element("span", {class: "conflict", title: say("conflict"), role: "img", "aria-label": say("conflict")}, "≠") : null].flat();
  }

  // Paper does not scroll: there a table of many years becomes several.
  tables(regions, years) {
    const fits = 6;
    const whole = this.table(regions, years);
    if (years.length <= fits) return whole;
    whole.classList.add("screen-only");
    const parts = [];
    for (let end = years.length; end > 0; end -= fits) {
      const some = years.slice(Math.max(0, end - fits), end);
      parts.push(this.table(regions.filter(({cells}) => some.some((year) => cells.has(year))), some));
    }
    return [whole, element("div", {class: "paper-only"}, parts)];
  }

  table(regions, years) {
    const columns = years.flatMap((year) => ["targets", "results"].map((column) => ({year, column})));
    const used = columns.filter(({year, column}) => regions.some(({cells}) => cells.get(year)?.[column].length));
    const {sort} = this;
    const key = ({cells}) => {
      const first = cells.get(sort.year)?.[sort.column]?.[0];
      return first ? pointOf(first.record.value) : -Infinity;
    };
    const rows = sort.year === null ? regions : [...regions].sort((a, b) => (sort.down ? -1 : 1) * (key(a) - key(b)));
    const sortBy = (year, column) => {
      this.sort = {year, column, down: sort.year === year && sort.column === column ? !sort.down : true};
      this.show(this.key, false);
      this.drawing.querySelector(`[data-sort="${year}-${column}"]`)?.focus();
    };
    const head = (year, column, words) => element("th", {
      scope: "col", class: column,
      "aria-sort": sort.year !== year || sort.column !== column ? "none" : sort.down ? "descending" : "ascending",
    }, element("button", {type: "button", "data-sort": `${year}-${column}`, onclick: () => sortBy(year, column)}, words));
    return element("div", {class: "wide"}, element("table", {class: "years", "aria-label": say("compare")},
      element("thead", {},
        element("tr", {}, element("th", {rowspan: 2, scope: "col", class: "region"}, say("region")),
          years.map((year) => element("th", {scope: "colgroup", class: "year", colspan: used.filter((other) => other.year === year).length}, String(year)))),
        element("tr", {}, used.map(({year, column}) => head(year, column, say(column === "targets" ? "target" : "result"))))),
      element("tbody", {}, rows.map(({name, cells}) => element("tr", {},
        element("th", {scope: "row", title: name}, name),
        used.map(({year, column}) => element("td", {class: column}, this.values(cells.get(year)?.[column] ?? []))))))));
  }

  // The reports and what could not be read.
  list() {
    const count = ({records}, kind) => records.filter((record) => record.kind === kind).length;
    return element("section", {class: "list"},
      element("h2", {}, say("reports_n", reports.length)),
      element("div", {class: "wide"}, element("table", {class: "reports"},
        element("thead", {}, element("tr", {}, ["report", "region", "date", "plan_year", ...KINDS].map((key) => element("th", {scope: "col", class: KINDS.includes(key) ? "many" : null}, say(key))))),
        element("tbody", {}, reports.map((report) => element("tr", {},
          element("td", {}, element("a", {href: `#r${report.number + 1}`}, titleOf(report)), element("span", {class: "below"}, nameOf(report))),
          element("td", {}, report.document.region ?? ""), element("td", {}, report.document.date ?? ""),
          element("td", {}, String(report.document.plan_year ?? "")),
          KINDS.map((kind) => element("td", {class: "many"}, String(count(report, kind))))))))),
      failureList());
  }
}

function failureList() {
  if (failures.length === 0) return null;
  return element("ul", {class: "failures"}, failures.map(({source, error}) =>
    element("li", {}, `${source.path ?? source.id ?? ""}: ${say("unread")} (${error.message})`)));
}
