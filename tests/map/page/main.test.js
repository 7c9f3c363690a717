/** The page put together: what a change touches, what is said of it, and what the buttons do. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const given = graph();
given.texts.sv = {
  'count.nodes': '{n} aktörer', 'count.edges': '{n} samband', 'overlay.show': '{name} ({n})', 'announce.whole': 'Hela kartan', 'overlay.title': '{name}',
};
const byId = open(given);
const room = byId('canvas');
Object.assign(room, { clientWidth: 1000, clientHeight: 500 });
const page = { listeners: {}, frames: [], observed: () => {} };
Object.assign(globalThis, {
  addEventListener: (name, listener) => (page.listeners[name] = listener),
  requestAnimationFrame: (later) => page.frames.push(later),
  ResizeObserver: class {
    constructor(seen) {
      page.observed = seen;
    }

    observe() {}
  },
  location: { href: 'file:///map.html', hash: '', pathname: '/map.html', search: '' },
  history: { replaceState: (_, __, address) => (globalThis.location.hash = address.startsWith('#') ? address : '') },
});
const { change, state } = await load('state/state');
const { focus } = await load('state/highlight');
const { place } = await load('view/place');
const { view } = await load('view/view');
await load('main');

const click = (id) => byId(id).send('click');
const said = () => byId('live').textContent;
const pressed = (id) => byId(id).attributes['aria-pressed'];
const zoomed = globalThis.document.querySelector('.zoom');

/** Draws what waits for the next frame, and returns whether anything did. */
function frame() {
  const [...waiting] = page.frames.splice(0);
  for (const draw of waiting) draw(0);
  return waiting.length > 0;
}

/** Follows an address. */
function follow(hash) {
  globalThis.location.hash = hash;
  page.listeners.hashchange();
}

beforeEach(() => {
  click('reset');
  follow('');
  change({ lang: 'sv', screen: 'light', arranging: false, hovered: -1 });
  Object.assign(room, { clientWidth: 1000, clientHeight: 500 });
  page.observed();
  frame();
  mock.timers.tick(1000);
});

test('the page is ready when the second frame has come', () => {
  frame();
  assert.equal(globalThis.document.documentElement.attributes['data-ready'], '');
  assert.equal(globalThis.actormap.engine, 'canvas');
});

test('how many pass is written, and written anew after each filter', () => {
  assert.equal(byId('counts').textContent, '4 aktörer · 4 samband');
  change({ types: new Set([1]) });
  assert.equal(byId('counts').textContent, '4 aktörer · 2 samband');
});

test('what is selected is said with its kind and how many of its relationships are on the map', () => {
  change({ selected: 0 });
  assert.equal(said(), 'Älvsta kommun, Organisation, 3 samband');
  change({ selected: 2, types: new Set([1]) });
  assert.equal(said(), 'Nätet vid Vatten, Nätverk, 1 samband');
  change({ selected: -1, edge: 1 });
  assert.equal(said(), 'Vatten AB deltar i Nätet vid Vatten');
  change({ edge: -1 });
  assert.equal(said(), 'Hela kartan');
  change({ edge: 0 });
  assert.equal(said(), 'Älvsta kommun deltar i Nätet vid Vatten');
});

test('what is only pointed at is drawn without anything being worked out anew', () => {
  const { version } = focus;
  change({ hovered: 1 });
  assert.equal(focus.version, version);
  assert.equal(frame(), true);
  change({ hovered: 2, selected: 1 });
  assert.equal(focus.version, version + 1);
  assert.equal(said(), 'Vatten AB, Organisation, 1 samband');
});

test('of the three views one is there, and its button is pressed in', () => {
  const there = () => ['map', 'table', 'twin'].map((id) => !byId(id).hidden);
  click('view-table');
  assert.deepEqual([there(), zoomed.hidden, pressed('view-table'), pressed('view-map')], [[false, true, false], true, 'true', 'false']);
  click('view-text');
  assert.deepEqual([there(), pressed('view-text')], [[false, false, true], 'true']);
  click('view-map');
  assert.deepEqual([there(), zoomed.hidden], [[true, false, false], false]);
  click('skip');
  assert.deepEqual([there(), byId('table').focused], [[false, true, false], 1]);
});

