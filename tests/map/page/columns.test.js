/** Rows read back from columns. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support.js';

const { unpack } = await load('data/columns');

const rows = (length, columns) => unpack({ length, columns });

test('every row has its number as id', () => {
  assert.deepEqual(rows(2, {}), [{ id: 0 }, { id: 1 }]);
});

test('values stand in their rows, and null means that a row has none', () => {
  assert.deepEqual(rows(3, { a: { values: ['x', null, 0] } }), [{ id: 0, a: 'x' }, { id: 1 }, { id: 2, a: 0 }]);
});

test('a value for every row is in every row, zero and false too', () => {
  assert.deepEqual(rows(2, { a: { every: 0 } }), [{ id: 0, a: 0 }, { id: 1, a: 0 }]);
  assert.deepEqual(rows(1, { a: { every: false } }), [{ id: 0, a: false }]);
});

test('steps add up', () => {
  assert.deepEqual(rows(3, { a: { steps: [5, 1, -2] } }).map(({ a }) => a), [5, 6, 4]);
});

test('some rows have values: those that are named', () => {
  assert.deepEqual(rows(3, { a: { values: ['x', 'y'], at: [2, 0] } }), [{ id: 0, a: 'y' }, { id: 1 }, { id: 2, a: 'x' }]);
});

test('words are written once and named by number, the first is 0 and none is -1', () => {
  assert.deepEqual(rows(3, { a: { words: ['x', 'y'], of: [1, -1, 0] } }), [{ id: 0, a: 'y' }, { id: 1 }, { id: 2, a: 'x' }]);
});

test('rows within rows are as many as is said, for each or for all', () => {
  const nested = { length: 3, columns: { b: { values: [1, 2, 3] } } };
  const inner = (found) => found.map(({ a }) => a.map(({ b }) => b));
  assert.deepEqual(inner(rows(3, { a: { counts: [2, 0, 1], rows: nested } })), [[1, 2], [], [3]]);
  assert.deepEqual(inner(rows(3, { a: { counts: 1, rows: nested } })), [[1], [2], [3]]);
  assert.deepEqual(inner(rows(2, { a: { counts: 0, rows: nested } })), [[], []]);
});
