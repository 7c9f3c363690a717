/** The whole map drawn on any canvas: the screen of our own engine, a picture of any size, a sheet of paper. */

import { nodes } from '../data/content.js';
import { drawGround, drawNodes } from './figures.js';
import { drawLines } from './lines.js';
import { opacity } from '../state/highlight.js';
import { paint } from '../state/theme.js';
import { place } from '../view/place.js';

/**
 * Draws ground, lines and nodes as they look from a view. `ratio` is how many pixels of the canvas are one of the view.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('../view/view.js').View} view
 * @param {number} ratio
 * @param {number} [mostLines] if there is no time for all of them
 */
export function drawScene(ctx, view, ratio, mostLines) {
  const { x, y, scale, width, height } = view;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = paint().ground;
  ctx.fillRect(0, 0, width * ratio, height * ratio);
  ctx.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * (width / 2 - x * scale), ratio * (height / 2 - y * scale));
  drawGround(ctx);
  drawLines(ctx, { most: mostLines });
  drawNodes(ctx, visible(view));
}

/** The nodes that are seen, the faint ones first: nothing faint lies on what stands out. @param {import('../view/view.js').View} view */
export function visible({ x, y, scale, width, height }) {
  const [reachX, reachY] = [width / 2 / scale + 40, height / 2 / scale + 40];
  const seen = [];
  for (const { id } of nodes) {
    if (opacity.nodes[id] && Math.abs(place.x[id] - x) < reachX && Math.abs(place.y[id] - y) < reachY) seen.push(id);
  }
  return seen.sort((a, b) => opacity.nodes[a] - opacity.nodes[b] || a - b);
}
