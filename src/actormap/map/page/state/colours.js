/** What a node's colour tells: its kind, a municipality, a community, how certain its relationships are, or a column of the tables. */

import { content, nodes, ties } from '../data/content.js';
import { compare, pick, text } from './language.js';
import { state } from './state.js';

/** @typedef {{colour: string, name: string, count: number, group?: number, municipality?: number}} Entry */

/** @type {import('./state.js').Colouring[]} */
export const colouringNames = ['kind', 'municipality', 'community', 'certainty', ...(content.column ? /** @type {const} */ (['column']) : [])];

/** What a colouring is called; a column has the name that the tables give it. @param {import('./state.js').Colouring} name */
export function colouringName(name) {
  return name === 'column' && content.column ? pick(content.column.name) : text(`colour.${name}`);
}

/** Told apart under every colour blindness, at least 3:1 on white. */
const PALETTE = ['#1e3c5a', '#e16900', '#2d87f0', '#871e00', '#78965a', '#4b0087', '#c369b4', '#785a5a'];
const REST = '#8592a3';
/** From firm to loose: dark to light, the lightest still 3:1. */
const FIRMNESS = ['#0b3c6f', '#2f74b5', '#b26a00', '#a1221b'];
const FIRM = ['stated', 'stated_collectively'];

/** @typedef {{colour: string, shape: string, hollow: boolean}} Look the same one for all that look alike */

/** @type {Map<string, Look>} */
const looks = new Map();

/** @param {string} colour @param {string} shape @param {boolean} hollow */
function shared(colour, shape, hollow) {
  const key = `${colour}/${shape}/${hollow}`;
  const found = looks.get(key) ?? { colour, shape, hollow };
  looks.set(key, found);
  return found;
}

const kinds = nodes.map(({ style, family }) => shared(content.styles[style].colour, content.styles[style].shape, content.families[family].hollow));

const memo = { key: '', entries: /** @type {Entry[]} */ ([]), of: new Int32Array(0), looks: kinds };

/**
 * How a node looks: its shape tells the kind whatever the colour tells.
 * @param {import('../data/content.js').Node} node
 */
export function look(node) {
  colouring();
  return memo.looks[node.id];
}

/** What the colours mean, for the legend; nothing while they tell the kind. */
export function colouring() {
  const key = `${state.colour}/${state.lang}`;
  if (memo.key !== key) {
    memo.key = key;
    memo.of = new Int32Array(nodes.length).fill(-1);
    memo.entries = { kind: () => [], municipality: municipalities, community: communities, certainty: certainties, column }[state.colour]();
    const colour = (/** @type {number} */ entry) => memo.entries[entry]?.colour ?? REST;
    memo.looks = state.colour === 'kind' ? kinds : kinds.map(({ shape, hollow }, node) => shared(colour(memo.of[node]), shape, hollow));
  }
  return memo.entries;
}

/** @returns {Entry[]} */
function municipalities() {
  const counts = new Map();
  for (const node of nodes) if (node.places?.length === 1) counts.set(node.places[0], (counts.get(node.places[0]) ?? 0) + 1);
  const most = [...counts.keys()]
    .sort((a, b) => counts.get(b) - counts.get(a) || compare(content.municipalities[a], content.municipalities[b]))
    .slice(0, PALETTE.length);
  for (const node of nodes) memo.of[node.id] = node.places?.length === 1 ? most.indexOf(node.places[0]) : -1;
  const entries = most.map((place, index) => ({
    colour: PALETTE[index],
    name: content.municipalities[place],
    count: counts.get(place),
    municipality: place,
  }));
  return [...entries, rest(text('colour.several'))];
}

/** @returns {Entry[]} */
function communities() {
  const { groups } = content;
  const coloured = groups.flatMap(({ kind }, index) => (kind === 'group' ? [index] : []));
  for (const node of nodes) memo.of[node.id] = coloured.indexOf(node.box);
  const entries = coloured.map((group, index) => ({
    colour: PALETTE[index % PALETTE.length],
    name: pick(groups[group].name),
    count: nodes.filter((node) => node.box === group).length,
    group,
  }));
  return [...entries, rest(text('colour.outside'))];
}

/** How large a share of a node's relationships some document states outright. @returns {Entry[]} */
function certainties() {
  const counts = [0, 0, 0, 0];
  for (const node of nodes) {
    const own = ties[node.id].filter(({ edge }) => content.statuses[edge.status].key !== 'denied');
    if (!own.length) continue;
    const firm = own.filter(({ edge }) => FIRM.includes(content.statuses[edge.status].key)).length / own.length;
    memo.of[node.id] = firm === 1 ? 0 : firm >= 0.5 ? 1 : firm > 0 ? 2 : 3;
    counts[memo.of[node.id]] += 1;
  }
  const names = ['colour.all_stated', 'colour.most_stated', 'colour.some_stated', 'colour.none_stated'];
  return [...names.map((name, index) => ({ colour: FIRMNESS[index], name: text(name), count: counts[index] })), rest(text('colour.no_tie'))];
}

/** What a column says, the most usual values in colours of their own. @returns {Entry[]} */
function column() {
  const values = (content.column?.values ?? []).slice(0, PALETTE.length);
  for (const { id, value } of nodes) memo.of[id] = value !== undefined && value < values.length ? value : -1;
  const entries = values.map((name, index) => ({ colour: PALETTE[index], name, count: memo.of.filter((entry) => entry === index).length }));
  return [...entries, rest(text('colour.other'))];
}

/** @param {string} name */
function rest(name) {
  return { colour: REST, name, count: memo.of.filter((entry) => entry < 0).length };
}
