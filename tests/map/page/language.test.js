/** Words in the language chosen, and numbers and orders as it has them. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const given = graph();
given.texts = {
  sv: { 'n.one': '{n} sak', 'n.other': '{n} saker', plain: 'Hej {name}', 'names.several': '{first} och {n} till', 'footer.date': 'Gjord {date}' },
  en: { plain: 'Hello {name}', 'footer.date': 'Made {date}' },
};
open(given);
const { change, state } = await load('state/state');
const { compare, fold, imprint, pick, shortened, text, written } = await load('state/language');
const { content } = await load('data/content');

beforeEach(() => change({ lang: 'sv' }));

test('a text is filled in, and what is not given stays as it is', () => {
  assert.equal(text('plain', { name: 'du' }), 'Hej du');
  assert.equal(text('plain'), 'Hej {name}');
  change({ lang: 'en' });
  assert.equal(text('plain', { name: 'you' }), 'Hello you');
});

test('one has a text of its own, nought and two do not, and a text that is not there is its key', () => {
  assert.deepEqual([0, 1, 2].map((n) => text('n', { n })), ['0 saker', '1 sak', '2 saker']);
  assert.equal(text('gone'), 'gone');
  assert.equal(text('plain', { n: 1, name: 'x' }), 'Hej x');
});

test('numbers are written as the language does, text as it is', () => {
  assert.equal(written(1234.5), '1\u00a0234,5');
  assert.equal(written('1234.5'), '1234.5');
  assert.equal(pick(0.25), '0,25');
  change({ lang: 'en' });
  assert.equal(written(1234.5), '1,234.5');
});

test('words are those of the language, or none', () => {
  assert.deepEqual([pick({ sv: 'ja', en: 'yes' }), pick({ en: 'yes' }), pick('ja')], ['ja', '', 'ja']);
  change({ lang: 'en' });
  assert.equal(pick({ sv: 'ja', en: 'yes' }), 'yes');
});

test('in Swedish å, ä and ö come last, in English beside a and o', () => {
  const names = () => ['Öl', 'Zon', 'Ål', 'Ar', 'Äl'].sort(compare);
  assert.deepEqual(names(), ['Ar', 'Zon', 'Ål', 'Äl', 'Öl']);
  change({ lang: 'en' });
  assert.deepEqual(names(), ['Ål', 'Äl', 'Ar', 'Öl', 'Zon']);
});

test('case and diacritics are folded away', () => {
  assert.equal(fold('Älvsta ÉCOLE'), 'alvsta ecole');
});

test('many names are shortened, unless that saves only one', () => {
  assert.equal(shortened(['a', 'b', 'c'], 2), 'a, b, c');
  assert.equal(shortened(['a', 'b', 'c', 'd'], 2), 'a, b och 2 till');
  assert.equal(shortened([], 2), '');
});

test('the imprint says what it rests on and when it was made, or which edition it is', () => {
  assert.equal(imprint(), 'Påhittat · Gjord 2026-01-31');
  content.edition = { name: 'x', text: { sv: 'Utgåva 1', en: 'Edition 1' } };
  assert.equal(imprint(), 'Påhittat · Utgåva 1');
  content.note = { en: 'Invented' };
  assert.equal(imprint(), 'Utgåva 1');
  assert.equal(state.lang, 'sv');
});
