// Charts, drawn as SVG: results and targets on one scale, a row each; and a region's values over years.

const widthOf = (words, size = 12) =>
  [...words].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2e7f ? size : size * 0.58), 0);

function shortened(words, room) {
  if (widthOf(words) <= room) return words;
  const letters = [...words];
  while (letters.length > 1 && widthOf(letters.join("") + "…") > room) letters.pop();
  return letters.join("") + "…";
}

// A scale from numbers to places, with a little room at both ends.
function scaleOf(numbers, from, to, {zero = true, wanted = 6} = {}) {
  let low = Math.min(...numbers, ...(zero ? [0] : []));
  let high = Math.max(...numbers, ...(zero ? [0] : []));
  if (low === high) [low, high] = [low - 1, high + 1];
  const room = (high - low) * 0.06;
  if (!zero || low < 0) low -= room;
  high += room;
  const place = (number) => from + ((number - low) / (high - low)) * (to - from);
  return {place, ticks: ticks(low, high, wanted)};
}

const numbersOf = ({lower, upper}) => [lower, upper].filter((number) => number !== null);

// A diamond around a place; an open one for "about".
const diamond = (x, y, size, name) =>
  drawn("path", {class: name, d: `M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`});

// The mark of a target: along the axis (dx, dy) points to where larger numbers are.
function targetMark(value, at, dx, dy) {
  const {bound, lower, upper} = value;
  if (bound === "between") {
    const [[x1, y1], [x2, y2]] = [at(lower), at(upper)];
    const cap = ([x, y]) => `M${x - 5 * Math.abs(dy)} ${y - 5 * Math.abs(dx)}L${x + 5 * Math.abs(dy)} ${y + 5 * Math.abs(dx)}`;
    return [drawn("path", {class: "range", d: `M${x1} ${y1}L${x2} ${y2}`}), drawn("path", {class: "cap", d: cap([x1, y1]) + cap([x2, y2])})];
  }
  const [x, y] = at(pointOf(value));
  const open = bound === "at_least" || bound === "more_than" ? 1 : bound === "at_most" || bound === "less_than" ? -1 : 0;
  const [tx, ty] = [x + 17 * dx * open, y + 17 * dy * open];
  const head = [[-4, -3.5], [-4, 3.5]].map(([along, across]) =>
    `M${tx} ${ty}L${tx + along * dx * open + across * dy} ${ty + along * dy * open + across * dx}`).join("");
  return [
    open !== 0 && drawn("path", {class: "open-end", d: `M${x} ${y}L${tx} ${ty}${head}`}),
    diamond(x, y, 5, `diamond${bound === "about" ? " about" : ""}`),
  ].filter(Boolean);
}

function resultMark(record, [x, y]) {
  return drawn("circle", {class: `dot ${record.kind}`, cx: x, cy: y, r: 4.5});
}

const wordsWithTier = (record) =>
  (record.commitment && record.commitment !== "expected" ? say(record.commitment) + (lang === "zh" ? "" : " ") : "") + valueWords(record.value);

// A line of the legend: only what the chart shows.
function legendOf(records) {
  const shows = (test) => records.some(test);
  const target = ({kind}) => kind === "target";
  const at = (number) => [number, 7];
  const value = (bound, lower, upper) => ({bound, lower, upper});
  const entries = [
    ["legend_result", ({kind}) => kind === "actual", () => [resultMark({kind: "actual"}, [12, 7])]],
    ["legend_estimate", ({kind}) => kind === "estimate", () => [resultMark({kind: "estimate"}, [12, 7])]],
    ["legend_exact", (r) => target(r) && r.value.bound === "exact", () => targetMark(value("exact", 12, 12), at, 1, 0)],
    ["legend_about", (r) => target(r) && r.value.bound === "about", () => targetMark(value("about", 12, 12), at, 1, 0)],
    ["legend_open", (r) => target(r) && /least|most|than/.test(r.value.bound), () => targetMark(value("at_least", 7, null), at, 1, 0)],
    ["legend_range", (r) => target(r) && r.value.bound === "between", () => targetMark(value("between", 4, 20), at, 1, 0)],
  ];
  return element("p", {class: "legend", "aria-hidden": "true"}, entries.filter(([, test]) => shows(test)).map(([key, , draw]) =>
    element("span", {}, drawn("svg", {class: "chart", width: 26, height: 14, viewBox: "0 0 26 14"}, draw()), say(key))));
}

