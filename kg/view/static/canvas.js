// Drawing: vis-network holds the canvas, nodes and lines; shapes and labels are ours.
const stage = byId("canvas");
const paint = {};
function readPaint() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["ink", "paper", "faint"]) paint[name] = style.getPropertyValue("--" + name).trim();
}
const RADIUS = node => (7 + 2.4 * Math.sqrt(node.lines.length)) * (group[node.group]?.size || 1);
const STROKES = {solid: false, dashed: [7, 5], dotted: [2, 4]};

let network = null, nodeSet = null, edgeSet = null, drawnBundles = new Map(), lit = null, hovered = null;

function tracePolygon(ctx, points, x, y, r) {
  ctx.beginPath();
  if (!points.length) ctx.arc(x, y, r, 0, 2 * Math.PI);
  for (const [px, py] of points) ctx.lineTo(x + px * r, y + py * r);
  ctx.closePath();
}

const radiusAt = (node, scale) => Math.max(RADIUS(node), (node.group === "event" ? 4 : 4 + 0.8 * Math.sqrt(node.lines.length)) / scale);

function renderer({ctx, id, x, y}) {
  const node = nodes[id], look = group[node.group], scale = network ? network.getScale() : 1;
  const r = radiusAt(node, scale);
  return {
    drawNode() {
      ctx.save();
      ctx.globalAlpha = lit && !lit.has(id) ? 0.18 : 1;
      tracePolygon(ctx, look.shape, x, y, r);
      ctx.fillStyle = look.colour;
      ctx.fill();
      const chosen = state.chosen === id;
      ctx.lineWidth = (chosen ? 3 : 1.2) / scale;
      ctx.strokeStyle = chosen ? paint.ink : paint.paper;
      ctx.stroke();
      if (chosen) {
        ctx.beginPath();
        ctx.arc(x, y, r + 4 / scale, 0, 2 * Math.PI);
        ctx.lineWidth = 1.5 / scale;
        ctx.stroke();
      }
      ctx.restore();
    },
    nodeDimensions: {width: 2 * r, height: 2 * r},
  };
}

const asVisNode = node => ({id: node.id, x: node.x, y: node.y, shape: "custom", ctxRenderer: renderer, size: RADIUS(node)});
const asVisEdge = bundle => ({
  id: bundle.id, from: bundle.from, to: bundle.to,
  arrows: {to: {enabled: bundle.forth}, from: {enabled: bundle.back}},
  smooth: bundle.bend ? {enabled: true, type: bundle.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(0.16 * Math.abs(bundle.bend), 0.6)} : false,
});

// Width, dashes, arrows and colours are kept in pixels of the screen, whatever the scale.
function dressEdges() {
  const scale = network.getScale(), body = network.body.edges;
  for (const [id, bundle] of drawnBundles) {
    const options = body[id]?.options;
    if (!options) continue;
    const chosen = state.chosen === id;
    const quiet = lit && !chosen && !(lit.has(bundle.from) && lit.has(bundle.to) && touchesChosen(bundle));
    options.width = ((chosen || hovered === id ? 1.6 : 0) + Math.min(1.3 + 0.9 * Math.log2(bundle.edges.length), 6)) / scale;
    options.dashes = STROKES[bundle.stroke] ? STROKES[bundle.stroke].map(length => length / scale) : false;
    options.color = {color: tone[bundle.tone].colour, highlight: tone[bundle.tone].colour, hover: tone[bundle.tone].colour, inherit: false, opacity: quiet ? 0.1 : chosen ? 1 : 0.75};
    for (const end of ["to", "from"]) options.arrows[end].scaleFactor = Math.min(0.55 / scale, 2.2);
  }
}
const touchesChosen = bundle => typeof state.chosen !== "number" || [bundle.from, bundle.to].some(end => end === state.chosen || nodes[end].group === "event");

