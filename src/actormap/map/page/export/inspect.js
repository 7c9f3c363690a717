/** A door for whoever checks the page from outside: what is drawn, where, and how clearly. It changes nothing. */

import { content, edges, nodes } from '../data/content.js';
import { takenAreas } from '../draw/captions.js';
import { engine } from '../draw/engine.js';
import { lineLook } from '../draw/lines.js';
import { picture } from './picture.js';
import { passing } from '../state/filters.js';
import { opacity } from '../state/highlight.js';
import { find } from '../state/matches.js';
import { state } from '../state/state.js';
import { edgeAt, nodeAt } from '../view/hit_test.js';
import { boxOf, place, radius, whole } from '../view/place.js';
import { toScreen, view } from '../view/view.js';

export const inspect = Object.freeze({
  engine: engine.name,
  camera: () => ({ ...view }),
  positions: () => engine.positions(),
  whole,
  areas: takenAreas,
  find: (/** @type {string} */ sought) => find(sought).map(({ node }) => nodes[node].key),
  nodes: () =>
    nodes.map((node) => ({
      key: node.key,
      label: node.label,
      shown: Boolean(passing.nodes[node.id]),
      opacity: opacity.nodes[node.id],
      radius: radius(node.id),
    })),
  edges: () => edges.map((edge) => ({ id: edge.id, shown: Boolean(passing.edges[edge.id]), opacity: opacity.edges[edge.id], ...lineLook(edge) })),
  layout: () => (place.layout === content.layouts.portrait ? 'portrait' : 'landscape'),
  frame: () => place.frame,
  home: (/** @type {number} */ node) => {
    const box = boxOf(node);
    return box ? { ...toScreen(box.x, box.y), right: toScreen(box.x + box.width, 0).x, bottom: toScreen(0, box.y + box.height).y } : null;
  },
  nodeAt,
  edgeAt,
  selected: () => (state.selected < 0 ? null : nodes[state.selected].key),
  state: () => ({ ...state, families: [...state.families], types: [...state.types], statuses: [...state.statuses], spotlight: null }),
  picture: () => picture('view').toDataURL(),
});
