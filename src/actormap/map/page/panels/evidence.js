/** Why a line is there: what each document says, where, and how firmly. */

import { make } from '../browser/dom.js';
import { content, nodes } from '../data/content.js';
import { compare, pick, text, written } from '../state/language.js';

/**
 * What a relationship says, as a sentence.
 * @param {import('../data/content.js').Edge} edge
 */
export function sentence(edge) {
  return `${nodes[edge.from].label} ${pick(content.types[edge.type].forwards)} ${nodes[edge.to].label}`;
}

/** @param {import('../data/content.js').Edge} edge */
export function roleAndPeriod(edge) {
  return [edge.role, edge.period].filter(Boolean).join(' · ');
}

/** @param {import('../data/content.js').Edge} edge */
export function evidenceList(edge) {
  return make('ul', { class: 'evidence' }, ...edge.evidence.map((evidence) => make('li', {}, ...statement(evidence))));
}

/**
 * @param {number | undefined} document
 * @param {string | undefined} locator
 */
export function source(document, locator) {
  const found = document === undefined ? null : content.documents[document];
  const where = locator ? text('evidence.locator', { locator }) : '';
  if (!found) return [make('span', { text: [text('evidence.no_document'), where].filter(Boolean).join(', ') })];
  const title = safeAddress(found.address)
    ? make('a', { href: found.address, target: '_blank', rel: 'noopener noreferrer', text: found.title })
    : make('cite', { text: found.title });
  return where ? [title, `, ${where}`] : [title];
}

/** Other than web addresses may be scripts. @param {string | undefined} address */
function safeAddress(address) {
  return Boolean(address && /^https?:\/\//i.test(address));
}

/** @param {import('../data/content.js').Evidence} evidence */
function statement(evidence) {
  const confidence = evidence.confidence === undefined ? text('evidence.no_confidence') : text('evidence.confidence', { value: evidence.confidence });
  const parts = [
    pick(content.statuses[evidence.status].name),
    confidence,
    evidence.until && text('evidence.until', { date: evidence.until }),
    evidence.level !== undefined && text('evidence.level', { level: evidence.level }),
    evidence.value && written(evidence.value),
  ];
  const lines = [
    make('span', {}, ...source(evidence.document, evidence.locator)),
    make('span', { class: 'how', text: parts.filter(Boolean).join(' · ') }),
  ];
  if (evidence.note) lines.push(make('span', { class: 'note', text: evidence.note }));
  return lines;
}

/**
 * A node's ties under the words that say them from its side, in the order of their types; under each in the order of the names.
 * Where a type says the same from both sides, they stand together.
 * @param {import('../data/content.js').Node} node
 * @param {{edge: import('../data/content.js').Edge, other: number}[]} chosen
 */
export function underWords(node, chosen) {
  /** @type {Map<string, {words: string, items: {edge: import('../data/content.js').Edge, other: number}[]}>} */
  const heaps = new Map();
  for (const tie of chosen) {
    const type = content.types[tie.edge.type];
    const forwards = tie.edge.from === node.id || pick(type.forwards) === pick(type.backwards);
    const key = `${String(tie.edge.type).padStart(3, '0')}${forwards ? 'a' : 'b'}`;
    const heap = heaps.get(key) ?? { words: pick(forwards ? type.forwards : type.backwards), items: [] };
    heap.items.push(tie);
    heaps.set(key, heap);
  }
  const sorted = [...heaps].sort(([a], [b]) => Number(a > b) - Number(a < b)).map(([, heap]) => heap);
  for (const { items } of sorted) items.sort((a, b) => compare(nodes[a.other].label, nodes[b.other].label) || a.edge.id - b.edge.id);
  return sorted;
}
