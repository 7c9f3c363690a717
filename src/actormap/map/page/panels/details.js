/** The panel beside the map: one node with its relationships, one relationship, a path, or what an overlay marks. */

import { announce, byId, make } from '../browser/dom.js';
import { nudge } from '../control/drag.js';
import { content, edges, nodes, parallel, ties, together } from '../data/content.js';
import { swatch } from '../draw/shapes.js';
import { evidenceList, roleAndPeriod, sentence, source, underWords } from './evidence.js';
import { overlayList } from './overlay_list.js';
import { look } from '../state/colours.js';
import { passing } from '../state/filters.js';
import { focus } from '../state/highlight.js';
import { pick, shortened, text } from '../state/language.js';
import { edgeReasons, reasonsOf } from '../state/overlays.js';
import { change, reveal, revealEdge, select, showOverlay, state } from '../state/state.js';
import { toldMeasures } from '../view/place.js';

const panel = byId('details');

/** Builds the panel anew, or hides it if there is nothing to tell. */
export function buildDetails() {
  const parts =
    state.edge >= 0
      ? edgeParts(edges[state.edge])
      : state.selected >= 0
        ? state.to >= 0
          ? pathParts()
          : nodeParts(nodes[state.selected])
        : state.overlay >= 0
          ? overlayList()
          : [];
  panel.hidden = !parts.length || state.view !== 'map' || state.step >= 0;
  document.body.classList.toggle('with-details', !panel.hidden);
  if (!parts.length) return;
  const close = make('button', { type: 'button', class: 'close', 'aria-label': text('details.close'), text: '✕', onclick: closePanel });
  panel.replaceChildren(close, ...parts);
  panel.scrollTop = 0;
}

function closePanel() {
  if (state.selected >= 0 || state.edge >= 0) select(-1);
  else showOverlay(-1);
  byId('map').focus();
}

/** @param {import('../data/content.js').Node} node */
function nodeParts(node) {
  const places = (node.places ?? []).map((index) => content.municipalities[index]).filter((name) => name !== node.label);
  /** @type {HTMLElement[]} */
  const parts = [
    make('h2', {}, swatch(look(node), look(node).hollow), make('span', { text: node.label })),
    make('p', { class: 'kind', text: pick(content.kinds[node.kind]) }),
  ];
  if (node.aliases) parts.push(make('p', { class: 'small', text: text('details.aliases', { names: node.aliases.join(', ') }) }));
  for (const { reason } of reasonsOf(node.id)) parts.push(make('p', { class: 'gap', text: pick(reason) }));
  parts.push(stepButtons(), ...(state.arranging ? [nudges(node)] : []), facts(node, places), ...relations(node));
  return parts;
}

function stepButtons() {
  const steps = [1, 2].map((number) =>
    make('button', {
      type: 'button',
      'aria-pressed': String(state.steps === number),
      text: text('details.steps', { n: number }),
      onclick: () => change({ steps: number }),
    }),
  );
  const path = make('button', { type: 'button', id: 'path', 'aria-pressed': String(state.picking), text: text('path.ask'), onclick: askForPath });
  return make('div', { class: 'row', role: 'group', 'aria-label': text('details.reach') }, ...steps, path);
}

/** The next node that is chosen is where the path leads. */
function askForPath() {
  change({ picking: !state.picking });
  announce(state.picking ? text('path.pick') : '');
  if (state.picking) byId('search').focus();
}

/** Moving by buttons, for whoever cannot drag. @param {import('../data/content.js').Node} node */
function nudges(node) {
  const ways = /** @type {const} */ ([
    ['←', 'left', -1, 0],
    ['↑', 'up', 0, -1],
    ['↓', 'down', 0, 1],
    ['→', 'right', 1, 0],
  ]);
  const buttons = ways.map(([sign, name, right, down]) =>
    make('button', { type: 'button', text: sign, 'aria-label': text(`arrange.${name}`), onclick: () => nudge(node.id, right, down) }),
  );
  return make('div', { class: 'row nudges', role: 'group', 'aria-label': text('arrange.nudge') }, ...buttons);
}

/** The nodes of a path, one under the other, and why each line is there. */
function pathParts() {
  const again = make('button', { type: 'button', text: text('path.end'), onclick: () => change({ to: -1 }) });
  const title = text('path.between', { from: nodes[state.selected].label, to: nodes[state.to].label });
  if (!focus.path) return [make('h2', { text: title }), make('p', { text: text('path.none') }), again];
  const { nodes: way, edges: lines } = focus.path;
  const steps = way.slice(1).map((node, index) => {
    const own = lines.filter((line) => [edges[line].from, edges[line].to].every((end) => end === node || end === way[index]));
    return make(
      'li',
      {},
      ...own.flatMap((line) => [
        make('button', { type: 'button', class: 'link', text: sentence(edges[line]), onclick: () => revealEdge(line) }),
        evidenceList(edges[line]),
      ]),
    );
  });
  return [
    make('h2', { text: title }),
    make('p', { class: 'kind', text: text('details.steps', { n: way.length - 1 }) }),
    make('ol', { class: 'way' }, ...steps),
    again,
  ];
}

