/** A door for whoever checks the page from outside: what is drawn, where, and how clearly. It changes nothing. */

import { content, edges, nodes } from './data.js';
import { opacity } from './emphasis.js';
import { passing } from './filters.js';
import { camera, positions } from './network.js';
import { takenAreas } from './overlay.js';
import { picture } from './picture.js';
import { place, radius, whole } from './place.js';
import { find } from './search.js';
import { state } from './state.js';

export const inspect = Object.freeze({
  camera,
  positions,
  whole,
  areas: takenAreas,
  find: (/** @type {string} */ sought) => find(sought).map(({ node }) => nodes[node].key),
  nodes: () =>
    nodes.map((node) => ({ key: node.key, label: node.label, shown: Boolean(passing.nodes[node.id]), opacity: opacity.nodes[node.id], radius: radius(node.id) })),
  edges: () => edges.map((edge) => ({ id: edge.id, shown: Boolean(passing.edges[edge.id]), opacity: opacity.edges[edge.id] })),
  layout: () => (place.layout === content.layouts.portrait ? 'portrait' : 'landscape'),
  selected: () => (state.selected < 0 ? null : nodes[state.selected].key),
  picture: () => picture().toDataURL(),
});
