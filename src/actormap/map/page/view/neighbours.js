/** Where the arrow keys lead: from the largest node along the lines. */

import { nodes, ties } from '../data/content.js';
import { passing } from '../state/filters.js';
import { state } from '../state/state.js';
import { point } from './place.js';

/** The largest node on the map, or -1 if there is none. */
export function largest() {
  const size = (/** @type {number} */ node) => nodes[node].measures[state.measure] ?? 0;
  return nodes.reduce((best, node) => (passing.nodes[node.id] && (best < 0 || size(node.id) > size(best)) ? node.id : best), -1);
}

/**
 * The nearest neighbour in a direction, or -1 if there is none.
 * @param {number} from
 * @param {[number, number]} direction
 */
export function neighbour(from, [right, down]) {
  const start = point(from);
  let best = -1;
  let least = Infinity;
  for (const { edge, other } of ties[from]) {
    if (!passing.edges[edge.id] || other === from) continue;
    const { x, y } = point(other);
    const length = Math.hypot(x - start.x, y - start.y) || 1;
    const along = ((x - start.x) * right + (y - start.y) * down) / length;
    if (along > 0.3 && length / along < least) {
      best = other;
      least = length / along;
    }
  }
  return best;
}
