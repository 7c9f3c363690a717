/** What the page was given, read once: a graph whose lines come in no order, one of them from a node to itself, and a node without any. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graph, load, open } from './support.js';

const given = graph();
const node = (id, measure, more = {}) => ({ id, key: `n${id}`, label: `N${id}`, family: 0, style: 0, kind: 'org', box: 0, measures: [measure], ...more });
given.network.nodes = [node(0, 1), node(1, 5, { years: [2020, null] }), node(2, 5), node(3, 5), node(4, 99)];
given.network.edges = [[0, 2], [0, 1], [2, 3], [1, 3], [3, 3]].map(([from, to], id) => ({ id, from, to, type: 0, status: 0, evidence: [] }));
given.overlays = [];
delete given.layout;
delete given.other_layouts;
open(given);
const { layouts, span, ties } = await load('data/content');
const { unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { shortest } = await load('state/paths');
const { story } = await load('state/story');

test('a line from a node to itself is one tie', () => {
  assert.deepEqual(ties[3].map(({ edge, other }) => [edge.id, other]), [[2, 2], [3, 1], [4, 3]]);
  assert.deepEqual(ties[4], []);
});

test('a single year is a span', () => {
  assert.deepEqual(span, { first: 2020, last: 2020 });
});

test('a layout without a name is that of groups', () => {
  assert.deepEqual([Object.keys(layouts), unstyled().layout], [['group'], 'group']);
});

test('of two ways that are as short the one through the first node is taken, whichever line comes first', () => {
  refilter();
  assert.deepEqual(shortest(0, 3), { nodes: [0, 1, 3], edges: [1, 3] });
});

test('a story tells of nobody without ties, however much is measured, and of equals in their order', () => {
  assert.deepEqual(story().map(({ step }) => step.focus), [undefined, [1], [2], [3]]);
});
