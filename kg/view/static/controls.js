// Legend, filters, search, selection and the address: what the reader does.
function choose(what) {
  state.chosen = what;
  lit = null;
  if (typeof what === "number") lit = neighbourhood(what);
  else if (typeof what === "string" && chosenBundle()) lit = new Set([chosenBundle().from, chosenBundle().to]);
  const thing = typeof what === "number" ? nodes[what] : null;
  // In the frame of a notebook the page has no address of its own.
  if (location.protocol !== "about:") history.replaceState(null, "", thing ? "#" + encodeURIComponent(thing.iri) : "#");
  showPanel();
  network.redraw();
}

// From a list: the node may be anywhere, so the canvas goes to it and what is around it.
function goTo(id) {
  choose(id);
  if (!stage.parentElement.hidden) network.fit({nodes: visible.nodes.filter(node => lit.has(node.id)).map(node => node.id), maxZoomLevel: 1, animation: false});
}

function setAround(id) {
  state.around = id;
  const off = byId("around-off");
  off.hidden = id === null;
  if (id !== null) off.textContent = `${fill(words.around_now, {name: nodes[id].label || nodes[id].iri})} ×`;
  off.setAttribute("aria-label", `${off.textContent} ${words.around_off}`);
  refresh();
  fitAll();
}

function refresh() {
  applyFilters();
  const ids = new Set(visible.nodes.map(node => node.id));
  drawVisible();
  const gone = typeof state.chosen === "number" ? !ids.has(state.chosen) : typeof state.chosen === "string" && !chosenBundle();
  if (gone) choose(null);
  else showPanel();
  byId("shown").textContent = fill(words.shown, {edges: figure.format(visible.edges.length), all: count("edges", edges.length)});
  byId("empty").hidden = visible.nodes.length > 0;
  document.body.dataset.visible = visible.edges.length;
  document.body.dataset.nodes = visible.nodes.length;
  showTable();
  network.redraw();
}

// One box of the legend; a hidden word is kept in the set of what is left out.
function box(set, id, label, number, sample) {
  const input = make("input", {type: "checkbox", value: id});
  input.checked = !set.has(id);
  input.addEventListener("change", () => { input.checked ? set.delete(id) : set.add(id); refresh(); });
  return make("label", {class: "box"}, input, sample, make("span", {class: "what"}, label), make("span", {class: "number"}, figure.format(number)));
}

const tally = (items, key) => items.reduce((found, it) => found.set(it[key] || "", (found.get(it[key] || "") || 0) + 1), new Map());

function buildLegend() {
  const perGroup = tally(nodes, "group");
  byId("groups").append(...data.groups.map(each => box(state.groups, each.id, each.label, perGroup.get(each.id), swatch(each))));
  for (const each of data.tones) {
    const own = edges.filter(edge => edge.tone === each.id);
    if (!own.length) continue;
    const types = [...tally(own, "type")].sort((a, b) => b[1] - a[1]);
    byId("types").append(make("div", {class: "tone", role: "group", "aria-label": each.label}, make("p", {}, strokeSample(each.colour), " ", each.label),
      types.map(([type, n]) => box(state.types, type, data.types[type], n, null))));
  }
  const statuses = [...tally(edges, "status")].sort((a, b) => b[1] - a[1]);
  byId("statuses").append(...statuses.map(([status, n]) => box(state.statuses, status, data.statuses[status] || words.none, n, strokeSample("currentColor", STROKES[stroke(status)], 2))));
}

function buildTime() {
  const width = last - first + 1, bins = Math.min(width, 80), heights = new Array(bins).fill(0);
  for (const edge of edges) if (edge.since || edge.until) heights[Math.min(bins - 1, Math.floor((monthOf(edge.since || edge.until) - first) * bins / width))]++;
  const top = Math.max(1, ...heights);
  byId("months").append(...heights.map((n, k) => drawing("rect", {x: k * 200 / bins, y: 36 - 36 * Math.sqrt(n / top), width: Math.max(200 / bins - 0.5, 0.5), height: 36 * Math.sqrt(n / top)})));
  for (const end of ["from", "to"]) {
    const input = byId(end);
    input.max = last - first;
    input.addEventListener("input", () => {
      state[end] = first + Number(input.value);
      if (state.from > state.to) state[end === "from" ? "to" : "from"] = state[end];
      showTime();
      refresh();
    });
  }
  byId("time").hidden = !dated.length;
}

