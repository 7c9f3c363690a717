/** Titles and labels over the map: which there are, where they stand, and what goes along while the view moves. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { FakeContext, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const byId = open();
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { pan } = await load('view/camera');
const { choose, place } = await load('view/place');
const { view } = await load('view/view');
const { compose, drawCaptions, labelAt, paintCaptions, takenAreas } = await load('draw/captions');

const overlay = byId('overlay').getContext();
const seen = { x: 130, y: 50, scale: 3, width: 900, height: 450 };
const box = (x, name, members) => ({ x, y: -20, width: 120, height: 140, kind: 'group', name: { sv: name, en: name }, members });

/** Stands the nodes where there is room round each, in two boxes and beside them. */
function stand(layout = {}) {
  const spots = { x: [50, 50, 200, 220, 265], y: [10, 90, 10, 90, 50] };
  place.layout = { width: 400, height: 200, dot: 10, boxes: [box(-10, 'Ruta', [0, 1]), box(150, 'Låda', [2, 3])], ...spots, ...layout };
  Object.assign(place, { x: [...place.layout.x], y: [...place.layout.y], version: place.version + 1 });
}

function show(patch = {}, layout = {}) {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv', step: -1, hovered: -1, ...patch });
  refilter();
  choose(2, 1);
  stand(layout);
  emphasise();
}

const labels = (from = seen) => compose(from).labels;
const named = (from = seen) => labels(from).map(({ node }) => node);
const titles = (from = seen) => compose(from).titles.map(({ lines }) => lines.join(' '));

beforeEach(() => {
  show();
  mock.timers.tick(1000);
  Object.assign(view, seen);
  overlay.said.length = 0;
});

test('a box has its title in its corner, with an area round it', () => {
  const [first] = compose(seen).titles;
  const { lines, left, top, size, area, align, whole } = first;
  assert.deepEqual({ lines, left, top, size, align, whole }, { lines: ['Ruta'], left: 40, top: 22, size: 12, align: 'left', whole: true });
  assert.deepEqual(area, { left: 36, top: 19, right: 44 + 24, bottom: 23 + 14.4 });
  assert.deepEqual(titles(), ['Ruta', 'Låda']);
});

test('a box that is too small for its title, or out of sight, has none', () => {
  // 120 wide and 140 high; a title needs 68 pixels beside and 22.4 above.
  assert.deepEqual(titles({ ...seen, scale: 68 / 120 }).length, 2);
  assert.deepEqual(titles({ ...seen, scale: 67.9 / 120 }), []);
  show({}, { boxes: [{ ...box(-10, 'Ruta', [0, 1]), height: 7 }] });
  assert.deepEqual(titles(), []);
  show({}, { boxes: [{ ...box(-10, 'Ruta', [0, 1]), height: 8 }] });
  assert.deepEqual(titles(), ['Ruta']);
  show();
  assert.deepEqual(titles({ ...seen, y: -170 }).length, 0);
  assert.deepEqual(titles({ ...seen, y: 196 }).length, 0);
  assert.deepEqual(titles({ ...seen, y: 194 }).length, 2);
});

test('a long title has smaller letters, nine pixels at least, and is cut if that is not enough', () => {
  const of = (name, width) => {
    show({}, { boxes: [{ ...box(-10, name, [0, 1]), width }] });
    const [{ size, whole }] = compose(seen).titles;
    return [size, whole];
  };
  assert.deepEqual(of('Ord', 40), [12, true]);
  assert.deepEqual(of('Sammanhållning i regionen', 40), [12, true]);
  assert.deepEqual(of('Sammanhållningsnätverket', 46), [10, true]);
  assert.deepEqual(of('Sammanhållningsnätverket', 30), [9, false]);
});

test('what stands out takes the titles away, but not what an overlay marks, unless it is on the wall', () => {
  show({ selected: 0 });
  assert.deepEqual(titles(), []);
  show({ overlay: 1 });
  assert.deepEqual(titles(), ['Ruta', 'Låda']);
  show({ overlay: 1, step: 0 });
  assert.deepEqual(titles(), []);
});

test('a heading without a box stands round its point, and no heading lies on another', () => {
  const one = { x: 60, y: 150, name: { sv: 'Fri', en: 'Free' } };
  show({}, { boxes: [], titles: [one, { ...one, x: 61 }, { ...one, x: 260 }] });
  const found = compose(seen).titles;
  assert.deepEqual(found.map(({ x }) => x), [60, 260]);
  const { left, top, align, area } = found[0];
  assert.deepEqual([left, top, align], [240, 525 - 7.2, 'center']);
  assert.deepEqual(Object.values(area).map(Math.round), [240 - 9 - 4, 525 - 9, 240 + 9 + 4, 525 + 9]);
});

test('headings of circles leave hubs their room, those of rings and columns take theirs first', () => {
  const heading = { x: 200, y: 29, name: { sv: 'Krets', en: 'Circle' } };
  show({}, { boxes: [], titles: [heading] });
  assert.deepEqual([titles(), named().includes(2)], [[], true]);
  for (const kept of [{ rings: [] }, { sides: [0, 0, 0, 0, 0] }]) {
    show({}, { boxes: [], titles: [heading], ...kept });
    assert.deepEqual(titles(), ['Krets']);
  }
});

