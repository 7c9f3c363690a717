/** Mouse, pen and fingers on the map: what they move, choose and zoom. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const byId = open();
const { change, state, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { choose, place } = await load('view/place');
const { toMap, view } = await load('view/view');
const { startPointer } = await load('control/pointer');
const { drawCaptions, takenAreas } = await load('draw/captions');

const map = byId('map');
map.getBoundingClientRect = () => ({ left: 100, top: 50 });
const heard = [];
startPointer({ dragged: (...args) => heard.push(args), dropped: (node) => heard.push(['dropped', node]) });

/** Has a finger do something at a point of the view. */
const finger = (what, left, top, more = {}) => map.send(`pointer${what}`, { pointerId: 1, button: 0, clientX: left + 100, clientY: top + 50, ...more });
const press = (left, top) => [finger('down', left, top), finger('up', left, top)];

beforeEach(() => {
  for (const pointerId of [1, 2, 3]) finger('cancel', 0, 0, { pointerId });
  change({ ...unfiltered(), ...unstyled(), hovered: -1, arranging: false });
  refilter();
  emphasise();
  choose(1000, 500);
  Object.assign(view, { x: 100, y: 0, scale: 2, width: 1000, height: 500 });
  heard.length = 0;
});

// 0 stands at (0, 0), which is 300 and 250 of the view; 2 at (200, 0), which is 700 and 250.

test('a press selects the node that is there, else the line, else nothing', () => {
  press(300, 250);
  assert.deepEqual([state.selected, state.edge], [0, -1]);
  change({ to: 2 });
  press(400, 250);
  assert.deepEqual([state.selected, state.edge, state.to], [-1, 0, -1]);
  press(500, 20);
  assert.deepEqual([state.selected, state.edge], [-1, -1]);
});

test('a press on a label selects whose it is, though another node is nearer', () => {
  drawCaptions();
  const [{ left, top, right, bottom, node }] = takenAreas().labels.filter((label) => label.node === 2);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const moved = toMap(x, y);
  place.x[0] = moved.x;
  place.y[0] = moved.y + 12 / view.scale;
  place.version += 1;
  press(x, y);
  assert.deepEqual([node, state.selected], [2, 2]);
  choose(1000, 500);
});

test('another button than the first does nothing', () => {
  finger('down', 300, 250, { button: 2 });
  finger('up', 300, 250, { button: 2 });
  assert.equal(state.selected, -1);
});

test('a hand that shakes still presses, one that goes further pans', () => {
  finger('down', 300, 250);
  finger('move', 305, 250);
  finger('up', 305, 250);
  assert.deepEqual([state.selected, view.x], [0, 100]);
  finger('down', 500, 20);
  finger('move', 506, 24);
  assert.deepEqual([view.x, view.y], [97, -2]);
  finger('up', 506, 24);
  assert.equal(state.selected, 0);
});

test('the way counts in all, not from where it began', () => {
  finger('down', 300, 250);
  for (const left of [303, 300, 303]) finger('move', left, 250);
  finger('up', 303, 250);
  assert.equal(state.selected, -1);
});

test('a node is moved while arranging, and let go of; elsewhere the map is panned', () => {
  change({ arranging: true });
  finger('down', 300, 250);
  finger('move', 340, 230);
  finger('up', 340, 230);
  assert.deepEqual(heard, [[0, 20, -10], ['dropped', 0]]);
  assert.deepEqual([view.x, state.selected], [100, -1]);
  finger('down', 500, 20);
  finger('move', 540, 20);
  finger('up', 540, 20);
  assert.deepEqual([heard.length, view.x], [2, 80]);
  change({ arranging: false });
  finger('down', 380, 250);
  finger('move', 420, 250);
  assert.equal(heard.length, 2);
});

test('two fingers zoom by how far they are apart, round the point between them', () => {
  finger('down', 400, 250);
  finger('down', 600, 250, { pointerId: 2 });
  finger('move', 400, 250);
  const before = toMap(450, 250);
  finger('move', 300, 250);
  assert.equal(view.scale, 3);
  assert.deepEqual(toMap(450, 250), before);
  finger('up', 300, 250);
  finger('up', 600, 250, { pointerId: 2 });
  assert.equal(state.selected, -1);
});

test('a second finger lets go of the node, and three move nothing', () => {
  change({ arranging: true });
  finger('down', 300, 250);
  finger('down', 600, 250, { pointerId: 2 });
  finger('move', 200, 250);
  finger('down', 600, 300, { pointerId: 3 });
  const before = { ...view };
  finger('move', 100, 250);
  assert.deepEqual({ ...view }, before);
  for (const pointerId of [3, 2, 1]) finger('up', 300, 250, { pointerId });
  assert.deepEqual([heard, state.selected], [[], -1]);
});

test('what is under the pointer is pointed at until it leaves', () => {
  finger('move', 300, 250);
  assert.deepEqual([state.hovered, map.classList.contains('pointing')], [0, true]);
  finger('move', 500, 20);
  assert.deepEqual([state.hovered, map.classList.contains('pointing')], [-1, false]);
  finger('move', 300, 250);
  map.send('pointerleave');
  assert.equal(state.hovered, -1);
});

test('the wheel zooms at the pointer, towards it when turned away, never more than a notch at once', () => {
  const turn = (deltaY) => {
    Object.assign(view, { x: 100, y: 0, scale: 2 });
    const before = toMap(700, 250);
    map.send('wheel', { deltaY, clientX: 800, clientY: 300 });
    const after = toMap(700, 250);
    assert.ok(Math.abs(before.x - after.x) + Math.abs(before.y - after.y) < 1e-9);
    return view.scale / 2;
  };
  assert.deepEqual([turn(-100), turn(100)], [Math.exp(0.16), Math.exp(-0.16)]);
  assert.deepEqual([turn(-121), turn(400)], [turn(-120), turn(120)]);
  assert.ok(turn(-120) > turn(-119));
});
