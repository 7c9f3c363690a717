/** The gaps: what these sources say nothing about, on the map and as a list. */

import { nodes } from './data.js';
import { make } from './dom.js';
import { compare, pick, text } from './language.js';
import { look, swatch } from './shapes.js';
import { reveal } from './state.js';

export const gapCount = nodes.filter((node) => node.gaps).length;

/** The panel's list: every reason, and whom it holds for. */
export function gapList() {
  /** @type {Map<string, number[]>} */
  const reasons = new Map();
  for (const node of nodes) {
    for (const words of node.gaps ?? []) {
      const reason = pick(words);
      reasons.set(reason, [...(reasons.get(reason) ?? []), node.id]);
    }
  }
  const sections = [...reasons.keys()].sort(compare).map((reason) => {
    const members = reasons.get(reason) ?? [];
    members.sort((a, b) => compare(nodes[a].label, nodes[b].label));
    return make('section', { class: 'heap' }, make('h3', { text: `${reason} (${members.length})` }), make('ul', {}, ...members.map(item)));
  });
  return [make('h2', { text: text('gaps.title', { n: gapCount }) }), make('p', { class: 'small', text: text('gaps.meaning') }), ...sections];
}

/** @param {number} index */
function item(index) {
  const node = nodes[index];
  const button = make('button', { type: 'button', class: 'link', onclick: () => reveal(index) });
  button.append(swatch(look(node), look(node).hollow), make('span', { text: node.label }));
  return make('li', { 'data-gap': node.key }, button);
}
