/** How clearly each node and relationship is drawn: what is selected and its neighbours in full, the rest faint. */

import { edges, nodes, together } from '../data/content.js';
import { passing } from './filters.js';
import { marked } from './overlays.js';
import { shortest, within } from './paths.js';
import { state } from './state.js';
import { paint } from './theme.js';

const FAINT = 0.13;
const FAINT_LINE = 0.05;

export const opacity = {
  nodes: new Float32Array(nodes.length),
  edges: new Float32Array(edges.length),
};

/** The lines that stand out while something is selected or pointed out. */
const standing = new Uint8Array(edges.length);

/** What is in focus: the nodes that stand out, or null if all do; the path asked for, if there is one; `version` grows with every change. */
export const focus = {
  nodes: /** @type {Set<number> | null} */ (null),
  path: /** @type {{nodes: number[], edges: number[]} | null} */ (null),
  version: 0,
};

/** Works out everything anew. */
export function emphasise() {
  focus.version += 1;
  focus.path = state.selected >= 0 && state.to >= 0 ? shortest(state.selected, state.to) : null;
  focus.nodes = focused();
  mark();
  for (const node of nodes) opacity.nodes[node.id] = passing.nodes[node.id] && (!focus.nodes || focus.nodes.has(node.id) ? 1 : FAINT);
  const { inner, between } = paint();
  const chosen = state.edge >= 0 || state.selected >= 0;
  const clear = state.selected >= 0 && state.steps > 1 && !focus.path ? 0.6 : 0.95;
  for (const edge of edges) {
    const base = chosen ? FAINT_LINE : state.overlay >= 0 ? FAINT : nodes[edge.from].box === nodes[edge.to].box ? inner : between;
    opacity.edges[edge.id] = passing.edges[edge.id] && (standing[edge.id] ? clear : base);
  }
}

/** Whether a line stands out. @param {number} edge */
export function strong(edge) {
  return standing[edge] === 1;
}

function mark() {
  standing.fill(0);
  if (state.edge >= 0) for (const { id } of together(edges[state.edge])) standing[id] = 1;
  else if (focus.path) for (const edge of focus.path.edges) standing[edge] = 1;
  else if (state.selected >= 0) {
    const near = (/** @type {import('../data/content.js').Edge} */ { from, to }) => from === state.selected || to === state.selected;
    const among = (/** @type {import('../data/content.js').Edge} */ { from, to }) => Boolean(focus.nodes?.has(from) && focus.nodes.has(to));
    for (const edge of edges)
      {standing[edge.id] = Number(passing.edges[edge.id] && (state.steps === 1 && !state.spotlight ? near(edge) : among(edge)));}
  } else for (const edge of marked()?.edges.keys() ?? []) standing[edge] = 1;
}

function focused() {
  if (state.edge >= 0) return new Set([edges[state.edge].from, edges[state.edge].to]);
  if (focus.path) return new Set(focus.path.nodes);
  if (state.spotlight) return new Set([...state.spotlight].flatMap((node) => [...within(node, state.steps)]));
  if (state.selected >= 0) return state.to >= 0 ? new Set([state.selected, state.to]) : within(state.selected, state.steps);
  const overlay = marked();
  if (!overlay) return null;
  const ends = [...overlay.edges.keys()].flatMap((edge) => [edges[edge].from, edges[edge].to]);
  return new Set([...overlay.nodes.keys(), ...ends]);
}
