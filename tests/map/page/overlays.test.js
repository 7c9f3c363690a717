/** What an overlay marks, how much that is, and why. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load, open } from './support.js';

open();
const { change, unfiltered, unstyled } = await load('state/state');
const { edgeReasons, marked, marks, reasonsOf, size } = await load('state/overlays');
const { entriesOf, overlayList } = await load('panels/overlay_list');
const { content } = await load('data/content');

beforeEach(() => change({ ...unfiltered(), ...unstyled() }));

test('an overlay counts each node and each relationship once', () => {
  assert.deepEqual([size(0), size(1)], [3, 2]);
});

test('only the overlay shown marks', () => {
  assert.equal(marked(), null);
  assert.deepEqual([marks(1), marks(0)], [false, false]);
  change({ overlay: 0 });
  assert.deepEqual([...marked().nodes.keys()], [4, 1]);
  assert.deepEqual([...marked().edges.keys()], [2]);
  assert.deepEqual([marks(1), marks(0)], [true, false]);
  change({ overlay: 1 });
  assert.equal(marks(1), false);
});

test('every reason is told, of every overlay, shown or not', () => {
  assert.deepEqual(reasonsOf(1).map(({ overlay, reason }) => `${overlay.key} ${reason.sv}`), ['gaps Saknas', 'gaps Avslutas']);
  assert.deepEqual(reasonsOf(0), []);
  assert.deepEqual(edgeReasons(0).map(({ overlay, reason }) => `${overlay.key} ${reason.sv}`), ['ends Snart']);
  assert.deepEqual(edgeReasons(2).map(({ reason }) => reason.sv), ['Avslutas']);
  assert.deepEqual(edgeReasons(1), []);
});

test('the list has the reasons and under each the names in their order, then the lines, with their number', () => {
  const sections = entriesOf(0).map((section) => section.children.map((part) => part.words));
  assert.deepEqual(sections, [
    ['Avslutas (2)', 'Vatten ABOvatten deltar i Nätet vid Vatten'],
    ['Saknas (2)', 'Vatten ABÖberg'],
  ]);
});

test('a node with sentences of its own is the heading above them', () => {
  const reason = 'Detta är en mening som är så lång att den inte kan vara en rubrik.';
  const short = 'Detta är ingen så lång mening att den ej kan vara en rubrik.';
  assert.deepEqual([reason.length, short.length], [66, 60]);
  content.overlays[1].entries = [{ reason: { sv: reason, en: reason }, nodes: [0] }];
  assert.deepEqual(entriesOf(1)[0].children.map((part) => part.words), ['Älvsta kommun', reason]);
  content.overlays[1].entries = [{ reason: { sv: short, en: short }, nodes: [0] }];
  assert.equal(entriesOf(1)[0].children[0].words, `${short} (1)`);
  content.overlays[1].entries = [{ reason: { sv: reason, en: reason }, nodes: [0, 1] }];
  assert.equal(entriesOf(1)[0].children[0].words, `${reason} (2)`);
  content.overlays[1].entries = [{ reason: { sv: reason, en: reason }, nodes: [0], edges: [0] }];
  assert.equal(entriesOf(1)[0].children[0].words, `${reason} (2)`);
});

test('the panel says first what the overlay means', () => {
  change({ overlay: 0 });
  assert.deepEqual(overlayList().slice(0, 2).map((part) => part.words), ['overlay.title', 'Det som saknas']);
});