/** @param {import('../data/content.js').Node} node @param {string[]} places */
function facts(node, places) {
  const list = make('dl', { class: 'facts' });
  const add = (/** @type {string} */ term, /** @type {(Node | string)[]} */ value) =>
    list.append(make('dt', { text: term }), make('dd', {}, .../** @type {any[]} */ (value)));
  for (const index of toldMeasures()) {
    const value = node.measures[index];
    if (value !== null && value !== undefined) add(pick(content.measures[index]), [pick(value)]);
  }
  for (const [name, value] of Object.entries(node.facts ?? {})) {
    const suffix = name.endsWith('_sek') ? ' kr' : name.endsWith('_percent') ? ' %' : '';
    add(text(`fact.${name}`), [pick(value) + suffix]);
  }
  if (places.length) add(text('fact.municipality'), [shortened(places, 3)]);
  if (node.document !== undefined) add(text('fact.source'), source(node.document, node.locator));
  return list;
}

/** @param {import('../data/content.js').Node} node */
function relations(node) {
  const all = ties[node.id];
  if (!all.length) return [make('p', { text: text('details.no_relationship') })];
  const shown = all.filter(({ edge }) => passing.edges[edge.id]);
  const hidden = all.filter(({ edge }) => !passing.edges[edge.id]);
  const parts = [make('h3', { text: text('details.relationships', { n: shown.length }) }), ...byWords(node, shown)];
  if (hidden.length) {
    parts.push(
      make('details', { class: 'hidden-ones' }, make('summary', { text: text('details.hidden', { n: hidden.length }) }), ...byWords(node, hidden)),
    );
  }
  return parts;
}

/**
 * The relationships under the words that say them from this node's side.
 * @param {import('../data/content.js').Node} node
 * @param {{edge: import('../data/content.js').Edge, other: number}[]} chosen
 */
function byWords(node, chosen) {
  return underWords(node, chosen).map(({ words, items }) =>
    make('section', { class: 'heap' }, make('h4', { text: `${words} (${items.length})` }), make('ul', {}, ...items.map(item))),
  );
}

/** @param {{edge: import('../data/content.js').Edge, other: number}} tie */
function item({ edge, other }) {
  const name = make('button', { type: 'button', class: 'link', onclick: () => reveal(other) });
  name.append(swatch(look(nodes[other]), look(nodes[other]).hollow), make('span', { text: nodes[other].label }));
  const why = make('button', {
    type: 'button',
    class: 'why',
    'aria-label': `${text('evidence.why')} ${sentence(edge)}`,
    text: text('evidence.why_short'),
    onclick: () => revealEdge(edge.id),
  });
  const more = roleAndPeriod(edge);
  return make(
    'li',
    { 'data-edge': edge.id },
    make('div', { class: 'head' }, name, why),
    ...(more ? [make('span', { class: 'role', text: more })] : []),
    evidenceList(edge),
  );
}

/** What one of the relationships of a line says, and why. @param {import('../data/content.js').Edge} edge */
function said(edge) {
  const more = roleAndPeriod(edge);
  return [
    make('p', { class: 'sentence', 'data-edge': edge.id, text: sentence(edge) }),
    ...(more ? [make('p', { class: 'role', text: more })] : []),
    ...edgeReasons(edge.id).map(({ reason }) => make('p', { class: 'gap', text: pick(reason) })),
    evidenceList(edge),
  ];
}

/** @param {import('../data/content.js').Edge} edge */
function edgeParts(edge) {
  const line = [edge, ...together(edge).filter((other) => other.id !== edge.id)];
  const others = parallel(edge).filter((other) => !line.includes(other));
  const ends = [edge.from, edge.to].map((node) => make('button', { type: 'button', text: nodes[node].label, onclick: () => reveal(node) }));
  return [
    make('h2', { text: text('evidence.why') }),
    ...line.flatMap(said),
    make('div', { class: 'row' }, ...ends),
    ...(others.length ? [make('h3', { text: text('evidence.more', { n: others.length }) })] : []),
    ...others.map((other) =>
      make(
        'section',
        { class: 'heap', 'data-edge': other.id },
        make('button', { type: 'button', class: 'link', text: sentence(other), onclick: () => revealEdge(other.id) }),
        evidenceList(other),
      ),
    ),
  ];
}
