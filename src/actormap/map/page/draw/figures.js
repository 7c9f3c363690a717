/** Nodes and what stands behind them, drawn on a canvas in the map's own units. */

import { content, nodes } from '../data/content.js';
import { brush } from './sprites.js';
import { colouring, look } from '../state/colours.js';
import { opacity } from '../state/highlight.js';
import { marks } from '../state/overlays.js';
import { state } from '../state/state.js';
import { paint } from '../state/theme.js';
import { boxes, pinned, place, radius } from '../view/place.js';

/**
 * Draws nodes where they stand, each over those before it.
 * @param {CanvasRenderingContext2D} ctx in the map's units
 * @param {Iterable<number>} chosen
 */
export function drawNodes(ctx, chosen) {
  const units = ctx.getTransform();
  const { draw, end } = brush(ctx, penUnit());
  for (const node of chosen) {
    ctx.globalAlpha = opacity.nodes[node];
    const size = radius(node);
    if (ctx.globalAlpha > 0.5 && adorned(nodes[node])) {
      ctx.setTransform(units);
      drawRings(ctx, nodes[node], size);
      ctx.resetTransform();
    }
    draw(look(nodes[node]), place.x[node], place.y[node], size);
  }
  end();
  ctx.setTransform(units);
  ctx.globalAlpha = 1;
}

/** The unit of rims and rings. */
function penUnit() {
  return place.layout.dot / 14;
}

/**
 * Rings round the network the map is about, what an overlay marks, what is selected or pointed at; a pin where it was put by hand.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('../data/content.js').Node} node
 * @param {number} size its radius
 */
function drawRings(ctx, node, size) {
  const unit = penUnit();
  const ring = (/** @type {number} */ away, /** @type {number} */ width, /** @type {string} */ colour, /** @type {number[]} */ dashes) => {
    ctx.beginPath();
    ctx.arc(place.x[node.id], place.y[node.id], size * 1.15 + away * unit, 0, 2 * Math.PI);
    ctx.setLineDash(dashes.map((length) => length * unit));
    ctx.lineWidth = width * unit;
    ctx.strokeStyle = colour;
    ctx.stroke();
    ctx.setLineDash([]);
  };
  const { ink, alarm } = paint();
  if (node.key === content.focal) ring(4, 2, ink, []);
  if (ringed(node.id)) ring(5, 3.4, ink, []);
  if (marks(node.id)) ring(7, 3.2, alarm, [6, 4]);
  if (state.arranging && pinned(node.id)) ring(9, 1.6, ink, [2, 3]);
}

/** Whether a node is selected or pointed at. @param {number} node */
export function ringed(node) {
  return node === state.selected || node === state.hovered || node === state.to;
}

/** Whether a node has more than its figure to show. @param {import('../data/content.js').Node} node */
function adorned(node) {
  return node.key === content.focal || ringed(node.id) || marks(node.id) || (state.arranging && pinned(node.id));
}

/** Outlines, rings and boxes, and headings of columns. @param {CanvasRenderingContext2D} ctx */
export function drawGround(ctx) {
  const unit = penUnit();
  const { box: fill, strip, rim, land, shore } = paint();
  ctx.lineWidth = 1.2 * unit;
  for (const { rings } of place.layout.outlines ?? []) {
    ctx.beginPath();
    for (const ring of rings) {
      for (let at = 0; at < ring.length; at += 2) ctx[at ? 'lineTo' : 'moveTo'](ring[at], ring[at + 1]);
      ctx.closePath();
    }
    ctx.fillStyle = land;
    ctx.fill();
    ctx.strokeStyle = shore;
    ctx.stroke();
  }
  for (const { x, y, rx, ry } of place.layout.rings ?? []) {
    ctx.beginPath();
    ctx.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    ctx.strokeStyle = shore;
    ctx.stroke();
  }
  const colours =
    state.colour === 'community' && state.layout === 'group' ? new Map(colouring().map((entry) => [entry.group, entry.colour])) : new Map();
  for (const box of boxes()) {
    ctx.beginPath();
    ctx.roundRect(box.x, box.y, box.width, box.height, 14 * unit);
    ctx.fillStyle = box.kind === 'group' ? fill : strip;
    ctx.fill();
    ctx.strokeStyle = colours.get(box.index) ?? rim;
    ctx.lineWidth = (colours.has(box.index) ? 2.6 : 1.4) * unit;
    ctx.stroke();
  }
}
