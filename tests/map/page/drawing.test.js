/** What is drawn on a canvas: ground, lines and figures, each where it stands and in the order that lets it be seen. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { FakeContext, graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
open(graph());
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { paint, darker } = await load('state/theme');
const { moved } = await load('view/motion');
const { choose, move, moveBack, place } = await load('view/place');
const { drawGround, drawNodes } = await load('draw/figures');
const { drawLines, gather, lineCount, lineLook } = await load('draw/lines');
const { drawScene, visible } = await load('draw/scene');
const { brush } = await load('draw/sprites');
const { edges } = await load('data/content');
const { corners, path } = await load('draw/shapes');

function show(patch = {}, layout = {}) {
  change({ ...unfiltered(), ...unstyled(), hovered: -1, arranging: false, screen: 'light', ...patch });
  refilter();
  choose(2, 1);
  place.layout = { ...place.layout, ...layout };
  emphasise();
  gather();
}

/** What is drawn by a function, on a canvas with so many pixels a unit, which begins so far from its corner. */
function drawn(draw, pixels = 1, left = 0, top = 0) {
  const ctx = new FakeContext({ a: pixels, e: left, f: top });
  draw(ctx);
  return ctx;
}

const set = (ctx, name) => ctx.said.filter(([is, property]) => is === '=' && property === name).map(([, , value]) => value);
const circle = { colour: '#112233', shape: 'dot', hollow: false };
const square = { colour: '#445566', shape: 'square', hollow: false };

beforeEach(() => show());

test('boxes have a ground, another for the strip, and a rim, rounded by the size of the dots', () => {
  const { box, strip, rim } = paint();
  const [first, second] = place.layout.boxes;
  show({}, { boxes: [first, { ...second, kind: 'strip' }] });
  const ctx = drawn(drawGround);
  assert.deepEqual(ctx.calls('roundRect'), [[-10, -20, 120, 140, 10], [150, -20, 120, 140, 10]]);
  assert.deepEqual([set(ctx, 'fillStyle'), set(ctx, 'strokeStyle')], [[box, strip], [rim, rim]]);
  assert.deepEqual(set(ctx, 'lineWidth').slice(1).map((width) => Math.round(width * 140)), [140, 140]);
});

test('a box has the colour of its community where communities are coloured and stand in boxes', () => {
  show({ colour: 'community' });
  const ctx = drawn(drawGround);
  assert.equal(set(ctx, 'strokeStyle').includes(paint().rim), false);
  assert.deepEqual(set(ctx, 'lineWidth').slice(1).map((width) => Math.round(width * 140)), [260, 260]);
  show({ colour: 'community', layout: 'rings' }, { boxes: graph().layouts.landscape.boxes });
  assert.equal(set(drawn(drawGround), 'strokeStyle').includes(paint().rim), true);
});

test('land is traced ring by ring, and rings round their middle', () => {
  show({}, { boxes: [], outlines: [{ rings: [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9]] }], rings: [{ x: 1, y: 2, rx: 3, ry: 4 }] });
  const ctx = drawn(drawGround);
  const steps = ctx.said.filter(([name]) => ['moveTo', 'lineTo', 'closePath', 'ellipse', 'fill'].includes(name));
  assert.deepEqual(steps, [
    ['moveTo', 0, 1], ['lineTo', 2, 3], ['lineTo', 4, 5], ['closePath'], ['moveTo', 6, 7], ['lineTo', 8, 9], ['closePath'], ['fill'],
    ['ellipse', 1, 2, 3, 4, 0, 0, 2 * Math.PI],
  ]);
  assert.deepEqual([set(ctx, 'fillStyle'), set(ctx, 'strokeStyle')], [[paint().land], [paint().shore, paint().shore]]);
});

/** How far beyond its node each ring is, in units of the pen. */
const rings = (chosen) =>
  drawn((ctx) => drawNodes(ctx, chosen)).calls('arc').map(([x, y, reach]) => [x, y, Math.round(reach * 10) / 10]);

test('rings mark the network in focus, what is chosen or pointed at, what an overlay marks, and what is pinned', () => {
  // 1 has a quarter of nothing but ties: its radius is 10 * (0.44 + 1.05 * sqrt(1 / 9)) = 7.9, 9.085 with its gap.
  const unit = 10 / 14;
  const at = (away) => [[100, 0, Math.round((7.9 * 1.15 + away * unit) * 10) / 10]];
  assert.deepEqual(rings([1]), []);
  assert.equal(rings([2]).length, 1);
  for (const patch of [{ selected: 1 }, { hovered: 1 }, { selected: 0, to: 1 }]) {
    show(patch);
    assert.deepEqual(rings([1]), at(5));
  }
  show({ overlay: 0 });
  assert.deepEqual(rings([1]), at(7));
  show({ arranging: true });
  assert.deepEqual(rings([1]), []);
  move(1, 100, 0);
  assert.deepEqual(rings([1]), at(9));
  show();
  assert.deepEqual(rings([1]), []);
  moveBack();
  assert.deepEqual(rings([0, 2]).map(([x]) => x), [200]);
});

