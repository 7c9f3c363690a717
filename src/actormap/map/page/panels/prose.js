/** The map in sentences, for reading with a screen reader and for reading aloud: the same content, filtered as the map is. */

import { append } from '../browser/chunks.js';
import { byId, make } from '../browser/dom.js';
import { content, nodes, ties } from '../data/content.js';
import { entriesOf } from './overlay_list.js';
import { passing } from '../state/filters.js';
import { compare, pick, text } from '../state/language.js';
import { size } from '../state/overlays.js';
import { reveal, state } from '../state/state.js';

/** Builds the text anew. */
export function buildProse() {
  const groups = content.groups.map(({ name }) => ({ name, members: /** @type {import('../data/content.js').Node[]} */ ([]) }));
  for (const node of nodes) if (passing.nodes[node.id]) groups[node.box].members.push(node);
  const parts = groups.filter(({ members }) => members.length).map(({ name, members }) => section(pick(name), members));
  byId('twin-body').replaceChildren(
    make('h2', { text: content.title }),
    make('p', {
      class: 'lead',
      text: [text('twin.whole', { nodes: passing.nodeCount, edges: passing.edgeCount, groups: parts.length }), ...filterSentences()].join(' '),
    }),
    ...parts,
    ...content.overlays.map((overlay, index) =>
      make(
        'section',
        { class: 'marked' },
        make('h3', { text: text('overlay.title', { name: pick(overlay.name), n: size(index) }) }),
        make('p', { text: pick(overlay.meaning) }),
        ...entriesOf(index),
      ),
    ),
  );
}

/** What is filtered by, in sentences. */
export function filterSentences() {
  return [
    state.municipality >= 0 && text('twin.municipality', { name: content.municipalities[state.municipality] }),
    state.theme >= 0 && text('twin.theme', { name: content.themes[state.theme] }),
    state.year && text('twin.year', { year: String(state.year) }),
  ].filter(Boolean);
}

/** Nodes in the order they are named in: the most tied first. @param {import('../data/content.js').Node[]} members */
export function byTies(members) {
  const degree = (/** @type {import('../data/content.js').Node} */ node) => ties[node.id].filter(({ edge }) => passing.edges[edge.id]).length;
  return members.map((node) => ({ node, degree: degree(node) })).sort((a, b) => b.degree - a.degree || compare(a.node.label, b.node.label));
}

/** @param {string} name @param {import('../data/content.js').Node[]} members */
function section(name, members) {
  const sorted = byTies(members);
  const [first] = sorted;
  const about = [text('twin.group', { n: members.length })];
  if (first.degree) about.push(text('twin.first', { name: first.node.label, n: first.degree }));
  const list = make('ul');
  append(list, sorted, ({ node }) =>
    make(
      'li',
      { 'data-told': node.key },
      make('button', { type: 'button', class: 'link', text: node.label, onclick: () => open(node.id) }),
      ` ${description(node)}`,
    ),
  );
  return make('section', {}, make('h3', { text: name }), make('p', { text: about.join(' ') }), list);
}

/** @param {number} node */
function open(node) {
  reveal(node);
  byId('map').focus();
}

/** What is said of a node after its name. @param {import('../data/content.js').Node} node */
export function description(node) {
  /** @type {Map<string, Set<string>>} */
  const clauses = new Map();
  for (const { edge, other } of ties[node.id]) {
    if (!passing.edges[edge.id]) continue;
    const { forwards, backwards } = content.types[edge.type];
    const words = pick(edge.from === node.id ? forwards : backwards);
    const role = edge.role && edge.from === node.id ? ` (${edge.role})` : '';
    clauses.set(words, (clauses.get(words) ?? new Set()).add(nodes[other].label + role));
  }
  const kind = pick(content.kinds[node.kind]);
  if (!clauses.size) return text('twin.nothing', { kind });
  const list = new Intl.ListFormat(state.lang, { type: 'conjunction' });
  const said = [...clauses].map(([words, names]) => `${words} ${list.format([...names].sort(compare))}`);
  return text('twin.node', { kind, said: said.join('; ') });
}
