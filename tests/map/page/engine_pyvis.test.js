/** vis-network as the renderer: what it is told, and what it is told again. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { FakeContext, graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const given = graph({ engine: 'pyvis' });
given.network.options = { some: 'options' };
const byId = open(given);
const told = { heard: {}, nodes: [], edges: [], moves: [], lent: [], updated: [], options: null };
const piece = (name) => ({ setOptions: (options) => told[name].push(options) });
globalThis.vis = {
  DataSet: class {
    constructor(items) {
      this.items = items;
    }

    update(items) {
      told.updated = items;
    }
  },
  Network: class {
    constructor(host, { nodes, edges }, options) {
      Object.assign(told, { made: { nodes: nodes.items, edges: edges.items }, options });
      this.body = {
        nodes: nodes.items.map(() => piece('nodes')),
        edges: edges.items.map(() => piece('edges')),
        emitter: { emit: (name) => told.lent.push(name) },
      };
    }

    on(name, listener) {
      told.heard[name] = listener;
    }

    _updateVisibleIndices() {}
    setSize(...size) {
      told.size = size;
    }

    moveTo(where) {
      told.moves.push(where);
    }

    getPositions() {
      return 'positions';
    }
  },
};
byId('canvas').querySelector = () => null;
const { change, unfiltered, unstyled } = await load('state/state');
const { passing, refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { pan } = await load('view/camera');
const { move, moveBack } = await load('view/place');
const { view } = await load('view/view');
const { engine } = await load('draw/engine');

refilter();
emphasise();
engine.start(() => {});

function show(patch) {
  change({ ...unfiltered(), ...unstyled(), ...patch });
  refilter();
  emphasise();
  Object.assign(told, { nodes: [], edges: [], moves: [], lent: [] });
  engine.restyle();
}

beforeEach(() => {
  show({});
  mock.timers.tick(1000);
  Object.assign(told, { nodes: [], edges: [], moves: [], lent: [] });
});

test('it is given nodes where they stand, lines between them, and the options of the page', () => {
  assert.equal(engine.name, 'pyvis');
  assert.deepEqual(told.options, { some: 'options' });
  assert.deepEqual(told.made.nodes.map(({ id, x, y }) => [id, x, y]), [[0, 0, 0], [1, 100, 0], [2, 200, 0], [3, 100, 100], [4, 300, 100]]);
  assert.deepEqual(told.made.edges.map(({ id, from, to }) => [id, from, to])[3], [3, 0, 2]);
});

test('a line that is bent is bent to its side', () => {
  assert.deepEqual(told.made.edges.map(({ smooth }) => smooth), [false, false, false, { enabled: true, type: 'curvedCW', roundness: 0.5 }, false, false]);
});

test('only what looks another way than before is told again', () => {
  show({});
  assert.deepEqual([told.nodes, told.edges], [[], []]);
  show({ families: new Set([0, 2]) });
  assert.deepEqual(told.nodes, [{ hidden: true }]);
  assert.deepEqual(told.edges.map(({ id, hidden }) => [id, hidden]), [[1, true]]);
  show({});
  assert.deepEqual(told.nodes, [{ hidden: false }]);
});

test('a line is told with its dashes and its head, if it has any', () => {
  show({ selected: 1 });
  const looks = Object.fromEntries(told.edges.map(({ id, dashes, arrows, color }) => [id, [Boolean(dashes), arrows.to, Math.round(color.opacity * 100)]]));
  assert.deepEqual(looks[0], [false, { enabled: false, scaleFactor: 0 }, 5]);
  assert.deepEqual(looks[1], [true, { enabled: true, scaleFactor: 8.5 / 15 }, 95]);
});

test('it looks where the view does', () => {
  Object.assign(view, { x: 7, y: 8, scale: 2 });
  engine.redraw();
  assert.deepEqual(told.moves.at(-1), { position: { x: 7, y: 8 }, scale: 2, animation: false });
  engine.resize();
  assert.deepEqual([told.size, told.moves.length], [['100%', '100%'], 2]);
});

test('nodes that were moved are told where they are now', () => {
  move(1, 11, 12);
  engine.reposition();
  assert.deepEqual(told.updated[1], { id: 1, x: 11, y: 12 });
  moveBack();
  assert.equal(engine.positions(), 'positions');
});

test('a figure is as wide as its node, and drawn by us', () => {
  const ctx = new FakeContext();
  const { drawNode, nodeDimensions } = told.made.nodes[2].ctxRenderer({ ctx });
  assert.deepEqual([nodeDimensions.width, nodeDimensions.height], [29.8, 29.8]);
  drawNode();
  assert.equal(ctx.calls('drawImage').length, 1);
});

test('what moves meanwhile is not given back before it rests', () => {
  passing.edgeCount = 401;
  engine.restyle();
  mock.timers.tick(100);
  pan(5, 5);
  mock.timers.tick(100);
  assert.deepEqual(told.lent, ['dragStart']);
  mock.timers.tick(40);
  assert.deepEqual(told.lent, ['dragStart', 'dragEnd']);
});

test('a heavy map is ours to draw while it moves and when it has changed, and given back when it rests', () => {
  const ctx = new FakeContext();
  const draws = () => {
    ctx.said.length = 0;
    told.heard.beforeDrawing(ctx);
    return [ctx.calls('roundRect').length > 0, ctx.calls('drawImage').length > 0];
  };
  assert.deepEqual([draws(), told.lent], [[true, false], []]);
  passing.edgeCount = 401;
  engine.restyle();
  engine.restyle();
  assert.deepEqual([draws(), told.lent], [[true, true], ['dragStart']]);
  mock.timers.tick(150);
  assert.deepEqual([draws(), told.lent], [[true, false], ['dragStart', 'dragEnd']]);
  pan(5, 5);
  engine.redraw();
  assert.deepEqual(told.lent.slice(2), ['dragStart']);
  mock.timers.tick(1000);
  assert.deepEqual(told.lent.slice(3), ['dragEnd']);
  passing.edgeCount = 400;
  pan(5, 5);
  engine.redraw();
  engine.restyle();
  assert.equal(told.lent.length, 4);
});
