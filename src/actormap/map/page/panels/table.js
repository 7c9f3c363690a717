/** The same content as tables: nodes and relationships, filtered as the map is. */

import { append } from '../browser/chunks.js';
import { byId, make } from '../browser/dom.js';
import { content, edges, nodes } from '../data/content.js';
import { swatch } from '../draw/shapes.js';
import { roleAndPeriod, source } from './evidence.js';
import { look } from '../state/colours.js';
import { passing } from '../state/filters.js';
import { compare, pick, shortened, text } from '../state/language.js';
import { reasonsOf } from '../state/overlays.js';
import { change, reveal, revealEdge, state } from '../state/state.js';
import { toldMeasures } from '../view/place.js';

/**
 * @template Row
 * @typedef {{key: string, label: string, value: (row: Row) => string | number | null, cell?: (row: Row) => (Node | string)[],
 *            minor?: boolean}} Column those that are `minor` have no room on a phone, where a row opens what they tell
 */

/** How each table is sorted: by which column, and 1 for rising or -1 for falling. */
const order = { nodes: { key: 'name', way: 1 }, edges: { key: 'from', way: 1 } };

/** Builds the table anew. */
export function buildTable() {
  const holder = byId('table-body');
  const showsNodes = state.table === 'nodes';
  const tabs = /** @type {const} */ (['nodes', 'edges']).map((name) =>
    make('button', { type: 'button', 'aria-pressed': String(state.table === name), text: tabText(name), onclick: () => change({ table: name }) }),
  );
  holder.replaceChildren(
    make('div', { class: 'row segmented', role: 'group', 'aria-label': text('table.which') }, ...tabs),
    make(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': tabText(state.table) },
      showsNodes
        ? table(
            'nodes',
            nodes.filter((node) => passing.nodes[node.id]),
            nodeColumns(),
          )
        : table(
            'edges',
            edges.filter((edge) => passing.edges[edge.id]),
            edgeColumns(),
          ),
    ),
  );
}

/** @param {'nodes' | 'edges'} name */
function tabText(name) {
  return text(`table.${name}`, { n: name === 'nodes' ? passing.nodeCount : passing.edgeCount });
}

/** @returns {Column<import('../data/content.js').Node>[]} */
function nodeColumns() {
  return [
    { key: 'name', label: text('column.name'), value: (node) => node.label, cell: (node) => [opener(node), onPhone(pick(content.kinds[node.kind]))] },
    { key: 'kind', label: text('column.kind'), value: (node) => pick(content.kinds[node.kind]), minor: true },
    { key: 'municipality', label: text('column.municipality'), value: (node) => listed(node.places, content.municipalities), minor: true },
    { key: 'theme', label: text('column.theme'), value: (node) => listed(node.themes, content.themes), minor: true },
    ...toldMeasures().map((index, number) => ({
      key: `measure-${index}`,
      minor: number > 0,
      label: pick(content.measures[index]),
      value: (/** @type {import('../data/content.js').Node} */ node) => node.measures[index] ?? null,
    })),
    ...(content.overlays.length
      ? [
          {
            key: 'marks',
            minor: true,
            label: text('column.marks'),
            value: (/** @type {import('../data/content.js').Node} */ node) =>
              reasonsOf(node.id)
                .map(({ reason }) => pick(reason))
                .join('; '),
          },
        ]
      : []),
  ];
}

/** @returns {Column<import('../data/content.js').Edge>[]} */
function edgeColumns() {
  return [
    {
      key: 'from',
      label: text('column.from'),
      value: (edge) => nodes[edge.from].label,
      cell: (edge) => [opener(nodes[edge.from]), onPhone(edgeOpener(edge))],
    },
    {
      key: 'type',
      label: text('column.type'),
      value: (edge) => pick(content.types[edge.type].forwards),
      cell: (edge) => [edgeOpener(edge)],
      minor: true,
    },
    { key: 'to', label: text('column.to'), value: (edge) => nodes[edge.to].label, cell: (edge) => [opener(nodes[edge.to])] },
    { key: 'role', label: text('column.role'), value: (edge) => roleAndPeriod(edge), minor: true },
    { key: 'source', label: text('column.source'), value: (edge) => sources(edge).length, cell: sources, minor: true },
    {
      key: 'status',
      label: text('column.status'),
      value: (edge) => edge.status,
      cell: (edge) => [pick(content.statuses[edge.status].name)],
      minor: true,
    },
    { key: 'confidence', label: text('column.confidence'), value: confidence, minor: true },
  ];
}

