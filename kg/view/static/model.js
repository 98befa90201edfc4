// Data, filters and bundles: what is shown, without drawing anything.
const data = JSON.parse(document.getElementById("data").textContent);
const {nodes, edges, passages, articles, words} = data;
const locale = data.language;
const byId = id => document.getElementById(id);
const group = Object.fromEntries(data.groups.map(each => [each.id, each]));
const tone = Object.fromEntries(data.tones.map(each => [each.id, each]));
const DASHED = new Set(["planned", "proposed", "postponed", "pending", "draft", "negotiated"]);
const DOTTED = new Set(["cancelled", "denied", "breached", "terminated", "suspended"]);
const stroke = status => DASHED.has(status) ? "dashed" : DOTTED.has(status) ? "dotted" : "solid";

// What the page takes for granted where the data is silent.
for (const node of nodes) node.lines = [];
for (const edge of edges) {
  edge.proofs ??= [];
  edge.confidence ??= 0;
  edge.status ??= "";
  edge.tone ??= "other";
  nodes[edge.from].lines.push(edge);
  if (edge.to !== edge.from) nodes[edge.to].lines.push(edge);
}

// -- words
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => key in values ? values[key] : whole);
const plural = new Intl.PluralRules(locale);
const figure = new Intl.NumberFormat(locale);
const longDay = new Intl.DateTimeFormat(locale, {dateStyle: "long", timeZone: "UTC"});
const shortMonth = new Intl.DateTimeFormat(locale, {month: "short", year: "numeric", timeZone: "UTC"});
const asDate = iso => new Date(iso + "T00:00:00Z");
const mediumDay = new Intl.DateTimeFormat(locale, {dateStyle: "medium", timeZone: "UTC"});
const day = (iso, form = longDay) => form.format(asDate(iso));
const count = (thing, n) => {
  const forms = words.counts[thing];
  return fill(forms[plural.select(n)] || forms.other, {n: figure.format(n)});
};
const percent = n => new Intl.NumberFormat(locale, {style: "percent"}).format(n);

function when(it, form) {
  const {since, until, dated} = it;
  if (!dated) return words.undated;
  let text;
  if (since && until) text = since === until ? day(since, form) : fill(words.between, {first: day(since, form), last: day(until, form)});
  else text = since ? fill(words.since, {date: day(since, form)}) : fill(words.until, {date: day(until, form)});
  return dated === "reported" ? fill(words.reported, {date: text}) : dated === "deadline" ? fill(words.due, {date: text}) : text;
}

// The node that stands for the event of an edge, where there is one.
const hubOf = edge => [nodes[edge.from], nodes[edge.to]].find(node => node.group === "event" && node.event === edge.event);
// What a relation is: its event type, and what a term of an agreement asks for.
const title = edge => hubOf(edge) || edge.label === data.types[edge.type] || edge.type === "party" ? data.types[edge.type] : `${data.types[edge.type]} – ${edge.label || ""}`;

// -- months: the time line counts them from the first that anything is dated to
const monthOf = iso => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const isoOf = month => String(Math.floor(month / 12)).padStart(4, "0") + "-" + String(month % 12 + 1).padStart(2, "0");
const dated = [...edges, ...nodes].flatMap(it => [it.since, it.until]).filter(Boolean).map(monthOf);
const first = dated.length ? dated.reduce((a, b) => Math.min(a, b)) : 0;
const last = dated.length ? dated.reduce((a, b) => Math.max(a, b)) : 0;

// -- filters
const state = {groups: new Set(), types: new Set(), statuses: new Set(), from: first, to: last, sure: 0, around: null, chosen: null};

function passes(it) {
  if (state.statuses.has(it.status || "") || (it.confidence ?? 1) < state.sure) return false;
  if (state.from === first && state.to === last) return true;
  if (!it.dated) return false;
  return (!it.until || monthOf(it.until) >= state.from) && (!it.since || monthOf(it.since) <= state.to);
}

// What lies around a node; the node of an event is no step of its own.
function neighbourhood(id) {
  const found = new Set([id]);
  const other = (edge, from) => edge.from === from ? edge.to : edge.from;
  for (const edge of nodes[id].lines) {
    const near = other(edge, id);
    found.add(near);
    if (nodes[near].group === "event") for (const more of nodes[near].lines) found.add(other(more, near));
  }
  return found;
}

let visible = {edges, nodes};
function applyFilters() {
  const near = state.around === null ? null : neighbourhood(state.around);
  const open = node => !state.groups.has(node.group) && (!near || near.has(node.id));
  const shownEdges = edges.filter(edge => !state.types.has(edge.type) && passes(edge) && open(nodes[edge.from]) && open(nodes[edge.to]));
  const held = new Set(shownEdges.flatMap(edge => [edge.from, edge.to]));
  const alone = node => !node.lines.length && (!node.event || (!state.types.has(node.type) && passes(node)));
  visible = {edges: shownEdges, nodes: nodes.filter(node => open(node) && (held.has(node.id) || alone(node)))};
}

// -- bundles: edges between the same two nodes, of one tone and stroke, are drawn as one line
function bundles() {
  const found = new Map();
  for (const edge of visible.edges) {
    if (edge.from === edge.to) continue; // a loop is told by its node
    const [a, b] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    const key = [a, b, edge.tone, stroke(edge.status)].join(" ");
    if (!found.has(key)) found.set(key, {id: key, from: a, to: b, tone: edge.tone, stroke: stroke(edge.status), edges: []});
    found.get(key).edges.push(edge);
  }
  const pairs = new Map();
  for (const bundle of found.values()) {
    const pair = bundle.from + " " + bundle.to;
    if (!pairs.has(pair)) pairs.set(pair, []);
    pairs.get(pair).push(bundle);
    const kinds = new Map();
    for (const edge of bundle.edges) kinds.set(edge.label, (kinds.get(edge.label) || 0) + 1);
    const ranked = [...kinds].sort((x, y) => y[1] - x[1]);
    bundle.text = ranked.slice(0, 2).map(([label, n]) => n > 1 ? `${label} ×${n}` : label).join(", ") + (ranked.length > 2 ? "…" : "");
    const pointed = bundle.edges.filter(edge => edge.directed);
    bundle.forth = pointed.some(edge => edge.to === bundle.to);
    bundle.back = pointed.some(edge => edge.to === bundle.from);
  }
  for (const pair of pairs.values()) pair.forEach((bundle, k) => { bundle.bend = k - (pair.length - 1) / 2; });
  return [...found.values()];
}

// -- search: names, aliases and Wikidata ids, accents and capitals aside
const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const qid = node => (node.wikidata || "").split("/").pop();
const names = nodes.map(node => [node.label || "", ...(node.aliases || []), qid(node), node.iri].map(fold));
function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const rank = id => names[id].some(name => name === wanted) ? 0 : names[id].some(name => name.startsWith(wanted)) ? 1 : 2;
  return nodes.filter(node => names[node.id].some(name => name.includes(wanted)))
    .sort((a, b) => rank(a.id) - rank(b.id) || b.lines.length - a.lines.length).slice(0, 8);
}
