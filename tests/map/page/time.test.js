/** What takes time: the years that play, long lists, and what is taken back. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
const byId = open();
const { change, state, unfiltered, unstyled } = await load('state/state');
const { playYears, stopYears } = await load('control/clock');
const { remember, rememberPlace, settlePlace, undo } = await load('control/undo');
const { onLook } = await load('view/camera');
const { view } = await load('view/view');
const { append } = await load('browser/chunks');

onLook(() => {});

test('before anything is remembered no place is', () => {
  rememberPlace();
  settlePlace();
  undo();
  assert.equal(state.selected, -1);
});

beforeEach(() => {
  stopYears();
  change({ ...unfiltered(), ...unstyled(), step: -1, view: 'map', lang: 'sv', screen: 'light' });
});

test('the years play from the first to the last, and then stop there', () => {
  playYears();
  const years = [state.year];
  for (let tick = 0; tick < 7; tick += 1) {
    mock.timers.tick(2200);
    years.push(state.year);
  }
  assert.deepEqual(years, [2015, 2016, 2017, 2018, 2019, 2020, 2020, 2020]);
  assert.equal(state.playing, false);
});

test('they play from the year chosen, from the first again after the last, and stop when they play', () => {
  change({ year: 2018 });
  playYears();
  assert.deepEqual([state.year, state.playing], [2018, true]);
  playYears();
  assert.equal(state.playing, false);
  mock.timers.tick(9999);
  assert.equal(state.year, 2018);
  change({ year: 2020 });
  playYears();
  assert.equal(state.year, 2015);
});

test('who asks for little motion has more time for each year', () => {
  playYears();
  mock.timers.tick(2199);
  assert.equal(state.year, 2015);
  stopYears();
  const still = mock.method(globalThis, 'matchMedia', () => ({ matches: false }));
  playYears();
  mock.timers.tick(1100);
  assert.equal(state.year, 2016);
  still.mock.restore();
});

test('a long list comes a part at a time, each longer than the one before, and says so meanwhile', () => {
  const waiting = [];
  const later = mock.method(globalThis, 'setTimeout', (act) => waiting.push(act));
  const parent = document.createElement('ul');
  const items = Array.from({ length: 1100 }, (_, index) => index);
  append(parent, items, (item) => item);
  assert.deepEqual([parent.children.length, parent.attributes['aria-busy']], [400, 'true']);
  waiting.pop()();
  assert.deepEqual([parent.children.length, parent.attributes['aria-busy']], [1000, 'true']);
  waiting.pop()();
  assert.deepEqual([parent.children, parent.attributes['aria-busy'], waiting], [items, undefined, []]);
  const exact = document.createElement('ul');
  append(exact, items.slice(0, 1000), (item) => item);
  waiting.pop()();
  assert.deepEqual([exact.children.length, exact.attributes['aria-busy'], waiting], [1000, undefined, []]);
  later.mock.restore();
});

test('a list of one part is there at once, and one that is taken away gets no more', () => {
  const [short, gone] = [document.createElement('ul'), document.createElement('ul')];
  append(short, Array(400).fill(0), (item) => item);
  assert.deepEqual([short.children.length, 'aria-busy' in short.attributes], [400, false]);
  append(gone, Array(900).fill(0), (item) => item);
  gone.isConnected = false;
  mock.timers.tick(10);
  assert.equal(gone.children.length, 400);
});

const off = () => byId('undo').disabled;

test('what was done is taken back one after the other, with where one looked', () => {
  Object.assign(view, { x: 0, y: 0, scale: 1 });
  remember();
  assert.equal(off(), true);
  change({ selected: 2 });
  remember();
  remember();
  Object.assign(view, { x: 7, y: 8, scale: 2 });
  rememberPlace();
  rememberPlace();
  change({ year: 2016 });
  remember();
  assert.equal(off(), false);
  undo();
  assert.deepEqual([state.year, state.selected, view.x, view.y, view.scale], [0, 2, 7, 8, 2]);
  undo();
  assert.deepEqual([state.selected, view.x, view.scale], [2, 0, 1]);
  undo();
  assert.deepEqual([state.selected, off()], [-1, true]);
  undo();
  assert.equal(state.selected, -1);
});

test('a year that plays and a step of a story are not remembered', () => {
  remember();
  change({ year: 2016, playing: true });
  remember();
  change({ playing: false, step: 0 });
  remember();
  view.x += 1;
  rememberPlace();
  assert.equal(off(), true);
});

test('each way of moving counts by itself', () => {
  remember();
  settlePlace();
  for (const name of ['x', 'y', 'scale']) {
    view[name] += 1;
    rememberPlace();
    assert.equal(off(), false, name);
    undo();
    assert.equal(off(), true, name);
  }
});

test('where the view goes by itself belongs to what caused it', () => {
  remember();
  change({ selected: 1 });
  remember();
  view.x += 100;
  settlePlace();
  rememberPlace();
  undo();
  assert.deepEqual([state.selected, off()], [-1, true]);
});

test('a hundred are remembered, the oldest is forgotten first', () => {
  remember();
  for (let number = 0; number < 102; number += 1) {
    change({ year: 1900 + number });
    remember();
  }
  let count = 0;
  for (; !off(); count += 1) undo();
  assert.deepEqual([count, state.year], [100, 1901]);
});
