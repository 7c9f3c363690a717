/** The run of a line, and how far a point is from it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, open } from './support.js';

open();
const { distance, trace, traceHead, via } = await load('view/curve');
const { place, radius } = await load('view/place');

// Two nodes 200 apart, one beside the other.
place.x = Float64Array.of(0, 200, 100);
place.y = Float64Array.of(0, 0, 150);
const edge = (from, to, bend) => ({ id: 0, from, to, ...(bend ? { bend } : {}) });
const near = (value, wanted, reach = 1e-9) => assert.ok(Math.abs(value - wanted) <= reach, `${value} is not ${wanted}`);

/** Remembers what is drawn. */
class Path {
  constructor() {
    this.said = [];
    for (const name of ['moveTo', 'lineTo', 'quadraticCurveTo', 'arc', 'closePath']) this[name] = (...numbers) => this.said.push([name, ...numbers]);
  }
}

const traced = (given) => {
  const path = new Path();
  trace(given, path);
  return path.said;
};

test('a straight line has no point that draws it to its side', () => {
  assert.equal(via(edge(0, 1)), null);
  assert.deepEqual(traced(edge(0, 1)), [['moveTo', 0, 0], ['lineTo', 200, 0]]);
});

test('a bent line is drawn to its side, the other way for the other sign, in equal measure', () => {
  const [one, other] = [via(edge(0, 1, 0.5)), via(edge(0, 1, -0.5))];
  near(one.x, 106.06601717798213);
  near(other.x, one.x);
  near(one.y, -other.y);
  near(Math.abs(one.y), 106.06601717798212);
  assert.ok(one.y < 0);
});

test('a line that runs slantwise is bent as one that runs straight across, to the same side', () => {
  const [across, slanting] = [via(edge(0, 1, 0.5)), via(edge(0, 2, 0.5))];
  const length = Math.hypot(100, 150);
  near(Math.hypot(slanting.x, slanting.y) / length, Math.hypot(across.x, across.y) / 200);
  near(Math.hypot(slanting.x - 100, slanting.y - 150) / length, Math.hypot(across.x - 200, across.y) / 200);
  assert.equal(Math.sign(100 * slanting.y - 150 * slanting.x), Math.sign(200 * across.y));
});

test('no line is bent more than nine tenths', () => {
  assert.deepEqual(via(edge(0, 1, 5)), via(edge(0, 1, 0.9)));
  assert.notDeepEqual(via(edge(0, 1, 0.8)), via(edge(0, 1, 0.9)));
});

test('a straight line is as far away as its nearest point, beyond its ends too', () => {
  near(distance(edge(0, 1), 100, 30), 30);
  near(distance(edge(0, 1), 230, 40), 50);
  near(distance(edge(0, 1), -30, -40), 50);
  near(distance(edge(0, 2), 50, 75), 0);
});

test('a bent line is hit where it is drawn, and not where a straight one would be', () => {
  const bent = edge(0, 1, 0.5);
  const { x: viaX, y: viaY } = via(bent);
  for (const share of [0.05, 0.25, 0.5, 0.75, 0.95]) {
    const x = 2 * share * (1 - share) * viaX + share ** 2 * 200;
    const y = 2 * share * (1 - share) * viaY;
    near(distance(bent, x, y), 0, 1);
  }
  assert.ok(distance(bent, 100, 0) > 40);
  assert.ok(distance(bent, viaX, viaY) > 40);
  near(distance(bent, 0, 0), 0);
  near(distance(bent, 200, 0), 0);
});

test('a line from a node to itself is a loop as large as the node', () => {
  const size = radius(0);
  assert.deepEqual(traced(edge(0, 0)), [
    ['moveTo', size * 2.2, -size * 1.1],
    ['arc', size * 1.1, -size * 1.1, size * 1.1, 0, 2 * Math.PI],
  ]);
  const path = new Path();
  traceHead(edge(0, 0), 10, path);
  assert.deepEqual(path.said, []);
});

test('a head points at its target and touches its rim', () => {
  const path = new Path();
  traceHead(edge(0, 1), 10, path);
  const tip = 200 - radius(1) * 1.12;
  assert.deepEqual(path.said, [['moveTo', tip, 0], ['lineTo', tip - 10, 4.2], ['lineTo', tip - 10, -4.2], ['closePath']]);
});

test('the head of a bent line comes from the side that it is drawn to', () => {
  const path = new Path();
  traceHead(edge(0, 1, 0.5), 10, path);
  const [, x, y] = path.said[0];
  assert.ok(y < 0 && x < 200);
  near(Math.hypot(x - 200, y), radius(1) * 1.12);
});

test('whichever way a line goes its head is as wide to either side, and square to it', () => {
  const path = new Path();
  traceHead(edge(0, 2), 10, path);
  const [[, tipX, tipY], [, oneX, oneY], [, otherX, otherY]] = path.said;
  const length = Math.hypot(100, 150);
  near(Math.hypot(oneX - otherX, oneY - otherY), 8.4);
  near((oneX + otherX) / 2, tipX - (10 * 100) / length);
  near((oneY + otherY) / 2, tipY - (10 * 150) / length);
  near((oneX - otherX) * 100 + (oneY - otherY) * 150, 0, 1e-6);
});
