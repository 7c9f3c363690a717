/**
 * What the page was given: one JSON block, read once.
 *
 * @typedef {{sv: string, en: string}} Words
 * @typedef {{document?: number, locator?: string, status: number, confidence?: number, until?: string, level?: number,
 *            value?: string, note?: string}} Evidence
 * @typedef {{id: number, key: string, label: string, family: number, style: number, kind: string, box: number, places?: number[],
 *            themes?: number[], years?: (number | null)[], measures: (number | null)[], aliases?: string[],
 *            facts?: Record<string, string | number | Words>, document?: number, locator?: string, gaps?: Words[]}} Node
 * @typedef {{id: number, from: number, to: number, type: number, status: number, role?: string, period?: string,
 *            years?: (number | null)[], bend?: number, evidence: Evidence[]}} Edge
 * @typedef {{x: number, y: number, width: number, height: number, kind: string, name: Words}} Box
 * @typedef {{width: number, height: number, dot: number, x: number[], y: number[], boxes: Box[]}} Layout
 * @typedef {{key: string, name: Words, colour: string, shape: string, hollow: boolean, shown: boolean}} Family
 * @typedef {{title: string, publisher?: string, published?: string, address?: string}} Source
 * @typedef {{lang: 'sv' | 'en', title: string, date: string, note: Partial<Words>, focal: string | null,
 *            texts: {sv: Record<string, string>, en: Record<string, string>},
 *            styles: {colour: string, shape: string}[], kinds: Record<string, Words>,
 *            types: {colour: string, forwards: Words, backwards: Words}[], statuses: {key: string, name: Words}[],
 *            families: Family[], measures: Words[], municipalities: string[], themes: string[], documents: Source[],
 *            layouts: {landscape: Layout, portrait: Layout},
 *            network: {nodes: Node[], edges: Edge[], options: object}}} Content
 */

/** @type {Content} */
export const content = JSON.parse(document.getElementById('data')?.textContent ?? '');

export const nodes = content.network.nodes;
export const edges = content.network.edges;

/** For each node its relationships, with the node at the other end. */
export const ties = nodes.map(() => /** @type {{edge: Edge, other: number}[]} */ ([]));
for (const edge of edges) {
  ties[edge.from].push({ edge, other: edge.to });
  if (edge.to !== edge.from) ties[edge.to].push({ edge, other: edge.from });
}

/** The years that the relationships and nodes span, or null if nothing is dated. */
export const span = yearsSpanned();

function yearsSpanned() {
  const years = [...nodes, ...edges].flatMap((item) => item.years ?? []).filter((year) => year !== null);
  return years.length ? { first: Math.min(...years), last: Math.max(...years) } : null;
}
