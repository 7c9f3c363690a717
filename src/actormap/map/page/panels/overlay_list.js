/** What an overlay marks, in text: every reason, and whom it holds for. */

import { make } from '../browser/dom.js';
import { content, edges, nodes } from '../data/content.js';
import { swatch } from '../draw/shapes.js';
import { sentence } from './evidence.js';
import { look } from '../state/colours.js';
import { compare, pick, text } from '../state/language.js';
import { size } from '../state/overlays.js';
import { reveal, revealEdge, state } from '../state/state.js';

/** A reason longer than this many letters is no heading. */
const HEADING = 60;

/** The panel's list for the overlay shown. */
export function overlayList() {
  const { name, meaning } = content.overlays[state.overlay];
  return [
    make('h2', { text: text('overlay.title', { name: pick(name), n: size(state.overlay) }) }),
    make('p', { class: 'small', text: pick(meaning) }),
    ...entriesOf(state.overlay),
  ];
}

/** Every reason of an overlay with its nodes and relationships. @param {number} overlay */
export function entriesOf(overlay) {
  const entries = content.overlays[overlay].entries.map(({ reason, nodes: marked = [], edges: lines = [] }) => ({
    reason: pick(reason),
    marked: [...marked],
    lines,
  }));
  entries.sort((a, b) => compare(a.reason, b.reason));
  return entries.map(({ reason, marked, lines }) => {
    if (marked.length === 1 && !lines.length && reason.length > HEADING) return alone(marked[0], reason);
    marked.sort((a, b) => compare(nodes[a].label, nodes[b].label));
    const items = [...marked.map(nodeItem), ...lines.map(edgeItem)];
    return make('section', { class: 'heap' }, make('h3', { text: `${reason} (${items.length})` }), make('ul', {}, ...items));
  });
}

/** A node that has sentences of its own: it is the heading, and they stand below it. @param {number} index @param {string} reason */
function alone(index, reason) {
  return make(
    'section',
    { class: 'heap', 'data-marked': nodes[index].key },
    make('h3', {}, opener(index)),
    make('p', { class: 'reason', text: reason }),
  );
}

/** @param {number} index */
function nodeItem(index) {
  return make('li', { 'data-marked': nodes[index].key }, opener(index));
}

/** @param {number} index */
function opener(index) {
  const button = make('button', { type: 'button', class: 'link', onclick: () => reveal(index) });
  button.append(swatch(look(nodes[index]), look(nodes[index]).hollow), make('span', { text: nodes[index].label }));
  return button;
}

/** @param {number} index */
function edgeItem(index) {
  return make(
    'li',
    { 'data-marked-line': index },
    make('button', { type: 'button', class: 'link', text: sentence(edges[index]), onclick: () => revealEdge(index) }),
  );
}