// Rows of {label, results, targets} on one scale of percent or of a unit. pick(record) is what a click or Enter does.
function dotRows(rows, unit, width, pick) {
  const size = 27, top = 4, foot = 22;
  const all = rows.flatMap(({results, targets}) => [...results, ...targets]);
  const sideWords = rows.map(({results, targets}) => [results.map(wordsWithTier).join(lang === "zh" ? "、" : ", "), targets.map(wordsWithTier).join(lang === "zh" ? "、" : ", ")]);
  const narrow = width < 480;
  const left = Math.min(Math.max(...rows.map(({label}) => widthOf(label))) + 14, width * (narrow ? 0.42 : 0.3));
  const right = narrow ? 8 : Math.min(Math.max(...sideWords.map(([a, b]) => widthOf(`${a} → ${b}`))) + 22, width * 0.38);
  const height = top + rows.length * size + foot;
  const scale = scaleOf(all.flatMap(({value}) => numbersOf(value)), left + 12, width - right - 14, {zero: true, wanted: Math.max(3, (width - left - right) / 50)});
  const svg = drawn("svg", {class: "chart dots", width, height, viewBox: `0 0 ${width} ${height}`, role: "group"});
  for (const tick of scale.ticks) {
    const x = scale.place(tick);
    svg.append(drawn("path", {class: tick === 0 ? "axis" : "grid", d: `M${x} ${top}V${height - foot}`}),
      drawn("text", {class: "tick", x, y: height - 6, "text-anchor": "middle"}, numberWords(tick, unit)));
  }
  const nodes = rows.map(({label, results, targets}, i) => {
    const y = top + (i + 0.5) * size;
    const at = (number) => [scale.place(number), y];
    const [was, goal] = sideWords[i];
    const node = drawn("g", {class: "row", role: "button", "aria-label": `${label}: ${say("result")} ${was || say("missing")}, ${say("target")} ${goal || say("missing")}`},
      drawn("rect", {class: "ground", x: 0, y: y - size / 2, width, height: size}),
      drawn("text", {class: "label", x: 6, y: y + 4}, shortened(label, left - 10)));
    if (results[0] && targets[0]) {
      node.append(drawn("path", {class: "link", d: `M${scale.place(pointOf(results[0].value))} ${y}H${scale.place(pointOf(targets[0].value))}`}));
    }
    for (const record of results) node.append(resultMark(record, at(pointOf(record.value))));
    for (const record of targets) node.append(...targetMark(record.value, at, 1, 0));
    if (!narrow) {
      const words = drawn("text", {class: "side", x: width - right + 10, y: y + 4});
      const room = right - 18;
      const before = shortened(was, room * 0.55);
      words.append(drawn("tspan", {class: results[0]?.kind}, before), was && goal ? " → " : "",
        drawn("tspan", {class: "target"}, shortened(goal, room - widthOf(`${before} → `) + 6)));
      node.append(words);
    }
    node.append(drawn("title", {}, node.getAttribute("aria-label")));
    const use = () => pick(targets[0] ?? results[0]);
    node.addEventListener("click", use);
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      use();
    });
    return node;
  });
  makeRoving(nodes, ["ArrowDown"], ["ArrowUp"]);
  svg.append(...nodes);
  return svg;
}

// One region: years to the right, values upwards. marks: [{year, record}], all on the scale of `numbers` and `years`.
function yearChart(label, marks, numbers, years, unit, width, pick) {
  const height = 190, foot = 24, top = 14;
  const labels = ticks(Math.min(...numbers), Math.max(...numbers), 4).map((tick) => numberWords(tick, unit));
  const left = Math.max(...labels.map((words) => widthOf(words, 11))) + 22;
  const y = scaleOf(numbers, height - foot, top, {zero: !/percent/.test(unit) || Math.min(...numbers) < 0, wanted: 4});
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = (year) => left + 16 + ((year - first) / Math.max(1, last - first)) * (width - left - 34);
  const svg = drawn("svg", {class: "chart years", width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label});
  for (const tick of y.ticks) {
    svg.append(drawn("path", {class: tick === 0 ? "axis" : "grid", d: `M${left} ${y.place(tick)}H${width - 4}`}),
      drawn("text", {class: "tick", x: left - 6, y: y.place(tick) + 4, "text-anchor": "end"}, numberWords(tick, unit)));
  }
  const step = Math.ceil((last - first + 1) / Math.max(2, Math.floor((width - left) / 46)));
  for (let year = first; year <= last; year++) {
    if ((last - year) % step === 0) svg.append(drawn("text", {class: "tick", x: x(year), y: height - 6, "text-anchor": "middle"}, String(year)));
  }
  const results = marks.filter(({record}) => record.kind !== "target").sort((a, b) => a.year - b.year);
  const line = results.map(({year, record}, i) => `${i && year === results[i - 1].year + 1 ? "L" : "M"}${x(year)} ${y.place(pointOf(record.value))}`).join("");
  if (line) svg.append(drawn("path", {class: "line", d: line}));
  const nodes = marks.map(({year, record}) => {
    const words = `${label}, ${year}: ${say(record.kind)} ${wordsWithTier(record)}`;
    const at = (number) => [x(year), y.place(number)];
    const shape = record.kind === "target" ? targetMark(record.value, at, 0, -1) : [resultMark(record, at(pointOf(record.value)))];
    const [cx, cy] = at(pointOf(record.value));
    const node = drawn("g", {class: "mark", role: "button", "aria-label": words},
      drawn("circle", {class: "ground", cx, cy, r: 10}), shape, drawn("title", {}, words));
    node.addEventListener("click", () => pick(record));
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter") pick(record);
    });
    return node;
  });
  makeRoving(nodes, ["ArrowRight", "ArrowDown"], ["ArrowLeft", "ArrowUp"]);
  svg.append(...nodes);
  return svg;
}

// `draw(width)` into the node, again whenever its width changes.
function drawnToWidth(node, draw) {
  let width = 0;
  node.replaceChildren(...[draw(640)].flat());  // for paper, where it is never shown before
  new ResizeObserver(() => {
    const now = Math.floor(node.clientWidth);
    if (now < 60 || now === width) return;
    width = now;
    node.replaceChildren(...[draw(now)].flat());
  }).observe(node);
  return node;
}
