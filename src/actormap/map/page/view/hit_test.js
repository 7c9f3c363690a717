/** What lies under a pointer or finger, found through a grid. */

import { edges, nodes } from '../data/content.js';
import { passing } from '../state/filters.js';
import { opacity } from '../state/highlight.js';
import { distance } from './curve.js';
import { place, radius } from './place.js';
import { toMap, view } from './view.js';

/** How near a finger must come, in pixels. */
const NODE_REACH = 13;
const LINE_REACH = 6;

const grid = { key: '', size: 1, cells: /** @type {Map<number, number[]>} */ (new Map()) };

/** @param {number} column @param {number} row */
function cell(column, row) {
  return column * 65536 + row;
}

function build() {
  const key = `${place.version}/${passing.version}`;
  if (grid.key === key) return;
  grid.key = key;
  grid.size = place.layout.dot * 4;
  grid.cells = new Map();
  for (const { id } of nodes) {
    if (!passing.nodes[id]) continue;
    const at = cell(Math.floor(place.x[id] / grid.size), Math.floor(place.y[id] / grid.size));
    const there = grid.cells.get(at);
    if (there) there.push(id);
    else grid.cells.set(at, [id]);
  }
}

/**
 * The node there, or -1: a small dot may be missed by a little.
 * @param {number} left
 * @param {number} top
 */
export function nodeAt(left, top) {
  build();
  const { x, y } = toMap(left, top);
  const reach = Math.max(place.layout.dot * 1.6, NODE_REACH / view.scale);
  let best = -1;
  let least = Infinity;
  for (let column = Math.floor((x - reach) / grid.size); column <= (x + reach) / grid.size; column += 1) {
    for (let row = Math.floor((y - reach) / grid.size); row <= (y + reach) / grid.size; row += 1) {
      for (const node of grid.cells.get(cell(column, row)) ?? []) {
        const away = Math.hypot(place.x[node] - x, place.y[node] - y);
        if (away < least && away * view.scale <= Math.max(radius(node) * view.scale + 3, NODE_REACH)) {
          best = node;
          least = away;
        }
      }
    }
  }
  return best;
}

/**
 * The relationship whose line runs there, or -1.
 * @param {number} left
 * @param {number} top
 */
export function edgeAt(left, top) {
  const { x, y } = toMap(left, top);
  const reach = LINE_REACH / view.scale;
  let best = -1;
  let least = reach;
  for (const edge of edges) {
    if (opacity.edges[edge.id] < 0.1) continue;
    const away = distance(edge, x, y);
    if (away < least) {
      best = edge.id;
      least = away;
    }
  }
  return best;
}
