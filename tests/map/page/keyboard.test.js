/** What the keys do: on the wall, everywhere, and on the map. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const byId = open(graph());
const { change, onChange, state, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { engine } = await load('draw/engine');
const { story } = await load('state/story');
const { choose, place } = await load('view/place');
const { view } = await load('view/view');
const { startKeyboard } = await load('control/keyboard');
const { remember } = await load('control/undo');

Object.assign(engine, { reposition() {}, redraw() {} });
startKeyboard();
onChange(remember);
const [presenterKey, anywhere] = globalThis.document.listeners;
const map = byId('map');

/** Presses a key as the page hears it, and returns whether it was kept from doing what it does elsewhere. */
function press(key, more = {}) {
  const seen = { kept: false, stopped: false };
  const event = { key, target: map, preventDefault: () => (seen.kept = true), stopPropagation: () => (seen.stopped = true), ...more };
  presenterKey(event);
  if (seen.stopped) return seen.kept;
  if (event.target === map || more.onMap) map.listeners.keydown(event);
  anywhere(event);
  return seen.kept;
}

const element = (tag) => globalThis.document.createElement(tag);

beforeEach(() => {
  change({ ...unfiltered(), ...unstyled(), step: -1, picking: false, arranging: false, view: 'map' });
  refilter();
  emphasise();
  choose(1000, 500);
  Object.assign(view, { x: 10, y: 20, scale: 2, width: 1000, height: 500 });
  globalThis.document.body.classList.remove('with-filters');
});

test('on the wall, the keys of clickers go forward and back, to the first and to the last', () => {
  const last = story().length - 1;
  for (const [from, key, to] of [
    [0, 'ArrowRight', 1], [0, 'ArrowDown', 1], [0, 'PageDown', 1], [0, ' ', 1], [0, 'Enter', 1],
    [2, 'ArrowLeft', 1], [2, 'ArrowUp', 1], [2, 'PageUp', 1], [2, 'Backspace', 1],
    [2, 'Home', 0], [0, 'End', last], [last, 'PageDown', last], [0, 'PageUp', 0],
  ]) {
    change({ step: from });
    assert.deepEqual([press(key), state.step], [true, to], key);
  }
  assert.deepEqual([press('Escape'), state.step], [true, -1]);
});

test('on the wall, a button takes Enter and space itself, and other keys go on', () => {
  change({ step: 0 });
  for (const key of [' ', 'Enter']) assert.deepEqual([press(key, { target: element('button') }), state.step], [false, 0]);
  assert.deepEqual([press('ArrowRight', { target: element('button') }), state.step], [true, 1]);
  assert.deepEqual([press('Tab'), state.step], [false, 1]);
});

test('a slash goes to the search, but not while something is typed, on the wall or with another key', () => {
  const search = byId('search');
  const goes = (more = {}) => {
    const before = search.focused;
    const kept = press('/', { target: element('p'), ...more });
    return [search.focused - before, kept];
  };
  assert.deepEqual(goes(), [1, true]);
  for (const more of [{ target: element('input') }, { ctrlKey: true }, { metaKey: true }, { altKey: true }]) assert.deepEqual(goes(more), [0, false]);
  change({ step: 0 });
  assert.deepEqual(goes(), [0, false]);
});

test('shift and F5 begins the story, F5 alone does not', () => {
  assert.deepEqual([press('F5'), state.step], [false, -1]);
  assert.deepEqual([press('F5', { shiftKey: true }), state.step], [true, 0]);
});

test('control and z, or its sister, takes back, but not in a field', () => {
  for (const key of ['ctrlKey', 'metaKey']) {
    change({ selected: 1 });
    change({ selected: 2 });
    assert.deepEqual([press('z', { [key]: true }), state.selected], [true, 1]);
  }
  change({ selected: 2 });
  assert.deepEqual([press('z', { ctrlKey: true, target: element('input') }), state.selected], [false, 2]);
  assert.deepEqual([press('z'), state.selected], [false, 2]);
});

test('Escape lets go of the innermost thing that is held', () => {
  change({ selected: 0, to: 2, picking: true, arranging: true });
  globalThis.document.body.classList.add('with-filters');
  const held = () => [globalThis.document.body.classList.contains('with-filters'), state.picking, state.to, state.selected, state.arranging];
  const after = [];
  for (let time = 0; time < 5; time += 1) {
    press('Escape');
    after.push(held());
  }
  assert.deepEqual(after, [
    [false, true, 2, 0, true], [false, false, 2, 0, true], [false, false, -1, 0, true], [false, false, -1, -1, true], [false, false, -1, -1, false],
  ]);
  change({ edge: 0 });
  press('Escape');
  assert.equal(state.edge, -1);
  change({ overlay: 0 });
  press('Escape');
  assert.equal(state.overlay, -1);
});

test('arrows pan the map, or go to the neighbour of what is selected', () => {
  const moved = [];
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
    const { x, y } = view;
    assert.equal(press(key), true);
    moved.push([view.x - x, view.y - y]);
  }
  assert.deepEqual(moved, [[-30, 0], [30, 0], [0, -30], [0, 30]]);
  change({ selected: 0 });
  press('ArrowRight');
  assert.equal(state.selected, 2);
  const { x } = view;
  press('ArrowRight');
  assert.deepEqual([state.selected, view.x], [2, x]);
});

test('while arranging, shift and an arrow moves what is selected by its size', () => {
  change({ selected: 0, arranging: true });
  press('ArrowRight', { shiftKey: true });
  press('ArrowUp', { shiftKey: true });
  assert.deepEqual([place.x[0], place.y[0], state.selected], [10, -10, 0]);
  assert.equal(byId('live').textContent, 'arrange.moved');
  change({ arranging: false });
  press('ArrowRight', { shiftKey: true });
  assert.deepEqual([place.x[0], state.selected], [10, 2]);
});

test('Enter selects the largest, plus and minus zoom, nought shows the whole', () => {
  press('+');
  assert.equal(view.scale, 2.6);
  press('-');
  assert.equal(view.scale, 2);
  press('Enter');
  assert.equal(state.selected, 2);
  press('0');
  assert.deepEqual([view.x, view.y], [130, 50]);
});

test('with control, or beside the map, its keys do nothing', () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { target: element('p'), onMap: true }]) {
    assert.equal(press('+', more), false);
  }
  assert.equal(press('q'), false);
  assert.equal(view.scale, 2);
});
