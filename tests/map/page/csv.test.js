/** Tables that a spreadsheet opens as its country writes them, and in which nothing is a formula. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { graph, load, open } from './support.js';

const texts = { 'column.name': 'Namn', 'column.confidence': 'Tillit', 'column.period': 'Period' };
const given = graph();
given.texts = { sv: texts, en: texts };
given.network.nodes[3].label = '=1+1';
given.network.edges[4].role = '@SUM(A1)';
open(given);
const { state, change, unfiltered, unstyled } = await load('state/state');
const { refilter } = await load('state/filters');
const { edgeTable, nodeTable } = await load('export/csv');

beforeEach(() => {
  change({ ...unfiltered(), ...unstyled(), lang: 'sv' });
  refilter();
});

const lines = (table) => table.replace('\ufeff', '').split('\r\n');

test('a table begins with the mark of UTF-8, and every line ends as on Windows', () => {
  assert.match(nodeTable(), /^\ufeffNamn;column\.kind;column\.municipality;column\.theme;Grad;Mellan;Annat\r\n(?:[^\r\n]+\r\n){4}$/);
});

test('in Swedish numbers have a decimal comma and columns are parted by semicolons', () => {
  assert.equal(lines(nodeTable())[1], 'Älvsta kommun;Organisation;Älvsta;Vatten;4;0,5;');
});

test('in English numbers have a decimal point and columns are parted by commas', () => {
  state.lang = 'en';
  assert.equal(lines(nodeTable())[1], 'Älvsta kommun,Organisation,Älvsta,Vatten,4,0.5,');
  assert.equal(lines(nodeTable())[0], 'Namn,column.kind,column.municipality,column.theme,Degree,Between,Other');
});

test('several places stand in one cell, and what is missing is empty, zero is not', () => {
  assert.equal(lines(nodeTable())[2], 'Vatten AB;Organisation;Älvsta | Åby;Skog;1;;');
  assert.equal(lines(nodeTable())[4], "'=1+1;Nätverk;Åby;Vatten | Skog;1;0;");
});

test('only what passes the filters is in the tables', () => {
  assert.equal(lines(nodeTable()).some((line) => line.startsWith('Öberg')), false);
  change({ families: new Set([3]) });
  refilter();
  assert.deepEqual(lines(nodeTable()).slice(1), ['Öberg;Organisation;;;0;0;', '']);
  assert.equal(lines(edgeTable()).length, 2);
});

test('a relationship has a row for each statement, with document, locator and confidence', () => {
  const rows = lines(edgeTable());
  assert.equal(rows[0], 'column.from;column.type;column.to;column.role;Period;column.source;column.locator;column.status;Tillit');
  assert.deepEqual(rows.slice(1, 4), [
    'Älvsta kommun;deltar i;Nätet vid Vatten;ordförande;2015–2019;Protokoll;4;stated;0,5',
    'Älvsta kommun;deltar i;Nätet vid Vatten;ordförande;2015–2019;Lös;;stated;0,9',
    'Älvsta kommun;deltar i;Nätet vid Vatten;ordförande;2015–2019;;;implied;',
  ]);
  assert.equal(rows[4], 'Vatten AB;deltar i;Nätet vid Vatten;;;Protokoll;;implied;');
  assert.equal(rows.length, 8);
});

test('what looks like a formula is text: = + - @, tab and return', () => {
  assert.equal(lines(edgeTable()).some((line) => line.includes(";'@SUM(A1);")), true);
  const { network } = given;
  for (const start of ['=', '+', '-', '@', '\t']) {
    nodeOf(0).label = `${start}1`;
    assert.equal(lines(nodeTable())[1].startsWith(`'${start}1;`), true, JSON.stringify(start));
  }
  nodeOf(0).label = '\r1';
  assert.equal(nodeTable().includes(`"'\r1";`), true);
  nodeOf(0).label = 'a=1';
  assert.equal(lines(nodeTable())[1].startsWith('a=1;'), true);
  nodeOf(0).label = network.nodes[0].label;
});

test('what holds a separator, a quotation mark or a line break is quoted, and marks are doubled', () => {
  const written = (label) => {
    nodeOf(0).label = label;
    return nodeTable().slice(nodeTable().indexOf('\r\n') + 2);
  };
  assert.equal(written('a;b').startsWith('"a;b";'), true);
  assert.equal(written('a,b').startsWith('a,b;'), true);
  assert.equal(written('a "b" c').startsWith('"a ""b"" c";'), true);
  assert.equal(written('a\nb').startsWith('"a\nb";'), true);
  state.lang = 'en';
  assert.equal(written('a,b').startsWith('"a,b",'), true);
  nodeOf(0).label = given.network.nodes[0].label;
});

const { nodes } = await load('data/content');

function nodeOf(index) {
  return nodes[index];
}