test('the network in focus is first, then who has most of the measure, among equals who has most ties, then the first', () => {
  assert.deepEqual(named(), [2, 0, 3, 1]);
  show({ measure: 2 });
  assert.deepEqual(named(), [2, 0, 3, 1]);
  show({ hovered: 1 });
  assert.deepEqual(named(), [1, 2, 0, 3]);
  show({ families: new Set([0, 1, 2, 3]) });
  assert.deepEqual(named(), [2, 0, 3, 1, 4]);
  show({ selected: 1 });
  assert.deepEqual(named(), [1, 2]);
});

test('a few are bold and larger, what is chosen most', () => {
  const [hub, second] = labels();
  assert.deepEqual([hub.weight, second.weight, hub.size, second.size], [650, 650, 14, 14]);
  show({ hovered: 1 });
  assert.deepEqual([labels()[0].node, labels()[0].size, labels()[1].size], [1, 15, 14]);
  show({ step: 0 });
  assert.deepEqual(labels().map(({ size }) => size), [16, 16, 16, 16]);
});

test('letters grow with the screen between a least and a most', () => {
  const sizes = (width, height = 450, step = -1) => {
    show({ step }, { boxes: [] });
    return labels({ ...seen, width, height, scale: 1 })[0]?.size;
  };
  // 1.15 times the base: 11.5 on a narrow screen, else a 105th of the width from 12 to 16.
  assert.deepEqual([sizes(599), sizes(600), sizes(1470), sizes(2000)], [13, 14, 16, 18]);
  assert.deepEqual([sizes(900, 450, 0), sizes(1160, 900, 0), sizes(1160, 720, 0), sizes(4000, 4000, 0)], [16, 20, 18, 26]);
});

test('there are so many labels as there is area for', () => {
  show({}, { boxes: [], x: [-100, 50, 200, 350, 0], y: [50, 50, 50, 50, 50] });
  const count = (width, height) => labels({ ...seen, scale: 1, width, height }).length;
  assert.deepEqual([count(600, 40), count(600, 20), count(599, 20)], [3, 1, 2]);
});

test('a label keeps clear of dots that are not its own, of the first ten above all', () => {
  show({}, { boxes: [], x: [50, 50, 200, 200, 320], y: [10, 90, 10, 20, 50] });
  const [first] = labels();
  // Below it is the dot of 3, whose radius is 0.44 and a part of 1.05 of ten.
  assert.deepEqual([first.node, first.align], [2, 'left']);
  show({}, { boxes: [], x: [50, 50, 200, 200, 320], y: [10, 90, 10, 60, 50] });
  assert.deepEqual(labels()[0].align, 'center');
});

test('a dot takes the room of the whole of it, to every side', () => {
  const beside = (x, y) => {
    show({}, { boxes: [], x: [50, 50, 200, x, 320], y: [10, 150, 10, y, 150] });
    return labels()[0].align;
  };
  // The label of 2 reaches from 604 to 716 and from 153 to 170; the radius of 3 is 24 pixels, 8 units of the map.
  assert.deepEqual([beside(224.6, 29), beside(175.4, 29), beside(200, 38.3)], ['left', 'left', 'left']);
  assert.deepEqual([beside(230, 29), beside(170, 29), beside(200, 42)], ['center', 'center', 'center']);
});

test('no dot is covered, however small', () => {
  const far = { ...seen, scale: 0.25 };
  for (const dot of [10, 20]) {
    show({}, { boxes: [], x: [-600, -600, 200, 200, 800], y: [10, 90, 10, 70, 50], dot });
    assert.deepEqual([labels(far)[0].node, labels(far)[0].align], [2, 'left']);
  }
});

test('a label is found where it is written, and goes along while the map is moved', () => {
  drawCaptions();
  for (const { node, left, top, width, height } of labels()) {
    assert.deepEqual([labelAt(left, top), labelAt(left + width - 0.5, top + height - 0.5)], [node, node]);
    assert.notEqual(labelAt(left - 1, top), node);
    assert.notEqual(labelAt(left, top + height + 1), node);
  }
  const [{ node, left, top }] = labels();
  view.x += 10;
  assert.deepEqual([labelAt(left - 30, top), labelAt(left, top + 200)], [node, -1]);
});

test('a node beyond the edge has no label, one whose rim is still seen does', () => {
  const at = (x) => {
    show({}, { boxes: [], x: [50, 50, 200, x, 320] });
    return named().includes(3);
  };
  // The map reaches from -20 to 280; the radius of 3 is a little below 8.
  assert.deepEqual([at(279), at(300)], [true, false]);
});

test('a label stays in the box of its node, but not where something is selected', () => {
  const crowded = { boxes: [{ ...box(43, 'R', [0, 1]), width: 14 }] };
  show({}, crowded);
  assert.deepEqual(named(), [2, 3]);
  show({ selected: 1 }, crowded);
  assert.deepEqual(named(), [1, 2]);
  show({ overlay: 0 }, crowded);
  assert.equal(named().includes(1), false);
});

