/** What lies under a pointer or a finger. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

// Straight lines only: 0 at (0, 0), 1 at (100, 0), 2 at (200, 0), 3 at (100, 100).
const given = graph();
given.network.edges = given.network.edges.filter(({ bend }) => !bend).map((edge, id) => ({ ...edge, id }));
given.overlays = [];
open(given);
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { radius, take } = await load('view/place');
const { view } = await load('view/view');
const { edgeAt, nodeAt } = await load('view/hit_test');

const look = (scale, x = 0, y = 0) => Object.assign(view, { x, y, scale, width: 1000, height: 1000 });
/** How a point of the map lies on the screen. */
const at = (x, y) => [(x - view.x) * view.scale + 500, (y - view.y) * view.scale + 500];

beforeEach(() => {
  change({ ...unfiltered(), ...unstyled() });
  refilter();
  emphasise();
  take();
  look(1);
});

test('a node is hit on itself, and nothing far from any', () => {
  assert.deepEqual([nodeAt(...at(0, 0)), nodeAt(...at(100, 0)), nodeAt(...at(100, 100)), nodeAt(...at(50, 50))], [0, 1, 3, -1]);
});

test('a small dot may be missed by thirteen pixels, whatever its size', () => {
  look(0.1);
  assert.ok(radius(3) * view.scale < 1);
  const [left, top] = at(100, 100);
  assert.equal(nodeAt(left, top + 12.9), 3);
  assert.equal(nodeAt(left, top + 13.1), -1);
  look(1);
  const [x, y] = at(100, 100);
  assert.equal(nodeAt(x, y + 12.9), 3);
  assert.equal(nodeAt(x + 12.9, y), 3);
  assert.equal(nodeAt(x, y + 13.1), -1);
  assert.equal(nodeAt(x - 13.1, y), -1);
});

test('a large dot is hit up to three pixels beyond its rim', () => {
  look(4);
  const rim = radius(2) * 4;
  assert.ok(rim > 13);
  const [left, top] = at(200, 0);
  assert.equal(nodeAt(left + rim + 2.9, top), 2);
  assert.equal(nodeAt(left + rim + 3.1, top), -1);
});

test('of two that are near the nearer is hit', () => {
  look(0.1);
  const [left, top] = at(0, 0);
  assert.equal(nodeAt(left + 4, top), 0);
  assert.equal(nodeAt(left + 6, top), 1);
});

test('a node that is filtered away is not hit, and is hit again when it is back', () => {
  change({ families: new Set([0]) });
  refilter();
  assert.equal(nodeAt(...at(100, 0)), -1);
  change({ families: new Set([0, 1]) });
  refilter();
  assert.equal(nodeAt(...at(100, 0)), 1);
});

test('where the view has gone nodes are hit where they are seen', () => {
  look(2, 150, -30);
  assert.equal(nodeAt(...at(100, 0)), 1);
  assert.deepEqual(at(100, 0), [400, 560]);
});

test('a line is hit up to six pixels away, at every distance', () => {
  for (const scale of [1, 0.5, 3]) {
    look(scale, 50, 50);
    // From 0 at (0, 0) to 3 at (100, 100).
    const away = (pixels) => edgeAt(500 + pixels * Math.SQRT1_2, 500 - pixels * Math.SQRT1_2);
    assert.deepEqual([away(0), away(5.9), away(-5.9), away(6.1)], [3, 3, 3, -1], `scale ${scale}`);
  }
});

test('a line that is filtered away or hardly seen is not hit', () => {
  look(1, 50, 50);
  change({ types: new Set([0]) });
  refilter();
  emphasise();
  assert.equal(edgeAt(500, 500), -1);
  change({ ...unfiltered(), selected: 1 });
  refilter();
  emphasise();
  assert.equal(edgeAt(500, 500), -1);
  change({ selected: 0 });
  emphasise();
  assert.equal(edgeAt(500, 500), 3);
});
