/** Results laid over the map: gaps, coverage, invitations, what ends. Python says who and why; nothing is worked out here. */

import { content } from '../data/content.js';
import { state } from './state.js';

/** For every overlay the reasons of each node and relationship. */
const reasons = content.overlays.map(({ entries }) => {
  const found = {
    nodes: /** @type {Map<number, import('../data/content.js').Words[]>} */ (new Map()),
    edges: /** @type {Map<number, import('../data/content.js').Words[]>} */ (new Map()),
  };
  for (const { reason, ...members } of entries) {
    for (const kind of /** @type {const} */ (['nodes', 'edges'])) {
      for (const index of members[kind] ?? []) found[kind].set(index, [...(found[kind].get(index) ?? []), reason]);
    }
  }
  return found;
});

/** What the overlay shown marks, or null if none is shown. */
export function marked() {
  return state.overlay < 0 ? null : reasons[state.overlay];
}

/** How many nodes and relationships an overlay marks. @param {number} overlay */
export function size(overlay) {
  return reasons[overlay].nodes.size + reasons[overlay].edges.size;
}

/** Whether the overlay shown marks a node. @param {number} node */
export function marks(node) {
  return state.overlay >= 0 && reasons[state.overlay].nodes.has(node);
}

/** Every overlay's reasons for a node. @param {number} node */
export function reasonsOf(node) {
  return content.overlays.flatMap((overlay, index) => (reasons[index].nodes.get(node) ?? []).map((reason) => ({ overlay, reason })));
}

/** Every overlay's reasons for a relationship. @param {number} edge */
export function edgeReasons(edge) {
  return content.overlays.flatMap((overlay, index) => (reasons[index].edges.get(edge) ?? []).map((reason) => ({ overlay, reason })));
}
