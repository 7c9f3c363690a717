/** What passes the filters, and how many each tick holds. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load, open } from './support.js';

open();
const { change, covers, state, unfiltered, unstyled } = await load('state/state');
const { FILTERS, counts, filterAnew, passing, refilter } = await load('state/filters');

const filtered = (patch) => {
  change({ ...unfiltered(), ...patch });
  refilter();
  return passing;
};
const shown = (patch, what = 'nodes') => [...filtered(patch)[what].entries()].flatMap(([index, passes]) => (passes ? [index] : []));

beforeEach(() => change({ ...unfiltered(), ...unstyled() }));

test('at the start what is shown are the families that are, and every status but denied', () => {
  assert.deepEqual(shown({}), [0, 1, 2, 3]);
  assert.deepEqual(shown({}, 'edges'), [0, 1, 3, 4]);
  assert.deepEqual([passing.nodeCount, passing.edgeCount], [4, 4]);
});

test('every working out is another version', () => {
  const before = passing.version;
  refilter();
  assert.equal(passing.version, before + 1);
});

test('a relationship needs both its ends, its type and its status', () => {
  assert.deepEqual(shown({ families: new Set([0, 1]) }, 'edges'), []);
  assert.deepEqual(shown({ families: new Set([2]) }, 'edges'), []);
  assert.deepEqual(shown({ families: new Set([0, 3]) }, 'edges'), [5]);
  assert.deepEqual(shown({ types: new Set([1]) }, 'edges'), [3, 4]);
  assert.deepEqual(shown({ statuses: new Set([3]) }, 'edges'), [2]);
});

test('a municipality, a theme and a group leave those that are in it', () => {
  assert.deepEqual(shown({ municipality: 0 }), [0, 1]);
  assert.deepEqual(shown({ municipality: 1 }), [1, 2, 3]);
  assert.deepEqual(shown({ theme: 0 }), [0, 3]);
  assert.deepEqual(shown({ theme: 1, municipality: 0 }), [1]);
  assert.deepEqual(shown({ group: 0 }), [0, 1]);
  assert.deepEqual(shown({ group: 1 }), [2, 3]);
});

test('a year leaves what holds in it, from its first to its last, and what has none', () => {
  const ofYear = (year) => shown({ year }).join('');
  assert.deepEqual([2015, 2016, 2018, 2019, 2020, 2021].map(ofYear), ['023', '0123', '0123', '023', '023', '02']);
  const linesOf = (year) => shown({ year }, 'edges').join('');
  assert.deepEqual([2014, 2015, 2018, 2019, 2020].map(linesOf), ['34', '034', '0134', '034', '34']);
});

test('the first and the last year both count, and an open end never ends', () => {
  assert.deepEqual([2014, 2015, 2016, 2019, 2020].map((year) => covers([2015, 2019], year)), [false, true, true, true, false]);
  assert.deepEqual([1, 2019, 2020].map((year) => covers([null, 2019], year)), [true, true, false]);
  assert.deepEqual([2014, 2015, 9999].map((year) => covers([2015, null], year)), [false, true, true]);
  assert.equal(covers([null, null], 2000), true);
});

test('a tick holds what passes all the other filters', () => {
  filtered({ families: new Set([0]) });
  assert.deepEqual(counts.families, [1, 1, 2, 1]);
  filtered({ municipality: 1 });
  assert.deepEqual(counts.families, [0, 1, 2, 0]);
  assert.deepEqual(counts.municipalities, [2, 3, 0]);
  assert.deepEqual(counts.themes, [1, 2]);
});

test('the numbers beside municipalities and themes count ticked families alone, and each other', () => {
  filtered({ families: new Set([0, 2]) });
  assert.deepEqual(counts.municipalities, [1, 2, 0]);
  assert.deepEqual(counts.themes, [2, 1]);
  filtered({ theme: 1 });
  assert.deepEqual(counts.municipalities, [1, 2, 0]);
  assert.deepEqual(counts.families, [0, 1, 1, 0]);
  filtered({ municipality: 0 });
  assert.deepEqual(counts.themes, [1, 1]);
});

test('a year and a group count for every tick', () => {
  filtered({ year: 2021 });
  assert.deepEqual(counts.families, [1, 0, 1, 1]);
  assert.deepEqual(counts.municipalities, [1, 1, 0]);
  filtered({ group: 1 });
  assert.deepEqual(counts.families, [0, 0, 2, 0]);
});

test('types are counted among the ticked statuses, statuses among the ticked types', () => {
  filtered({});
  assert.deepEqual(counts.types, [2, 2]);
  assert.deepEqual(counts.statuses, [2, 1, 1, 1]);
  filtered({ types: new Set([1]) });
  assert.deepEqual(counts.types, [2, 2]);
  assert.deepEqual(counts.statuses, [1, 0, 1, 0]);
  filtered({ year: 2020 });
  assert.deepEqual(counts.types, [0, 2]);
});

test('what is hidden is no longer selected, nor is a path that leads there', () => {
  const hiding = (selection, patch) => {
    change({ ...unfiltered(), ...unstyled(), ...selection });
    Object.assign(state, patch);
    return filterAnew(new Set(Object.keys(patch)));
  };
  assert.deepEqual(hiding({ selected: 1, to: 0 }, { families: new Set([0]) }), { selected: -1, to: -1 });
  assert.deepEqual(hiding({ selected: 0, to: 1 }, { families: new Set([0]) }), { to: -1 });
  assert.deepEqual(hiding({ selected: 1, to: 0 }, { families: new Set([1]) }), { to: -1 });
  assert.deepEqual(hiding({ selected: 0, to: 1 }, { families: new Set([0, 1]) }), {});
  assert.deepEqual(hiding({ edge: 0 }, { types: new Set([1]) }), { edge: -1 });
  assert.deepEqual(hiding({ edge: 3 }, { types: new Set([1]) }), {});
  assert.deepEqual(hiding({ selected: 0, edge: 0 }, { families: new Set([0, 2]) }), {});
});

test('nothing is worked out anew for what filters nothing, and for each filter it is', () => {
  for (const [name, worked] of [...FILTERS.map((filter) => [filter, 1]), ['selected', 0], ['measure', 0]]) {
    const before = passing.version;
    filterAnew(new Set([name]));
    assert.equal(passing.version - before, worked, name);
  }
  assert.deepEqual(new Set(FILTERS), new Set(Object.keys(unfiltered())));
});
