/** Labels: the most important first, none over another, none outside. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support.js';

const { areaOf, font, lead, occupancy, placeLabels, wrap } = await load('draw/labels');

/** Every letter is half as wide as it is high. */
const measure = (text, style) => (text.length * Number(/(\d+)px/.exec(style)[1])) / 2;
const scene = (more = {}) => ({
  width: 400, height: 400, cap: 10, least: 10, taken: occupancy(), large: occupancy(), small: occupancy(), measure, ...more,
});
const wish = (more = {}) => ({ x: 200, y: 200, radius: 10, weight: 450, size: 20, text: 'ab', home: null, firm: false, must: false, side: 0, node: 0, ...more });
const box = (left, top, right, bottom) => ({ left, top, right, bottom });
const one = (given, where = scene()) => placeLabels([given], where)[0];

test('an area is free unless something of another owner overlaps it', () => {
  const areas = occupancy();
  areas.take(box(100, 100, 140, 120), 7);
  assert.equal(areas.free(box(120, 110, 160, 130), -1), false);
  assert.equal(areas.free(box(120, 110, 160, 130), 7), true);
  areas.take(box(150, 110, 160, 130), 8);
  assert.equal(areas.free(box(120, 110, 160, 130), 7), false);
});

test('areas that only touch do not overlap, on any side', () => {
  const areas = occupancy();
  areas.take(box(100, 100, 140, 120), -1);
  for (const beside of [box(140, 100, 150, 120), box(90, 100, 100, 120), box(100, 120, 140, 130), box(100, 90, 140, 100)]) {
    assert.equal(areas.free(beside, -2), true);
  }
  for (const over of [box(139, 100, 150, 120), box(90, 100, 101, 120), box(100, 119, 140, 130), box(100, 90, 140, 101)]) {
    assert.equal(areas.free(over, -2), false);
  }
});

test('a label stands below its dot, in the middle, four pixels away', () => {
  const { left, top, width, height, align, size, lines } = one(wish());
  assert.deepEqual({ left, top, width, align, size, lines }, { left: 190, top: 214, width: 20, align: 'center', size: 20, lines: ['ab'] });
  assert.equal(height, 20 * 1.16);
});

test('the area of a label has some air round it', () => {
  assert.deepEqual(areaOf({ left: 10, top: 10, width: 20, height: 10 }), box(7, 9, 33, 21));
});

test('where a place is taken the next is tried: right, left, above, then the corners', () => {
  const found = [];
  const where = scene({ taken: occupancy() });
  for (let time = 0; time < 8; time += 1) {
    const label = one(wish({ node: time }), where);
    found.push(label && [label.align, Math.sign(label.left + label.width / 2 - 200), Math.sign(label.top + label.height / 2 - 200)].join(' '));
  }
  assert.deepEqual(found.slice(0, 4), ['center 0 1', 'left 1 0', 'right -1 0', 'center 0 -1']);
});

test('a label with a side stands there or nowhere', () => {
  assert.equal(one(wish({ side: -1 })).align, 'right');
  assert.equal(one(wish({ side: 1 })).align, 'left');
  const where = scene();
  where.taken.take(box(0, 0, 195, 400), -1);
  assert.equal(one(wish({ side: -1, firm: true }), where), undefined);
});

test('a label stays on the screen and in its box', () => {
  assert.equal(one(wish({ y: 382 })).align, 'left');
  assert.equal(one(wish({ x: 200, y: 200, home: box(0, 0, 400, 215) })).align, 'left');
  assert.equal(one(wish({ home: box(195, 195, 205, 205) })), undefined);
});

test('a label that just fits its box is in it', () => {
  const bottom = 214 + 20 * 1.16 + 1;
  assert.equal(one(wish({ home: box(187, 213, 213, bottom) })).size, 20);
  for (const home of [box(187.1, 213, 213, bottom), box(187, 213.1, 213, bottom), box(187, 213, 212.9, bottom), box(187, 213, 213, bottom - 0.1)]) {
    assert.notEqual(one(wish({ home }))?.size, 20);
  }
});

test('no more labels than there may be, and the most important get the room', () => {
  const wishes = [wish({ node: 1 }), wish({ node: 2, x: 100 }), wish({ node: 3, x: 300 })];
  assert.deepEqual(placeLabels(wishes, scene({ cap: 2 })).map(({ node }) => node), [1, 2]);
  const full = scene();
  full.taken.take(box(0, 0, 400, 190), -1);
  full.taken.take(box(0, 240, 400, 400), -1);
  full.taken.take(box(0, 0, 188, 400), -1);
  full.taken.take(box(212, 0, 400, 400), -1);
  const same = [wish({ node: 5, text: 'a' }), wish({ node: 6, text: 'a' })];
  assert.deepEqual(placeLabels(same, full).map(({ node }) => node), [5]);
});

