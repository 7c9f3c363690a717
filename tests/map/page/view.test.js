/** The camera: what is looked at, and how it is moved. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
open();
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { moving, onRest } = await load('view/motion');
const { choose } = await load('view/place');
const { FARTHEST, NEAREST, toMap, toScreen, view } = await load('view/view');
const { fitWhole, follow, goTo, onLook, pan, refit, zoom, zoomAt } = await load('view/camera');

const seen = { drawn: 0, rests: 0 };
onLook(() => (seen.drawn += 1));
onRest(() => (seen.rests += 1));
const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);

beforeEach(() => {
  change({ ...unfiltered(), ...unstyled() });
  refilter();
  emphasise();
  choose(1000, 500);
  mock.timers.tick(1000);
  Object.assign(view, { x: 10, y: 20, scale: 2, width: 1000, height: 500 });
  Object.assign(seen, { drawn: 0, rests: 0 });
});

test('the middle of the map is the middle of the screen, and there and back is the same', () => {
  assert.deepEqual(toScreen(10, 20), { x: 500, y: 250 });
  assert.deepEqual(toScreen(11, 19), { x: 502, y: 248 });
  assert.deepEqual(toMap(502, 248), { x: 11, y: 19 });
  assert.deepEqual(toScreen(11, 19, { x: 0, y: 0, scale: 1, width: 10, height: 10 }), { x: 16, y: 24 });
});

test('what is under the pointer stays there while the wheel zooms', () => {
  for (const factor of [1.2, 0.4]) {
    for (const [left, top] of [[900, 40], [0, 500], [500, 250]]) {
      const before = toMap(left, top);
      zoomAt(left, top, factor);
      const after = toMap(left, top);
      near(after.x, before.x);
      near(after.y, before.y);
    }
  }
  near(view.scale, 2 * 1.2 ** 3 * 0.4 ** 3);
  assert.equal(seen.drawn, 6);
});

test('there is a nearest and a farthest', () => {
  const before = toMap(900, 40);
  zoomAt(900, 40, 1000);
  assert.equal(view.scale, NEAREST);
  near(toMap(900, 40).x, before.x);
  zoomAt(900, 40, 1e-9);
  assert.equal(view.scale, FARTHEST);
  zoom(1e9);
  assert.equal(view.scale, NEAREST);
  goTo({ x: 0, y: 0, scale: 0 });
  assert.equal(view.scale, FARTHEST);
});

test('buttons zoom round the middle', () => {
  zoom(1.5);
  assert.deepEqual({ ...view }, { x: 10, y: 20, scale: 3, width: 1000, height: 500 });
});

test('panning goes by pixels, right and down', () => {
  pan(40, -20);
  assert.deepEqual([view.x, view.y, view.scale], [30, 10, 2]);
});

test('the whole is as large as there is room for, in the middle', () => {
  fitWhole(false);
  // The boxes reach from -10 to 270, and from -20 to 120.
  assert.deepEqual([view.x, view.y], [130, 50]);
  near(view.scale, Math.min(976 / 280, 476 / 140));
  assert.equal(seen.drawn, 1);
});

test('on a narrow screen the margin is smaller', () => {
  view.width = 599;
  fitWhole(false);
  near(view.scale, 589 / 280);
  view.width = 600;
  fitWhole(false);
  near(view.scale, 576 / 280);
});

test('where there is no room at all the view stays', () => {
  for (const [width, height] of [[10, 500], [1000, 24]]) {
    Object.assign(view, { width, height });
    fitWhole(false);
    assert.deepEqual([view.x, view.y, view.scale], [10, 20, 2]);
  }
  Object.assign(view, { width: 11, height: 11 });
  fitWhole(false);
  assert.deepEqual([view.x, view.y], [130, 50]);
});

test('what is selected and its neighbours are shown, but not larger than that they are at home in', () => {
  change({ selected: 0 });
  emphasise();
  follow();
  // 0, 2 and 3 with three dots' room above and below, 1.6 times that beside.
  assert.deepEqual([view.x, view.y, view.scale], [100, 50, 1.45]);
  change({ selected: -1 });
  emphasise();
  follow();
  assert.deepEqual([view.x, view.y], [130, 50]);
});

test('a line is followed too, even the first', () => {
  change({ edge: 0 });
  emphasise();
  follow();
  assert.deepEqual([view.x, view.y], [100, 0]);
});

test('after a change of room the same thing is looked at, unless the reader has moved', () => {
  fitWhole(false);
  view.width = 700;
  refit();
  near(view.scale, 676 / 280);
  change({ selected: 0 });
  emphasise();
  follow();
  Object.assign(view, { x: 0, y: 0 });
  refit();
  assert.deepEqual([view.x, view.y], [100, 50]);
  for (const move of [() => pan(5, 5), () => zoom(1.1), () => zoomAt(0, 0, 1.1), () => goTo({ x: 1, y: 1, scale: 1 })]) {
    move();
    const before = { ...view };
    refit();
    assert.deepEqual({ ...view }, before);
    fitWhole(false);
  }
});

test('the view moves until it has been still for a while, and then what waits for that is done once', () => {
  pan(5, 5);
  mock.timers.tick(100);
  pan(5, 5);
  mock.timers.tick(139);
  assert.deepEqual([moving(), seen.rests], [true, 0]);
  mock.timers.tick(1);
  assert.deepEqual([moving(), seen.rests], [false, 1]);
});

test('to arrive without gliding is to rest', () => {
  pan(5, 5);
  goTo({ x: 0, y: 0, scale: 1 });
  assert.deepEqual([moving(), seen.rests], [false, 1]);
});

test('who has nothing against movement sees it glide, slow at both ends, and rest where it ends', () => {
  const frames = [];
  mock.method(globalThis, 'matchMedia', () => ({ matches: false }));
  mock.method(globalThis, 'requestAnimationFrame', (step) => frames.push(step));
  mock.method(performance, 'now', () => 1000);
  goTo({ x: 110, y: 20, scale: 0.5 });
  const go = (now) => {
    frames.pop()(now);
    return [view.x, view.scale];
  };
  assert.deepEqual(go(900), [10, 2]);
  assert.deepEqual(go(1105), [22.5, 2 * 0.25 ** 0.125]);
  assert.deepEqual(go(1210), [60, 1]);
  assert.deepEqual(go(1315), [97.5, 2 * 0.25 ** 0.875]);
  assert.equal(seen.rests, 0);
  assert.deepEqual(go(1420), [110, 0.5]);
  assert.deepEqual([seen.rests, frames.length], [1, 0]);
  mock.restoreAll();
});