/** @param {number[] | undefined} indices @param {string[]} names */
function listed(indices, names) {
  return shortened(
    (indices ?? []).map((index) => names[index]),
    2,
  );
}

/** @param {import('../data/content.js').Edge} edge */
function sources(edge) {
  return edge.evidence.map((evidence) => make('div', {}, ...source(evidence.document, evidence.locator)));
}

/** The confidence of the surest statement, or null if none says. @param {import('../data/content.js').Edge} edge */
export function confidence(edge) {
  const given = edge.evidence.map((evidence) => evidence.confidence).filter((value) => value !== undefined);
  return given.length ? Math.max(...given) : null;
}

/** What stands below a name on a phone, where it has no column of its own. @param {Node | string} told */
function onPhone(told) {
  return make('span', { class: 'narrow beneath' }, told);
}

/** @param {import('../data/content.js').Node} node */
function opener(node) {
  const button = make('button', { type: 'button', class: 'link', onclick: () => open(() => reveal(node.id)) });
  button.append(swatch(look(node), look(node).hollow), make('span', { text: node.label }));
  return button;
}

/** @param {import('../data/content.js').Edge} edge */
function edgeOpener(edge) {
  return make('button', {
    type: 'button',
    class: 'link',
    text: pick(content.types[edge.type].forwards),
    onclick: () => open(() => revealEdge(edge.id)),
  });
}

/** @param {() => void} shown */
function open(shown) {
  shown();
  byId('map').focus();
}

/**
 * @template Row
 * @param {'nodes' | 'edges'} name
 * @param {Row[]} rows
 * @param {Column<Row>[]} columns
 */
function table(name, rows, columns) {
  const { key, way } = order[name];
  const by = columns.find((column) => column.key === key) ?? columns[0];
  const sorted = rows.map((row, index) => ({ row, index, value: by.value(row) }));
  sorted.sort((a, b) => ordered(a.value, b.value, way) || a.index - b.index);
  const body = make('tbody');
  const made = make(
    'table',
    { 'data-table': name },
    make('caption', { text: tabText(name) }),
    make('thead', {}, make('tr', {}, ...columns.map((column) => header(name, column)))),
    body,
  );
  append(body, sorted, ({ row }) =>
    make('tr', {}, ...columns.map((column, index) => make(index ? 'td' : 'th', index ? { class: column.minor && 'minor' } : { scope: 'row' }, ...cellOf(column, row)))),
  );
  return made;
}

/**
 * @template Row
 * @param {Column<Row>} column
 * @param {Row} row
 */
function cellOf(column, row) {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  return value === null ? ['–'] : [pick(value)];
}

/**
 * What is missing comes last, whichever way.
 * @param {string | number | null} a
 * @param {string | number | null} b
 * @param {number} way
 */
export function ordered(a, b, way) {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return way * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
}

/**
 * @template Row
 * @param {'nodes' | 'edges'} name
 * @param {Column<Row>} column
 */
function header(name, { key, label, minor }) {
  const now = order[name];
  const sorted = now.key !== key ? 'none' : now.way > 0 ? 'ascending' : 'descending';
  const sort = () => {
    order[name] = { key, way: now.key === key ? -now.way : key.startsWith('measure') ? -1 : 1 };
    buildTable();
    /** @type {HTMLElement | null} */ (document.querySelector(`#table-body [data-sort="${key}"]`))?.focus();
  };
  const mark = { none: '', ascending: ' ▲', descending: ' ▼' }[sorted];
  const button = make('button', { type: 'button', 'data-sort': key, onclick: sort }, label, make('span', { 'aria-hidden': 'true', text: mark }));
  return make('th', { scope: 'col', 'aria-sort': sorted, class: minor && 'minor' }, button);
}