test('an overlay has a button with how much it marks, which shows it and takes it away', () => {
  const [gaps] = byId('overlays').children;
  assert.deepEqual(byId('overlays').children.map(({ words }) => words), ['Luckor (3)', 'Slut (2)']);
  globalThis.document.body.classList.add('with-filters');
  gaps.click();
  assert.deepEqual([state.overlay, gaps.attributes['aria-pressed'], globalThis.document.body.classList.contains('with-filters')], [0, 'true', false]);
  gaps.click();
  assert.deepEqual([state.overlay, gaps.attributes['aria-pressed']], [-1, 'false']);
});

test('the other language is a press away, and named in itself', () => {
  assert.deepEqual([byId('language').textContent, byId('language').lang], ['English', 'en']);
  click('language');
  assert.deepEqual([state.lang, byId('language').textContent, byId('language').lang], ['en', 'Svenska', 'sv']);
});

test('all is as at the start after a reset', () => {
  const { x, y, scale } = view;
  click('zoom-in');
  assert.equal(view.scale, scale * 1.35);
  click('zoom-out');
  assert.ok(Math.abs(view.scale - scale) < 1e-9);
  change({ selected: 0, municipality: 1, colour: 'certainty', view: 'table' });
  click('reset');
  assert.deepEqual([state.selected, state.municipality, state.colour, state.view], [-1, -1, 'kind', 'map']);
  assert.deepEqual([view.x, view.y, view.scale], [x, y, scale]);
  click('zoom-in');
  click('zoom-whole');
  assert.equal(view.scale, scale);
});

test('the filters open and close', () => {
  const open_ = () => globalThis.document.body.classList.contains('with-filters');
  click('filters-open');
  assert.deepEqual([open_(), byId('filters-open').attributes['aria-expanded']], [true, 'true']);
  click('filters-open');
  assert.deepEqual([open_(), byId('filters-open').attributes['aria-expanded']], [false, 'false']);
  click('filters-open');
  click('filters-close');
  assert.equal(open_(), false);
});

test('the story begins and the address can lead to any of its steps, and out again', () => {
  globalThis.document.body.classList.add('with-filters');
  click('present');
  assert.deepEqual([state.step, byId('story').hidden, globalThis.document.body.classList.contains('with-filters')], [0, false, false]);
  follow('#step=3');
  assert.equal(state.step, 2);
  follow('#actor=firma');
  assert.deepEqual([state.step, byId('story').hidden], [-1, true]);
  follow('#actor=firma');
  assert.equal(state.selected, 1);
  follow('#step=1');
  assert.equal(state.step, 0);
});

test('on the wall it is the step that is said, not what it selects', () => {
  follow('#step=2');
  assert.notEqual(state.selected, -1);
  const [, title, body] = byId('story').children.map((child) => child.words);
  assert.equal(said(), `${title}. ${body}`);
});

test('the address says what is looked at', () => {
  change({ selected: 1 });
  assert.equal(globalThis.location.hash, '#actor=firma');
  change({ selected: -1 });
  assert.equal(globalThis.location.hash, '');
});

test('taking back goes a change at a time, but not through what was only pointed at', () => {
  change({ selected: 1 });
  change({ hovered: 2 });
  change({ selected: 3 });
  click('undo');
  assert.equal(state.selected, 1);
  click('undo');
  assert.equal(state.selected, -1);
});

test('a look is remembered by itself, what is only asked for is not', () => {
  change({ measure: 1 });
  change({ selected: 1 });
  change({ picking: true });
  click('undo');
  assert.deepEqual([state.selected, state.measure], [-1, 1]);
  click('undo');
  assert.equal(state.measure, 0);
});

test('filters alone leave the room as it was, whatever else is asked for takes up what there is', () => {
  room.clientWidth = 900;
  change({ municipality: 1 });
  assert.equal(view.width, 1000);
  change({ theme: 1, selected: 1 });
  assert.equal(view.width, 900);
});

