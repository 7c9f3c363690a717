/** Relationships as lines, gathered by how they look, so that thousands of them are a few strokes. */

import { content, edges } from '../data/content.js';
import { pattern } from './shapes.js';
import { passing } from '../state/filters.js';
import { opacity, strong } from '../state/highlight.js';
import { state } from '../state/state.js';
import { lineColour, paint } from '../state/theme.js';
import { trace, traceHead } from '../view/curve.js';
import { place } from '../view/place.js';

/** Beyond so many lines only those that stand out have heads: the others would be a fog of arrows. */
const MOST_HEADS = 1500;

/** Among so many lines dashes are left out while lines are thinner than a pixel: they take long, and nobody sees them. */
const MOST_DASHES = 2500;

/** Among so many lines those below a width in pixels are drawn one pixel wide, which takes a tenth of the time: so are all while they move. */
const MOST_WIDE = 300;
const HAIR = 1.4;

/** So many lines are one path. */
const TOGETHER = 200;

/** Dashes are as long as if dots were at least so large: shorter ones are neither seen nor soon drawn. */
const LEGIBLE = 14;

/** What stands out is drawn as if dots were at least so large: among thousands of small ones it must still be seen. */
const STRONG = 10;

/** @typedef {{colour: string, width: number, dashes: number[], alpha: number, head: number, count: number, paths: Path2D[], heads: Path2D | null}} Batch */

const made = { batches: /** @type {Batch[]} */ ([]), count: 0 };

/** Gathers the lines anew. */
export function gather() {
  /** @type {Map<number, Map<number, Batch>>} */
  const batches = new Map();
  made.count = 0;
  for (const edge of edges) {
    const alpha = opacity.edges[edge.id];
    if (alpha < 0.01) continue;
    made.count += 1;
    let alike = batches.get(alpha);
    if (!alike) batches.set(alpha, (alike = new Map()));
    // All else that a line's look depends on; text for a key would take most of the time.
    const key = ((edge.type * content.statuses.length + edge.status) << 1) | Number(strong(edge.id));
    let batch = alike.get(key);
    if (!batch) {
      const { head, ...look } = lineLook(edge);
      batch = { ...look, head, alpha, count: 0, paths: [], heads: head ? new Path2D() : null };
      alike.set(key, batch);
    }
    if (batch.count % TOGETHER === 0) batch.paths.push(new Path2D());
    batch.count += 1;
    trace(edge, batch.paths[batch.paths.length - 1]);
    if (batch.heads) traceHead(edge, batch.head, batch.heads);
  }
  made.batches = [...batches.values()].flatMap((alike) => [...alike.values()]).sort((a, b) => a.alpha - b.alpha);
}

/** How many lines there are to draw. */
export function lineCount() {
  return made.count;
}

/**
 * How a line is drawn: its width, its dashes and the length of its head, 0 for none, in the map's units.
 * @param {import('../data/content.js').Edge} edge
 */
export function lineLook(edge) {
  const { dot } = place.layout;
  const clear = strong(edge.id);
  const bold = Math.max(dot, STRONG);
  const width = (clear ? bold * 0.19 : dot * 0.115) * paint().width;
  const dashes = pattern(edge.status).map((length) => length * Math.max(dot, LEGIBLE) * 0.13);
  const bare = passing.edgeCount > MOST_HEADS || opacity.edges[edge.id] < 0.3;
  const head = !content.types[edge.type].directed ? 0 : clear ? bold * (state.steps > 1 && state.to < 0 ? 0.6 : 0.85) : bare ? 0 : dot * 0.5;
  return { colour: lineColour(edge.type), width, dashes, head };
}

/**
 * Draws the lines, or about so many of them as there is time for; plain ones have neither dashes nor heads.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{most?: number, plain?: boolean}} [how]
 */
export function drawLines(ctx, { most = Infinity, plain = false } = {}) {
  const pixels = ctx.getTransform().a;
  const share = Math.min(1, most / made.count);
  for (const { colour, width, dashes, alpha, paths, heads } of made.batches) {
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * pixels < (plain ? Infinity : HAIR) && made.count > MOST_WIDE ? Math.min(width, 1 / pixels) : width;
    ctx.setLineDash(plain || (made.count > MOST_DASHES && width * pixels < 1) ? [] : dashes);
    for (const path of paths.slice(0, Math.ceil(paths.length * share))) ctx.stroke(path);
    if (heads && !plain) {
      ctx.fillStyle = colour;
      ctx.fill(heads);
    }
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}
