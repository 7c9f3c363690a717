/** What the reader takes along: pictures, sheets of paper, tables, links, and places given by hand. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const given = graph();
given.story = { steps: ['Ett', 'Två'].map((name) => ({ title: { sv: name, en: name }, text: { sv: `Om ${name}`, en: name } })) };
const byId = open(given);
const heard = { printed: 0, saved: [], links: [], copied: [], listeners: {} };
Object.assign(globalThis, {
  print: () => heard.printed++,
  addEventListener: (name, listener) => (heard.listeners[name] = listener),
  location: { href: 'file:///map.html', hash: '', pathname: '/map.html' },
  history: { replaceState() {} },
});
const { change, state, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise } = await load('state/highlight');
const { engine } = await load('draw/engine');
const { choose, move, place } = await load('view/place');
const { view } = await load('view/view');
const { bare, footer, picture } = await load('export/picture');
const { startSaving } = await load('export/menu');
const { printSteps, startPrint } = await load('export/print');

Object.assign(engine, { reposition() {}, redraw() {} });
startSaving();
startPrint();
URL.createObjectURL = (blob) => heard.saved.push(blob) && 'blob:1';
URL.revokeObjectURL = () => {};
const { createElement } = globalThis.document;
globalThis.document.createElement = (tag) => {
  const element = createElement(tag);
  if (tag === 'a') heard.links.push(element);
  return element;
};

function show(patch = {}) {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv', step: -1, arranging: false, ...patch });
  refilter();
  emphasise();
  choose(1000, 500);
}

beforeEach(() => {
  show();
  Object.assign(view, { x: 100, y: 50, scale: 2, width: 1000, height: 500 });
  Object.assign(heard, { printed: 0, saved: [], links: [], copied: [] });
  byId('counts').textContent = '4 aktörer';
});

test('a picture is what is seen, with a heading above and a line below', () => {
  const drawn = picture();
  assert.deepEqual([drawn.width, drawn.height], ['1000', '586']);
  const ctx = drawn.getContext();
  assert.deepEqual(ctx.calls('fillRect'), [[0, 0, '1000', '586']]);
  assert.deepEqual(ctx.calls('drawImage').map(([, left, top]) => [left, top]), [[0, 52]]);
  assert.deepEqual(ctx.calls('fillText'), [['Prov', 16, 26], [footer(), 16, 500 + 52 + 17]]);
  assert.ok(footer().startsWith('4 aktörer · '));
});

test('one is twice as sharp, one is for a screen of 3840 by 2160', () => {
  const size = (form) => [picture(form).width, picture(form).height].map(Number);
  assert.deepEqual([size('double'), size('4k')], [[2000, 1172], [3840, 2160]]);
  globalThis.devicePixelRatio = 2;
  assert.deepEqual([size('view'), size('double')], [[2000, 1172], [4000, 2344]]);
  globalThis.devicePixelRatio = 1;
  assert.deepEqual(picture('double').getContext().calls('setTransform'), [[2, 0, 0, 2, 0, 0]]);
});

test('the map in another area is as large as there is room for', () => {
  const units = (width, height) => bare(width, height, 1).getContext().calls('setTransform')[1];
  // Its middle, (100, 50), is the middle of the area.
  assert.deepEqual(units(1000, 500), [2, 0, 0, 2, 500 - 200, 250 - 100]);
  assert.deepEqual(units(500, 500), [1, 0, 0, 1, 250 - 100, 250 - 50]);
  assert.deepEqual(units(4000, 1000), [4, 0, 0, 4, 2000 - 400, 500 - 200]);
});

/** What stands on each sheet: its title and text, and its legend. */
const sheets = () => byId('paper').children.map(({ children }) => children.filter(({ tag }) => tag !== 'img' && tag !== 'ul').map((part) => part.words));
const legend = () => byId('paper').children[0].children.find(({ tag }) => tag === 'ul').children.map((item) => item.words);

test('on paper there is the map with its title, its legend and where it is from', () => {
  heard.listeners.beforeprint();
  assert.deepEqual(sheets(), [['Prov', footer()]]);
  assert.deepEqual(legend(), ['public', 'firm', 'network', 'deltar i', 'leder', 'stated', 'implied', 'planned']);
  show({ families: new Set([1]), types: new Set([0]), statuses: new Set([1]) });
  heard.listeners.beforeprint();
  assert.deepEqual(legend(), ['firm', 'deltar i', 'implied']);
  show({ colour: 'certainty' });
  heard.listeners.beforeprint();
  assert.equal(legend().includes('public'), false);
  heard.listeners.afterprint();
  assert.deepEqual(byId('paper').children, []);
});

test('the story is printed a sheet a step, and one is where one was', () => {
  printSteps();
  assert.deepEqual(sheets(), [['Ett', 'Om Ett', footer()], ['Två', 'Om Två', footer()]]);
  assert.deepEqual([heard.printed, state.step, byId('paper').dataset.steps], [1, 0, undefined]);
  change({ step: 1 });
  printSteps();
  assert.equal(state.step, 1);
});

test('what the browser prints meanwhile are the steps, not the map', () => {
  let there;
  mock.method(globalThis, 'print', () => {
    heard.listeners.beforeprint();
    there = sheets().length;
  });
  printSteps();
  assert.equal(there, 2);
  mock.restoreAll();
});

const click = (id) => byId(id).send('click');

test('each button does what it says', async () => {
  for (const id of ['picture', 'picture-double', 'picture-4k', 'csv-nodes', 'csv-edges', 'arrange-save']) click(id);
  assert.deepEqual(heard.saved.map(({ type }) => type), [
    'image/png', 'image/png', 'image/png', 'text/csv;charset=utf-8', 'text/csv;charset=utf-8', 'application/json',
  ]);
  assert.deepEqual(heard.links.map(({ attributes: { download } }) => download), [
    'picture.name.png', 'picture.name.png', 'picture.name.png', 'csv.nodes.csv', 'csv.edges.csv', 'arrange.file.json',
  ]);
  click('print');
  assert.equal(heard.printed, 1);
  click('arrange');
  assert.equal(state.arranging, true);
  click('arrange');
  assert.equal(state.arranging, false);
  move(0, 77, 88);
  click('arrange-back');
  assert.deepEqual([place.x[0], place.y[0], byId('live').textContent], [0, 0, 'arrange.back']);
});

test('places given by hand are saved as the next build reads them', async () => {
  move(1, 12, 34);
  click('arrange-save');
  assert.deepEqual(JSON.parse(await heard.saved[0].text()), { actormap: 'positions', layout: 'group', positions: { landscape: { firma: [12, 34] } } });
});

test('the link is copied, or shown where that is not allowed', async () => {
  const clipboard = { writeText: (link) => Promise.resolve(heard.copied.push(link)) };
  Object.defineProperty(globalThis, 'navigator', { value: { clipboard }, configurable: true });
  await click('copy-link');
  assert.deepEqual([heard.copied.length, byId('link-copied').textContent, byId('live').textContent], [1, 'link.copied', 'link.copied']);
  clipboard.writeText = () => Promise.reject(new Error('no'));
  await click('copy-link');
  await Promise.resolve();
  const [field] = byId('link-copied').children;
  assert.deepEqual([field.value, field.selected], [heard.copied[0], true]);
});