test('what is faint has no rings', () => {
  show({ selected: 4, families: new Set([0, 1, 2, 3]) });
  assert.deepEqual(rings([2]), []);
});

test('figures of middle size are pictures, made once for all that look alike and laid on whole pixels', () => {
  const ctx = drawn((target) => {
    const { draw, end } = brush(target, 1);
    draw(circle, 10, 20, 4);
    draw(circle, 30.3, 20, 4);
    draw(square, 30, 20, 4);
    end();
  }, 2, 5, 7);
  const [one, other, third] = ctx.calls('drawImage');
  // 8 pixels of radius, 1.35 times that, two rims of 2 and one pixel more: 16, doubled.
  assert.deepEqual(one.slice(1), [25 - 16, 47 - 16, 32, 32]);
  assert.deepEqual([other[0] === one[0], third[0] === one[0]], [true, false]);
  assert.deepEqual(other.slice(1, 3), [Math.round(65.6 - 16), 31]);
  const traced = one[0].getContext();
  assert.deepEqual([traced.calls('translate'), traced.calls('scale')], [[[16, 16]], [[8, 8]]]);
  assert.deepEqual(set(traced, 'lineWidth'), [1, 0.3]);
  assert.deepEqual(set(traced, 'fillStyle'), ['#112233']);
  assert.deepEqual(set(traced, 'strokeStyle'), [paint().ground, darker('#112233')]);
});

test('while the view moves pictures are stretched, and made anew when it rests', () => {
  const picture = (pixels) => {
    const ctx = drawn((target) => brush(target, 1).draw(circle, 0, 0, 5), pixels);
    const [image, , , side] = ctx.calls('drawImage')[0];
    return [image, side / image.width];
  };
  const [first] = picture(2);
  assert.deepEqual(picture(2), [first, 1]);
  moved();
  assert.deepEqual(picture(3), [first, 1.5]);
  mock.timers.tick(1000);
  const [other, stretched] = picture(3);
  assert.deepEqual([other === first, stretched], [false, 1]);
});

test('a hollow figure has the ground within and its colour as its rim', () => {
  const ctx = drawn((target) => brush(target, 1).draw({ ...circle, hollow: true }, 0, 0, 60));
  assert.deepEqual(set(ctx, 'fillStyle'), [paint().ground]);
  assert.deepEqual(set(ctx, 'strokeStyle'), [paint().ground, '#112233']);
  assert.deepEqual(set(ctx, 'lineWidth').map((width) => Math.round(width * 600)), [40, 24]);
});

test('large figures are drawn themselves, small ones together', () => {
  const ways = (size) => {
    const ctx = drawn((target) => {
      const { draw, end } = brush(target, 1);
      draw(square, 10, 20, size);
      end();
    });
    return ['translate', 'drawImage', 'fill'].map((name) => ctx.calls(name).length);
  };
  assert.deepEqual([ways(3.4), ways(3.5), ways(48), ways(48.1)], [[0, 0, 1], [0, 1, 0], [0, 1, 0], [1, 0, 1]]);
});

test('small figures are filled forty at once, those of another look or clearness apart, none smaller than can be seen', () => {
  const ctx = drawn((target) => {
    const { draw, end } = brush(target, 1);
    for (let count = 0; count < 41; count += 1) draw(square, count, 0, 1);
    draw(circle, 0, 0, 2);
    target.globalAlpha = 0.5;
    draw(circle, 0, 0, 2);
    end();
  });
  assert.deepEqual(set(ctx, 'fillStyle'), ['#445566', '#445566', '#112233', '#112233']);
  const [filled] = ctx.calls('fill')[0];
  assert.equal(filled.calls('closePath').length, 40);
  const [[x, y]] = filled.calls('moveTo');
  assert.ok(Math.abs(Math.abs(x) - Math.abs(y)) < 1e-9 && Math.abs(x) > 1, `${x} ${y}`);
});

test('a small figure has its corners round where it stands', () => {
  const outline = (shape) => {
    const ctx = drawn((target) => {
      const { draw, end } = brush(target, 1);
      draw({ colour: '#445566', shape, hollow: false }, 10, 20, 2);
      end();
    });
    const [drawnPath] = ctx.calls('fill')[0];
    return [...drawnPath.calls('moveTo'), ...drawnPath.calls('lineTo')].map((point) => point.map((value) => Math.round(value * 100) / 100));
  };
  assert.deepEqual(outline('triangle'), [[10, 17.6], [12.3, 21.7], [7.7, 21.7]]);
  assert.deepEqual(outline('hexagon').slice(0, 2), [[12.16, 20], [11.08, 21.88]]);
});

