/** Where things stand: frames, what the reader has moved, sizes, boxes, and where the arrow keys lead. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

open(graph({ pinned: [3] }));
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { content, layouts, nodeNumber, span, ties } = await load('data/content');
const { around, boxOf, boxes, choose, greatest, move, moveBack, moved, pinned, place, point, radius, take, toldMeasures, whole } = await load('view/place');
const { largest, neighbour } = await load('view/neighbours');

const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);

beforeEach(() => {
  change({ ...unfiltered(), ...unstyled() });
  refilter();
  choose(200, 100);
  moveBack();
});

test('the layout of the start is the first', () => {
  assert.deepEqual(Object.keys(layouts), ['group', 'rings']);
});

test('every node knows its ties from both sides', () => {
  assert.deepEqual(ties[0].map(({ edge, other }) => [edge.id, other]), [[0, 2], [3, 2], [4, 3], [5, 4]]);
  assert.deepEqual(ties[2].map(({ edge, other }) => [edge.id, other]), [[0, 0], [1, 1], [2, 3], [3, 0]]);
});

test('keys have numbers, and years a span', () => {
  assert.deepEqual([nodeNumber('kommun'), nodeNumber('net'), nodeNumber('x'), nodeNumber(null)], [0, 2, -1, -1]);
  assert.deepEqual(span, { first: 2015, last: 2020 });
});

test('a tall screen has the standing frame, a wide or a square one the lying', () => {
  assert.equal(choose(100, 101), true);
  assert.deepEqual([place.frame, place.x[1]], ['portrait', 50]);
  assert.equal(choose(100, 102), false);
  assert.equal(choose(100, 100), true);
  assert.deepEqual([place.frame, place.x[1]], ['landscape', 100]);
});

test('each layout has its own positions', () => {
  const before = place.version;
  change({ layout: 'rings' });
  take();
  assert.deepEqual([...place.x], [10, 20, 30, 40, 50]);
  assert.equal(place.version, before + 1);
});

test('what was moved stays moved in its layout and frame alone, until it is moved back', () => {
  move(1, 12.34, -5.67);
  assert.deepEqual(point(1), { x: 12.34, y: -5.67 });
  assert.deepEqual([pinned(1), pinned(0), pinned(3)], [true, false, true]);
  assert.deepEqual(moved(), { actormap: 'positions', layout: 'group', positions: { landscape: { firma: [12.3, -5.7] } } });
  choose(100, 200);
  assert.deepEqual([point(1).x, pinned(1)], [50, false]);
  choose(200, 100);
  assert.deepEqual(point(1), { x: 12.3, y: -5.7 });
  change({ layout: 'rings' });
  take();
  assert.deepEqual([point(1).x, moved().positions], [20, {}]);
  change({ layout: 'group' });
  take();
  moveBack();
  assert.deepEqual([point(1), pinned(1), moved().positions], [{ x: 100, y: 0 }, false, {}]);
});

test('both frames are moved back', () => {
  move(1, 1, 1);
  choose(100, 200);
  move(2, 2, 2);
  assert.deepEqual(moved().positions, { landscape: { firma: [1, 1] }, portrait: { net: [2, 2] } });
  moveBack();
  assert.deepEqual(moved().positions, {});
});

test('the area of a dot grows with its measure', () => {
  near(radius(2), 10 * (0.44 + 1.05));
  near(radius(0), 10 * (0.44 + 1.05 * (2 / 3)));
  near(radius(4), 4.4);
  assert.deepEqual([greatest(0), greatest(1), greatest(2)], [9, 1234.5, 0]);
  change({ measure: 1 });
  near(radius(1), 4.4);
  near(radius(2), 14.9);
  change({ measure: 2 });
  near(radius(2), 4.4);
});

test('two measures are told, and the one chosen besides', () => {
  assert.deepEqual(toldMeasures(), [0, 1]);
  change({ measure: 2 });
  assert.deepEqual(toldMeasures(), [0, 1, 2]);
});

test('a box is there while something in it is', () => {
  assert.deepEqual(boxes().map(({ index }) => index), [0, 1]);
  assert.deepEqual([boxOf(0)?.index, boxOf(3)?.index, boxOf(4)], [0, 1, undefined]);
  change({ families: new Set([1]) });
  refilter();
  assert.deepEqual(boxes().map(({ index }) => index), [0]);
  assert.equal(boxOf(3), undefined);
});

test('what holds some nodes has room for their labels, more beside than above', () => {
  assert.deepEqual(around([0, 3]), { left: -48, top: -30, right: 148, bottom: 130 });
  assert.equal(around([]), null);
});

test('the whole holds boxes and what stands in none, and the ground where nodes stand freely on it', () => {
  assert.deepEqual(whole(), { left: -10, top: -20, right: 270, bottom: 120 });
  content.layouts.landscape.rings = [];
  assert.deepEqual(whole(), { left: -10, top: -20, right: 270, bottom: 120 });
  delete content.layouts.landscape.rings;
  change({ families: new Set([0, 1, 2, 3]) });
  refilter();
  assert.deepEqual(whole(), { left: -10, top: -20, right: 348, bottom: 130 });
  for (const ground of ['outlines', 'rings', 'sides']) {
    content.layouts.landscape[ground] = [];
    assert.deepEqual(whole(), { left: -10, top: -20, right: 400, bottom: 200 }, ground);
    delete content.layouts.landscape[ground];
  }
  change({ families: new Set() });
  refilter();
  assert.equal(whole(), null);
});

test('Enter goes to the largest that is shown, the first among equals', () => {
  assert.equal(largest(), 2);
  change({ families: new Set([0, 1]) });
  refilter();
  assert.equal(largest(), 0);
  change({ families: new Set([1, 3]), measure: 1 });
  refilter();
  assert.equal(largest(), 1);
  change({ families: new Set() });
  refilter();
  assert.equal(largest(), -1);
});

test('an arrow leads along a line to the nearest in its direction, or nowhere', () => {
  // From 0 at (0, 0): 2 at (200, 0), 3 at (100, 100).
  assert.deepEqual([neighbour(0, [1, 0]), neighbour(0, [0, 1]), neighbour(0, [-1, 0]), neighbour(0, [0, -1])], [2, 3, -1, -1]);
  move(3, 100, 20);
  assert.equal(neighbour(0, [1, 0]), 3);
  change({ types: new Set([0]) });
  refilter();
  assert.equal(neighbour(0, [1, 0]), 2);
});

test('what lies almost across is not in the direction of an arrow', () => {
  change({ families: new Set([0, 2]), types: new Set([1]), statuses: new Set([0]) });
  refilter();
  move(3, 29, 100);
  assert.equal(neighbour(0, [1, 0]), -1);
  move(3, 35, 100);
  assert.equal(neighbour(0, [1, 0]), 3);
});
