/** A map of thousands of lines: what is left out for the time it would take, and what is not. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { FakeContext, graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });

/** Two rows of a hundred, each of the first tied to some of the second, so often as is asked for. */
const given = graph();
const [{ evidence }] = given.network.edges;
given.network.nodes = Array.from({ length: 200 }, (_, id) => ({ id, key: `k${id}`, label: `K${id}`, family: 0, style: 0, kind: 'org', box: 2, measures: [200 - id] }));
given.network.edges = Array.from({ length: 2600 }, (_, id) => ({ id, from: id % 100, to: 100 + (id % 97), type: 0, status: id < 10 ? 1 : 0, years: id < 300 ? undefined : [2015, 2015], evidence }));
given.overlays = [];
for (const layout of [given.layouts.landscape, given.layouts.portrait]) {
  Object.assign(layout, { dot: 10, x: given.network.nodes.map(({ id }) => (id % 100) * 40), y: given.network.nodes.map(({ id }) => (id < 100 ? 0 : 100)), boxes: [] });
}
const byId = open(given);
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise, opacity } = await load('state/highlight');
const { choose } = await load('view/place');
const { view } = await load('view/view');
const { compose, drawCaptions, takenAreas } = await load('draw/captions');
const { drawLines, gather, lineCount, lineLook } = await load('draw/lines');
const { paint } = await load('state/theme');
const { edges } = await load('data/content');
const overlay = byId('overlay').getContext();

function show(patch = {}) {
  change({ ...unfiltered(), ...unstyled(), ...patch });
  refilter();
  choose(2, 1);
  emphasise();
  gather();
}

/** The widths of lines, their dashes, and how many strokes there are, on a canvas with so many pixels a unit. */
function drawn(pixels, how) {
  const ctx = new FakeContext({ a: pixels, e: 0, f: 0 });
  drawLines(ctx, how);
  const widths = ctx.said.filter(([, name]) => name === 'lineWidth').map(([, , value]) => Math.round(value * 100) / 100);
  return { widths: [...new Set(widths)], dashed: ctx.calls('setLineDash').flat(2).length > 0, strokes: ctx.calls('stroke').length };
}

beforeEach(() => show());

test('lines thinner than a pixel and a half are a pixel wide where there are more than three hundred, all of them while they move', () => {
  const own = 1.15 * paint().width;
  const width = Math.round(own * 100) / 100;
  assert.deepEqual(drawn(1).widths, own < 1.4 ? [Math.min(1, width)] : [width]);
  assert.deepEqual([drawn(4).widths, drawn(4, { plain: true }).widths], [[width], [0.25]]);
  show({ year: 2016 });
  assert.equal(lineCount(), 300);
  assert.deepEqual([drawn(1).widths, drawn(4, { plain: true }).widths], [[width], [width]]);
});

test('dashes are left out where nobody would see them', () => {
  assert.deepEqual([drawn(2).dashed, drawn(0.5).dashed], [true, false]);
  show({ year: 2016 });
  assert.equal(drawn(0.5).dashed, true);
});

test('two hundred are one stroke, and some of them are drawn where there is no time for all', () => {
  assert.deepEqual([drawn(1).strokes, drawn(1, { most: 1300 }).strokes, drawn(1, { most: 5000 }).strokes], [14, 8, 14]);
});

test('only so many have heads, unless they stand out', () => {
  assert.equal(lineLook(edges[0]).head, 0);
  show({ year: 2016 });
  assert.equal(lineLook(edges[0]).head, 5);
  show({ selected: 0 });
  assert.equal(lineLook(edges[0]).head, 8.5);
});

test('a dozen labels are bold, and letters shrink from the first to the thirty-third', () => {
  const found = compose({ x: 2000, y: 50, scale: 2.5, width: 10_000, height: 500 }).labels;
  assert.deepEqual([found[0].node, found.filter(({ weight }) => weight === 650).length], [0, 12]);
  const sizes = found.map(({ size }) => size);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
  assert.deepEqual([sizes[0], sizes[32], sizes.at(-1)], [18, 15, 15]);
});

test('labels come after the dots, and until then those of what is hidden are wiped off', () => {
  Object.assign(view, { x: 200, y: 50, scale: 2, width: 1000, height: 500 });
  drawCaptions();
  mock.timers.tick(100);
  const before = takenAreas().labels;
  assert.ok(before.length > 3);
  show({ selected: 1 });
  overlay.said.length = 0;
  drawCaptions();
  const kept = takenAreas().labels.map(({ node }) => node);
  assert.deepEqual(kept, before.map(({ node }) => node).filter((node) => opacity.nodes[node] >= 0.5));
  const gone = before.filter(({ node }) => !kept.includes(node));
  assert.deepEqual(overlay.calls('clearRect'), gone.map(({ left, top, right, bottom }) => [left - 1, top - 1, right - left + 2, bottom - top + 2]));
  assert.deepEqual(overlay.calls('fillText'), []);
  mock.timers.tick(59);
  assert.deepEqual(overlay.calls('fillText'), []);
  mock.timers.tick(1);
  assert.ok(overlay.calls('fillText').length > 0);
});