function showTime() {
  for (const end of ["from", "to"]) {
    const text = dated.length ? shortMonth.format(asDate(isoOf(state[end]) + "-01")) : "";
    byId(end).value = state[end] - first;
    byId(end).setAttribute("aria-valuetext", text);
    byId(end + "-text").textContent = text;
  }
  const bars = [...byId("months").children];
  bars.forEach((bar, k) => {
    const month = first + k * (last - first + 1) / bars.length;
    bar.classList.toggle("out", month < state.from - 0.5 || month > state.to);
  });
}

function showSure() {
  byId("sure").value = state.sure;
  byId("sure-text").textContent = percent(state.sure);
}

function buildSearch() {
  const input = byId("search"), list = byId("found");
  const pick = node => {
    input.value = "";
    list.replaceChildren();
    if (!visible.nodes.includes(node)) reset();
    goTo(node.id);
    byId("panel").focus();
  };
  const show = () => {
    const found = find(input.value);
    list.replaceChildren(...found.map(node => make("li", {}, named(node, () => pick(node)))));
    if (!found.length && input.value.trim()) list.append(make("li", {}, words.found_none));
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", event => {
    const [best] = find(input.value);
    if (event.key === "Enter" && best) pick(best);
    if (event.key === "Escape") { input.value = ""; show(); }
  });
}

function reset() {
  for (const set of [state.groups, state.types, state.statuses]) set.clear();
  Object.assign(state, {from: first, to: last, sure: 0});
  for (const input of document.querySelectorAll("#controls input[type=checkbox]")) input.checked = true;
  showTime();
  showSure();
  setAround(null);
}

function showAs(table) {
  stage.parentElement.hidden = table;
  byId("table").hidden = !table;
  byId("as-graph").setAttribute("aria-pressed", String(!table));
  byId("as-table").setAttribute("aria-pressed", String(table));
  showTable();
  if (!table) network.redraw();
}

function fromAddress() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const node = wanted && nodes.find(each => each.iri === wanted);
  if (node && state.chosen !== node.id) goTo(node.id);
}

// The library comes packed; unpacked, it is an inline script that the policy of the page knows by its hash.
async function unpackLibrary() {
  const packed = Uint8Array.from(atob(byId("library").textContent), sign => sign.charCodeAt(0));
  const script = document.createElement("script");
  script.textContent = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  document.head.append(script);
}

await unpackLibrary();
startCanvas();
buildLegend();
buildTime();
buildSearch();
showTime();
showSure();
byId("sure").addEventListener("input", event => { state.sure = Number(event.target.value); showSure(); refresh(); });
byId("reset").addEventListener("click", reset);
byId("fit").addEventListener("click", fitAll);
byId("zoom-in").addEventListener("click", () => zoom(1.25));
byId("zoom-out").addEventListener("click", () => zoom(0.8));
byId("around-off").addEventListener("click", () => setAround(null));
byId("as-graph").addEventListener("click", () => showAs(false));
byId("as-table").addEventListener("click", () => showAs(true));
document.addEventListener("keydown", event => {
  if (event.key === "/" && !/input|textarea/i.test(event.target.tagName)) { event.preventDefault(); byId("search").focus(); }
  if (event.key === "Escape" && state.chosen !== null && event.target.id !== "search") choose(null);
});
addEventListener("hashchange", fromAddress);
if (matchMedia("(max-width: 760px)").matches) document.querySelector("#controls details").open = false;
refresh();
fitAll();
fromAddress();
network.once("afterDrawing", () => { document.body.dataset.ready = "1"; });
network.redraw();
// For tests: where labels and nodes stand on the screen.
window.kgPage = {
  labels: () => placedLabels.map(label => ({...label})),
  spot: id => network.canvasToDOM(network.getPositions([id])[id]),
  middle: id => network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5)),
  lines: () => [...drawnBundles.values()].map(bundle => ({id: bundle.id, from: bundle.from, to: bundle.to, edges: bundle.edges.map(edge => edge.id)})),
};