test('an outline is made once for each shape', () => {
  const made = path('square');
  assert.ok(made);
  assert.equal(path('square'), made);
  assert.notEqual(path('star'), made);
});

test('a figure has the same size to the left as to the right, and reaches about as far as the others', () => {
  for (const shape of ['square', 'diamond', 'triangle', 'triangle_down', 'hexagon', 'pentagon', 'star', 'circle']) {
    const points = corners(shape).reduce((all, value, at) => (at % 2 ? [...all.slice(0, -1), [all.at(-1), value]] : [...all, value]), []);
    const told = (side) => points.map(([x, y]) => `${side * x || 0} ${y}`).sort();
    assert.deepEqual(told(1), told(-1), shape);
    const reach = Math.max(...points.map(([x, y]) => Math.hypot(x, y)));
    assert.ok(reach > 1 && reach < 1.45, `${shape} ${reach}`);
  }
  const edges_ = corners('circle').filter((value) => ![1, -1, 0.41, -0.41].includes(value));
  assert.deepEqual(edges_, []);
});

test('lines are gathered with those that look alike, the faint ones drawn first', () => {
  assert.equal(lineCount(), 4);
  const ctx = drawn(drawLines);
  assert.deepEqual(set(ctx, 'globalAlpha').at(-1), 1);
  show({ selected: 1 });
  const alphas = set(drawn(drawLines), 'globalAlpha').slice(0, -1).map((alpha) => Math.round(alpha * 100));
  assert.deepEqual(alphas, [...alphas].sort((a, b) => a - b));
  assert.deepEqual([alphas[0], alphas.at(-1)], [5, 95]);
});

test('dashes are left out of what moves, and so are heads', () => {
  const ctx = drawn((target) => drawLines(target, { plain: true }));
  assert.deepEqual([ctx.calls('setLineDash').flat(2), ctx.calls('fill')], [[], []]);
  const whole = drawn(drawLines);
  assert.ok(whole.calls('setLineDash').flat(2).length > 0);
  assert.ok(whole.calls('fill').length > 0);
});

test('a line that stands out is wider and has a longer head, shorter at two steps unless it is a path', () => {
  const look = (patch) => {
    show(patch);
    const { width, head } = lineLook(edges[0]);
    return [width / paint().width, head].map((value) => Math.round(value * 100) / 100);
  };
  assert.deepEqual(look({}), [1.15, 5]);
  assert.deepEqual(look({ selected: 0 }), [1.9, 8.5]);
  assert.deepEqual(look({ selected: 0, steps: 2 }), [1.9, 6]);
  assert.deepEqual(look({ selected: 0, to: 2, steps: 2 })[1], 8.5);
  assert.deepEqual(look({ selected: 3 }), [1.15, 0]);
});

test('among small dots what stands out is as wide as among those of ten', () => {
  show({ selected: 0 }, { dot: 2 });
  assert.equal(Math.round((lineLook(edges[0]).width / paint().width) * 100), 190);
  assert.equal(Math.round((lineLook(edges[1]).width / paint().width) * 100), 23);
});

test('a scene is ground, lines, nodes, with the middle of the view in the middle', () => {
  const ctx = drawn((target) => drawScene(target, { x: 100, y: 50, scale: 2, width: 400, height: 300 }, 3));
  assert.deepEqual(ctx.calls('fillRect'), [[0, 0, 1200, 900]]);
  assert.deepEqual(ctx.calls('setTransform').slice(0, 2), [[1, 0, 0, 1, 0, 0], [6, 0, 0, 6, 3 * (200 - 200), 3 * (150 - 100)]]);
});

test('nodes out of sight are not drawn, and the faint ones lie below', () => {
  const of = (patch, more = {}) => {
    show(patch);
    return visible({ x: 100, y: 50, scale: 1, width: 400, height: 300, ...more });
  };
  assert.deepEqual(of({}), [0, 1, 2, 3]);
  assert.deepEqual(of({ selected: 1 }), [0, 3, 1, 2]);
  assert.deepEqual(of({}, { width: 120 }), [1, 3]);
  assert.deepEqual([of({}, { x: 60, width: 40 }), of({}, { x: 60, width: 41 })], [[1, 3], [0, 1, 3]]);
  assert.deepEqual(of({}, { y: 0, height: 100 }), [0, 1, 2]);
});
