/** vis-network, which draws what pyvis has put together. Nothing else knows it. */

import { byId } from '../browser/dom.js';
import { content, edges, nodes } from '../data/content.js';
import { drawGround, drawNodes } from './figures.js';
import { drawLines, gather, lineLook } from './lines.js';
import { visible } from './scene.js';
import { passing } from '../state/filters.js';
import { opacity } from '../state/highlight.js';
import { moving, onRest } from '../view/motion.js';
import { point, radius } from '../view/place.js';
import { view } from '../view/view.js';

/** With more lines than this the map, which vis-network draws piece by piece, is drawn by us while the view moves and when it has changed. */
const HEAVY = 400;
/** So many milliseconds after a change vis-network draws it. */
const SOON = 150;

const host = byId('canvas');

/** @type {any} */
let network;
/** @type {any} */
let nodeSet;
/** @type {any} */
let edgeSet;

/** @param {() => void} afterDrawing */
function start(afterDrawing) {
  // vis-network ships no types that a classic script can use.
  const vis = /** @type {any} */ (globalThis).vis;
  nodeSet = new vis.DataSet(nodes.map((node) => ({ id: node.id, ...point(node.id), shape: 'custom', ctxRenderer: renderer(node) })));
  edgeSet = new vis.DataSet(edges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, smooth: bend(edge) })));
  network = new vis.Network(host, { nodes: nodeSet, edges: edgeSet }, content.network.options);
  // vis-network makes its canvas a stop for the keyboard, which the map around it is already.
  host.querySelector('.vis-network')?.removeAttribute('tabindex');
  network.on('beforeDrawing', drawBehind);
  network.on('afterDrawing', afterDrawing);
  onRest(giveBack);
}

/** Whether the map is ours to draw, and whether its lines have to be gathered anew for that. */
const lent = { now: false, stale: true, timer: 0 };

/** Takes the map from vis-network, or gives it back. @param {boolean} now */
function lend(now) {
  if (lent.now === now) return;
  lent.now = now;
  // What vis-network would say to itself if it listened to the pointer: see hideEdgesOnDrag and hideNodesOnDrag.
  network.body.emitter.emit(now ? 'dragStart' : 'dragEnd');
}

/** Has vis-network draw again, unless the view is on its way. */
function giveBack() {
  if (moving()) return;
  clearTimeout(lent.timer);
  tellLines();
  lend(false);
  redraw();
}

/** @param {CanvasRenderingContext2D} ctx */
function drawBehind(ctx) {
  drawGround(ctx);
  if (!lent.now) return;
  if (lent.stale) gather();
  lent.stale = false;
  drawLines(ctx, { plain: moving() });
  drawNodes(ctx, visible(view));
}

/** How each node and line was drawn last: vis-network takes long over what it is told again. */
const last = { nodes: /** @type {boolean[]} */ ([]), edges: /** @type {string[]} */ ([]) };

/** Draws again as the state is now. */
function restyle() {
  lent.stale = true;
  for (const { id } of nodes) {
    const hidden = !passing.nodes[id];
    if (last.nodes[id] === hidden) continue;
    last.nodes[id] = hidden;
    // Through its data sets vis-network would work out everything anew, once for the nodes and once for the lines.
    network.body.nodes[id].setOptions({ hidden });
  }
  clearTimeout(lent.timer);
  if (passing.edgeCount > HEAVY) {
    lend(true);
    lent.timer = setTimeout(giveBack, SOON);
  } else {
    tellLines();
    lend(false);
  }
  network._updateVisibleIndices();
  redraw();
}

/** Tells vis-network how the lines look now. */
function tellLines() {
  for (const edge of edges) {
    const look = lookOf(edge);
    const key = JSON.stringify(look);
    if (last.edges[edge.id] === key) continue;
    last.edges[edge.id] = key;
    network.body.edges[edge.id].setOptions(look);
  }
  network._updateVisibleIndices();
}

/** @param {import('../data/content.js').Edge} edge */
function lookOf(edge) {
  const { colour, width, dashes, head } = lineLook(edge);
  return {
    id: edge.id,
    hidden: !passing.edges[edge.id],
    width,
    dashes: dashes.length ? dashes : false,
    color: { color: colour, opacity: opacity.edges[edge.id] },
    arrows: { to: { enabled: head > 0, scaleFactor: head / 15 } },
  };
}

/** Takes up the positions as they are now. */
function reposition() {
  lent.stale = true;
  nodeSet.update(nodes.map((node) => ({ id: node.id, ...point(node.id) })));
}

/** Fills its place on the page again. */
function resize() {
  network.setSize('100%', '100%');
  redraw();
}

/** Takes up the view; vis-network then draws in the next frame. */
function redraw() {
  if (moving() && passing.edgeCount > HEAVY) lend(true);
  network.moveTo({ position: { x: view.x, y: view.y }, scale: view.scale, animation: false });
}

/** Where every node is as vis-network has it. */
function positions() {
  return network.getPositions();
}

/** @param {import('../data/content.js').Edge} edge */
function bend(edge) {
  if (!edge.bend) return false;
  return { enabled: true, type: edge.bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.min(0.9, Math.abs(edge.bend)) };
}

/** @param {import('../data/content.js').Node} node */
function renderer(node) {
  const size = { width: 0, height: 0 };
  return (/** @type {{ctx: CanvasRenderingContext2D}} */ { ctx }) => {
    size.width = size.height = radius(node.id) * 2;
    return { drawNode: () => drawNodes(ctx, [node.id]), nodeDimensions: size };
  };
}

export const pyvisEngine = {
  name: 'pyvis',
  start,
  restyle,
  reposition,
  resize,
  redraw,
  positions,
  canvas: () => /** @type {HTMLCanvasElement} */ (host.querySelector('canvas')),
};
