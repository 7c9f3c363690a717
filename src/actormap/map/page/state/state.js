/** What the reader has chosen. Everything that is drawn follows from it; `change` is the only way to it. */

import { content, edges, nodes } from '../data/content.js';

/** @typedef {'kind' | 'municipality' | 'community' | 'certainty' | 'column'} Colouring */

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
    group: -1,
    year: 0,
  };
}

/** How things look, as it is at the start. `size` is told by `measure`; `to` is the other end of a path, `spotlight` what a step of a
 * story shows besides the one selected. */
export function unstyled() {
  return {
    measure: 0,
    colour: content.colour ?? /** @type {Colouring} */ ('kind'),
    layout: content.layout ?? 'group',
    overlay: -1,
    selected: -1,
    edge: -1,
    to: -1,
    steps: 1,
    spotlight: /** @type {Set<number> | null} */ (null),
  };
}

export const state = {
  ...unfiltered(),
  ...unstyled(),
  lang: content.lang,
  screen: /** @type {'light' | 'contrast' | 'projector'} */ ('light'),
  hovered: -1,
  arranging: false,
  picking: false,
  playing: false,
  step: -1,
  view: /** @type {'map' | 'table' | 'text'} */ ('map'),
  table: /** @type {'nodes' | 'edges'} */ ('nodes'),
};

/** @typedef {typeof state} State */
/** @typedef {(changed: Set<string>) => Partial<State>} Rule returns what else changes with it */
/** @typedef {(changed: Set<string>, asked: Set<string>) => void} Listener hears the names of what changed, and which of it was asked for */

/** @type {Rule[]} */
const rules = [];
/** @type {Listener[]} */
const listeners = [];

/** @param {Rule} rule is asked after every change, before anybody hears of it */
export function addRule(rule) {
  rules.push(rule);
}

/** @param {Listener} listener */
export function onChange(listener) {
  listeners.push(listener);
}

/** Changes what the reader has chosen, and whatever follows from that. @param {Partial<State>} patch */
export function change(patch) {
  const asked = apply(patch);
  if (!asked.size) return;
  const followed = rules.flatMap((rule) => [...apply(rule(asked))]);
  for (const listener of listeners) listener(new Set([...asked, ...followed]), asked);
}

/** @param {Partial<State>} patch @returns {Set<string>} the names of what is another now */
function apply(patch) {
  const names = /** @type {(keyof State)[]} */ (Object.keys(patch));
  const changed = names.filter((name) => state[name] !== patch[name]);
  Object.assign(state, patch);
  return new Set(changed);
}

/** @param {number} node to select, -1 for none */
export function select(node) {
  if (picks(node)) change({ to: node, picking: false });
  else change({ selected: node, edge: -1, to: -1, steps: 1, spotlight: null, picking: false });
}

/** Whether a node answers the question where a path leads. @param {number} node */
function picks(node) {
  return state.picking && state.selected >= 0 && node >= 0 && node !== state.selected;
}

/** The families ticked before an overlay was shown. @type {Set<number> | null} */
let before = null;

/**
 * Shows an overlay, or none (-1). All it marks is shown, so what hides their families is lifted meanwhile.
 * @param {number} overlay
 */
export function showOverlay(overlay) {
  const base = before ?? state.families;
  const needed = overlay < 0 ? [] : content.overlays[overlay].entries.flatMap((entry) => [...(entry.nodes ?? []), ...ends(entry.edges ?? [])]);
  const families = needed.length ? new Set([...base, ...needed.map((node) => nodes[node].family)]) : base;
  before = overlay < 0 ? null : base;
  change({ families, overlay, selected: -1, edge: -1, to: -1, view: 'map' });
}

/** @param {number[]} chosen */
function ends(chosen) {
  return chosen.flatMap((edge) => [edges[edge].from, edges[edge].to]);
}

/**
 * Selects a node and lifts whatever filter hides it.
 * @param {number} index
 */
export function reveal(index) {
  if (picks(index)) {
    change({ ...lifted([nodes[state.selected], nodes[index]]), view: 'map', to: index, picking: false });
    return;
  }
  change({ ...lifted([nodes[index]]), view: 'map', selected: index, edge: -1, to: -1, steps: 1, picking: false });
}

/**
 * What to change for some nodes to pass the filters.
 * @param {import('../data/content.js').Node[]} wanted
 * @param {Pick<State, 'families' | 'municipality' | 'theme' | 'group' | 'year'>} [filters] as they are
 */
export function lifted(wanted, filters = state) {
  const families = wanted.map((node) => node.family).filter((family) => !filters.families.has(family));
  const all = (/** @type {(node: import('../data/content.js').Node) => boolean} */ test) => wanted.every(test);
  return {
    families: families.length ? new Set([...filters.families, ...families]) : filters.families,
    municipality: all((node) => Boolean(node.places?.includes(filters.municipality))) ? filters.municipality : -1,
    theme: all((node) => Boolean(node.themes?.includes(filters.theme))) ? filters.theme : -1,
    group: all((node) => node.box === filters.group) ? filters.group : -1,
    year: filters.year && !all((node) => !node.years || covers(node.years, filters.year)) ? 0 : filters.year,
  };
}

/**
 * Selects a relationship and lifts whatever filter hides it or an end of it.
 * @param {number} index
 */
export function revealEdge(index) {
  const edge = edges[index];
  change({
    ...lifted([nodes[edge.from], nodes[edge.to]]),
    types: new Set([...state.types, edge.type]),
    statuses: new Set([...state.statuses, edge.status]),
    ...(edge.years && state.year && !covers(edge.years, state.year) ? { year: 0 } : {}),
    view: 'map',
    selected: -1,
    to: -1,
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
