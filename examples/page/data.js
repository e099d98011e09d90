// What the page was given: reports with their texts, inputs that could not be read, the indicators.

const about = JSON.parse(document.querySelector("script.data-about").textContent);
const failures = [...document.querySelectorAll("script.data-failure")].map((node) => JSON.parse(node.textContent));
const indicators = new Map(about.indicators.map((indicator) => [indicator.indicator, indicator]));

const KINDS = ["target", "relative", "estimate", "actual", "note"];  // who shows where evidence lies over evidence

// The records of a report in the order of the text: observations, goals without a number and notes in one list.
// { kind, start, end, indicator, label, group, headline, value, period, ... }
function recordsOf({observations, relative_targets, notes}) {
  const labelled = (seen) => {
    const info = indicators.get(seen.indicator);
    return {
      ...seen,
      label: seen.label ?? info?.label ?? {zh: seen.indicator, en: seen.indicator},
      group: info?.group ?? "",
      headline: info?.headline ?? false,
      start: seen.evidence.start,
      end: seen.evidence.end,
    };
  };
  const records = [
    ...observations.map((seen) => ({kind: seen.status, ...labelled(seen)})),
    ...relative_targets.map((seen) => ({kind: "relative", ...labelled(seen)})),
    ...notes.map((note) => ({kind: "note", group: "", ...note})),
  ];
  records.sort((a, b) => a.start - b.start || a.end - b.end);
  records.forEach((record, number) => { record.number = number; });
  return records;
}

const reports = [...document.querySelectorAll("script.data-report")].map((node, number) => {
  const {report, text} = JSON.parse(node.textContent);
  return {number, text, ...report, records: recordsOf(report)};
});

const nameOf = (report) => report.source.path ?? report.source.id ?? "";

function titleOf(report) {
  const {title, region} = report.document;
  if (title === null) return [region, nameOf(report)].filter(Boolean).join(" · ") || say("no_title");
  return region === null || region === "全国" || title.includes(region) ? title : `${region} · ${title}`;
}


// One official name of an indicator; English ones may give a second behind a semicolon.
const labelOf = ({label}) => (lang === "zh" ? label.zh : label.en.split(";")[0]);

// What may stand beside the values of other years and regions: of a whole year and region, and against the year before if
// against anything.
function isYearly({period, base_period: base, scope}) {
  return /^\d{4}$/.test(period ?? "") && scope === null && (base === null || base === String(period - 1));
}

// Every word by which a record can be found.
function wordsOf(record, snippet) {
  const {label, value, evidence, period, scope, indicator, reason} = record;
  return [label?.zh, label?.en, value?.text, evidence?.text ?? snippet, evidence?.section, period, scope, indicator, reason,
    REASONS.zh[reason], REASONS.en[reason]].filter(Boolean).join("\n").toLowerCase();
}

function referenceWords(reference) {
  if (reference === null) return "";
  return reference.startsWith("other:") ? reference.slice(6) : say(reference);
}

// 与经济增长同步; in step with economic growth
function relationWords({relation, reference}) {
  const other = referenceWords(reference);
  if (relation === "stretch" || other === "") return say(relation);
  if (lang === "en") return `${say(relation)} ${other}`;
  return relation === "in_step" ? `与${other}同步` : `${say(relation)}${other}`;
}

// The words of a value, as printed where there is a number.
const printedWords = (record) => record.value?.text ?? (record.kind === "relative" ? relationWords(record) : "");

function statusWords(record) {
  const tier = record.commitment && record.commitment !== "expected" ? ` · ${say(record.commitment)}` : "";
  return say(record.kind) + tier;
}
