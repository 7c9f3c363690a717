/** vis-network, which draws nodes and lines. Nothing else knows it. */

import { content, edges, nodes } from './data.js';
import { byId, still } from './dom.js';
import { opacity, strong } from './emphasis.js';
import { passing } from './filters.js';
import { boxes, place, point, radius } from './place.js';
import { darker, look, path, pattern } from './shapes.js';
import { state } from './state.js';

// vis-network ships no types that a classic script can use.
const vis = /** @type {any} */ (globalThis).vis;
const host = byId('canvas');

/** @type {any} */
let network;
/** @type {any} */
let nodeSet;
/** @type {any} */
let edgeSet;

/**
 * Draws for the first time.
 * @param {{drawn: () => void, clicked: (node: number, edge: number) => void, hovered: (node: number) => void, moved: () => void}} heard
 */
export function start(heard) {
  nodeSet = new vis.DataSet(nodes.map((node) => ({ id: node.id, ...point(node.id), shape: 'custom', ctxRenderer: renderer(node) })));
  edgeSet = new vis.DataSet(edges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, smooth: bend(edge) })));
  network = new vis.Network(host, { nodes: nodeSet, edges: edgeSet }, content.network.options);
  network.on('beforeDrawing', drawBoxes);
  network.on('afterDrawing', heard.drawn);
  network.on('click', (/** @type {any} */ event) => {
    const at = event.pointer.DOM;
    const node = nearest(at.x, at.y);
    const line = node < 0 ? network.getEdgeAt(at) : undefined;
    heard.clicked(node, line ?? -1);
  });
  network.on('hoverNode', (/** @type {any} */ event) => heard.hovered(event.node));
  network.on('blurNode', () => heard.hovered(-1));
  network.on('dragStart', heard.moved);
  network.on('zoom', heard.moved);
}

/** Draws again as the state is now. */
export function restyle() {
  const { dot } = place.layout;
  nodeSet.update(nodes.map((node) => ({ id: node.id, hidden: !passing.nodes[node.id] })));
  edgeSet.update(
    edges.map((edge) => {
      const width = dot * (strong(edge) ? 0.19 : 0.115);
      return {
        id: edge.id,
        hidden: !passing.edges[edge.id],
        width,
        dashes: pattern(edge.status).length ? pattern(edge.status).map((length) => length * dot * 0.13) : false,
        color: { color: content.types[edge.type].colour, opacity: opacity.edges[edge.id] },
        arrows: { to: { enabled: pointed(edge), scaleFactor: dot * 0.05 } },
      };
    }),
  );
  network.redraw();
}

/** Takes up the positions of the layout chosen. */
export function reposition() {
  nodeSet.update(nodes.map((node) => ({ id: node.id, ...point(node.id) })));
}

/** Fills its place on the page again. */
export function resize() {
  network.setSize('100%', '100%');
  network.redraw();
}

export function redraw() {
  network.redraw();
}

/** Where the middle of the area is on the map, and how many pixels one unit is. */
export function camera() {
  const { x, y } = network.getViewPosition();
  return { x, y, scale: network.getScale(), width: host.clientWidth, height: host.clientHeight };
}

/**
 * @param {{x: number, y: number, scale: number}} target
 * @param {boolean} animated
 */
export function moveTo({ x, y, scale }, animated) {
  const animation = animated && !still() ? { duration: 450, easingFunction: 'easeInOutQuad' } : false;
  network.moveTo({ position: { x, y }, scale, animation });
}

/** The canvas itself, for a picture of it. */
export function canvas() {
  return /** @type {HTMLCanvasElement} */ (host.querySelector('canvas'));
}

/** Where every node is as vis-network has it. */
export function positions() {
  return network.getPositions();
}

/**
 * The node under a finger or pointer: a small dot may be missed by a little.
 * @param {number} left
 * @param {number} top
 */
function nearest(left, top) {
  const view = camera();
  let best = -1;
  let least = Infinity;
  for (const node of nodes) {
    if (!passing.nodes[node.id]) continue;
    const { x, y } = point(node.id);
    const away = Math.hypot((x - view.x) * view.scale + view.width / 2 - left, (y - view.y) * view.scale + view.height / 2 - top);
    if (away < least && away <= Math.max(radius(node.id) * view.scale + 3, 13)) {
      best = node.id;
      least = away;
    }
  }
  return best;
}

/** Arrowheads are for the lines asked about: two steps of them would hide the map. @param {import('./data.js').Edge} edge */
function pointed(edge) {
  return strong(edge) && (state.edge >= 0 || edge.from === state.selected || edge.to === state.selected);
}

/** @param {import('./data.js').Edge} edge */
function bend(edge) {
  if (!edge.bend) return false;
  return { enabled: true, type: edge.bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.min(0.9, Math.abs(edge.bend)) };
}

/** @param {import('./data.js').Node} node */
function renderer(node) {
  const size = { width: 0, height: 0 };
  return (/** @type {{ctx: CanvasRenderingContext2D, x: number, y: number}} */ { ctx, x, y }) => {
    const drawn = radius(node.id);
    size.width = size.height = drawn * 2;
    return { drawNode: () => drawNode(ctx, node, x, y, drawn), nodeDimensions: size };
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./data.js').Node} node
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function drawNode(ctx, node, x, y, size) {
  const { colour, shape, hollow } = look(node);
  const unit = place.layout.dot / 14;
  const figure = path(shape);
  ctx.save();
  ctx.globalAlpha = opacity.nodes[node.id];
  ctx.translate(x, y);
  if (opacity.nodes[node.id] > 0.5) drawRings(ctx, node, size, unit);
  ctx.scale(size, size);
  ctx.lineJoin = 'round';
  ctx.lineWidth = (4 * unit) / size;
  ctx.strokeStyle = '#ffffff';
  ctx.stroke(figure);
  ctx.fillStyle = hollow ? '#ffffff' : colour;
  ctx.fill(figure);
  ctx.lineWidth = ((hollow ? 2.4 : 1.2) * unit) / size;
  ctx.strokeStyle = hollow ? colour : darker(colour);
  ctx.stroke(figure);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./data.js').Node} node
 * @param {number} size
 * @param {number} unit
 */
function drawRings(ctx, node, size, unit) {
  const ring = (/** @type {number} */ away, /** @type {number} */ width, /** @type {string} */ colour, /** @type {number[]} */ dashes) => {
    ctx.beginPath();
    ctx.arc(0, 0, size * 1.15 + away * unit, 0, 2 * Math.PI);
    ctx.setLineDash(dashes.map((length) => length * unit));
    ctx.lineWidth = width * unit;
    ctx.strokeStyle = colour;
    ctx.stroke();
    ctx.setLineDash([]);
  };
  if (node.key === content.focal) ring(4, 2, '#16202c', []);
  if (node.id === state.selected || node.id === state.hovered) ring(5, 3.4, '#16202c', []);
  if (state.gaps && node.gaps) ring(7, 3.2, '#b3261e', [6, 4]);
}

/** @param {CanvasRenderingContext2D} ctx */
function drawBoxes(ctx) {
  const unit = place.layout.dot / 14;
  for (const box of boxes()) {
    ctx.beginPath();
    ctx.roundRect(box.x, box.y, box.width, box.height, 14 * unit);
    ctx.fillStyle = box.kind === 'group' ? '#f2f5f9' : '#f8f6f1';
    ctx.fill();
    ctx.lineWidth = 1.2 * unit;
    ctx.strokeStyle = '#d3dbe5';
    ctx.stroke();
  }
}
