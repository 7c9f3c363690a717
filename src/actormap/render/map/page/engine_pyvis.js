/** vis-network, which draws what pyvis has put together. Nothing else knows it. */

import { content, edges, nodes } from './data.js';
import { byId } from './dom.js';
import { opacity } from './emphasis.js';
import { drawGround, drawNodes } from './figures.js';
import { passing } from './filters.js';
import { lineLook } from './lines.js';
import { point, radius } from './place.js';
import { view } from './view.js';

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
  network.on('beforeDrawing', drawGround);
  network.on('afterDrawing', afterDrawing);
}

/** How each node and line was drawn last: vis-network takes long over what it is told again. */
const last = { nodes: /** @type {boolean[]} */ ([]), edges: /** @type {string[]} */ ([]) };

/** Draws again as the state is now. */
function restyle() {
  const changedNodes = nodes.flatMap(({ id }) => {
    const hidden = !passing.nodes[id];
    if (last.nodes[id] === hidden) return [];
    last.nodes[id] = hidden;
    return [{ id, hidden }];
  });
  const changedEdges = edges.flatMap((edge) => {
    const look = lookOf(edge);
    const key = JSON.stringify(look);
    if (last.edges[edge.id] === key) return [];
    last.edges[edge.id] = key;
    return [look];
  });
  // Through its data sets vis-network would work out everything anew, once for the nodes and once for the lines.
  for (const { id, hidden } of changedNodes) network.body.nodes[id].setOptions({ hidden });
  for (const look of changedEdges) network.body.edges[look.id].setOptions(look);
  if (changedNodes.length + changedEdges.length) network._updateVisibleIndices();
  redraw();
}

/** @param {import('./data.js').Edge} edge */
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
  nodeSet.update(nodes.map((node) => ({ id: node.id, ...point(node.id) })));
}

/** Fills its place on the page again. */
function resize() {
  network.setSize('100%', '100%');
  redraw();
}

/** Takes up the view; vis-network then draws in the next frame. */
function redraw() {
  network.moveTo({ position: { x: view.x, y: view.y }, scale: view.scale, animation: false });
}

/** Where every node is as vis-network has it. */
function positions() {
  return network.getPositions();
}

/** @param {import('./data.js').Edge} edge */
function bend(edge) {
  if (!edge.bend) return false;
  return { enabled: true, type: edge.bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.min(0.9, Math.abs(edge.bend)) };
}

/** @param {import('./data.js').Node} node */
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
