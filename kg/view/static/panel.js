// Evidence and table: everything is built as text nodes, so that no text of an article is ever markup.
function make(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== "") made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== ""));
  return made;
}
const button = (text, action, properties) => make("button", {type: "button", onclick: action, ...properties}, text);

// A link only where the address is one of the web; anything else stays text.
function link(href, text) {
  let address = null;
  try { address = new URL(href); } catch { /* no address */ }
  if (!address || !["http:", "https:"].includes(address.protocol)) return null;
  return make("a", {href: address.href, target: "_blank", rel: "noopener noreferrer external"}, text);
}

const SVG = "http://www.w3.org/2000/svg";
function drawing(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
function swatch(look) {
  const shape = look.shape.length
    ? drawing("polygon", {points: look.shape.map(([x, y]) => `${9 + 8 * x},${9 + 8 * y}`).join(" "), fill: look.colour})
    : drawing("circle", {cx: 9, cy: 9, r: 7.5, fill: look.colour});
  return drawing("svg", {viewBox: "0 0 18 18", width: 18, height: 18, "aria-hidden": "true", class: "swatch"}, shape);
}
function strokeSample(colour, dashes, width) {
  const line = drawing("line", {x1: 1, y1: 5, x2: 27, y2: 5, stroke: colour, "stroke-width": width || 3});
  if (dashes) line.setAttribute("stroke-dasharray", dashes.join(" "));
  return drawing("svg", {viewBox: "0 0 28 10", width: 28, height: 10, "aria-hidden": "true", class: "swatch"}, line);
}

const named = (node, action) => make("span", {class: "named"}, swatch(group[node.group]), button(node.label || node.iri, action, {class: "name"}));

const PAGE = 25;
// Adds the items a page at a time, so that a node with a thousand lines opens at once.
function paged(list, items, build) {
  let next = 0;
  const more = make("p", {}, button(words.more, grow));
  function grow() {
    list.append(...items.slice(next, next + PAGE).map(build));
    next += PAGE;
    more.remove();
    if (next < items.length) list.after(more);
  }
  grow();
}

function quote(number) {
  const proof = passages[number], article = articles[proof.article];
  const text = make("blockquote", {lang: article.lang},
    proof.before ? make("span", {class: "context"}, (/^\s/.test(proof.before) ? "…" : "") + proof.before) : null,
    make("mark", {}, proof.text),
    proof.after ? make("span", {class: "context"}, proof.after + (/\s$/.test(proof.after) ? "…" : "")) : null);
  const title = article.title || article.url || words.article_link;
  const source = make("p", {class: "source"},
    [article.outlet, article.date ? day(article.date) : ""].filter(Boolean).map(text => text + " · "),
    make("cite", {lang: article.lang}, link(article.url, title) || title));
  const said = [
    proof.speaker ? fill(words.said_by, {name: proof.speaker}) : words.own_voice,
    proof.via ? fill(words.relayed_by, {name: proof.via}) : "",
    proof.said_on ? fill(words.said_on, {date: day(proof.said_on)}) : "",
    proof.status ? data.statuses[proof.status] : "", proof.negative ? words.negated : "",
    proof.hedge ? fill(words.hedge, {text: proof.hedge}) : "",
    proof.confidence === undefined ? "" : fill(words.read_with, {n: percent(proof.confidence)}),
  ].filter(Boolean);
  return make("li", {class: "proof"}, text, source, make("p", {class: "said"}, said.join(" · ")));
}

function facts(it) {
  const rows = [[words.date, when(it)], [words.status, it.status ? data.statuses[it.status] : ""], [words.place, it.place], [words.quantity, it.quantity],
    [words.deadline, it.deadline && it.dated !== "deadline" ? day(it.deadline) : ""], [words.about, it.about]].filter(([, value]) => value);
  return make("dl", {}, rows.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}
const heard = it => it.articles ? `${count("articles", it.articles)}, ${count("witnesses", it.witnesses || it.articles)}` : "";

// Whom a relation joins: the two ends of its line, or all who stand around the node of its event.
function ends(edge) {
  const end = (id, role) => [button(nodes[id].label || nodes[id].iri, () => goTo(id), {class: "name"}), role ? ` (${role})` : ""];
  const [one, other] = edge.roles || [], hub = hubOf(edge);
  if (hub) return hub.lines.map((line, k) => [k ? ", " : "", line.from === hub.id ? end(line.to, line.roles?.[1]) : end(line.from, line.roles?.[0])]);
  if (edge.from === edge.to) return end(edge.from, one);
  return [end(edge.from, one), edge.directed ? " → " : " — ", end(edge.to, other)];
}

function relation(edge) {
  const proofs = make("ul", {class: "proofs"});
  const made = make("li", {class: "relation"},
    make("h3", {}, strokeSample(tone[edge.tone].colour, STROKES[stroke(edge.status)]), " ", title(edge)),
    make("p", {class: "ends"}, ends(edge)),
    facts(edge), make("p", {class: "heard"}, heard(edge)), proofs);
  if (edge.proofs.length) proofs.append(...edge.proofs.map(quote));
  else proofs.append(make("li", {}, words.no_passage));
  return made;
}

const latestFirst = (a, b) => (b.since || b.until || "").localeCompare(a.since || a.until || "") || a.id - b.id;

function showNode(panel, node) {
  const lines = visible.edges.filter(edge => edge.from === node.id || edge.to === node.id).sort(latestFirst);
  panel.append(make("h2", {}, swatch(group[node.group]), " ", node.label || node.iri), make("p", {class: "kind"}, group[node.group].label));
  const known = make("p", {class: "known"}, link(node.wikidata, `${words.wikidata} ${qid(node)}`));
  if (known.childNodes.length) panel.append(known);
  if (node.aliases) panel.append(make("p", {class: "also"}, fill(words.also, {names: node.aliases.slice(0, 12).join(", ")})));
  if (node.event) panel.append(facts(node), make("p", {class: "heard"}, heard(node)));
  if (node.proofs) panel.append(make("ul", {class: "proofs"}, node.proofs.map(quote)));
  if (state.around !== node.id) panel.append(make("p", {}, button(words.around, () => setAround(node.id), {class: "wide"})));
  panel.append(make("p", {class: "heard"}, count("edges", lines.length)));
  const list = make("ol", {class: "relations"});
  panel.append(list);
  paged(list, lines, relation);
}

function showBundle(panel, bundle) {
  panel.append(make("h2", {}, `${nodes[bundle.from].label} – ${nodes[bundle.to].label}`), make("p", {class: "kind"}, tone[bundle.tone].label));
  const list = make("ol", {class: "relations"});
  panel.append(list);
  paged(list, [...bundle.edges].sort(latestFirst), relation);
}

function showNothing(panel) {
  panel.append(make("h2", {}, words.evidence), make("p", {}, words.hint));
  const ranked = visible.nodes.filter(node => node.group !== "event").sort((a, b) => b.lines.length - a.lines.length || a.id - b.id).slice(0, 12);
  if (ranked.length) panel.append(make("h3", {}, words.most), make("ol", {class: "most"}, ranked.map(node =>
    make("li", {}, named(node, () => goTo(node.id)), make("span", {class: "number"}, figure.format(node.lines.length))))));
}

function showPanel() {
  const panel = byId("panel");
  panel.replaceChildren();
  panel.scrollTop = 0;
  if (state.chosen !== null) panel.append(button("×", () => choose(null), {class: "close", "aria-label": words.close}));
  if (typeof state.chosen === "number") showNode(panel, nodes[state.chosen]);
  else if (typeof state.chosen === "string" && chosenBundle()) showBundle(panel, chosenBundle());
  else showNothing(panel);
}
// A single edge, chosen in the table, is shown as a bundle of one.
const chosenBundle = () => {
  const [, one] = state.chosen.match(/^edge (\d+)$/) || [];
  return one === undefined ? drawnBundles.get(state.chosen) : {...edges[one], edges: [edges[one]]};
};

// -- the table: the same relations as rows
let sortBy = {column: 4, down: true};
const COLUMNS = [
  ["col_from", edge => nodes[edge.from].label || ""], ["col_event", title],
  ["col_to", edge => edge.from === edge.to ? "" : nodes[edge.to].label || ""], ["col_status", edge => edge.status ? data.statuses[edge.status] : ""],
  ["col_date", edge => when(edge, mediumDay), edge => edge.since || edge.until || ""],
  ["col_articles", edge => String(edge.articles || 0), edge => edge.articles || 0],
  ["col_confidence", edge => percent(edge.confidence), edge => edge.confidence],
];
function showTable() {
  const place = byId("table");
  if (place.hidden) return;
  const {column, down} = sortBy, key = COLUMNS[column][2] || COLUMNS[column][1];
  const compare = (a, b) => typeof key(a) === "number" ? key(a) - key(b) : key(a).localeCompare(key(b), locale);
  const rows = [...visible.edges].sort((a, b) => (down ? -1 : 1) * compare(a, b) || a.id - b.id);
  const head = make("tr", {}, COLUMNS.map(([name], index) => make("th", {scope: "col", "aria-sort": index === column ? (down ? "descending" : "ascending") : "none"},
    button([words[name], index === column ? (down ? " ↓" : " ↑") : ""], () => { sortBy = {column: index, down: index === column && !down}; showTable(); byId("table").querySelectorAll("th button")[index].focus(); }))));
  const body = make("tbody", {});
  const row = edge => make("tr", {"data-edge": edge.id}, COLUMNS.map(([, text], index) => make("td", {}, index === 1 ? button(text(edge), () => choose("edge " + edge.id), {class: "name"}) : text(edge))));
  place.replaceChildren(make("div", {class: "scroll", tabindex: 0, role: "region", "aria-label": words.table}, make("table", {}, make("caption", {}, byId("shown").textContent), make("thead", {}, head), body)));
  let next = 0;
  const grow = () => {
    body.append(...rows.slice(next, next + 200).map(row));
    next += 200;
    more.hidden = next >= rows.length;
  };
  const more = button(words.more, () => grow(), {class: "wide"});
  place.append(more);
  grow();
}
