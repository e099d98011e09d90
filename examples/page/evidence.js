// The text of a report with its evidence.

// Places in bytes of UTF-8 as places in the string: a map for all places asked for.
function stringPlaces(text, wanted) {
  const places = new Map();
  let byte = 0, unit = 0;
  for (const place of [...new Set(wanted)].sort((a, b) => a - b)) {
    while (byte < place && unit < text.length) {
      const code = text.charCodeAt(unit);
      const paired = code >= 0xd800 && code < 0xdc00;
      byte += paired ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
      unit += paired ? 2 : 1;
    }
    places.set(place, unit);
  }
  return places;
}

// Where the words of a value stand in its evidence: at its end or its beginning, else where they come first.
function valueWithin(record, text) {
  const words = record.value?.text;
  if (!words) return null;
  const quote = text.slice(record.from, record.to);
  const at = quote.endsWith(words) ? quote.length - words.length : quote.indexOf(words);
  return at < 0 ? null : [record.from + at, record.from + at + words.length];
}

// Gives each record its place in the string (from, to), its line and column.
function locate(report) {
  const {text, records} = report;
  const places = stringPlaces(text, records.flatMap(({start, end}) => [start, end]));
  let line = 1, lineStart = text.startsWith("\uFEFF") ? 1 : 0, seen = 0;
  for (const record of records) {  // in the order of their starts
    record.from = places.get(record.start);
    record.to = places.get(record.end);
    record.inner = valueWithin(record, text);
    for (; seen < record.from; seen++) {
      if (text[seen] === "\n") [line, lineStart] = [line + 1, seen + 1];
    }
    record.line = line;
    record.column = [...text.slice(lineStart, record.from)].length + 1;
  }
}

// The text cut wherever evidence or a value begins or ends: [{from, to, records, strong}], gapless from `begin` to `end`.
function piecesOf(text, records) {
  const cuts = new Set([0, text.length]);
  const starts = new Map(), ends = new Map(), strong = new Map();
  const add = (map, place, record) => map.has(place) ? map.get(place).push(record) : map.set(place, [record]);
  for (const record of records) {
    if (record.from >= record.to) continue;
    cuts.add(record.from).add(record.to);
    add(starts, record.from, record);
    add(ends, record.to, record);
    if (!record.inner) continue;
    record.inner.forEach((place) => cuts.add(place));
    strong.set(record.inner[0], (strong.get(record.inner[0]) ?? 0) + 1);
    strong.set(record.inner[1], (strong.get(record.inner[1]) ?? 0) - 1);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces = [], open = new Set();
  let depth = 0;
  for (let i = 0; i + 1 < places.length; i++) {
    const place = places[i];
    ends.get(place)?.forEach((record) => open.delete(record));
    starts.get(place)?.forEach((record) => open.add(record));
    depth += strong.get(place) ?? 0;
    pieces.push({from: place, to: places[i + 1], records: [...open], strong: depth > 0});
  }
  return pieces;
}

// A piece of evidence as an element; each further kind that lies over it is one more element around the words.
function markOf(words, piece, marks) {
  const kinds = KINDS.filter((kind) => piece.records.some((record) => record.kind === kind));
  const [first, ...others] = kinds;
  const inner = others.reduce((node, kind, i) => element("span", {class: `also ${kind} level${Math.min(i + 1, 2)}`}, node), words);
  const mark = element("mark", {
    class: `evidence ${first}${piece.strong ? " strong" : ""}`,
    tabindex: -1,
    "data-records": piece.records.map((record) => record.number).join(" "),
  }, inner);
  for (const record of piece.records) marks[record.number].push(mark);
  const valueOf = piece.records.filter(({inner}) => inner && piece.from >= inner[0] && piece.to <= inner[1]);
  if (valueOf.length > 0) mark.dataset.values = valueOf.map((record) => record.number).join(" ");
  return mark;
}

// A line that is a heading, by the sections of the records or by its look.
function isHeading(line, sections) {
  const words = line.trim();
  const numbered = /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节部分])/.test(words);
  return sections.has(words) || (numbered && words.length <= 40 && !/[。；]$/.test(words));
}

// {node, marks}: the text, and of each record the elements of its evidence.
function textWithEvidence(report) {
  const {text, records} = report;
  const marks = records.map(() => []);
  const sections = new Set(records.map((record) => record.evidence?.section?.trim()).filter(Boolean));
  const node = element("div", {class: "text", lang: report.document.language});
  const pieces = piecesOf(text, records);
  let piece = 0, number = 0, from = text.startsWith("\uFEFF") ? 1 : 0, titled = false;
  while (from < text.length) {
    const at = text.indexOf("\n", from);
    const next = at < 0 ? text.length : at + 1;
    const to = at < 0 ? next : at > from && text[at - 1] === "\r" ? at - 1 : at;
    const line = text.slice(from, to);
    number++;
    if (line.trim() !== "") {
      const {length} = line.trim();
      const title = !titled && length >= 4 && length <= 40;  // the first line, unless it is a paragraph
      titled ||= length >= 4;
      const heading = title || isHeading(line, sections);
      const row = element("p", {
        class: title ? "title" : heading ? "heading" : null, "data-line": number,
        role: heading ? "heading" : null, "aria-level": heading ? (title ? 2 : 3) : null,
      });
      while (piece > 0 && pieces[piece].from > from) piece--;
      while (pieces[piece].to <= from) piece++;
      for (let p = piece; p < pieces.length && pieces[p].from < to; p++) {
        const words = text.slice(Math.max(from, pieces[p].from), Math.min(to, pieces[p].to));
        row.append(pieces[p].records.length === 0 ? words : markOf(words, pieces[p], marks));
        piece = p;
      }
      node.append(row);
    }
    from = next;
  }
  return {node, marks};
}
