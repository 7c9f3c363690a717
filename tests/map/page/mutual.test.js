/** A mutual tie: two relationships that say the same each way and are drawn as one line. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const given = graph();
const words = (sv) => ({ sv, en: sv });
given.types.push({ colour: '#000000', forwards: words('har kontakt med'), backwards: words('har kontakt med'), directed: true });
given.texts.sv = { 'evidence.more.one': 'en till', 'evidence.more.other': '{n} till', 'details.relationships.other': '{n} relationer' };
// 0 and 1 say that they know each other, and 1 leads 0; the third line keeps away from the two.
given.network.edges = [[0, 1, 2, -0.08], [1, 0, 2, 0.08], [1, 0, 1, -0.08]].map(([from, to, type, bend], id) => ({
  id, from, to, type, bend, status: 0, evidence: [{ status: 0, locator: `rad ${id}` }],
}));
given.overlays = [];
const byId = open(given);
const { content, edges, together } = await load('data/content');
const { lineLook } = await load('draw/lines');
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { emphasise, strong } = await load('state/highlight');
const { buildDetails } = await load('panels/details');
const panel = byId('details');

function show(patch) {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv', step: -1, view: 'map', ...patch });
  refilter();
  emphasise();
  buildDetails();
}

beforeEach(() => show({}));

test('what runs together is one line, whichever of the two is asked', () => {
  assert.deepEqual(edges.map((edge) => together(edge).map(({ id }) => id)), [[0, 1], [0, 1], [2]]);
});

test('a press on the line lists both, the one that was met first, and what lies beside them after', () => {
  for (const [edge, order] of [[0, [0, 1]], [1, [1, 0]]]) {
    show({ edge });
    const told = panel.all.filter(({ dataset }) => dataset.edge !== undefined).map(({ dataset }) => Number(dataset.edge));
    assert.deepEqual(told, [...order, 2]);
    assert.ok(panel.children.some(({ words: said }) => said === 'en till'));
  }
});

test('both stand out, so that the line keeps both its heads', () => {
  show({ edge: 1 });
  assert.deepEqual(edges.map(({ id }) => strong(id)), [true, true, false]);
});

test('of a node they stand under the same words, and the numbers of the headings add up to that of all', () => {
  show({ selected: 0 });
  const headings = panel.all.filter(({ tag }) => tag === 'h3' || tag === 'h4').map((heading) => heading.words);
  assert.equal(headings[0], '3 relationer');
  assert.deepEqual(headings.slice(1), ['leds av (1)', 'har kontakt med (2)']);
});

test('a line has a head where the relationship has a direction', () => {
  const contact = edges[0];
  assert.ok(lineLook(contact).head > 0);
  content.types[contact.type].directed = false;
  assert.equal(lineLook(contact).head, 0);
  assert.ok(lineLook(edges[2]).head > 0);
  content.types[contact.type].directed = true;
});