test('the map fits the room there is: lying in a wide one, standing in a tall one', () => {
  Object.assign(room, { clientWidth: 400, clientHeight: 900 });
  page.observed();
  assert.deepEqual([place.frame, view.width, view.height], ['portrait', 400, 900]);
  Object.assign(room, { clientWidth: 400, clientHeight: 901 });
  page.observed();
  assert.equal(view.height, 901);
  for (const size of [{ clientWidth: 0 }, { clientWidth: 400, clientHeight: 0 }]) {
    Object.assign(room, size);
    page.observed();
    assert.deepEqual([view.width, view.height], [400, 901]);
  }
});

test('to select something does not turn the map round: its panel counts as room', () => {
  const details = byId('details');
  Object.assign(room, { clientWidth: 400, clientHeight: 500 });
  Object.assign(details, { offsetTop: 0, offsetWidth: 101, offsetHeight: 300 });
  page.observed();
  assert.equal(place.frame, 'landscape');
  Object.assign(room, { clientWidth: 600, clientHeight: 350 });
  Object.assign(details, { offsetTop: 350, offsetHeight: 260 });
  page.observed();
  assert.equal(place.frame, 'portrait');
  Object.assign(details, { offsetTop: 0, offsetWidth: 0, offsetHeight: 0 });
});

test('what is selected is looked at, and so is what a filter leaves of it', () => {
  const whole = view.x;
  change({ selected: 1 });
  assert.equal(view.x, 150);
  change({ municipality: 0 });
  assert.equal(view.x, 100);
  change({ selected: -1, municipality: -1 });
  assert.equal(view.x, whole);
});

test('another layout is drawn where it stands, and seen whole', () => {
  change({ layout: 'rings' });
  assert.deepEqual([place.layout.width, globalThis.actormap.positions()[1]], [300, { x: 20, y: 0 }]);
  click('arrange');
  assert.deepEqual([pressed('arrange'), byId('map').classList.contains('arranging')], ['true', true]);
});

test('table, text and panel are those of the view and what is selected', () => {
  const clear = () => ['table-body', 'twin', 'twin-body'].forEach((id) => byId(id).replaceChildren());
  const built = () => [byId('table-body').children.length > 0, byId('twin').children.length + byId('twin-body').children.length > 0];
  clear();
  change({ selected: 2 });
  assert.deepEqual(built(), [false, false]);
  change({ view: 'table' });
  assert.deepEqual(built(), [true, false]);
  assert.ok(byId('table-body').words.includes('Vatten AB'));
  clear();
  change({ view: 'text' });
  assert.deepEqual(built(), [false, true]);
  assert.ok(byId('twin').words.includes('Vatten AB') || byId('twin-body').words.includes('Vatten AB'));
  change({ view: 'map', selected: 1 });
  assert.equal(byId('details').hidden, false);
});

test('whoever looks from outside sees what is drawn and what is chosen', () => {
  const { nodes, edges, selected, layout, home, find, camera, frame: framed } = globalThis.actormap;
  change({ selected: 0 });
  assert.deepEqual(nodes().map(({ key, shown }) => [key, shown]), [
    ['kommun', true], ['firma', true], ['net', true], ['projekt', true], ['person', false],
  ]);
  assert.deepEqual(edges().map(({ shown }) => shown), [true, true, false, true, true, false]);
  assert.deepEqual([selected(), layout(), framed(), find('öberg')], ['kommun', 'landscape', 'landscape', ['person']]);
  change({ selected: -1 });
  assert.equal(selected(), null);
  const { x, y, scale, width, height } = camera();
  const { x: left, right, y: top, bottom } = home(0);
  assert.deepEqual([left, top], [(-10 - x) * scale + width / 2, (-20 - y) * scale + height / 2]);
  assert.deepEqual([Math.round(right - left), Math.round(bottom - top)], [Math.round(120 * scale), Math.round(140 * scale)]);
  assert.equal(home(4), null);
});
