/** Search: whose name it is, where a name begins with it, where a word does, and within words last. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graph, load, open } from './support.js';

const given = graph();
const named = (...labels) => {
  given.network.nodes = labels.map((name, id) => {
    const [label, ...aliases] = name.split('/');
    return { id, key: `n${id}`, label, family: 0, style: 0, kind: 'org', box: 0, measures: [], ...(aliases.length ? { aliases } : {}) };
  });
};
named('Avatten', 'Vid Vatten', 'Vattenverket', 'Vatten', 'Kommunen/Vatten i Alvsta', 'Övre-vatten', 'Nytt Vatten', 'Annat');
given.network.edges = [[6, 7], [6, 0]].map(([from, to], id) => ({ id, from, to, type: 0, status: 0, evidence: [] }));
given.overlays = [];
for (const frames of [given.layouts, ...Object.values(given.other_layouts)]) for (const layout of Object.values(frames)) layout.boxes = [];
open(given);
const { find } = await load('state/matches');

const found = (sought) => find(sought).map(({ node }) => node);

test('the name itself goes first, then names that begin with it, then words, then what is within a word', () => {
  assert.deepEqual(found('vatten'), [3, 2, 4, 6, 1, 5, 0]);
});

test('among equals the better connected goes first, then the one that stands first', () => {
  assert.deepEqual(found('vatten').slice(3, 6), [6, 1, 5]);
});

test('what is found by another name says which', () => {
  assert.deepEqual(find('Vatten i').map(({ node, also }) => [node, also]), [[4, 'Vatten i Alvsta']]);
  assert.equal(find('Vatten')[0].also, '');
});

test('case, diacritics and space round it make no difference', () => {
  assert.deepEqual(found('  OVRE '), [5]);
  assert.deepEqual(found('övre'), [5]);
});

test('nothing finds nothing', () => {
  assert.deepEqual([found(''), found('   '), found('zzz')], [[], [], []]);
});
