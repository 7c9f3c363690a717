/** Our own renderer: what is drawn at once, what moves as a picture, and what waits. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });

/** So many nodes that a picture moves instead of them. */
const given = graph();
for (let id = 5; id < 500; id += 1) given.network.nodes.push({ id, key: `k${id}`, label: `Klubb ${id}`, family: 0, style: 0, kind: 'org', box: 2, measures: [0] });
for (const { x, y } of [given.layouts.landscape, given.layouts.portrait]) {
  for (let id = 5; id < 500; id += 1) [x[id], y[id]] = [id, 50];
}
const byId = open(given);
const frames = [];
globalThis.requestAnimationFrame = (later) => frames.push(later);
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { onLook, pan } = await load('view/camera');
const { choose } = await load('view/place');
const { view } = await load('view/view');
const { canvasEngine: engine } = await load('draw/engine_canvas');

const told = { drawn: 0 };
Object.assign(view, { x: 0, y: 0, scale: 1, width: 400, height: 200 });
refilter();
emphasise();
choose(400, 200);
engine.start(() => (told.drawn += 1));
onLook(engine.redraw);
const screen = engine.canvas();
const ctx = screen.getContext();

/** Draws what waits for the next frame, and returns what came upon the screen: figures of its own, or pictures. */
function frame() {
  ctx.said.length = 0;
  told.drawn = 0;
  const waiting = frames.splice(0);
  for (const draw of waiting) draw();
  const whole = ctx.calls('drawImage').filter(([image]) => image.width > 300);
  return { frames: waiting.length, drawn: ctx.calls('roundRect').length > 0, pictures: whole.map(([, ...where]) => where), told: told.drawn };
}

beforeEach(() => {
  change({ ...unfiltered(), ...unstyled(), hovered: -1 });
  refilter();
  emphasise();
  Object.assign(view, { x: 0, y: 0, scale: 1, width: 400, height: 200 });
  mock.timers.tick(2000);
  engine.resize();
  engine.restyle();
  frame();
});

test('the screen stands in its place, with as many pixels as it has', () => {
  assert.deepEqual([byId('canvas').children[0] === screen, screen.width, screen.height], [true, 400, 200]);
  globalThis.devicePixelRatio = 2;
  engine.resize();
  assert.deepEqual([screen.width, screen.height], [800, 400]);
  globalThis.devicePixelRatio = 1;
});

test('however often it is asked, it draws once a frame, and says so', () => {
  engine.redraw();
  engine.redraw();
  assert.equal(frame().frames, 1);
  engine.restyle();
  const { drawn, told: heard } = frame();
  assert.deepEqual([drawn, heard], [true, 1]);
});

test('while a large map moves the screen itself is moved along, by as much', () => {
  pan(30, 10);
  assert.deepEqual(frame(), { frames: 1, drawn: false, pictures: [[-30, -10, 400, 200]], told: 1 });
  Object.assign(view, { scale: 2 });
  engine.redraw();
  assert.deepEqual(frame().pictures, [[200 - 2 * 230, 100 - 2 * 110, 800, 400]]);
});

test('when it rests it is drawn anew', () => {
  pan(30, 10);
  frame();
  mock.timers.tick(200);
  assert.equal(frame().drawn, true);
});

test('once there is time a picture is made that reaches a quarter beyond each side', () => {
  mock.timers.tick(400);
  frame();
  pan(30, 10);
  assert.deepEqual(frame().pictures, [[-100 - 30, -50 - 10, 600, 300]]);
});

test('there is no time for that while it moves', () => {
  mock.timers.tick(350);
  pan(30, 0);
  frame();
  mock.timers.tick(50);
  pan(30, 0);
  assert.deepEqual(frame().pictures, [[-60, 0, 400, 200]]);
});

test('what is pointed at is drawn over the picture, without the rest', () => {
  mock.timers.tick(400);
  frame();
  change({ hovered: 1 });
  engine.redraw();
  const { drawn, pictures } = frame();
  assert.deepEqual([drawn, pictures.length, ctx.calls('arc').map(([x]) => x)], [false, 1, [100]]);
  assert.deepEqual(ctx.calls('setTransform')[0], [1, 0, 0, 1, 200, 100]);
});

test('a map that has become another is drawn even where nothing moved', () => {
  mock.timers.tick(400);
  frame();
  engine.redraw();
  assert.equal(frame().drawn, false);
  engine.restyle();
  assert.equal(frame().drawn, true);
});

test('where nodes stand is told by number', () => {
  const { 0: first, 3: other } = engine.positions();
  assert.deepEqual([first, other], [{ x: 0, y: 0 }, { x: 100, y: 100 }]);
});
