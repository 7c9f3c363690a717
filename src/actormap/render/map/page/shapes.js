/** Outlines of nodes and patterns of lines, the same on the map and in the legend. */

import { content } from './data.js';
import { makeSvg } from './dom.js';
import { darker } from './theme.js';

/** Outlines of about the same area, round the origin, radius one. */
const OUTLINES = {
  circle: 'M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0z',
  square: 'M-.88,-.88h1.76v1.76h-1.76z',
  diamond: 'M0,-1.22L1.22,0L0,1.22L-1.22,0z',
  triangle: 'M0,-1.2L1.15,.85L-1.15,.85z',
  triangle_down: 'M0,1.2L1.15,-.85L-1.15,-.85z',
  hexagon: 'M1.08,0L.54,.94L-.54,.94L-1.08,0L-.54,-.94L.54,-.94z',
  pentagon: 'M0,-1.12L1.07,-.35L.66,.91L-.66,.91L-1.07,-.35z',
  star: 'M0,-1.3L.38,-.46L1.24,-.4L.58,.18L.76,1.05L0,.58L-.76,1.05L-.58,.18L-1.24,-.4L-.38,-.46z',
};

/** Line patterns by status, in units of a line's width: how firmly something is stated. */
const PATTERNS = /** @type {Record<string, number[]>} */ ({
  implied: [2, 2.6],
  planned: [7, 4],
  denied: [1, 6],
  comes: [12, 3],
  goes: [1, 3],
});

/** @type {Map<string, Path2D>} */
const paths = new Map();

/** @param {string} shape */
function outline(shape) {
  return shape in OUTLINES ? OUTLINES[/** @type {keyof typeof OUTLINES} */ (shape)] : OUTLINES.circle;
}

/** @param {string} shape */
export function path(shape) {
  let found = paths.get(shape);
  if (!found) {
    found = new Path2D(outline(shape));
    paths.set(shape, found);
  }
  return found;
}

/** @param {number} status */
export function pattern(status) {
  return PATTERNS[content.statuses[status].key] ?? [];
}

/**
 * @param {{colour: string, shape: string}} look
 * @param {boolean} hollow
 */
export function swatch({ colour, shape }, hollow) {
  const figure = makeSvg('path', {
    d: outline(shape),
    fill: hollow ? '#ffffff' : colour,
    stroke: hollow ? colour : darker(colour),
    'stroke-width': hollow ? 0.34 : 0.16,
  });
  return makeSvg('svg', { class: 'swatch', viewBox: '-1.5 -1.5 3 3', 'aria-hidden': 'true' }, figure);
}

/**
 * @param {string} colour
 * @param {number[]} dashes in units of the line's width
 */
export function lineSwatch(colour, dashes) {
  const line = makeSvg('path', {
    d: 'M1,6H29',
    stroke: colour,
    'stroke-width': 2.6,
    'stroke-dasharray': dashes.map((length) => length * 2).join(' ') || 'none',
  });
  return makeSvg('svg', { class: 'line', viewBox: '0 0 30 12', 'aria-hidden': 'true' }, line);
}
