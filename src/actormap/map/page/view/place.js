/** Where things stand: the lying frame of a layout on a wide screen, the standing one on a tall one; and what the reader has moved. */

import { content, layouts, nodes } from '../data/content.js';
import { passing } from '../state/filters.js';
import { state } from '../state/state.js';

/** What was moved by hand, by layout and frame. @type {Map<string, Map<number, [number, number]>>} */
const moves = new Map();

/** Positions and radii as they are now; `version` grows with every change. */
export const place = {
  layout: content.layouts.landscape,
  frame: /** @type {'landscape' | 'portrait'} */ ('landscape'),
  x: Float64Array.from(content.layouts.landscape.x),
  y: Float64Array.from(content.layouts.landscape.y),
  version: 0,
};

/**
 * Chooses the frame for an area and returns whether things now stand elsewhere.
 * @param {number} width
 * @param {number} height
 */
export function choose(width, height) {
  place.frame = height > width ? 'portrait' : 'landscape';
  const before = place.layout;
  take();
  return place.layout !== before;
}

/** Takes up the positions of the layout chosen, moved as they have been. */
export function take() {
  place.layout = (layouts[state.layout] ?? content.layouts)[place.frame];
  place.x = Float64Array.from(place.layout.x);
  place.y = Float64Array.from(place.layout.y);
  for (const [node, [x, y]] of moves.get(`${state.layout}/${place.frame}`) ?? []) {
    place.x[node] = x;
    place.y[node] = y;
  }
  place.version += 1;
}

/** @param {number} node @param {number} x @param {number} y */
export function move(node, x, y) {
  const key = `${state.layout}/${place.frame}`;
  const there = moves.get(key) ?? new Map();
  there.set(node, [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
  moves.set(key, there);
  place.x[node] = x;
  place.y[node] = y;
  place.version += 1;
}

/** Puts everything back where the layout has it. */
export function moveBack() {
  for (const frame of ['landscape', 'portrait']) moves.delete(`${state.layout}/${frame}`);
  take();
}

/** Whether a node was moved by hand, here or before the page was made. @param {number} node */
export function pinned(node) {
  return Boolean(moves.get(`${state.layout}/${place.frame}`)?.has(node) || content.pinned?.includes(node));
}

/** What was moved, in the form that `--layout-from` reads. */
export function moved() {
  const positions = Object.fromEntries(
    ['landscape', 'portrait'].flatMap((frame) => {
      const there = moves.get(`${state.layout}/${frame}`);
      return there ? [[frame, Object.fromEntries([...there].map(([node, spot]) => [nodes[node].key, spot]))]] : [];
    }),
  );
  return { actormap: 'positions', layout: state.layout, positions };
}

/** @param {number} node */
export function point(node) {
  return { x: place.x[node], y: place.y[node] };
}

/** A node's radius, its area in proportion to the measure chosen. @param {number} node */
export function radius(node) {
  const value = nodes[node].measures[state.measure] ?? 0;
  const largest = greatest(state.measure);
  return place.layout.dot * (0.44 + (largest > 0 ? 1.05 * Math.sqrt(Math.max(0, value) / largest) : 0));
}

/** @type {number[]} */
const greatestOf = [];

/** The largest value of a measure. @param {number} measure */
export function greatest(measure) {
  greatestOf[measure] ??= nodes.reduce((most, node) => Math.max(most, node.measures[measure] ?? 0), 0);
  return greatestOf[measure];
}

/** So many measures are told of every node, and the one chosen besides. */
const TOLD = 2;

/** The numbers of the measures that are told of every node now. */
export function toldMeasures() {
  return content.measures.flatMap((_, index) => (index < TOLD || index === state.measure ? [index] : []));
}

/** @typedef {import('../data/content.js').Box & {index: number}} Numbered */

const cache = { key: '', boxes: /** @type {Numbered[]} */ ([]), of: /** @type {Map<number, Numbered>} */ (new Map()) };

/** The boxes that have something in them now. */
export function boxes() {
  const key = `${place.version}/${passing.version}`;
  if (cache.key !== key) {
    cache.key = key;
    cache.boxes = place.layout.boxes.map((box, index) => ({ ...box, index })).filter(({ members }) => members.some((node) => passing.nodes[node]));
    cache.of = new Map(cache.boxes.flatMap((box) => box.members.map((node) => [node, box])));
  }
  return cache.boxes;
}

/** The box that a node stands in as things are now. @param {number} node */
export function boxOf(node) {
  boxes();
  return cache.of.get(node);
}

/**
 * What holds some nodes, with room for their labels.
 * @param {Iterable<number>} chosen
 */
export function around(chosen) {
  const margin = place.layout.dot * 3;
  const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const node of chosen) {
    area.left = Math.min(area.left, place.x[node] - 1.6 * margin);
    area.top = Math.min(area.top, place.y[node] - margin);
    area.right = Math.max(area.right, place.x[node] + 1.6 * margin);
    area.bottom = Math.max(area.bottom, place.y[node] + margin);
  }
  return area.left < area.right ? area : null;
}

/** What holds everything in use: boxes, outlines, and nodes that stand in none. */
export function whole() {
  const used = boxes();
  const free = nodes.flatMap(({ id }) => (passing.nodes[id] && !boxOf(id) ? [id] : []));
  const area = around(free) ?? { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const box of used) {
    area.left = Math.min(area.left, box.x);
    area.top = Math.min(area.top, box.y);
    area.right = Math.max(area.right, box.x + box.width);
    area.bottom = Math.max(area.bottom, box.y + box.height);
  }
  if (free.length && (place.layout.outlines || place.layout.rings || place.layout.sides)) {
    area.left = Math.min(area.left, 0);
    area.top = Math.min(area.top, 0);
    area.right = Math.max(area.right, place.layout.width);
    area.bottom = Math.max(area.bottom, place.layout.height);
  }
  return area.left < area.right ? area : null;
}
