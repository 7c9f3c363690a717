/** What the table, the text and the panel say of the same things. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const given = graph();
given.texts.sv = {
  'evidence.locator': 's. {locator}', 'evidence.no_document': 'Inget dokument', 'evidence.no_confidence': 'ingen tillit',
  'evidence.confidence': 'tillit {value}', 'evidence.until': 'till {date}', 'evidence.level': 'nivå {level}',
  'twin.node': '{kind}: {said}.', 'twin.nothing': '{kind}, inget.', 'twin.municipality': 'I {name}.', 'twin.theme': 'Om {name}.', 'twin.year': 'År {year}.',
};
const byId = open(given);
const { change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { content, edges, nodes, parallel, ties } = await load('data/content');
const { buildTable, confidence, ordered } = await load('panels/table');
const { byTies, description, filterSentences } = await load('panels/prose');
const { evidenceList, roleAndPeriod, sentence, source, underWords } = await load('panels/evidence');

byId('table-body').replaceChildren = (...children) => (byId('table-body').children = children);

function show(patch) {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv', table: 'nodes', ...patch });
  refilter();
}

beforeEach(() => show({}));

test('a relationship is as sure as its surest statement, and not at all if none says', () => {
  assert.deepEqual(edges.map(confidence), [0.9, null, null, null, 0.25, null]);
  assert.equal(confidence({ evidence: [{ confidence: 0 }] }), 0);
});

test('rows are in order as numbers or as words, either way, and what is missing comes last both ways', () => {
  const sorted = (values, way) => [...values].sort((a, b) => ordered(a, b, way));
  assert.deepEqual(sorted([10, null, 9, 100], 1), [9, 10, 100, null]);
  assert.deepEqual(sorted([10, null, 9, 100], -1), [100, 10, 9, null]);
  assert.deepEqual(sorted(['Ö', 'Z', 'Å', null], 1), ['Z', 'Å', 'Ö', null]);
  assert.deepEqual(sorted(['Ö', 'Z', 'Å', null], -1), ['Ö', 'Å', 'Z', null]);
  assert.equal(ordered(null, null, 1), 0);
});

/** The rows of the table on the page, a text for each. */
function rows() {
  const body = byId('table-body').children[1].children[0].children[2];
  return body.children.map((row) => row.children.map((cell) => wide(cell)).join('|'));
}

const only = (of, which) => of.children.filter((child) => (child.attributes?.class ?? '').includes('narrow') === which);
/** What a cell shows where there is room for every column. */
const wide = (cell) => (cell.children.every((child) => typeof child === 'string') ? cell.words : only(cell, false).map((child) => child.words).join(''));

/** The rows as a phone shows them: the columns that matter, and below a name what has no column there. */
function narrowRows() {
  const body = byId('table-body').children[1].children[0].children[2];
  const shown = body.children.map((row) => row.children.filter((cell) => cell.attributes.class !== 'minor'));
  return shown.map((cells) => cells.map((cell) => [wide(cell), ...only(cell, true).map((child) => child.words)].join('/')).join('|'));
}

/** Presses the heading of a column. */
function sortBy(column) {
  const heads = byId('table-body').children[1].children[0].children[1].children[0].children;
  globalThis.document.querySelector = () => null;
  heads.find((head) => head.children[0].attributes['data-sort'] === column).children[0].listeners.click();
}

test('the table has what passes, by name, each sum of places and marks in its cell', () => {
  buildTable();
  assert.deepEqual(rows(), [
    'Nätet vid Vatten|Nätverk|Åby||9|1\u00a0234,5|',
    'Ovatten|Nätverk|Åby|Vatten, Skog|1|0|',
    'Vatten AB|Organisation|Älvsta, Åby|Skog|1|–|Saknas; Avslutas',
    'Älvsta kommun|Organisation|Älvsta|Vatten|4|0,5|',
  ]);
});

test('on a phone there are names with their kinds and one measure, and of a relationship both its ends with what it says', () => {
  buildTable();
  assert.deepEqual(narrowRows().at(-1), 'Älvsta kommun/Organisation|4');
  const heads = byId('table-body').children[1].children[0].children[1].children[0].children;
  assert.equal(heads.filter(({ attributes }) => attributes.class !== 'minor').length, 2);
  show({ table: 'edges' });
  buildTable();
  assert.deepEqual(narrowRows().at(-3), 'Älvsta kommun/deltar i|Nätet vid Vatten');
});

test('a measure is sorted with the most first, pressed again with the least', () => {
  const first = () => rows().map((row) => row.split('|')[0]);
  buildTable();
  sortBy('measure-0');
  assert.deepEqual(first(), ['Nätet vid Vatten', 'Älvsta kommun', 'Vatten AB', 'Ovatten']);
  sortBy('measure-0');
  assert.deepEqual(first(), ['Vatten AB', 'Ovatten', 'Älvsta kommun', 'Nätet vid Vatten']);
  sortBy('measure-1');
  assert.deepEqual(first(), ['Nätet vid Vatten', 'Älvsta kommun', 'Ovatten', 'Vatten AB']);
  sortBy('name');
  assert.equal(first()[0], 'Nätet vid Vatten');
  sortBy('name');
  assert.equal(first()[0], 'Älvsta kommun');
});

