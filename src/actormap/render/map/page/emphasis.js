/** How clearly each node and relationship is drawn: what is selected and its neighbours in full, the rest faint. */

import { edges, nodes, ties } from './data.js';
import { passing } from './filters.js';
import { state } from './state.js';

const FAINT = 0.13;
const FAINT_LINE = 0.05;

export const opacity = {
  nodes: new Float32Array(nodes.length),
  edges: new Float32Array(edges.length),
};

/** What is in focus: the nodes that stand out, or null if all do. */
export const focus = { nodes: /** @type {Set<number> | null} */ (null) };

/** Works out everything anew. */
export function emphasise() {
  focus.nodes = focused();
  for (const node of nodes) opacity.nodes[node.id] = passing.nodes[node.id] && (!focus.nodes || focus.nodes.has(node.id) ? 1 : FAINT);
  for (const edge of edges) opacity.edges[edge.id] = passing.edges[edge.id] && lineOpacity(edge);
}

/** The relationships that stand out while something is selected. @param {import('./data.js').Edge} edge */
export function strong(edge) {
  if (state.edge >= 0) return edge.id === state.edge;
  if (state.selected < 0) return false;
  if (state.steps === 1) return edge.from === state.selected || edge.to === state.selected;
  return Boolean(focus.nodes?.has(edge.from) && focus.nodes.has(edge.to));
}

/** @param {number} start @param {number} steps */
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

function focused() {
  if (state.edge >= 0) return new Set([edges[state.edge].from, edges[state.edge].to]);
  if (state.selected >= 0) return within(state.selected, state.steps);
  if (state.gaps) return new Set(nodes.flatMap((node) => (node.gaps ? [node.id] : [])));
  return null;
}

/** @param {import('./data.js').Edge} edge */
function lineOpacity(edge) {
  if (strong(edge)) return state.steps === 1 ? 0.95 : 0.6;
  if (state.edge >= 0 || state.selected >= 0) return FAINT_LINE;
  if (state.gaps) return FAINT;
  return nodes[edge.from].box === nodes[edge.to].box ? 0.62 : 0.36;
}
