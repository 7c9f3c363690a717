/** The story step by step, and what it tells when nobody has written one. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const words = (sv) => ({ sv, en: `${sv} in English` });
const byId = open(graph());
const { change, state, unfiltered, unstyled } = await load('state/state');
const { content } = await load('data/content');
const { story } = await load('state/story');
const { endStory, present, viewOf } = await load('state/presentation');

const START = { ...unfiltered(), ...unstyled() };
const view = (step) => {
  const all = viewOf({ title: words(''), text: words(''), ...step });
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => name !== 'view' && JSON.stringify(plain(value)) !== JSON.stringify(plain(START[name]))));
};
const plain = (value) => (value instanceof Set ? [...value] : value);

beforeEach(() => {
  delete content.story;
  change({ ...START, step: -1, view: 'map', lang: 'sv' });
});

test('a story that was given is told in the language chosen', () => {
  content.story = { steps: [{ title: words('Ett'), text: words('Först') }] };
  assert.deepEqual(story().map(({ title, body }) => [title, body]), [['Ett', 'Först']]);
  change({ lang: 'en' });
  assert.equal(story()[0].title, 'Ett in English');
});

test('without one it tells of the whole, the three most central that are shown and tied, and each overlay', () => {
  for (const none of [undefined, { steps: [] }]) {
    content.story = none;
    assert.deepEqual(story().map(({ title }) => title), ['Prov', 'Nätet vid Vatten', 'Älvsta kommun', 'Vatten AB', 'overlay.title', 'overlay.title']);
  }
  assert.deepEqual(story().map(({ step }) => step.focus ?? step.overlay), [undefined, [2], [0], [1], 'gaps', 'ends']);
});

test('an overlay that has a title is told by it, and with the sentence that follows before what it means', () => {
  Object.assign(content.overlays[0], { title: words('2 luckor: en saknas'), more: words('Dessutom en till.') });
  const [told, bare] = story().slice(-2).map(({ title, body }) => [title, body]);
  assert.deepEqual(told, ['2 luckor: en saknas', 'Dessutom en till. Det som saknas']);
  assert.deepEqual(bare, ['overlay.title', 'Det som tar slut']);
  delete content.overlays[0].title;
  delete content.overlays[0].more;
});

test('what a step does not say is as at the start', () => {
  assert.deepEqual(view({}), {});
  assert.equal(viewOf({}).view, 'map');
});

test('a step keeps each part that it says', () => {
  assert.deepEqual(view({ focus: [0] }), { selected: 0 });
  assert.deepEqual(view({ focus: [0], to: 2 }), { selected: 0, to: 2 });
  assert.deepEqual(view({ to: 2 }), {});
  assert.deepEqual(view({ focus: [1], reach: 2 }), { selected: 1, steps: 2 });
  assert.deepEqual(view({ size: 1, colour: 'certainty', layout: 'rings' }), { measure: 1, colour: 'certainty', layout: 'rings' });
  assert.deepEqual(view({ colour: 'none', layout: 'none' }), {});
  assert.deepEqual(view({ types: [1], statuses: [3], municipality: 0, theme: 0, year: 2016 }), {
    types: new Set([1]), statuses: new Set([3]), municipality: 0, theme: 0, year: 2016,
  });
});

test('several in focus are pointed at, unless a path is told', () => {
  assert.deepEqual(view({ focus: [0, 1] }), { selected: 0, spotlight: new Set([0, 1]) });
  assert.deepEqual(view({ focus: [0, 1], to: 2 }), { selected: 0, to: 2 });
});

test('the families of whom a step is about are shown besides those it names', () => {
  assert.deepEqual(view({ focus: [4] }), { selected: 4, families: new Set([0, 1, 2, 3]) });
  assert.deepEqual(view({ families: [2], focus: [0] }), { selected: 0, families: new Set([2, 0]) });
  assert.deepEqual(view({ families: [2], overlay: 'gaps' }), { overlay: 0, families: new Set([2, 3, 1]) });
});

test('an overlay is named, or is that of the gaps', () => {
  assert.equal(viewOf({ overlay: 'ends' }).overlay, 1);
  assert.equal(viewOf({ gaps: true }).overlay, 0);
  assert.equal(viewOf({ gaps: true, overlay: 'ends' }).overlay, 1);
  assert.equal(viewOf({ overlay: 'none' }).overlay, -1);
});

test('no step lies before the first or after the last', () => {
  present(-5);
  assert.equal(state.step, 0);
  present(99);
  assert.equal(state.step, story().length - 1);
});

test('when the story ends all is as it was before its first step', () => {
  change({ municipality: 0, selected: 1, colour: 'certainty', view: 'table' });
  present(1);
  assert.deepEqual([state.municipality, state.selected, state.colour, state.view], [-1, 2, 'kind', 'map']);
  present(2);
  endStory();
  assert.deepEqual([state.municipality, state.selected, state.colour, state.view, state.step], [0, 1, 'certainty', 'table', -1]);
  assert.equal(byId('present').focused, 1);
});
