// Values as people read them. Numbers have at most 15 significant digits, which a double gives back as they were.

// number / 10^places, exactly.
function shifted(number, places) {
  const [digits, exponent] = number.toExponential().split("e");
  return Number(`${digits}e${Number(exponent) - places}`);
}

const plain = new Intl.NumberFormat("en", {maximumSignificantDigits: 15});

// [number, word]: 128640000000 is [1286.4, "亿"]
function scaled(number, unit) {
  const size = Math.abs(number);
  const steps = lang === "zh" ? [[12, "万亿"], [8, "亿"], [4, "万"]] : [[12, " trillion"], [9, " billion"], [6, " million"]];
  for (const [places, word] of /percent|mille/.test(unit) ? [] : steps) {
    if (size >= 10 ** places) return [shifted(number, places), word];
  }
  return [number, ""];
}

function numberWords(number, unit) {
  const [shown, word] = scaled(number, unit);
  return plain.format(shown).replace("-", "−") + word;
}

function quantityWords(number, unit) {
  const word = unitWords(unit);
  return numberWords(number, unit) + (lang === "en" && /^[a-z]/i.test(word) ? ` ${word}` : word);
}

// The reading of a value, with the word of its bound: 7%以上, at least 7%.
function valueWords({bound, lower, upper, unit}) {
  const low = lower === null ? "" : quantityWords(lower, unit);
  const high = upper === null ? "" : quantityWords(upper, unit);
  const zh = {
    exact: low, about: `${low}左右`, at_least: `${low}以上`, more_than: `超过${low}`, at_most: `${high}以内`, less_than: `低于${high}`,
    between: `${low}—${high}`,
  };
  const en = {
    exact: low, about: `about ${low}`, at_least: `at least ${low}`, more_than: `more than ${low}`, at_most: `at most ${high}`,
    less_than: `less than ${high}`, between: `${low} to ${high}`,
  };
  return (lang === "zh" ? zh : en)[bound] ?? `${low} ${high}`;
}

// The number that a value is placed and sorted by.
function pointOf({lower, upper}) {
  if (lower === null) return upper;
  return upper === null ? lower : (lower + upper) / 2;
}

// Round marks from low to high, about `wanted` of them.
function ticks(low, high, wanted) {
  const raw = (high - low) / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw);
  const out = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) out.push(Number((i * step).toPrecision(12)));
  return out;
}