// -- labels: the most connected first, each where it covers no other; what finds no room is left out
let placedLabels = [];
function drawLabels(ctx) {
  const ratio = network.canvas.pixelRatio || 1, scale = network.getScale();
  const {clientWidth: width, clientHeight: height} = stage;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  const taken = new Map(), cell = 80;
  const cells = box => {
    const found = [];
    for (let i = Math.floor(box.x / cell); i <= Math.floor((box.x + box.w) / cell); i++)
      for (let j = Math.floor(box.y / cell); j <= Math.floor((box.y + box.h) / cell); j++) found.push(i + " " + j);
    return found;
  };
  const crosses = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const free = (box, overNodes) => box.x >= 0 && box.y >= 0 && box.x + box.w <= width && box.y + box.h <= height &&
    cells(box).every(key => (taken.get(key) || []).every(other => overNodes && other.node || !crosses(box, other)));
  const take = box => { for (const key of cells(box)) taken.has(key) ? taken.get(key).push(box) : taken.set(key, [box]); };
  const spots = network.getPositions();
  const screen = visible.nodes.map(node => {
    const {x, y} = network.canvasToDOM(spots[node.id]);
    return {node, x, y, r: radiusAt(node, scale) * scale};
  }).filter(({x, y}) => x > -20 && y > -20 && x < width + 20 && y < height + 20);
  for (const {node, x, y, r} of screen) if (node.group !== "event") take({x: x - r * 0.8, y: y - r * 0.8, w: 1.6 * r, h: 1.6 * r, node: true});
  placedLabels = [];
  const write = (text, x, y, font, colour, places, must) => {
    ctx.font = font;
    const w = widthOf(ctx, text) + 4, h = parseInt(font.match(/(\d+)px/)[1], 10) + 3;
    const spots = places(w, h).map(spot => [...spot, false]);
    for (const [dx, dy, overNodes] of must ? [...spots, ...spots.map(([dx, dy]) => [dx, dy, true])] : spots) {
      const box = {x: x + dx - w / 2, y: y + dy - h / 2, w, h};
      if (!free(box, overNodes)) continue;
      take(box);
      placedLabels.push({...box, text});
      ctx.lineWidth = font === FONTS.small ? 6 : 3.5;
      ctx.strokeStyle = paint.paper;
      ctx.strokeText(text, x + dx, y + dy);
      ctx.fillStyle = colour;
      ctx.fillText(text, x + dx, y + dy);
      return;
    }
  };
  const first = it => it.node.id === state.chosen || it.node.id === hovered;
  screen.sort((a, b) => first(b) - first(a) || (a.node.group === "event") - (b.node.group === "event") || b.node.lines.length - a.node.lines.length || a.node.id - b.node.id);
  const around = r => (w, h) => [[0, r + h / 2 + 1], [0, -r - h / 2 - 1], [r + w / 2 + 2, 0], [-r - w / 2 - 2, 0], [r + w / 2, r + h / 2], [-r - w / 2, r + h / 2]];
  for (const [rank, {node, x, y, r}] of screen.slice(0, MOST_LABELS).entries()) {
    if (lit && !lit.has(node.id)) continue;
    const event = node.group === "event";
    if (event && scale < 0.35 && !first({node})) continue;
    write(shorten(node.label || "", 34), x, y, event ? FONTS.small : node.lines.length > 5 ? FONTS.strong : FONTS.plain, event ? paint.faint : paint.ink, around(r), rank < Math.min(25, width * height / 25000));
  }
  const seen = new Set(screen.map(({node}) => node.id));
  const lines = [...drawnBundles.values()].filter(bundle => (seen.has(bundle.from) || seen.has(bundle.to)) && (!lit || bundle.id === state.chosen || (lit.has(bundle.from) && lit.has(bundle.to) && touchesChosen(bundle))))
    .sort((a, b) => (b.id === state.chosen) - (a.id === state.chosen) || b.edges.length - a.edges.length);
  for (const bundle of lines.slice(0, MOST_LABELS)) {
    const drawn = network.body.edges[bundle.id];
    if (!drawn?.connected) continue;
    const ends = [spots[bundle.from], spots[bundle.to]].map(spot => network.canvasToDOM(spot));
    const length = Math.hypot(ends[0].x - ends[1].x, ends[0].y - ends[1].y);
    if (length < 70 && bundle.id !== state.chosen) continue;
    const {x, y} = network.canvasToDOM(drawn.edgeType.getPoint(0.5));
    write(shorten(bundle.text, 40), x, y, FONTS.small, paint.faint, () => [[0, 0], [0, 12], [0, -12]]);
  }
  ctx.restore();
}
const FONTS = {plain: "13px system-ui, sans-serif", strong: "600 14px system-ui, sans-serif", small: "11px system-ui, sans-serif"};
// In a large network only so many are tried for room; whatever is zoomed in on has all its labels.
const MOST_LABELS = 400;
const widths = new Map();
function widthOf(ctx, text) {
  const key = ctx.font + text;
  if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
  return widths.get(key);
}
const shorten = (text, most) => text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text;

