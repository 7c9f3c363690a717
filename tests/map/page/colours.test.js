/** What colours tell, and how things look on each screen. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const given = graph();
given.network.nodes[4].places = [1];
given.groups[2].kind = 'strip';
open(given);
const { change, unstyled } = await load('state/state');
const { colouring, look } = await load('state/colours');
const { darker, lineColour, paint } = await load('state/theme');
const { corners, lineSwatch, pattern, swatch } = await load('draw/shapes');
const { edges, nodes } = await load('data/content');

const shown = () => colouring().map(({ name, count }) => `${name} ${count}`);
const coloursOf = () => nodes.map((node) => look(node).colour);

beforeEach(() => change({ ...unstyled(), lang: 'sv', screen: 'light' }));

test('a kind has the colour and shape of its style, and networks are hollow', () => {
  assert.deepEqual(colouring(), []);
  assert.deepEqual(look(nodes[0]), { colour: '#102030', shape: 'square', hollow: false });
  assert.deepEqual(look(nodes[2]), { colour: '#405060', shape: 'star', hollow: true });
  assert.equal(look(nodes[2]), look(nodes[3]));
});

test('municipalities are counted where a node has but one, the largest first, and whoever has several or none is apart', () => {
  change({ colour: 'municipality' });
  assert.deepEqual(shown(), ['Åby 3', 'Älvsta 1', 'colour.several 1']);
  const [a, b, c, d, e] = coloursOf();
  assert.equal(new Set([a, b, c]).size, 3);
  assert.deepEqual([c, d], [d, e]);
  assert.deepEqual(look(nodes[2]).shape, 'star');
  assert.deepEqual(colouring().map(({ municipality }) => municipality), [1, 0, undefined]);
});

test('among equals municipalities are in the order of the language', () => {
  const before = nodes.map(({ places }) => places);
  for (const [index, places] of [[0], [1], [1], [0], [0, 1]].entries()) nodes[index].places = places;
  change({ colour: 'municipality', lang: 'en' });
  assert.deepEqual(shown(), ['Åby 2', 'Älvsta 2', 'colour.several 1']);
  for (const [index, places] of before.entries()) nodes[index].places = places;
});

test('communities are the groups that are such, and the rest is outside', () => {
  change({ colour: 'community' });
  assert.deepEqual(shown(), ['Första 2', 'Andra 2', 'colour.outside 1']);
  assert.deepEqual(colouring().map(({ group }) => group), [0, 1, undefined]);
});

test('certainty is told by the share of what is stated outright, denials left aside', () => {
  change({ colour: 'certainty' });
  // 0: three of four are stated. 1: none of one. 2: one of three. 3: the only one that is not denied. 4: one of one.
  assert.deepEqual(shown(), ['colour.all_stated 2', 'colour.most_stated 1', 'colour.some_stated 1', 'colour.none_stated 1', 'colour.no_tie 0']);
  const entries = colouring().map(({ colour }) => colour);
  assert.deepEqual(coloursOf().map((colour) => entries.indexOf(colour)), [1, 3, 2, 0, 0]);
});

test('half of them stated is most of them', () => {
  edges[4].status = 1;
  change({ colour: 'certainty', lang: 'en' });
  assert.equal(colouring().indexOf(colouring().find(({ colour }) => colour === look(nodes[0]).colour)), 1);
  edges[4].status = 0;
});

test('a colour is made darker channel by channel', () => {
  assert.deepEqual([darker('#ff8000', 0.5), darker('#100a00', 0.5), darker('#123456', 1), darker('#ffffff')], ['#804000', '#080500', '#123456', '#999999']);
});

test('each screen has its own paint, and lines are darker where contrast is needed', () => {
  assert.equal(lineColour(0), '#808080');
  change({ screen: 'contrast' });
  assert.deepEqual([lineColour(0), paint().rim], ['#4d4d4d', '#000000']);
  change({ screen: 'projector' });
  assert.deepEqual([lineColour(0), paint().width], ['#5c5c5c', 1.7]);
});

test('a status that is sure is a whole line, the others have patterns of their own', () => {
  assert.deepEqual(pattern(0), []);
  assert.equal(new Set([0, 1, 2, 3].map((status) => pattern(status).join())).size, 4);
});

test('an unknown shape is round', () => {
  assert.equal(corners('square').length, 8);
  assert.equal(corners('none').length, 16);
  assert.match(swatch({ colour: '#102030', shape: 'none' }, false).children[0].attributes.d, /^M-1,0a/);
});

test('a hollow figure is white with a rim of its colour, a full one has a darker rim', () => {
  const { fill, stroke } = swatch({ colour: '#102030', shape: 'square' }, true).children[0].attributes;
  assert.deepEqual([fill, stroke], ['#ffffff', '#102030']);
  const full = swatch({ colour: '#102030', shape: 'square' }, false).children[0].attributes;
  assert.deepEqual([full.fill, full.stroke], ['#102030', darker('#102030')]);
});

test('the legend has the pattern of a line, or none', () => {
  const dashes = (lengths) => lineSwatch('#000000', lengths).children[0].attributes['stroke-dasharray'];
  assert.deepEqual([dashes([]), dashes([1, 6])], ['none', '2 12']);
});
