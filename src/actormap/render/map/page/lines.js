/** Relationships as lines, gathered by how they look, so that thousands of them are a few strokes. */

import { trace, traceHead } from './curve.js';
import { edges } from './data.js';
import { opacity, strong } from './emphasis.js';
import { passing } from './filters.js';
import { place } from './place.js';
import { pattern } from './shapes.js';
import { state } from './state.js';
import { lineColour, paint } from './theme.js';

/** Beyond so many lines only those that stand out have heads: the others would be a fog of arrows. */
const MOST_HEADS = 1500;

/** Among so many lines dashes are left out while lines are thinner than a pixel: they take long, and nobody sees them. */
const MOST_DASHES = 5000;

/** @typedef {{colour: string, width: number, dashes: number[], alpha: number, path: Path2D, heads: Path2D | null}} Batch */

const made = { batches: /** @type {Batch[]} */ ([]), count: 0 };

/** Gathers the lines anew. */
export function gather() {
  /** @type {Map<string, Batch>} */
  const batches = new Map();
  made.count = 0;
  for (const edge of edges) {
    const alpha = opacity.edges[edge.id];
    if (alpha < 0.01) continue;
    made.count += 1;
    const { colour, width, dashes, head } = lineLook(edge);
    const key = `${alpha}|${colour}|${width}|${dashes}|${head}`;
    let batch = batches.get(key);
    if (!batch) {
      batch = { colour, width, dashes, alpha, path: new Path2D(), heads: head ? new Path2D() : null };
      batches.set(key, batch);
    }
    trace(edge, batch.path);
    if (batch.heads) traceHead(edge, head, batch.heads);
  }
  made.batches = [...batches.values()].sort((a, b) => a.alpha - b.alpha);
}

/** How many lines there are to draw. */
export function lineCount() {
  return made.count;
}

/**
 * How a line is drawn: its width, its dashes and the length of its head, 0 for none, in the map's units.
 * @param {import('./data.js').Edge} edge
 */
export function lineLook(edge) {
  const { dot } = place.layout;
  const clear = strong(edge.id);
  const width = dot * (clear ? 0.19 : 0.115) * paint().width;
  const faint = opacity.edges[edge.id] < 0.3;
  const head = clear ? (state.steps > 1 && state.to < 0 ? 0.6 : 0.85) : passing.edgeCount > MOST_HEADS || faint ? 0 : 0.5;
  return { colour: lineColour(edge.type), width, dashes: pattern(edge.status).map((length) => length * dot * 0.13), head: head * dot };
}

/** @param {CanvasRenderingContext2D} ctx */
export function drawLines(ctx) {
  const pixels = ctx.getTransform().a;
  for (const { colour, width, dashes, alpha, path, heads } of made.batches) {
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(made.count > MOST_DASHES && width * pixels < 1 ? [] : dashes);
    ctx.stroke(path);
    if (heads) {
      ctx.fillStyle = colour;
      ctx.fill(heads);
    }
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}
