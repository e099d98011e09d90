// Elements without markup: what a report says is only ever text.

function setUp(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) {
      node.addEventListener(name.slice(2), value);
    } else {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

const element = (name, attributes = {}, ...children) => setUp(document.createElement(name), attributes, children);

const drawn = (name, attributes = {}, ...children) =>
  setUp(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

const byId = (id) => document.getElementById(id);

// Of the nodes one is a stop of the Tab key; the arrow keys move it.
function makeRoving(nodes, forward, backward) {
  nodes.forEach((node, i) => {
    node.setAttribute("tabindex", i === 0 ? 0 : -1);
    node.addEventListener("keydown", (event) => {
      const step = forward.includes(event.key) ? 1 : backward.includes(event.key) ? -1 : 0;
      const other = nodes[i + step];
      if (step === 0 || !other) return;
      event.preventDefault();
      node.setAttribute("tabindex", -1);
      other.setAttribute("tabindex", 0);
      other.focus();
    });
  });
}

// Into the middle of the pane that scrolls, unless it can be seen there already. Short ways are shown, long ones jumped.
function bringIntoView(node, {calm = false} = {}) {
  const pane = node.closest(".pane-body");
  const [inner, outer] = [node.getBoundingClientRect(), pane.getBoundingClientRect()];
  const head = pane.querySelector("thead")?.offsetHeight ?? 0;
  if (inner.top < outer.top + head + 4 || inner.bottom > outer.bottom - 4) {
    const by = inner.top - outer.top - head - (pane.clientHeight - head - inner.height) / 2;
    calm ||= Math.abs(by) > 2 * pane.clientHeight || matchMedia("(prefers-reduced-motion: reduce)").matches;
    pane.scrollBy({top: by, behavior: calm ? "instant" : "smooth"});
  }
  if (outer.top < 0 || outer.bottom > innerHeight + 1) pane.scrollIntoView({block: "nearest", behavior: "instant"});
}

// For who hears the page.
function announce(words) {
  byId("said").textContent = words;
}