// -- life of the canvas
function startCanvas() {
  readPaint();
  nodeSet = new vis.DataSet();
  edgeSet = new vis.DataSet();
  network = new vis.Network(stage, {nodes: nodeSet, edges: edgeSet}, {
    physics: false, layout: {randomSeed: 1}, autoResize: true,
    interaction: {hover: true, keyboard: false, selectConnectedEdges: false, tooltipDelay: 1e6, multiselect: false},
    edges: {selectionWidth: 0, hoverWidth: 0, chosen: false}, nodes: {chosen: false},
  });
  const frame = stage.querySelector(".vis-network");
  frame.tabIndex = 0;
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", words.graph_label);
  frame.addEventListener("keydown", canvasKey);
  network.on("beforeDrawing", dressEdges);
  network.on("afterDrawing", drawLabels);
  network.on("click", ({nodes: [node], edges: [edge]}) => choose(node ?? edge ?? null));
  network.on("doubleClick", ({nodes: [node]}) => { if (node !== undefined) setAround(node); });
  for (const [event, key] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) network.on(event, it => { hovered = it[key]; stage.classList.add("over"); network.redraw(); });
  for (const event of ["blurNode", "blurEdge"]) network.on(event, () => { hovered = null; stage.classList.remove("over"); network.redraw(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readPaint(); network.redraw(); });
}

function drawVisible() {
  drawnBundles = new Map(bundles().map(bundle => [bundle.id, bundle]));
  const wanted = new Set(visible.nodes.map(node => node.id)), held = new Set(nodeSet.getIds());
  nodeSet.remove([...held].filter(id => !wanted.has(id)));
  nodeSet.add(visible.nodes.filter(node => !held.has(node.id)).map(asVisNode));
  edgeSet.clear();
  edgeSet.add([...drawnBundles.values()].map(asVisEdge));
}

function fitAll() {
  network.fit({animation: false, maxZoomLevel: 1.15});
}

function zoom(factor) {
  network.moveTo({scale: network.getScale() * factor, animation: false});
}

// Arrow keys: to the nearest node in that direction, from the chosen one, else to the most connected.
function step(dx, dy) {
  const spots = network.getPositions(), from = typeof state.chosen === "number" ? spots[state.chosen] : null;
  let best = null, least = Infinity;
  for (const node of visible.nodes) {
    if (node.id === state.chosen) continue;
    if (!from) {
      if (!best || node.lines.length > best.lines.length) best = node;
      continue;
    }
    const x = spots[node.id].x - from.x, y = spots[node.id].y - from.y;
    const along = x * dx + y * dy, aside = Math.abs(x * dy - y * dx);
    if (along > 0 && along >= aside && along + 2 * aside < least) [best, least] = [node, along + 2 * aside];
  }
  if (best) {
    choose(best.id);
    const {x, y} = network.canvasToDOM(network.getPositions([best.id])[best.id]);
    if (x < 30 || y < 30 || x > stage.clientWidth - 30 || y > stage.clientHeight - 30) network.moveTo({position: network.getPositions([best.id])[best.id], animation: false});
  }
}

function canvasKey(event) {
  const keys = {ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
    "+": () => zoom(1.25), "-": () => zoom(0.8), "0": fitAll, Enter: () => byId("panel").focus(), Escape: () => choose(null)};
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}
