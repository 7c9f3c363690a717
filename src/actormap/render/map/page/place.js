/** Where things stand: the lying layout on a wide screen, the standing one on a tall one. */

import { content, nodes } from './data.js';
import { passing } from './filters.js';
import { state } from './state.js';

export const place = { layout: content.layouts.landscape };

/**
 * Chooses the layout for an area and returns whether it is another one than before.
 * @param {number} width
 * @param {number} height
 */
export function choose(width, height) {
  const before = place.layout;
  place.layout = height > width ? content.layouts.portrait : content.layouts.landscape;
  return place.layout !== before;
}

/** @param {number} node */
export function point(node) {
  return { x: place.layout.x[node], y: place.layout.y[node] };
}

/** A node's radius, its area in proportion to the measure chosen. @param {number} node */
export function radius(node) {
  const value = nodes[node].measures[state.measure] ?? 0;
  const largest = greatest(state.measure);
  return place.layout.dot * (0.44 + (largest > 0 ? 1.05 * Math.sqrt(Math.max(0, value) / largest) : 0));
}

/** @type {number[]} */
const greatestOf = [];

/** @param {number} measure */
function greatest(measure) {
  greatestOf[measure] ??= Math.max(0, ...nodes.map((node) => node.measures[measure] ?? 0));
  return greatestOf[measure];
}

/** The boxes that have something in them now. */
export function boxes() {
  const used = new Set(nodes.flatMap((node) => (passing.nodes[node.id] ? [node.box] : [])));
  return place.layout.boxes.map((box, index) => ({ ...box, index })).filter((box) => used.has(box.index));
}

/**
 * What holds some nodes, with room for their labels.
 * @param {Iterable<number>} chosen
 */
export function around(chosen) {
  const margin = place.layout.dot * 3;
  const points = [...chosen].map(point);
  if (!points.length) return null;
  return {
    left: Math.min(...points.map(({ x }) => x)) - 1.6 * margin,
    top: Math.min(...points.map(({ y }) => y)) - margin,
    right: Math.max(...points.map(({ x }) => x)) + 1.6 * margin,
    bottom: Math.max(...points.map(({ y }) => y)) + margin,
  };
}

/** What holds all boxes in use. */
export function whole() {
  const used = boxes();
  if (!used.length) return null;
  return {
    left: Math.min(...used.map((box) => box.x)),
    top: Math.min(...used.map((box) => box.y)),
    right: Math.max(...used.map((box) => box.x + box.width)),
    bottom: Math.max(...used.map((box) => box.y + box.height)),
  };
}
