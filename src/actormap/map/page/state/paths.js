/** Ways along the relationships that pass the filters. */

import { ties } from '../data/content.js';
import { passing } from './filters.js';

/** The nodes within some steps of one. @param {number} start @param {number} steps */
export function within(start, steps) {
  const found = new Set([start]);
  let frontier = [start];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const node of frontier) {
      for (const { edge, other } of ties[node]) {
        if (passing.edges[edge.id] && !found.has(other)) {
          found.add(other);
          next.push(other);
        }
      }
    }
    frontier = next;
  }
  return found;
}

/**
 * A shortest path between two nodes, the same one every time, or null if none leads there.
 * @param {number} start
 * @param {number} end
 */
export function shortest(start, end) {
  /** @type {Map<number, number>} */
  const from = new Map([[start, -1]]);
  let frontier = [start];
  while (frontier.length && !from.has(end)) {
    const next = [];
    for (const node of frontier) {
      const around = ties[node].filter(({ edge, other }) => passing.edges[edge.id] && !from.has(other)).map(({ other }) => other);
      for (const other of around.sort((a, b) => a - b)) {
        if (from.has(other)) continue;
        from.set(other, node);
        next.push(other);
      }
    }
    frontier = next;
  }
  if (!from.has(end)) return null;
  const nodes = [end];
  while (nodes[0] !== start) nodes.unshift(from.get(nodes[0]) ?? start);
  const edges = nodes
    .slice(1)
    .flatMap((node, index) => ties[node].filter(({ edge, other }) => other === nodes[index] && passing.edges[edge.id]).map(({ edge }) => edge.id));
  return { nodes, edges };
}
