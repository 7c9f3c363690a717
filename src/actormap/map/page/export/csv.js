/** The filtered actors and relationships as tables that Excel opens by double click. */

import { saveFile } from '../browser/download.js';
import { content, edges, nodes } from '../data/content.js';
import { passing } from '../state/filters.js';
import { languages, pick, text } from '../state/language.js';

/** Saves the actors that pass the filters. */
export function saveNodes() {
  save('csv.nodes', nodeTable());
}

/** Saves the relationships that pass the filters. */
export function saveEdges() {
  save('csv.edges', edgeTable());
}

/** @param {string} name @param {string} body */
function save(name, body) {
  saveFile(`${text(name)}.csv`, 'text/csv;charset=utf-8', body);
}

/** The actors that pass the filters, a row each. */
export function nodeTable() {
  const head = [
    text('column.name'),
    text('column.kind'),
    text('column.municipality'),
    text('column.theme'),
    ...content.measures.map((words) => pick(words)),
  ];
  const rows = nodes
    .filter((node) => passing.nodes[node.id])
    .map((node) => [
      node.label,
      pick(content.kinds[node.kind]),
      (node.places ?? []).map((place) => content.municipalities[place]).join(' | '),
      (node.themes ?? []).map((theme) => content.themes[theme]).join(' | '),
      ...content.measures.map((_, index) => node.measures[index] ?? null),
    ]);
  return table([head, ...rows]);
}

/** The relationships that pass the filters, a row for each statement. */
export function edgeTable() {
  const names = ['from', 'type', 'to', 'role', 'period', 'source', 'locator', 'status', 'confidence'];
  const rows = edges
    .filter((edge) => passing.edges[edge.id])
    .flatMap((edge) =>
      edge.evidence.map((evidence) => [
        nodes[edge.from].label,
        pick(content.types[edge.type].forwards),
        nodes[edge.to].label,
        edge.role ?? null,
        edge.period ?? null,
        evidence.document === undefined ? null : content.documents[evidence.document].title,
        evidence.locator ?? null,
        pick(content.statuses[evidence.status].name),
        evidence.confidence ?? null,
      ]),
    );
  return table([names.map((name) => text(`column.${name}`)), ...rows]);
}

/** @param {(string | number | null)[][]} rows */
function table(rows) {
  // Excel takes the list separator and the decimal sign of its country.
  const { separator } = languages().own;
  const lines = rows.map((row) => row.map((value) => cell(value, separator)).join(separator));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** @param {string | number | null} value @param {string} separator */
function cell(value, separator) {
  if (value === null) return '';
  if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
  // A spreadsheet would run what looks like a formula.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
