/** The whole map drawn on any canvas: the screen of our own engine, a picture of any size, a sheet of paper. */

import { look } from './colours.js';
import { nodes } from './data.js';
import { opacity } from './emphasis.js';
import { adorned, drawGround, drawNode } from './figures.js';
import { drawLines } from './lines.js';
import { place, radius } from './place.js';
import { path } from './shapes.js';
import { darker, paint } from './theme.js';

/** Beyond so many nodes they are drawn together. */
const MANY = 1500;
/** No dot is smaller than this, in pixels of the canvas, and only larger ones have a rim. */
const SMALLEST = 1.2;
const RIMMED = 7;

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
  if (visible.length < MANY) {
    for (const id of visible) drawNode(ctx, nodes[id], place.x[id], place.y[id], radius(id));
  } else {
    const plain = visible.filter((id) => !adorned(nodes[id]));
    drawTogether(ctx, plain, scale * ratio);
    for (const id of visible) if (adorned(nodes[id])) drawNode(ctx, nodes[id], place.x[id], place.y[id], radius(id));
  }
  ctx.globalAlpha = 1;
}

/**
 * Draws nodes that look the same with one stroke of the brush.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number[]} chosen
 * @param {number} scale
 */
function drawTogether(ctx, chosen, scale) {
  /** @type {Map<string, {path: Path2D, colour: string, hollow: boolean, alpha: number}>} */
  const heaps = new Map();
  const least = SMALLEST / scale;
  for (const id of chosen) {
    const { colour, shape, hollow } = look(nodes[id]);
    const alpha = opacity.nodes[id];
    const key = `${alpha}${colour}${shape}${hollow}`;
    let heap = heaps.get(key);
    if (!heap) {
      heap = { path: new Path2D(), colour, hollow, alpha };
      heaps.set(key, heap);
    }
    const size = Math.max(least, radius(id));
    heap.path.addPath(path(shape), { a: size, b: 0, c: 0, d: size, e: place.x[id], f: place.y[id] });
  }
  const rimmed = place.layout.dot * scale > RIMMED;
  ctx.lineJoin = 'round';
  ctx.lineWidth = place.layout.dot * 0.12;
  for (const { path: figures, colour, hollow, alpha } of heaps.values()) {
    ctx.globalAlpha = alpha;
    ctx.fillStyle = hollow && rimmed ? paint().ground : colour;
    ctx.fill(figures);
    if (!rimmed) continue;
    ctx.strokeStyle = hollow ? colour : darker(colour);
    ctx.stroke(figures);
  }
}
