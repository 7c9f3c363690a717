/** The field that finds nodes: what is listed, how the keys walk through it, and what is chosen. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const given = graph();
given.texts.sv = { 'search.none': 'Inget hittat', 'search.hits.one': '{n} träff', 'search.hits.other': '{n} träffar' };
for (let id = 5; id < 19; id += 1) given.network.nodes.push({ id, key: `k${id}`, label: `Klubb ${id}`, family: 0, style: 0, kind: 'org', box: 2, measures: [0] });
const byId = open(given);
const { change, state } = await load('state/state');
const { refilter } = await load('state/filters');
const { startSearch } = await load('panels/search');

const [field, list] = [byId('search'), byId('hits')];
refilter();
startSearch();

/** Types a text, and returns what is listed. */
function type(value) {
  field.value = value;
  field.send('input');
  return list.children.map((item) => item.words);
}

/** Presses keys, and returns which hits are marked after each, and whether the page was kept from doing what it does. */
function press(...keys) {
  return keys.map((key) => {
    let kept = false;
    field.send('keydown', { key, preventDefault: () => (kept = true), stopPropagation: () => (kept = 'from others') });
    return [list.children.findIndex((item) => item.attributes['aria-selected'] === 'true'), kept];
  });
}

beforeEach(() => {
  type('');
  change({ selected: -1 });
});

test('a hit has its name, its kind and the other name that it was found by', () => {
  assert.deepEqual(type('vatten'), ['Älvsta kommunOrganisation · Vattenverket', 'Vatten ABOrganisation', 'Nätet vid VattenNätverk', 'OvattenNätverk']);
  assert.deepEqual([list.hidden, field.attributes['aria-expanded'], byId('live').textContent], [false, 'true', '4 träffar']);
});

test('a dozen are listed, but all are counted', () => {
  assert.equal(type('klubb').length, 12);
  assert.equal(byId('live').textContent, '14 träffar');
});

test('nothing found is said, nothing sought is not', () => {
  assert.deepEqual([type('zzz'), list.hidden], [['Inget hittat'], false]);
  assert.deepEqual([type(' '), list.hidden, byId('live').textContent], [[], true, '']);
});

test('arrows walk round the hits, either way', () => {
  type('vatten');
  const arrows = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown'];
  assert.deepEqual(press(...arrows), [[0, true], [1, true], [0, true], [3, true], [0, true]]);
  assert.equal(field.attributes['aria-activedescendant'], 'hit-0');
  assert.ok(list.children[0].scrolled);
  type('vatten');
  assert.equal(field.attributes['aria-activedescendant'], undefined);
  assert.deepEqual(press('ArrowUp'), [[3, true]]);
  type('zzz');
  assert.deepEqual(press('ArrowDown', 'Enter'), [[-1, true], [-1, false]]);
});

test('Enter opens the one marked, or the first', () => {
  type('vatten');
  press('ArrowDown', 'ArrowDown', 'Enter');
  assert.deepEqual([state.selected, field.value, list.hidden, field.attributes['aria-expanded']], [1, 'Vatten AB', true, 'false']);
  type('vatten');
  press('Enter');
  assert.equal(state.selected, 0);
});

test('a hit that is pressed keeps the field as it is, and opens once it is clicked', () => {
  type('vatten');
  let kept = false;
  list.children[2].send('mousedown', { preventDefault: () => (kept = true) });
  assert.deepEqual([state.selected, kept], [-1, true]);
  list.children[2].send('click');
  assert.deepEqual([state.selected, list.hidden], [2, true]);
});

test('Escape closes the list and does nothing else, and what is closed lets it pass', () => {
  type('vatten');
  assert.deepEqual(press('Escape', 'Escape'), [[-1, 'from others'], [-1, false]]);
  assert.equal(list.hidden, true);
  type('vatten');
  field.send('blur');
  assert.equal(list.hidden, true);
});
