/** The panel of filters: what it lists, how many of each, and what a tick or a choice changes. */

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { graph, load, open } from './support.js';

mock.timers.enable({ apis: ['setTimeout'] });
const given = graph();
given.texts.sv = { 'filter.all': 'Alla', 'filter.any': 'Alla orter', 'filter.every_year': 'Alla år', 'year.play': 'Spela', 'year.stop': 'Stanna' };
const byId = open(given);
const { change, state, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { buildLegend, countAnew, syncLegend } = await load('panels/legend');
const panel = byId('filters-body');

function show(patch = {}) {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv', screen: 'light', playing: false, ...patch });
  refilter();
  buildLegend();
  syncLegend();
}

const tagged = (tag) => panel.all.filter((element) => element.tag === tag);
const named = (id) => panel.all.find((element) => element.id === id);
/** The ticks of a facet: its box, and what stands beside it. */
const ticks = (facet) =>
  tagged('label').filter(({ children: [input] }) => input?.attributes?.['data-set'] === facet).map((label) => ({ input: label.children[0], words: label.words }));
const options = (id) => named(id).children.map((option) => option.words);
/** Chooses in a list. */
const choose = (id, value) => {
  named(id).value = value;
  named(id).send('change');
};

beforeEach(() => show());

test('each family, status and type has a tick, its name and how many there are', () => {
  assert.deepEqual(ticks('families').map(({ words, input }) => [words, input.checked]), [
    ['public1', true], ['firm1', true], ['network2', true], ['person1', false],
  ]);
  assert.deepEqual(ticks('statuses').map(({ words, input }) => [words, input.checked]), [
    ['stated2', true], ['implied1', true], ['planned1', true], ['denied1', false],
  ]);
  assert.deepEqual(ticks('types').map(({ words }) => words), ['deltar i2', 'leder2']);
});

test('the numbers and the ticks follow what is filtered', () => {
  change({ types: new Set([1]), families: new Set([0]) });
  refilter();
  countAnew();
  syncLegend();
  assert.deepEqual(ticks('families').map(({ input }) => input.checked), [true, false, false, false]);
  assert.deepEqual(ticks('statuses').map(({ words }) => words), ['stated0', 'implied0', 'planned0', 'denied0']);
});

test('a tick is taken away and given back', () => {
  ticks('families')[1].input.send('change');
  assert.deepEqual([...state.families], [0, 2]);
  ticks('families')[1].input.send('change');
  assert.deepEqual([...state.families].sort(), [0, 1, 2]);
});

test('one button ticks all, or none where all are', () => {
  const [families, statuses] = tagged('button').filter((button) => button.textContent === 'Alla');
  assert.deepEqual([families.attributes['aria-label'], statuses.attributes['aria-label']], ['Alla: filter.families', 'Alla: filter.statuses']);
  families.click();
  assert.deepEqual([...state.families], [0, 1, 2, 3]);
  families.click();
  assert.deepEqual([...state.families], []);
  statuses.click();
  assert.deepEqual([...state.statuses], [0, 1, 2, 3]);
});

test('places are listed by name in the order of the language, with their numbers once the map is drawn', () => {
  assert.deepEqual(options('filter-municipality'), ['Alla orter', 'Zinkboda (0)', 'Åby (3)', 'Älvsta (2)']);
  assert.deepEqual(options('filter-theme'), ['Alla orter', 'Skog (2)', 'Vatten (2)']);
  change({ theme: 1 });
  refilter();
  countAnew();
  assert.equal(options('filter-municipality')[3], 'Älvsta (2)');
  mock.timers.tick(60);
  assert.deepEqual(options('filter-municipality'), ['Alla orter', 'Zinkboda (0)', 'Åby (2)', 'Älvsta (1)']);
});

test('a place or a theme is chosen, and shown when something else has chosen it', () => {
  choose('filter-municipality', '1');
  choose('filter-theme', '0');
  assert.deepEqual([state.municipality, state.theme], [1, 0]);
  change({ municipality: 2 });
  syncLegend();
  assert.deepEqual([named('filter-municipality').value, named('filter-theme').value], ['2', '0']);
});

test('looks are chosen by name, sizes by number', () => {
  assert.deepEqual(options('filter-measure'), ['Grad', 'Mellan', 'Annat']);
  choose('filter-measure', '2');
  choose('filter-colour', 'certainty');
  choose('filter-layout', 'rings');
  choose('filter-screen', 'contrast');
  assert.deepEqual([state.measure, state.colour, state.layout, state.screen], [2, 'certainty', 'rings', 'contrast']);
  show({ measure: 1, colour: 'municipality' });
  assert.deepEqual([named('filter-measure').value, named('filter-colour').value], ['1', 'municipality']);
  assert.deepEqual(panel.all.filter((element) => element.hidden).length, 0);
});

test('the year goes from before the first, which is every year, to the last', () => {
  const slider = named('filter-year');
  assert.deepEqual([slider.attributes.min, slider.attributes.max, slider.value, byId('filter-year-output').words], ['2014', '2020', '2014', 'Alla år']);
  const pull = (year) => {
    slider.value = String(year);
    slider.send('input');
    return state.year;
  };
  assert.deepEqual([pull(2015), pull(2020), pull(2014)], [2015, 2020, 0]);
  change({ year: 2017 });
  syncLegend();
  assert.deepEqual([slider.value, byId('filter-year-output').words], ['2017', '2017']);
  show({ year: 2016 });
  assert.equal(named('filter-year').value, '2016');
});

test('the button plays the years and stops them', () => {
  const play = () => [byId('play').words, byId('play').attributes['aria-label']];
  assert.deepEqual(play(), ['▶', 'Spela']);
  change({ playing: true });
  syncLegend();
  assert.deepEqual(play(), ['❚❚', 'Stanna']);
});

test('colours that say something else than the kind are explained, and pressed to see one alone', () => {
  assert.equal(named('colours'), undefined);
  show({ colour: 'municipality' });
  const entries = () => named('colours').all.filter(({ attributes }) => 'data-entry' in attributes);
  const first = entries()[0];
  const [facet, value] = first.attributes['data-entry'].split(' ');
  assert.equal(facet, 'municipality');
  first.click();
  assert.equal(state.municipality, Number(value));
  syncLegend();
  assert.deepEqual(entries().filter(({ attributes }) => attributes['aria-pressed'] === 'true'), [first]);
  first.click();
  assert.equal(state.municipality, -1);
  show({ colour: 'community' });
  const [community] = entries();
  assert.equal(community.attributes['data-entry'], 'group 0');
  community.click();
  syncLegend();
  assert.deepEqual([state.group, community.attributes['aria-pressed']], [0, 'true']);
  show({ colour: 'certainty' });
  assert.deepEqual([entries().length, named('colours').children.length > 2], [0, true]);
});
