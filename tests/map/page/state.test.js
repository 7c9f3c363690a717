/** What the reader has chosen, and what follows from a choice. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load, open } from './support.js';

open();
const { addRule, change, lifted, onChange, present, reveal, revealEdge, select, showOverlay, state, unfiltered, unstyled } = await load('state/state');
const { nodes } = await load('data/content');

const heard = [];
let rule = () => ({});
addRule((changed) => rule(changed));
onChange((changed, asked) => heard.push([[...changed].sort(), [...asked].sort()]));

beforeEach(() => {
  rule = () => ({});
  showOverlay(-1);
  change({ ...unfiltered(), ...unstyled(), picking: false, view: 'map' });
  heard.length = 0;
});

const chosen = (...names) => Object.fromEntries(names.map((name) => [name, state[name] instanceof Set ? [...state[name]] : state[name]]));

test('types and statuses are those that there are, in their order, and denied ones are not ticked', () => {
  assert.deepEqual(present, { types: [0, 1], statuses: [0, 1, 2, 3] });
  assert.deepEqual([...unfiltered().statuses], [0, 1, 2]);
  assert.deepEqual([...unfiltered().families], [0, 1, 2]);
});

test('who listens hears the names of what is another, and nothing if all is as it was', () => {
  change({ measure: 1, colour: 'kind', selected: 2 });
  change({ measure: 1 });
  assert.deepEqual(heard, [[['measure', 'selected'], ['measure', 'selected']]]);
});

test('what follows from a change is there when it is heard, told apart from what was asked for', () => {
  rule = (changed) => (changed.has('year') ? { selected: -1, edge: -1 } : {});
  change({ selected: 2 });
  change({ year: 2015 });
  assert.deepEqual(heard[1], [['selected', 'year'], ['year']]);
  assert.equal(state.selected, -1);
});

test('to select a node lets go of all else that is selected', () => {
  change({ edge: 1, to: 2, steps: 2, spotlight: new Set([1]) });
  select(3);
  assert.deepEqual(chosen('selected', 'edge', 'to', 'steps', 'spotlight'), { selected: 3, edge: -1, to: -1, steps: 1, spotlight: null });
});

test('the next node is where a path leads when one is asked for, unless it is none or the same', () => {
  change({ selected: 0, picking: true });
  select(2);
  assert.deepEqual(chosen('selected', 'to', 'picking'), { selected: 0, to: 2, picking: false });
  for (const other of [0, -1]) {
    change({ selected: 0, to: -1, picking: true });
    select(other);
    assert.deepEqual(chosen('selected', 'to', 'picking'), { selected: other, to: -1, picking: false });
  }
  change({ selected: -1, picking: true });
  select(2);
  assert.deepEqual(chosen('selected', 'to'), { selected: 2, to: -1 });
  change({ selected: 1, picking: true });
  select(0);
  assert.deepEqual(chosen('selected', 'to'), { selected: 1, to: 0 });
});

test('an overlay shows the families of all it marks, and afterwards they are as they were', () => {
  change({ families: new Set([0]), selected: 0, to: 1, view: 'table' });
  showOverlay(0);
  assert.deepEqual(chosen('families', 'overlay', 'selected', 'to', 'view'), { families: [0, 3, 1, 2], overlay: 0, selected: -1, to: -1, view: 'map' });
  showOverlay(1);
  assert.deepEqual(chosen('families', 'overlay'), { families: [0, 2], overlay: 1 });
  showOverlay(-1);
  assert.deepEqual(chosen('families', 'overlay'), { families: [0], overlay: -1 });
});

test('to reveal a node lifts the filters that hide it, and only those', () => {
  change({ families: new Set([0]), municipality: 0, theme: 0, group: 0, year: 2015, view: 'table', edge: 1, to: 1, steps: 2 });
  reveal(0);
  assert.deepEqual(chosen('families', 'municipality', 'theme', 'group', 'year'), { families: [0], municipality: 0, theme: 0, group: 0, year: 2015 });
  assert.deepEqual(chosen('selected', 'edge', 'to', 'steps', 'view'), { selected: 0, edge: -1, to: -1, steps: 1, view: 'map' });
  reveal(1);
  assert.deepEqual(chosen('families', 'municipality', 'theme', 'group', 'year'), { families: [0, 1], municipality: 0, theme: -1, group: 0, year: 0 });
  change({ municipality: 0, theme: 1, group: 0 });
  reveal(3);
  assert.deepEqual(chosen('municipality', 'theme', 'group'), { municipality: -1, theme: 1, group: -1 });
});

test('the other end of a path is revealed too when one is asked for', () => {
  change({ selected: 0, picking: true, municipality: 0, families: new Set([0]) });
  reveal(2);
  assert.deepEqual(chosen('selected', 'to', 'picking', 'municipality', 'families'), { selected: 0, to: 2, picking: false, municipality: -1, families: [0, 2] });
});

test('several nodes must all pass for a filter to stay', () => {
  const filters = { families: new Set([0, 1]), municipality: 0, theme: 1, group: 0, year: 2016 };
  assert.deepEqual(lifted([nodes[0], nodes[1]], filters), { ...filters, theme: -1 });
  assert.deepEqual(lifted([nodes[0], nodes[2]], { ...filters, theme: 0 }), { families: new Set([0, 1, 2]), municipality: -1, theme: -1, group: -1, year: 2016 });
  assert.equal(lifted([nodes[1]], { ...filters, year: 2019 }).year, 0);
  assert.equal(lifted([nodes[1]], { ...filters, year: 2018 }).year, 2018);
});

test('to reveal a relationship lifts what hides it or an end of it', () => {
  change({ families: new Set([0]), types: new Set([1]), statuses: new Set([1]), year: 2020, selected: 1, to: 2, view: 'table' });
  revealEdge(0);
  assert.deepEqual(chosen('families', 'types', 'statuses', 'year'), { families: [0, 2], types: [1, 0], statuses: [1, 0], year: 0 });
  assert.deepEqual(chosen('edge', 'selected', 'to', 'view'), { edge: 0, selected: -1, to: -1, view: 'map' });
  change({ year: 2019 });
  revealEdge(0);
  assert.equal(state.year, 2019);
  change({ year: 2019 });
  revealEdge(1);
  assert.equal(state.year, 0);
});
