/**
 * How many dots are drawn in little time: small ones that look alike together, others by a picture for all that look alike. To draw each
 * figure by itself takes ten times as long.
 */

import { make } from '../browser/dom.js';
import { corners, path } from './shapes.js';
import { darker, paint } from '../state/theme.js';
import { moving } from '../view/motion.js';

/** Figures of a larger radius, in pixels, are few and are drawn themselves. */
const LARGEST = 48;
/** From this radius on, in pixels, a figure has a rim of its own and a gap to the lines behind it. */
const RIMMED = 3.5;
/** No figure has a smaller radius, in pixels. */
const SMALLEST = 1.2;
/** So many small figures are filled at once: more take longer, and not only in sum. */
const TOGETHER = 40;
/** How far beyond its radius a figure's corner reaches. */
const CORNER = 1.35;

/** @typedef {import('../state/colours.js').Look} Look */

/** The pictures made, all for one scale: so many pixels a unit of the map, whose figures have so wide rims. */
const made = { pixels: 0, unit: 0, pictures: /** @type {Map<Look, Map<number, HTMLCanvasElement>>} */ (new Map()) };

/**
 * Returns a brush for figures round points of the map; `end` draws what small ones are still waiting.
 * @param {CanvasRenderingContext2D} ctx in the map's units; in pixels from now on
 * @param {number} unit of the figures' rims
 */
export function brush(ctx, unit) {
  const { a: pixels, e: left, f: top } = ctx.getTransform();
  // While the view is zoomed the pictures are stretched, and made anew when it rests.
  if (made.unit !== unit || (made.pixels !== pixels && !moving())) Object.assign(made, { pixels, unit, pictures: new Map() });
  const stretched = pixels / made.pixels;
  const small = heaps(ctx);
  ctx.resetTransform();
  return {
    end: small.end,
    /** @param {Look} look @param {number} x @param {number} y @param {number} size its radius */
    draw(look, x, y, size) {
      const [middleX, middleY, radius] = [x * pixels + left, y * pixels + top, size * pixels];
      if (radius < RIMMED) small.add(look, middleX, middleY, Math.max(SMALLEST, radius));
      else if (radius > LARGEST) {
        ctx.translate(middleX, middleY);
        trace(ctx, look, radius, unit * pixels);
        ctx.resetTransform();
      } else {
        const picture = pictureOf(look, Math.round(size * made.pixels * 2) / 2);
        const side = picture.width * stretched;
        // Whole pixels keep it sharp.
        ctx.drawImage(picture, Math.round(middleX - side / 2), Math.round(middleY - side / 2), side, side);
      }
    },
  };
}

/**
 * Small figures, gathered by how they look.
 * @param {CanvasRenderingContext2D} ctx
 */
function heaps(ctx) {
  /** @type {Map<Look, {path: Path2D, count: number}>} */
  const found = new Map();
  let alpha = ctx.globalAlpha;
  const empty = (/** @type {{path: Path2D, count: number}} */ heap, /** @type {Look} */ { colour }) => {
    if (!heap.count) return;
    ctx.globalAlpha = alpha;
    ctx.fillStyle = colour;
    ctx.fill(heap.path);
    Object.assign(heap, { path: new Path2D(), count: 0 });
  };
  const end = () => found.forEach(empty);
  return {
    end,
    /** @param {Look} look @param {number} x @param {number} y @param {number} radius */
    add(look, x, y, radius) {
      const { globalAlpha } = ctx;
      if (globalAlpha !== alpha) end();
      alpha = globalAlpha;
      let heap = found.get(look);
      if (!heap) found.set(look, (heap = { path: new Path2D(), count: 0 }));
      const outline = corners(look.shape);
      heap.path.moveTo(x + outline[0] * radius, y + outline[1] * radius);
      for (let at = 2; at < outline.length; at += 2) heap.path.lineTo(x + outline[at] * radius, y + outline[at + 1] * radius);
      heap.path.closePath();
      heap.count += 1;
      if (heap.count === TOGETHER) empty(heap, look);
    },
  };
}

/** @param {Look} look @param {number} radius in pixels */
function pictureOf(look, radius) {
  let sizes = made.pictures.get(look);
  if (!sizes) made.pictures.set(look, (sizes = new Map()));
  let picture = sizes.get(radius);
  if (!picture) {
    const unit = made.unit * made.pixels;
    const side = 2 * Math.ceil(radius * CORNER + 2 * unit + 1);
    picture = make('canvas', { width: side, height: side });
    const ctx = /** @type {CanvasRenderingContext2D} */ (picture.getContext('2d'));
    ctx.translate(side / 2, side / 2);
    trace(ctx, look, radius, unit);
    sizes.set(radius, picture);
  }
  return picture;
}

/**
 * Draws a figure round the origin.
 * @param {CanvasRenderingContext2D} ctx in pixels
 * @param {Look} look
 * @param {number} radius
 * @param {number} unit of its rim
 */
function trace(ctx, { colour, shape, hollow }, radius, unit) {
  const figure = path(shape);
  const { ground } = paint();
  ctx.scale(radius, radius);
  ctx.lineJoin = 'round';
  ctx.lineWidth = (4 * unit) / radius;
  ctx.strokeStyle = ground;
  ctx.stroke(figure);
  ctx.fillStyle = hollow ? ground : colour;
  ctx.fill(figure);
  ctx.lineWidth = ((hollow ? 2.4 : 1.2) * unit) / radius;
  ctx.strokeStyle = hollow ? colour : darker(colour);
  ctx.stroke(figure);
}
