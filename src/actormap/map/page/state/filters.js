/** What passes the filters, and how many each tick of the legend holds. */

import { content, edges, nodes } from '../data/content.js';
import { covers, state } from './state.js';

/** What of the state filters. */
export const FILTERS = ['families', 'types', 'statuses', 'municipality', 'theme', 'group', 'year'];

/** Which nodes and relationships are on the map, and how many; `version` grows when that changes. */
export const passing = {
  nodes: new Uint8Array(nodes.length),
  edges: new Uint8Array(edges.length),
  nodeCount: 0,
  edgeCount: 0,
  version: 0,
};

/** For every tick how many there are of it among what passes all the other filters. */
export const counts = {
  families: /** @type {number[]} */ ([]),
  types: /** @type {number[]} */ ([]),
  statuses: /** @type {number[]} */ ([]),
  municipalities: /** @type {number[]} */ ([]),
  themes: /** @type {number[]} */ ([]),
};

/** Works out everything anew. */
export function refilter() {
  passing.version += 1;
  counts.families = content.families.map(() => 0);
  counts.municipalities = content.municipalities.map(() => 0);
  counts.themes = content.themes.map(() => 0);
  passing.nodeCount = 0;
  for (const node of nodes) {
    passing.nodes[node.id] = sortNode(node);
    passing.nodeCount += passing.nodes[node.id];
  }
  counts.types = content.types.map(() => 0);
  counts.statuses = content.statuses.map(() => 0);
  passing.edgeCount = 0;
  for (const edge of edges) {
    passing.edges[edge.id] = sortEdge(edge);
    passing.edgeCount += passing.edges[edge.id];
  }
}

/**
 * When a filter changes everything is worked out anew, and what is hidden then is no longer selected.
 * @param {Set<string>} changed
 * @returns {Partial<import('./state.js').State>} what else changes
 */
export function filterAnew(changed) {
  if (!FILTERS.some((name) => changed.has(name))) return {};
  refilter();
  return {
    ...(state.to >= 0 && !passing.nodes[state.to] ? { to: -1 } : {}),
    ...(state.selected >= 0 && !passing.nodes[state.selected] ? { selected: -1, to: -1 } : {}),
    ...(state.edge >= 0 && !passing.edges[state.edge] ? { edge: -1 } : {}),
  };
}

/** @param {import('../data/content.js').Node} node */
function sortNode(node) {
  const family = state.families.has(node.family);
  const place = among(node.places, state.municipality);
  const theme = among(node.themes, state.theme);
  if (!current(node.years) || !inGroup(node)) return 0;
  if (place && theme) counts.families[node.family] += 1;
  if (family && theme) for (const index of node.places ?? []) counts.municipalities[index] += 1;
  if (family && place) for (const index of node.themes ?? []) counts.themes[index] += 1;
  return Number(family && place && theme);
}

/** @param {import('../data/content.js').Edge} edge */
function sortEdge(edge) {
  if (!passing.nodes[edge.from] || !passing.nodes[edge.to] || !current(edge.years)) return 0;
  const type = state.types.has(edge.type);
  const status = state.statuses.has(edge.status);
  if (status) counts.types[edge.type] += 1;
  if (type) counts.statuses[edge.status] += 1;
  return Number(type && status);
}

/** @param {number[] | undefined} own @param {number} chosen -1 for any */
function among(own, chosen) {
  return chosen < 0 || Boolean(own?.includes(chosen));
}

/** @param {import('../data/content.js').Node} node */
function inGroup(node) {
  return state.group < 0 || node.box === state.group;
}

/**
 * What has no year always holds.
 * @param {(number | null)[] | undefined} years
 */
function current(years) {
  return !state.year || !years || covers(years, state.year);
}
