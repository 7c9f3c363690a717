/**
 * What the page was given: one JSON block, read once.
 *
 * @typedef {Record<string, string>} Words
 * @typedef {{document?: number, locator?: string, status: number, confidence?: number, until?: string, level?: number,
 *            value?: string, note?: string}} Evidence
 * @typedef {{id: number, key: string, label: string, family: number, style: number, kind: string, box: number, places?: number[],
 *            themes?: number[], years?: (number | null)[], measures: (number | null)[], aliases?: string[],
 *            facts?: Record<string, string | number | Words>, document?: number, locator?: string, value?: number}} Node
 * @typedef {{id: number, from: number, to: number, type: number, status: number, role?: string, period?: string,
 *            years?: (number | null)[], bend?: number, evidence: Evidence[]}} Edge
 * @typedef {{x: number, y: number, width: number, height: number, kind: string, name: Words, members: number[], title?: number}} Box
 * @typedef {{name: string, rings: number[][]}} Outline
 * @typedef {{width: number, height: number, dot: number, x: number[], y: number[], boxes: Box[], outlines?: Outline[],
 *            rings?: {x: number, y: number, rx: number, ry: number, steps: number}[],
 *            titles?: {x: number, y: number, name: Words}[], sides?: number[]}} Layout
 * @typedef {{landscape: Layout, portrait: Layout}} Frames
 * @typedef {{key: string, name: Words, colour: string, shape: string, hollow: boolean, shown: boolean}} Family
 * @typedef {{title: string, publisher?: string, published?: string, address?: string}} Source
 * @typedef {{key: string, name: Words, meaning: Words, title?: Words, more?: Words, entries: {reason: Words, nodes?: number[], edges?: number[]}[]}} Overlay
 * @typedef {{title: Words, text: Words, focus?: number[], to?: number, reach?: number, layout?: string, gaps?: boolean, overlay?: string,
 *            colour?: string, size?: number, families?: number[], types?: number[], statuses?: number[], municipality?: number,
 *            theme?: number, year?: number}} Step
 * @typedef {{lang: string, languages: {code: string, name: string, separator: string}[], title: string, date: string, note: Words, focal: string | null, engine: 'pyvis' | 'canvas',
 *            texts: Record<string, Words>,
 *            styles: {colour: string, shape: string}[], kinds: Record<string, Words>,
 *            types: {colour: string, forwards: Words, backwards: Words, directed: boolean}[], statuses: {key: string, name: Words}[],
 *            families: Family[], measures: Words[], municipalities: string[], themes: string[], documents: Source[],
 *            groups: {kind: string, name: Words}[], overlays: Overlay[], layout?: string, layouts: Frames, other_layouts?: Record<string, Frames>, pinned?: number[],
 *            colour?: import('../state/state.js').Colouring, column?: {name: Words, values: string[]},
 *            edition?: {name: string, text: Words}, story?: {title?: Words, steps: Step[]},
 *            network: {nodes: Node[], edges: Edge[], options?: object,
 *                      packed?: {nodes: import('./columns.js').Packed, edges: import('./columns.js').Packed}}}} Content
 */

import { unpack } from './columns.js';

/** @type {Content} */
export const content = JSON.parse(document.getElementById('data')?.textContent ?? '');

const { packed } = content.network;
export const nodes = packed ? /** @type {Node[]} */ (/** @type {unknown} */ (unpack(packed.nodes))) : content.network.nodes;
export const edges = packed ? /** @type {Edge[]} */ (/** @type {unknown} */ (unpack(packed.edges))) : content.network.edges;

/** Every layout by its name, the one of the start first. @type {Record<string, Frames>} */
export const layouts = { [content.layout ?? 'group']: content.layouts, ...content.other_layouts };

/** For each node its relationships, with the node at the other end. */
export const ties = nodes.map(() => /** @type {{edge: Edge, other: number}[]} */ ([]));
for (const edge of edges) {
  ties[edge.from].push({ edge, other: edge.to });
  if (edge.to !== edge.from) ties[edge.to].push({ edge, other: edge.from });
}

/** The relationships between the same two nodes, in either direction. @param {Edge} edge */
export function parallel(edge) {
  const other = edge.from === edge.to ? edge.from : edge.to;
  return ties[edge.from].filter((tie) => tie.other === other).map((tie) => tie.edge);
}

/** To which side a line is bent, seen from the first of its nodes. @param {Edge} edge */
const side = (edge) => (edge.from < edge.to ? 1 : -1) * (edge.bend ?? 0);

/** The relationships that are one line: what says the same the other way, a mutual tie, runs together with it. @param {Edge} edge */
export function together(edge) {
  return parallel(edge).filter((other) => side(other) === side(edge));
}

/** The number of the node with a key, or -1. */
const numbers = new Map(nodes.map((node) => [node.key, node.id]));

/** @param {string | null} key */
export function nodeNumber(key) {
  return key === null ? -1 : (numbers.get(key) ?? -1);
}

/** The years that the relationships and nodes span, or null if nothing is dated. */
export const span = yearsSpanned();

function yearsSpanned() {
  let [first, last] = [Infinity, -Infinity];
  for (const { years } of [...nodes, ...edges]) {
    for (const year of years ?? []) {
      if (year === null) continue;
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  }
  return first <= last ? { first, last } : null;
}
