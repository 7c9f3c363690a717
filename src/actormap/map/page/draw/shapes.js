/** Outlines of nodes and patterns of lines, the same on the map and in the legend. */

import { makeSvg } from '../browser/dom.js';
import { content } from '../data/content.js';
import { darker } from '../state/theme.js';

/** Corners of figures of about the same area, round the origin, radius one: x and y by turns. */
const CORNERS = /** @type {Record<string, number[]>} */ ({
  square: [-0.88, -0.88, 0.88, -0.88, 0.88, 0.88, -0.88, 0.88],
  diamond: [0, -1.22, 1.22, 0, 0, 1.22, -1.22, 0],
  triangle: [0, -1.2, 1.15, 0.85, -1.15, 0.85],
  triangle_down: [0, 1.2, 1.15, -0.85, -1.15, -0.85],
  hexagon: [1.08, 0, 0.54, 0.94, -0.54, 0.94, -1.08, 0, -0.54, -0.94, 0.54, -0.94],
  pentagon: [0, -1.12, 1.07, -0.35, 0.66, 0.91, -0.66, 0.91, -1.07, -0.35],
  star: [0, -1.3, 0.38, -0.46, 1.24, -0.4, 0.58, 0.18, 0.76, 1.05, 0, 0.58, -0.76, 1.05, -0.58, 0.18, -1.24, -0.4, -0.38, -0.46],
});
const CIRCLE = 'M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0z';
/** What a circle is where it is a few pixels across. */
const OCTAGON = [1, 0.41, 0.41, 1, -0.41, 1, -1, 0.41, -1, -0.41, -0.41, -1, 0.41, -1, 1, -0.41];

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
  const around = CORNERS[shape];
  return around ? `M${around.join(' ')}z` : CIRCLE;
}

/** The corners of a figure too small for its curves to be seen. @param {string} shape */
export function corners(shape) {
  return CORNERS[shape] ?? OCTAGON;
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