test('relationships are listed with role, sources, status and confidence', () => {
  show({ table: 'edges' });
  buildTable();
  assert.deepEqual(rows().at(-3), 'Älvsta kommun|deltar i|Nätet vid Vatten|ordförande · 2015–2019|Protokoll, s. 4LösInget dokument|stated|0,9');
  assert.equal(rows().length, 4);
});

test('the most tied is named first, among equals by name', () => {
  const order = (members) => byTies(members.map((index) => nodes[index])).map(({ node, degree }) => `${node.key} ${degree}`);
  assert.deepEqual(order([1, 3, 2, 0]), ['net 3', 'kommun 3', 'projekt 1', 'firma 1']);
  show({ types: new Set([1]) });
  assert.deepEqual(order([1, 3, 2, 0]), ['kommun 2', 'net 1', 'projekt 1', 'firma 0']);
});

test('a node is told with its kind, its ties from its own side, and its role', () => {
  assert.equal(description(nodes[0]), 'Organisation: deltar i Nätet vid Vatten (ordförande); leder Nätet vid Vatten och Ovatten.');
  assert.equal(description(nodes[2]), 'Nätverk: har som deltagare Vatten AB och Älvsta kommun; leds av Älvsta kommun.');
  show({ types: new Set([1]) });
  assert.equal(description(nodes[1]), 'Organisation, inget.');
});

test('the text says what is filtered by, the first of each too', () => {
  assert.deepEqual(filterSentences(), []);
  show({ municipality: 0, theme: 0, year: 2016 });
  assert.deepEqual(filterSentences(), ['I Älvsta.', 'Om Vatten.', 'År 2016.']);
});

test('a relationship is a sentence, with role and period if there are any', () => {
  assert.equal(sentence(edges[3]), 'Älvsta kommun leder Nätet vid Vatten');
  assert.deepEqual([roleAndPeriod(edges[0]), roleAndPeriod({ role: 'x' }), roleAndPeriod(edges[1])], ['ordförande · 2015–2019', 'x', '']);
});

test('only web addresses are links, and what has no document says so', () => {
  const [link, where] = source(0, '4');
  assert.deepEqual([link.tag, link.attributes.href, link.attributes.rel, where], ['a', 'https://example.org/p', 'noopener noreferrer', ', s. 4']);
  const [cite] = source(1, undefined);
  assert.deepEqual([cite.tag, cite.attributes.href, cite.textContent], ['cite', undefined, 'Lös']);
  assert.deepEqual(source(undefined, undefined).map(({ words }) => words), ['Inget dokument']);
  assert.deepEqual(source(undefined, '7').map(({ words }) => words), ['Inget dokument, s. 7']);
});

test('a statement says how firmly, until when, at which level, and what is noted; nought is a number', () => {
  const said = (evidence) => evidenceList({ evidence: [evidence] }).words;
  assert.equal(said({ status: 0, document: 0 }), 'Protokollstated · ingen tillit');
  assert.equal(said({ status: 1, confidence: 0 }), 'Inget dokumentimplied · tillit 0');
  assert.equal(
    said({ status: 2, confidence: 0.5, until: '2027-01-01', level: 0, value: 'ja', note: 'Obs' }),
    'Inget dokumentplanned · tillit 0,5 · till 2027-01-01 · nivå 0 · jaObs',
  );
});

test('parallel are the relationships between the same two, in either direction', () => {
  const ids = (edge) => parallel(edge).map(({ id }) => id);
  assert.deepEqual([ids(edges[0]), ids(edges[3]), ids(edges[5])], [[0, 3], [0, 3], [5]]);
  assert.deepEqual(ids({ from: 2, to: 0 }), [0, 3]);
});

test('ties stand under the words that say them from this side, by type, then by name', () => {
  const told = (node) => underWords(nodes[node], ties[node]).map(({ words, items }) => `${words}: ${items.map(({ other }) => nodes[other].key)}`);
  assert.deepEqual(told(0), ['deltar i: net', 'leder: net,projekt', 'leds av: person']);
  assert.deepEqual(told(2), ['har som deltagare: projekt,firma,kommun', 'leds av: kommun']);
});

test('the eleventh type stands after the third, and two lines to the same node in the order they came in', () => {
  const type = (name) => ({ colour: '#000000', forwards: { sv: name, en: name }, backwards: { sv: name, en: name }, directed: true });
  const before = content.types.length;
  for (let number = before; number < 11; number += 1) content.types.push(type(`typ ${number}`));
  const tie = (id, kind) => ({ edge: { id, from: 0, to: 2, type: kind }, other: 2 });
  const found = underWords(nodes[0], [tie(9, 10), tie(8, 2), tie(7, 2)]);
  assert.deepEqual(found.map(({ words, items }) => [words, items.map(({ edge }) => edge.id)]), [['typ 2', [7, 8]], ['typ 10', [9]]]);
  content.types.length = before;
});
