/** The whole map drawn on any canvas: the screen of our own engine, a picture of any size, a sheet of paper. */

import { look } from './colours.js';
import { nodes } from './data.js';
import { opacity } from './emphasis.js';
import { adorned, drawGround, drawNode } from './figures.js';
import { drawLines } from './lines.js';
import { place, radius } from './place.js';
import { path } from './shapes.js';
import { darker, paint } from './theme.js';

/** Beyond so many nodes each figure is drawn once and copied. */
const MANY = 1500;

/**
 * Draws ground, lines and nodes as they look from a view. `ratio` is how many pixels of the canvas are one of the view.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./view.js').View} view
 * @param {number} ratio
 */
export function drawScene(ctx, view, ratio) {
  const { x, y, scale, width, height } = view;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = paint().ground;
  ctx.fillRect(0, 0, width * ratio, height * ratio);
  ctx.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * (width / 2 - x * scale), ratio * (height / 2 - y * scale));
  drawGround(ctx);
  drawLines(ctx);
  drawNodes(ctx, view, ratio);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./view.js').View} view
 * @param {number} ratio
 */
function drawNodes(ctx, { x, y, scale, width, height }, ratio) {
  const [reachX, reachY] = [width / 2 / scale + 40, height / 2 / scale + 40];
  const visible = [];
  for (const { id } of nodes) {
    if (opacity.nodes[id] && Math.abs(place.x[id] - x) < reachX && Math.abs(place.y[id] - y) < reachY) visible.push(id);
  }
  // The faint ones first: nothing faint lies on what stands out.
  visible.sort((a, b) => opacity.nodes[a] - opacity.nodes[b] || a - b);
  /** @type {Map<string, HTMLCanvasElement>} */
  const stamps = new Map();
  for (const id of visible) {
    const node = nodes[id];
    if (visible.length < MANY || adorned(node)) drawNode(ctx, node, place.x[id], place.y[id], radius(id));
    else stamped(ctx, node, scale * ratio, stamps);
  }
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./data.js').Node} node
 * @param {number} scale
 * @param {Map<string, HTMLCanvasElement>} stamps
 */
function stamped(ctx, node, scale, stamps) {
  const { colour, shape, hollow } = look(node);
  const size = Math.max(1.5, Math.round(radius(node.id) * scale * 2) / 2);
  const key = `${colour}${shape}${hollow}${size}`;
  let stamp = stamps.get(key);
  if (!stamp) {
    stamp = document.createElement('canvas');
    const half = Math.ceil(size * 1.5);
    stamp.width = stamp.height = half * 2;
    const own = /** @type {CanvasRenderingContext2D} */ (stamp.getContext('2d'));
    own.translate(half, half);
    own.scale(size, size);
    own.lineJoin = 'round';
    own.fillStyle = hollow ? paint().ground : colour;
    own.fill(path(shape));
    own.lineWidth = Math.min(0.5, 1 / size);
    own.strokeStyle = hollow ? colour : darker(colour);
    own.stroke(path(shape));
    stamps.set(key, stamp);
  }
  const half = stamp.width / 2 / scale;
  ctx.globalAlpha = opacity.nodes[node.id];
  ctx.drawImage(stamp, place.x[node.id] - half, place.y[node.id] - half, half * 2, half * 2);
}
