/** The dark panel of the story: which step it is, what it says, and the legend of what is on the map. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const given = graph();
given.texts.sv = { 'story.previous': 'Bakåt', 'story.next': 'Framåt', 'story.end': 'Sluta' };
given.story = {
  steps: [
    { title: { sv: 'Samverkansplatserna i länet', en: 'a' }, text: { sv: 'Ett', en: 'One' } },
    { title: { sv: 'Fjorton-bokstäver', en: 'b' }, text: { sv: 'Två', en: 'Two' } },
    { title: { sv: 'Samverkansmöte', en: 'c' }, text: { sv: 'Tre', en: 'Three' } },
  ],
};
const byId = open(given);
const { change, state, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { buildStory } = await load('panels/presenter');
const panel = byId('story');

function show(patch) {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv', step: -1, ...patch });
  refilter();
  buildStory();
}

const part = (name) => panel.all.find(({ tag }) => tag === name);
const button = (words) => panel.all.find((element) => element.tag === 'button' && element.words === words);

beforeEach(() => panel.replaceChildren());

test('without a step there is no panel', () => {
  show({});
  assert.deepEqual([panel.hidden, panel.children.length, globalThis.document.body.classList.contains('presenting')], [true, 0, false]);
  show({ step: 0 });
  assert.deepEqual([panel.hidden, globalThis.document.body.classList.contains('presenting')], [false, true]);
});

test('a step has its number, its title and its text, which is said as well', () => {
  show({ step: 1 });
  assert.deepEqual(panel.children.slice(0, 3).map((child) => child.words), ['2 / 3', 'Fjorton-bokstäver', 'Två']);
  assert.equal(byId('live').textContent, 'Fjorton-bokstäver. Två');
});

test('a title with a word of more than fourteen letters is set smaller', () => {
  const looks = [0, 1, 2].map((step) => {
    show({ step });
    return part('h2').attributes.class;
  });
  assert.deepEqual(looks, ['long', undefined, undefined]);
});

test('one goes back and forth as long as there are steps, and ends', () => {
  const off = (step) => {
    show({ step });
    return ['Bakåt', 'Framåt', 'Sluta'].map((words) => 'disabled' in button(words).attributes);
  };
  assert.deepEqual([off(0), off(1), off(2)], [[true, false, false], [false, false, false], [false, true, false]]);
  show({ step: 1 });
  button('Framåt').click();
  assert.equal(state.step, 2);
  show({ step: 1 });
  button('Bakåt').click();
  assert.equal(state.step, 0);
  button('Sluta').click();
  assert.equal(state.step, -1);
});

test('the legend has the families on the map, or what the colours mean', () => {
  const key = () => part('ul').children.map((item) => item.words);
  show({ step: 0 });
  assert.deepEqual(key(), ['public', 'firm', 'network']);
  show({ step: 0, families: new Set([1, 3]) });
  assert.deepEqual(key(), ['firm', 'person']);
  show({ step: 0, colour: 'certainty' });
  assert.equal(key().includes('public'), false);
});
