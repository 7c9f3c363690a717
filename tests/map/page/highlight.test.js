/** What stands out, and the ways along the lines. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load, open } from './support.js';

open();
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise, focus, opacity, strong } = await load('state/highlight');
const { shortest, within } = await load('state/paths');
const { visible } = await load('draw/scene');
const { ringed } = await load('draw/figures');
const { lineLook } = await load('draw/lines');

const all = { families: new Set([0, 1, 2, 3]), statuses: new Set([0, 1, 2, 3]) };

function show(patch) {
  change({ ...unfiltered(), ...unstyled(), screen: 'light', hovered: -1, ...all, ...patch });
  refilter();
  emphasise();
}

const nodesAt = (share) => [...opacity.nodes.entries()].flatMap(([index, value]) => (Math.abs(value - share) < 1e-6 ? [index] : []));
const edgesAt = (share) => [...opacity.edges.entries()].flatMap(([index, value]) => (Math.abs(value - share) < 1e-6 ? [index] : []));
const standing = () => [0, 1, 2, 3, 4, 5].filter((edge) => strong(edge));
const sorted = (set) => [...set].sort((a, b) => a - b);

beforeEach(() => show({}));

test('while nothing is selected all nodes are clear, and lines within a group clearer than between', () => {
  assert.equal(focus.nodes, null);
  assert.deepEqual(nodesAt(1), [0, 1, 2, 3, 4]);
  assert.deepEqual([edgesAt(0.72), edgesAt(0.5)], [[2], [0, 1, 3, 4, 5]]);
  assert.deepEqual(standing(), []);
});

test('what is selected and its neighbours are clear, and its own lines stand out', () => {
  show({ selected: 1 });
  assert.deepEqual([nodesAt(1), nodesAt(0.13)], [[1, 2], [0, 3, 4]]);
  assert.deepEqual([standing(), edgesAt(0.95), edgesAt(0.05)], [[1], [1], [0, 2, 3, 4, 5]]);
  show({ selected: 3 });
  assert.deepEqual([sorted(focus.nodes), standing()], [[0, 2, 3], [2, 4]]);
  show({ selected: 0 });
  assert.deepEqual([standing(), edgesAt(0.95), edgesAt(0.05)], [[0, 3, 4, 5], [0, 3, 4, 5], [1, 2]]);
});

test('two steps away there are more, and the lines among them stand out a little less', () => {
  show({ selected: 1, steps: 2 });
  assert.deepEqual([sorted(focus.nodes), standing()], [[0, 1, 2, 3], [0, 1, 2, 3, 4]]);
  assert.deepEqual(edgesAt(0.6), [0, 1, 2, 3, 4]);
});

test('a line that is selected stands out with its ends, the first one too', () => {
  show({ edge: 0 });
  assert.deepEqual([sorted(focus.nodes), standing(), edgesAt(0.95), edgesAt(0.05)], [[0, 2], [0], [0], [1, 2, 3, 4, 5]]);
});

test('a path stands out, with every line along it', () => {
  show({ selected: 4, to: 2 });
  assert.deepEqual(focus.path, { nodes: [4, 0, 2], edges: [5, 0, 3] });
  assert.deepEqual([sorted(focus.nodes), standing()], [[0, 2, 4], [0, 3, 5]]);
  show({ selected: 0, to: 1, steps: 2 });
  assert.deepEqual(edgesAt(0.95), [0, 1, 3]);
});

test('where no path leads only its two ends are clear', () => {
  show({ selected: 1, to: 4, types: new Set([0]) });
  assert.deepEqual([focus.path, sorted(focus.nodes)], [null, [1, 4]]);
});

test('an overlay makes clear what it marks and the ends of its lines', () => {
  show({ overlay: 0 });
  assert.deepEqual([nodesAt(1), standing()], [[1, 2, 3, 4], [2]]);
  assert.deepEqual([edgesAt(0.95), edgesAt(0.13)], [[2], [0, 1, 3, 4, 5]]);
});

test('a step of a story can point at several, each with its neighbours, and what is among them stands out', () => {
  show({ selected: 1, spotlight: new Set([1, 4]) });
  assert.deepEqual([sorted(focus.nodes), standing()], [[0, 1, 2, 4], [0, 1, 3, 5]]);
});

test('what is filtered away is not drawn at all', () => {
  show({ selected: 1, families: new Set([0, 1]) });
  assert.deepEqual([nodesAt(0), edgesAt(0)], [[2, 3, 4], [0, 1, 2, 3, 4, 5]]);
  assert.deepEqual([sorted(focus.nodes), standing()], [[1], []]);
});

test('a screen of more contrast has clearer lines', () => {
  show({ screen: 'contrast' });
  assert.deepEqual([edgesAt(1), edgesAt(0.9)], [[2], [0, 1, 3, 4, 5]]);
  show({ screen: 'projector' });
  assert.deepEqual([edgesAt(0.95), edgesAt(0.85)], [[2], [0, 1, 3, 4, 5]]);
});

test('every working out is another version', () => {
  const before = focus.version;
  emphasise();
  assert.equal(focus.version, before + 1);
});

test('steps are counted along lines that pass', () => {
  assert.deepEqual([0, 1, 2, 3].map((steps) => sorted(within(1, steps))), [[1], [1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4]]);
  show({ types: new Set([1]) });
  assert.deepEqual(sorted(within(1, 3)), [1]);
});

test('a shortest path is the same each time: by the nodes that come first', () => {
  assert.deepEqual(shortest(1, 4), { nodes: [1, 2, 0, 4], edges: [1, 0, 3, 5] });
  assert.deepEqual(shortest(0, 0), { nodes: [0], edges: [] });
  assert.deepEqual(shortest(3, 0).nodes, [3, 0]);
  show({ statuses: new Set([1, 2, 3]) });
  assert.deepEqual(shortest(3, 0), { nodes: [3, 2, 0], edges: [2, 3] });
  assert.equal(shortest(1, 4), null);
});

test('what is seen is drawn with the faint first, and what is far outside is not', () => {
  show({ selected: 1 });
  assert.deepEqual(visible({ x: 100, y: 0, scale: 1, width: 1000, height: 1000 }), [0, 3, 4, 1, 2]);
  assert.deepEqual(visible({ x: 0, y: 0, scale: 2, width: 241, height: 1000 }), [0, 3, 1]);
  assert.deepEqual(visible({ x: 0, y: 0, scale: 2, width: 239, height: 1000 }), [0]);
  assert.deepEqual(visible({ x: 100, y: 0, scale: 1, width: 10, height: 119 }), [1]);
  assert.deepEqual(visible({ x: 100, y: 0, scale: 1, width: 10, height: 121 }), [3, 1]);
  show({ families: new Set([0]) });
  assert.deepEqual(visible({ x: 100, y: 0, scale: 1, width: 1000, height: 1000 }), [0]);
});

test('what is selected, pointed at or where a path leads has a ring', () => {
  show({ selected: 1, to: 2 });
  change({ hovered: 3 });
  assert.deepEqual([0, 1, 2, 3, 4].map(ringed), [false, true, true, true, false]);
  change({ hovered: -1 });
});

test('a line has the colour of its type, the dashes of its status, and a head', () => {
  const stated = lineLook({ id: 0, type: 0, status: 0 });
  assert.equal(stated.colour, '#808080');
  assert.deepEqual(stated.dashes, []);
  assert.equal(stated.head, 5);
  assert.deepEqual(lineLook({ id: 0, type: 1, status: 2 }).dashes, [7 * 14 * 0.13, 4 * 14 * 0.13]);
  assert.notDeepEqual(lineLook({ id: 0, type: 1, status: 3 }).dashes, lineLook({ id: 0, type: 1, status: 1 }).dashes);
});

test('what stands out is wider and keeps its head; what is faint has none', () => {
  show({ selected: 1 });
  const [clear, faint] = [lineLook({ id: 1, type: 0, status: 1 }), lineLook({ id: 0, type: 0, status: 0 })];
  assert.deepEqual([clear.width, clear.head], [10 * 0.19, 8.5]);
  assert.deepEqual([faint.width, faint.head], [10 * 0.115, 0]);
  show({ selected: 1, steps: 2 });
  assert.equal(lineLook({ id: 1, type: 0, status: 1 }).head, 6);
  show({ selected: 1, steps: 2, to: 2 });
  assert.equal(lineLook({ id: 1, type: 0, status: 1 }).head, 8.5);
});
