/** The panel beside the map: a node, a relationship, a path, or what an overlay marks. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const given = graph();
given.texts.sv = {
  'details.steps.one': '{n} steg', 'details.steps.other': '{n} steg', 'details.hidden': 'dolda {n}', 'details.relationships': 'samband {n}',
  'details.aliases': 'Även {names}', 'path.between': '{from} till {to}', 'evidence.more': 'fler {n}', 'fact.municipality': 'Ort',
  'fact.source': 'Källa', 'fact.budget_sek': 'Budget', 'fact.share_percent': 'Andel', 'fact.people': 'Antal', 'evidence.locator': 's. {locator}',
};
Object.assign(given.network.nodes[0], { label: 'Åby', facts: { budget_sek: 1500, share_percent: 40, people: 7 }, document: 0, locator: '3', places: [0, 1] });
const byId = open(given);
const { change, state, unfiltered, unstyled } = await load('state/state');
const { filterAnew, refilter } = await load('state/filters');
const { addRule } = await load('state/state');
const { emphasise } = await load('state/highlight');
const { engine } = await load('draw/engine');
const { place } = await load('view/place');
const { buildDetails } = await load('panels/details');

Object.assign(engine, { reposition() {}, redraw() {} });
addRule(filterAnew);
const panel = byId('details');

function show(patch = {}) {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv', step: -1, picking: false, arranging: false, view: 'map', ...patch });
  refilter();
  emphasise();
  buildDetails();
  return panel.children.map((child) => child.words);
}

const button = (words) => panel.all.find((element) => element.tag === 'button' && element.words === words);
const labelled = (words) => panel.all.find((element) => element.attributes['aria-label'] === words);
const facts = () => panel.all.filter(({ tag }) => tag === 'dt' || tag === 'dd').map((element) => element.words);

beforeEach(() => show());

test('the panel is there when there is something to tell, on the map and not on the wall', () => {
  const there = (patch) => {
    show(patch);
    return [!panel.hidden, globalThis.document.body.classList.contains('with-details')];
  };
  assert.deepEqual(there({}), [false, false]);
  for (const patch of [{ selected: 0 }, { edge: 0 }, { overlay: 0 }, { selected: 0, to: 2 }]) assert.deepEqual(there(patch), [true, true]);
  for (const patch of [{ view: 'table' }, { step: 0 }]) assert.deepEqual(there({ selected: 0, ...patch }), [false, false]);
});

test('a node is told with its kind, its other names, and why an overlay marks it', () => {
  const parts = show({ selected: 0 });
  assert.deepEqual(parts.slice(1, 4), ['Åby', 'Organisation', 'Även Vattenverket']);
  const marked = show({ selected: 1, overlay: 0 });
  assert.deepEqual(marked.slice(1, 5), ['Vatten AB', 'Organisation', 'Saknas', 'Avslutas']);
});

test('its facts have their units; of the places its own name is left out, and nought is a fact', () => {
  show({ selected: 0 });
  assert.deepEqual(facts(), [
    'Grad', '4', 'Mellan', '0,5', 'Budget', '1\u00a0500 kr', 'Andel', '40 %', 'Antal', '7', 'Ort', 'Älvsta', 'Källa', 'Protokoll, s. 3',
  ]);
  show({ selected: 3, measure: 1 });
  assert.deepEqual(facts(), ['Grad', '1', 'Mellan', '0', 'Ort', 'Åby']);
  show({ selected: 1 });
  assert.deepEqual(facts().slice(0, 3), ['Grad', '1', 'Ort']);
});

test('relationships that a filter hides are told apart from those on the map', () => {
  show({ selected: 0 });
  const headings = () => panel.all.filter(({ tag }) => ['h3', 'h4', 'summary'].includes(tag)).map((element) => element.words);
  assert.deepEqual(headings(), ['samband 3', 'deltar i (1)', 'leder (2)', 'dolda 1', 'leds av (1)']);
  show({ selected: 1 });
  assert.deepEqual(headings(), ['samband 1', 'deltar i (1)']);
  show({ selected: 1, types: new Set([1]) });
  assert.deepEqual(headings(), ['samband 0', 'dolda 1', 'deltar i (1)']);
});

test('in a list, the name leads to the node and the other button to its reasons', () => {
  show({ selected: 1 });
  const row = panel.all.find(({ attributes }) => attributes['data-edge'] === '1');
  assert.ok(row.words.startsWith('Nätet vid Vattenevidence.why_short'));
  labelled('evidence.why Vatten AB deltar i Nätet vid Vatten').click();
  assert.deepEqual([state.edge, state.selected], [1, -1]);
  show({ selected: 1 });
  button('Nätet vid Vatten').click();
  assert.equal(state.selected, 2);
  show({ selected: 0 });
  assert.equal(panel.all.find(({ attributes }) => attributes['data-edge'] === '0').children[1].words, 'ordförande · 2015–2019');
  assert.equal(panel.all.find(({ attributes }) => attributes['data-edge'] === '3').children[1].attributes.class, 'evidence');
});

test('one step or two, and the one chosen is pressed in', () => {
  show({ selected: 0 });
  const pressed = () => [1, 2].map((n) => button(`${n} steg`).attributes['aria-pressed']);
  assert.deepEqual(pressed(), ['true', 'false']);
  button('2 steg').click();
  assert.equal(state.steps, 2);
  buildDetails();
  assert.deepEqual(pressed(), ['false', 'true']);
});

test('a path is asked for by a button, which goes to the search and says what comes next', () => {
  show({ selected: 0 });
  const before = byId('search').focused;
  button('path.ask').click();
  assert.deepEqual([state.picking, byId('live').textContent, byId('search').focused], [true, 'path.pick', before + 1]);
  button('path.ask').click();
  assert.deepEqual([state.picking, byId('live').textContent, byId('search').focused], [false, '', before + 1]);
});

test('while arranging, buttons move the node in four directions', () => {
  show({ selected: 0 });
  assert.equal(button('←'), undefined);
  show({ selected: 0, arranging: true });
  const moved = ['←', '↑', '↓', '→'].map((sign) => {
    const [x, y] = [place.x[0], place.y[0]];
    button(sign).click();
    return [place.x[0] - x, place.y[0] - y];
  });
  assert.deepEqual(moved, [[-10, 0], [0, -10], [0, 10], [10, 0]]);
});

test('a path is told step by step, each with all lines between the two and their reasons', () => {
  const parts = show({ selected: 1, to: 0 });
  assert.deepEqual(parts.slice(1, 3), ['Vatten AB till Åby', '2 steg']);
  const steps = panel.all.filter(({ tag, attributes }) => tag === 'ol' && attributes.class === 'way')[0].children;
  const lines = (step) => step.children.filter(({ tag }) => tag === 'button').map((each) => each.words);
  assert.deepEqual(lines(steps[0]), ['Vatten AB deltar i Nätet vid Vatten']);
  assert.equal(steps.length, 2);
  assert.ok(lines(steps[1]).includes('Åby deltar i Nätet vid Vatten'));
  steps[0].children[0].click();
  assert.equal(state.edge, 1);
  show({ selected: 1, to: 0 });
  button('path.end').click();
  assert.deepEqual([state.selected, state.to], [1, -1]);
});

test('where no path leads it is said, with the way back', () => {
  assert.deepEqual(show({ selected: 1, to: 3, types: new Set([0]) }).slice(1), ['Vatten AB till Ovatten', 'path.none', 'path.end']);
});

test('a relationship is told as a sentence with its role, its reasons, its ends, and the others between the two', () => {
  const parts = show({ edge: 0, overlay: 1 });
  assert.deepEqual(parts.slice(1, 5), ['evidence.why', 'Åby deltar i Nätet vid Vatten', 'ordförande · 2015–2019', 'Snart']);
  assert.deepEqual(parts.slice(6, 8), ['ÅbyNätet vid Vatten', 'fler 1']);
  button('Åby leder Nätet vid Vatten').click();
  assert.equal(state.edge, 3);
  show({ edge: 1 });
  assert.deepEqual(panel.children.length, 5);
  button('Vatten AB').click();
  assert.deepEqual([state.selected, state.edge], [1, -1]);
});

test('the panel is closed by letting go of what it tells of', () => {
  const close = (patch) => {
    show({ overlay: 0, ...patch });
    const before = byId('map').focused;
    labelled('details.close').click();
    return [state.selected, state.edge, state.overlay, byId('map').focused - before];
  };
  assert.deepEqual(close({ selected: 0 }), [-1, -1, 0, 1]);
  assert.deepEqual(close({ edge: 0 }), [-1, -1, 0, 1]);
  assert.deepEqual(close({}), [-1, -1, -1, 1]);
});
