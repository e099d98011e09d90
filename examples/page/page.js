// The page: which view is shown, in which language.
//
//   #compare/gdp/growth_rate/percent   the comparison, where there are several reports
//   #r2  #r2-17                        the second report; its seventeenth record

let view = null;

function header(report) {
  const switchTo = (code, words) => element("button", {type: "button", lang: code, "aria-pressed": String(lang === code), onclick: () => {
    lang = code;
    show();
  }}, words);
  const several = reports.length > 1;
  const choice = several && report && element("select", {class: "choose", "aria-label": say("choose_report"),
    onchange: ({target}) => { location.hash = target.value; }},
  reports.map((other) => element("option", {value: `#r${other.number + 1}`}, [titleOf(other), other.document.plan_year].filter(Boolean).join(" · "))));
  if (choice) choice.value = `#r${report.number + 1}`;
  const neighbour = (step, words, key) => {
    const other = report && reports[report.number + step];
    return element("a", {class: "step", href: other ? `#r${other.number + 1}` : null, "aria-label": say(key), "aria-disabled": other ? null : "true"}, words);
  };
  byId("head").replaceChildren(
    element("a", {class: "skip", href: "#records", onclick: (event) => {
      event.preventDefault();
      document.querySelector(".records tbody tr, table a")?.focus();
    }}, say("skip")),
    element("div", {class: "title"},
      element("h1", {}, report ? titleOf(report) : say("compare")),
      element("p", {class: "facts"}, (report ? factsOf(report) : [say("reports_n", reports.length)]).map((fact) => element("span", {}, fact)))),
    element("nav", {},
      several && report ? [element("a", {class: "back", href: "#compare"}, say("back")), neighbour(-1, "‹", "previous"), choice, neighbour(1, "›", "next")] : null,
      element("div", {class: "languages", role: "group", "aria-label": say("language")}, switchTo("zh", "中文"), switchTo("en", "EN"))));
}

function show() {
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  const [, number, record] = location.hash.match(/^#r(\d+)(?:-(\d+))?$/) ?? [];
  const report = reports[number - 1] ?? (reports.length === 1 ? reports[0] : null);
  if (report) {
    view = new ReportView(report);
    byId("main").replaceChildren(...[reports.length === 1 ? failureList() : null, view.node].filter(Boolean));
  } else if (reports.length > 0) {
    view = new Comparison(location.hash.replace(/^#compare\//, ""), view?.sort);
    byId("main").replaceChildren(view.node);
    view.showNewest();
  } else {
    view = null;
    byId("main").replaceChildren(...[element("p", {class: "empty"}, say("no_reports")), failureList()].filter(Boolean));
  }
  header(report);
  document.body.className = report ? "one" : "all";
  document.title = report ? titleOf(report) : say("compare");
  byId("foot").replaceChildren(element("span", {}, say("made_by", about.version, about.lexicon)),
    report ? element("span", {class: "keys"}, say("keys")) : "");
  if (report) view.select(report.records[record - 1] ?? states[report.number].selected, {quiet: true});
}

addEventListener("hashchange", show);
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !view?.table?.search) return;
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  event.preventDefault();
  view.turnTo("table");
  view.table.search.focus();
});

lang = about.lang ?? (/^zh/i.test(navigator.language) ? "zh" : "en");
show();