test('two pixels of a box are left free above and below the label', () => {
  // The smallest letters are ten pixels high, a line of them with some air 13.6: half of that and two pixels have to be free on each side.
  const fits = (above, below) => {
    show({}, { x: [50, 50, 200, 200, 0], boxes: [{ ...box(-10, 'R', [1]), y: 90 - above / 3, height: (above + below) / 3 }] });
    return named().includes(1);
  };
  assert.deepEqual([fits(9.2, 9.2), fits(6.5, 9.2), fits(9.2, 6.5)], [true, false, false]);
});

test('labels and titles are painted where they were composed for, moved as the view has been since', () => {
  const ctx = new FakeContext();
  const captions = compose(seen);
  paintCaptions(ctx, captions, seen, { ...seen, x: 120, y: 40 });
  const texts = ctx.calls('fillText');
  assert.deepEqual(texts[0], ['Ruta', 40 + 30, 22 + 30]);
  const [label] = captions.labels;
  assert.deepEqual(texts.find(([text]) => text === 'Nätet vid Vatten').slice(1), [
    label.left + label.width / 2 + 30, label.top + label.height / 2 + 30,
  ]);
  assert.deepEqual(ctx.calls('strokeText'), texts);
  paintCaptions(ctx, captions, seen, { ...seen, scale: 6 });
  const [, left, top] = ctx.calls('fillText')[texts.length];
  // Its corner is -140 and -70 from the middle of the view, and stands twice as far from it now.
  assert.deepEqual([left, top], [40 - 420, 22 - 210]);
});

test('lines of a label stand under one another, by the side that they stand on', () => {
  const ctx = new FakeContext();
  const label = { node: 0, lines: ['ab', 'cd'], left: 10, top: 20, width: 30, height: 40, size: 12, weight: 450 };
  for (const align of ['left', 'center', 'right']) paintCaptions(ctx, { labels: [{ ...label, align }], titles: [] }, seen, seen);
  assert.deepEqual(ctx.calls('fillText'), [
    ['ab', 10, 30], ['cd', 10, 50], ['ab', 25, 30], ['cd', 25, 50], ['ab', 40, 30], ['cd', 40, 50],
  ]);
  const title = { x: 0, y: 0, lines: ['ab', 'cd'], left: 10, top: 20, size: 10, align: 'left' };
  paintCaptions(ctx, { labels: [], titles: [title] }, seen, seen);
  assert.deepEqual(ctx.calls('fillText').slice(-2), [['ab', 10, 20], ['cd', 10, 32]]);
});

test('large letters have a wide halo, small ones one of three pixels', () => {
  const halo = (size) => {
    const ctx = new FakeContext();
    paintCaptions(ctx, { labels: [{ node: 0, lines: ['a'], left: 0, top: 0, width: 9, height: 9, size, weight: 450, align: 'left' }], titles: [] }, seen, seen);
    return ctx.said.find(([, name]) => name === 'lineWidth')[2];
  };
  assert.deepEqual([halo(10), halo(20)], [3, 5.2]);
});

test('titles are paler under an overlay, labels never', () => {
  const alphas = () => {
    const ctx = new FakeContext();
    paintCaptions(ctx, compose(seen), seen, seen);
    return ctx.said.filter(([, name]) => name === 'globalAlpha').map(([, , value]) => value);
  };
  assert.deepEqual(alphas(), [1, 1]);
  show({ overlay: 0 });
  assert.deepEqual(alphas(), [0.75, 1]);
});

test('captions are composed anew where the map is another, and only painted where it is the same', () => {
  drawCaptions();
  const { labels: first, titles: headings } = takenAreas();
  assert.deepEqual(first.map(({ node }) => node), [2, 0, 3, 1]);
  drawCaptions();
  assert.equal(takenAreas().titles, headings);
  assert.equal(overlay.calls('fillText').length, 2 * (headings.length + first.length));
  for (const patch of [{ hovered: 1 }, { measure: 1 }, { lang: 'en' }]) {
    change(patch);
    drawCaptions();
    assert.notEqual(takenAreas().titles, headings);
  }
});

test('while the view moves they go along as they are, and are composed when it rests', () => {
  drawCaptions();
  const before = takenAreas().titles;
  overlay.said.length = 0;
  pan(30, 0);
  drawCaptions();
  assert.equal(takenAreas().titles, before);
  assert.deepEqual(overlay.calls('fillText')[0], ['Ruta', 10, 22]);
  mock.timers.tick(1000);
  drawCaptions();
  assert.notEqual(takenAreas().titles, before);
});

test('the overlay has as many pixels as the screen', () => {
  const canvas = byId('overlay');
  globalThis.devicePixelRatio = 2;
  drawCaptions();
  assert.deepEqual([canvas.width, canvas.height], [1800, 900]);
  assert.deepEqual(overlay.calls('setTransform'), [[2, 0, 0, 2, 0, 0]]);
  globalThis.devicePixelRatio = 1;
  drawCaptions();
  assert.deepEqual([canvas.width, canvas.height], [900, 450]);
});
