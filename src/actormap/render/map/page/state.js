/** What the reader has chosen. Everything that is drawn follows from it; `change` is the only way to it. */

import { content, edges, nodes } from './data.js';

/** Statuses that are no reason for a line until they are asked for. */
const UNTICKED = ['denied'];

export const present = {
  types: [...new Set(edges.map((edge) => edge.type))].sort((a, b) => a - b),
  statuses: [...new Set(edges.map((edge) => edge.status))].sort((a, b) => a - b),
};

/** What is filtered by, as it is at the start. */
export function unfiltered() {
  return {
    families: new Set(content.families.flatMap((family, index) => (family.shown ? [index] : []))),
    types: new Set(present.types),
    statuses: new Set(present.statuses.filter((status) => !UNTICKED.includes(content.statuses[status].key))),
    municipality: -1,
    theme: -1,
    year: 0,
  };
}

export const state = {
  ...unfiltered(),
  lang: content.lang,
  measure: 0,
  gaps: false,
  selected: -1,
  edge: -1,
  steps: 1,
  hovered: -1,
  view: /** @type {'map' | 'table'} */ ('map'),
  table: /** @type {'nodes' | 'edges'} */ ('nodes'),
};

/** @typedef {typeof state} State */
/** @typedef {(changed: Set<string>) => void} Listener */

/** @type {Listener[]} */
const listeners = [];

/** @param {Listener} listener is told the names of what changed */
export function onChange(listener) {
  listeners.push(listener);
}

/** @param {Partial<State>} patch */
export function change(patch) {
  Object.assign(state, patch);
  const changed = new Set(Object.keys(patch));
  for (const listener of listeners) listener(changed);
}

/** @param {number} node to select, -1 for none */
export function select(node) {
  change({ selected: node, edge: -1, steps: 1 });
}

/** The families ticked before the gaps were shown. @type {Set<number> | null} */
let before = null;

/**
 * Shows the gaps or stops showing them. All of them are shown, so what hides their families is lifted meanwhile.
 * @param {boolean} shown
 */
export function showGaps(shown) {
  const needed = nodes.flatMap((node) => (node.gaps ? [node.family] : []));
  const families = shown ? new Set([...state.families, ...needed]) : (before ?? state.families);
  before = shown ? state.families : null;
  change({ families, gaps: shown, selected: -1, edge: -1, view: 'map' });
}

/**
 * Selects a node and lifts whatever filter hides it.
 * @param {number} index
 */
export function reveal(index) {
  const node = nodes[index];
  const years = node.years;
  change({
    families: new Set([...state.families, node.family]),
    municipality: node.places?.includes(state.municipality) ? state.municipality : -1,
    theme: node.themes?.includes(state.theme) ? state.theme : -1,
    year: years && state.year && !covers(years, state.year) ? 0 : state.year,
    view: 'map',
    selected: index,
    edge: -1,
    steps: 1,
  });
}

/**
 * Selects a relationship and lifts whatever filter hides it or an end of it.
 * @param {number} index
 */
export function revealEdge(index) {
  const edge = edges[index];
  change({
    families: new Set([...state.families, nodes[edge.from].family, nodes[edge.to].family]),
    types: new Set([...state.types, edge.type]),
    statuses: new Set([...state.statuses, edge.status]),
    municipality: -1,
    theme: -1,
    year: edge.years && state.year && !covers(edge.years, state.year) ? 0 : state.year,
    view: 'map',
    selected: -1,
    edge: index,
  });
}

/**
 * @param {(number | null)[]} years first and last, null where open
 * @param {number} year
 */
export function covers([first, last], year) {
  return (first ?? -Infinity) <= year && year <= (last ?? Infinity);
}
