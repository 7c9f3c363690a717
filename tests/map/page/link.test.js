/** The address of a view: each part of it is kept, and only what differs from the start is said. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const words = { sv: '', en: '' };
open(graph({ story: { steps: [{ title: words, text: words }, { title: words, text: words }] } }));
const { change, unfiltered, unstyled } = await load('state/state');
const { link, parsed, withRoom } = await load('state/link');

const START = { screen: 'light', lang: 'sv', view: 'map', step: -1 };

beforeEach(() => change({ ...unfiltered(), ...unstyled(), ...START }));

/** What a part of the address is for, what is chosen, and what stands there then. */
const PARTS = [
  ['actor', { selected: 2 }, '#actor=net'],
  ['path', { selected: 0, to: 3 }, '#actor=kommun&to=projekt'],
  ['path to the first', { selected: 1, to: 0 }, '#actor=firma&to=kommun'],
  ['line', { edge: 0 }, '#line=0'],
  ['reach', { selected: 1, steps: 2 }, '#actor=firma&reach=2'],
  ['overlay', { overlay: 0 }, '#overlay=gaps'],
  ['another overlay', { overlay: 1 }, '#overlay=ends'],
  ['layout', { layout: 'rings' }, '#layout=rings'],
  ['colour', { colour: 'certainty' }, '#colour=certainty'],
  ['size', { measure: 1 }, '#size=1'],
  ['year', { year: 2016 }, '#year=2016'],
  ['first municipality', { municipality: 0 }, '#municipality=%C3%84lvsta'],
  ['theme', { theme: 0 }, '#theme=Vatten'],
  ['group', { group: 0 }, '#group=0'],
  ['kinds', { families: new Set([2, 0]) }, '#kinds=network.public'],
  ['as many kinds as at the start, but others', { families: new Set([0, 1, 3]) }, '#kinds=firm.person.public'],
  ['no kind', { families: new Set() }, '#kinds='],
  ['types', { types: new Set([1]) }, '#types=1'],
  ['no type', { types: new Set() }, '#types='],
  ['statuses', { statuses: new Set([3, 0]) }, '#statuses=0.3'],
  ['view', { view: 'text' }, '#view=text'],
  ['screen', { screen: 'projector' }, '#screen=projector'],
  ['language', { lang: 'en' }, '#lang=en'],
  ['step', { step: 1 }, '#step=2'],
];

for (const [name, chosen, address] of PARTS) {
  test(`the address keeps: ${name}`, () => {
    change(chosen);
    assert.equal(link(), address);
    assert.deepEqual(parsed(address), { ...unfiltered(), ...unstyled(), ...START, ...chosen });
  });
}

test('at the start there is nothing to say', () => {
  assert.equal(link(), '');
  assert.deepEqual(parsed(''), { ...unfiltered(), ...unstyled(), ...START });
});

test('a step is said alone, with screen and language', () => {
  change({ step: 0, selected: 1, year: 2016, screen: 'contrast', lang: 'en' });
  assert.equal(link(), '#step=1&screen=contrast&lang=en');
});

test('numbers in sets are in their order as numbers', () => {
  change({ types: new Set([10, 9]) });
  assert.equal(link(), '#types=9.10');
});

test('what is out of bounds or unknown is as at the start', () => {
  const start = parsed('');
  for (const address of [
    'actor=nobody', 'line=6', 'line=-1', 'line=1.5', 'line=x', 'line=', 'reach=0', 'reach=3', 'reach=1.5', 'overlay=none', 'layout=none', 'layout=', 'layout=toString', 'group=',
    'colour=none', 'size=3', 'size=-1', 'year=0', 'year=9999', 'municipality=Ingen', 'theme=Inget', 'group=3', 'group=-1', 'view=none', 'screen=none',
    'lang=fi', 'step=0', 'step=3', 'to=net', 'nothing=1',
  ]) {
    assert.deepEqual(parsed(`#${address}`), start, address);
  }
});

test('the last of each is within bounds', () => {
  assert.equal(parsed('#line=5').edge, 5);
  assert.equal(parsed('#size=2').measure, 2);
  assert.equal(parsed('#group=2').group, 2);
  assert.equal(parsed('#step=2').step, 1);
  assert.equal(parsed('#year=1').year, 1);
  assert.equal(parsed('#year=9998').year, 9998);
});

test('a path needs a beginning, and a line is not selected besides a node', () => {
  assert.deepEqual([parsed('#to=net').to, parsed('#actor=kommun&to=net').to], [-1, 2]);
  assert.deepEqual([parsed('#actor=kommun&line=0').edge, parsed('#line=0').edge], [-1, 0]);
});

test('what is asked for is given room: filters of the link that hide it are lifted', () => {
  const families = (address) => [...withRoom(parsed(address)).families];
  assert.deepEqual(families('#actor=person'), [0, 1, 2, 3]);
  assert.deepEqual(families('#kinds=public&actor=kommun&to=net'), [0, 2]);
  assert.deepEqual(families('#kinds=firm&actor=kommun'), [1, 0]);
  assert.deepEqual(families('#kinds=public&line=0'), [0, 2]);
  assert.deepEqual(families('#kinds=public&overlay=gaps'), [0, 3, 1]);
  assert.deepEqual(families('#kinds=public'), [0]);
  assert.equal(withRoom(parsed('#actor=net&municipality=Älvsta')).municipality, -1);
  assert.equal(withRoom(parsed('#actor=kommun&municipality=Älvsta')).municipality, 0);
  assert.equal(withRoom(parsed('#line=0&municipality=Älvsta')).municipality, -1);
  assert.equal(withRoom(parsed('#actor=firma&year=2019')).year, 0);
});