test('smaller letters are tried where there is no room, none below the least', () => {
  const tight = (least) => {
    const where = scene({ least, width: 36, height: 400 });
    return one(wish({ x: 18, text: 'abcd', size: 20 }), where);
  };
  assert.equal(tight(10), undefined);
  const where = (least) => scene({ least, width: 42, height: 400 });
  assert.equal(one(wish({ x: 21, text: 'abcd' }), where(10)).size, 17);
  assert.equal(one(wish({ x: 21, text: 'abcd' }), where(19)), undefined);
});

test('only a label that must be there stands over dots, over large ones last, and never over what is taken', () => {
  const covered = (name) => {
    const where = scene();
    where[name].take(box(0, 0, 400, 400), 99);
    return where;
  };
  for (const name of ['taken', 'large', 'small']) assert.equal(one(wish({ firm: true }), covered(name)), undefined);
  assert.equal(one(wish({ must: true }), covered('small')).size, Math.round(20 * 0.76));
  assert.equal(one(wish({ must: true }), covered('large')).size, Math.round(20 * 0.72));
  assert.equal(one(wish({ must: true }), covered('taken')), undefined);
});

test('a firm label without room is told by its short form, if the name ends in one', () => {
  const where = scene();
  // Room for three letters below the dot, and nowhere else.
  for (const area of [box(0, 0, 400, 195), box(0, 195, 180, 400), box(225, 195, 400, 400)]) where.taken.take(area, 99);
  assert.deepEqual(one(wish({ firm: true, text: 'Göteborgsregionen (GR)' }), where).lines, ['GR']);
  assert.equal(one(wish({ text: 'Göteborgsregionen (GR)' }), where), undefined);
  assert.equal(one(wish({ firm: true, text: 'Göteborgsregionen (i GR)' }), where), undefined);
});

test('a firm label that has room only further off stands there, with a line from the rim of its dot that crosses nothing', () => {
  const far = (more) => {
    const where = scene();
    for (const area of [box(0, 0, 400, 205), box(0, 205, 195, 225), box(205, 205, 400, 225), ...more]) where.taken.take(area, 99);
    return one(wish({ firm: true, text: 'abcdefgh' }), where);
  };
  const label = far([]);
  assert.deepEqual([label.away, label.top > 225], [true, true]);
  assert.deepEqual(lead(wish(), label).from.y, 210);
  assert.equal(lead(wish(), label).to.y, label.top);
  assert.equal(far([box(195, 216, 205, 218)]), undefined);
  assert.equal(one(wish()).away, false);
});

test('nothing is written over the line that leads to a label', () => {
  const where = scene();
  for (const area of [box(0, 0, 400, 205), box(0, 205, 195, 225), box(205, 205, 400, 225)]) where.taken.take(area, 99);
  const [label] = placeLabels([wish({ firm: true, text: 'abcdefgh' })], where);
  assert.equal(where.taken.free(box(199, 212, 201, label.top - 2), -2), false);
});

test('words wrap at the limit, the last line takes what is left, and a long word stays whole', () => {
  const width = (text) => text.length;
  assert.deepEqual(wrap('aa bb cc', 5, 4, width), ['aa bb', 'cc']);
  assert.deepEqual(wrap('aa bb cc', 4, 4, width), ['aa', 'bb', 'cc']);
  assert.deepEqual(wrap('aa bb cc dd', 2, 2, width), ['aa', 'bb cc dd']);
  assert.deepEqual(wrap('aaaaaaaa b', 5, 4, width), ['aaaaaaaa', 'b']);
});

test('letters have a weight, a size and a font that is there', () => {
  assert.match(font(12, 650), /^650 12px system-ui,.*sans-serif$/);
});

test('lines grow longer and fewer before letters grow smaller', () => {
  const text = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd', 'eeeeeeee', 'ffffffff'].join(' ');
  const { size, lines } = one(wish({ x: 150, y: 20, text }), scene({ width: 300, height: 90 }));
  assert.deepEqual([size, lines], [20, ['aaaaaaaa bbbbbbbb cccccccc', 'dddddddd eeeeeeee ffffffff']]);
});

test('at a corner a label stands by three quarters of the radius and two pixels, beside the dot and above or below it', () => {
  // What the dot and the four places at its sides take leaves the corners alone.
  const where = scene({ width: 1000, height: 1000 });
  where.taken.take(box(171, 100, 229, 300), -1);
  where.taken.take(box(100, 195, 300, 205), -1);
  const found = [];
  for (let time = 0; time < 4; time += 1) {
    const label = one(wish({ node: time, text: 'ab', radius: 40 }), where);
    found.push([label.align, label.left, label.top, label.size]);
  }
  const height = 20 * 1.16;
  assert.deepEqual(found, [
    ['left', 232, 232, 20], ['right', 168 - 20, 232, 20], ['left', 232, 168 - height, 20], ['right', 168 - 20, 168 - height, 20],
  ]);
});
