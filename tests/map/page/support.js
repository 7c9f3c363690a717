/** A graph small enough to check by hand, and as much of a browser as the modules of the page look for. */

const FOLDER = new URL('../../../src/actormap/map/page/', import.meta.url);

/** Elements that remember what they were given. */
class FakeElement {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, children: [], listeners: {}, textContent: '', isConnected: true, focused: 0 });
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  removeAttribute(name) {
    delete this.attributes[name];
  }

  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }

  append(...children) {
    this.children.push(...children);
  }

  focus() {
    this.focused += 1;
  }

  /** All its text. */
  get words() {
    return this.textContent + this.children.map((child) => (typeof child === 'string' ? child : child.words)).join('');
  }
}

const words = (sv, en = sv) => ({ sv, en });

/**
 * Five nodes: a municipality (0), a firm (1), a network (2), a project (3), and a person (4) whose family is not shown at the start.
 *
 *     0 --in, 2015 to 2019, stated--> 2      1 --in, from 2018, implied--> 2      3 --in, denied--> 2
 *     0 --leads, planned, bent--> 2          0 --leads, stated--> 3               4 --leads, stated--> 0
 */
export function graph(more = {}) {
  const statement = (status, rest = {}) => [{ status, ...rest }];
  return {
    lang: 'sv',
    languages: [
      { code: 'sv', name: 'Svenska', separator: ';' },
      { code: 'en', name: 'English', separator: ',' },
    ],
    title: 'Prov',
    date: '2026-01-31',
    note: words('Påhittat', 'Invented'),
    focal: 'net',
    engine: 'canvas',
    texts: { sv: { 'count.edges.one': '{n} samband', 'count.edges.other': '{n} samband' }, en: {} },
    styles: [
      { colour: '#102030', shape: 'square' },
      { colour: '#405060', shape: 'star' },
    ],
    kinds: { org: words('Organisation'), net: words('Nätverk', 'Network') },
    types: [
      { colour: '#808080', forwards: words('deltar i', 'takes part in'), backwards: words('har som deltagare', 'has as participant') },
      { colour: '#204060', forwards: words('leder', 'leads'), backwards: words('leds av', 'is led by') },
    ],
    statuses: ['stated', 'implied', 'planned', 'denied'].map((key) => ({ key, name: words(key) })),
    families: [
      ['public', true],
      ['firm', true],
      ['network', true],
      ['person', false],
    ].map(([key, shown]) => ({ key, name: words(key), colour: '#123456', shape: 'square', hollow: key === 'network', shown })),
    measures: [words('Grad', 'Degree'), words('Mellan', 'Between'), words('Annat', 'Other')],
    municipalities: ['Älvsta', 'Åby', 'Zinkboda'],
    themes: ['Vatten', 'Skog'],
    documents: [{ title: 'Protokoll', address: 'https://example.org/p' }, { title: 'Lös', address: 'javascript:alert(1)//https://example.org' }],
    groups: [
      { kind: 'group', name: words('Första') },
      { kind: 'group', name: words('Andra') },
      { kind: 'strip', name: words('Utanför') },
    ],
    overlays: [
      {
        key: 'gaps',
        name: words('Luckor'),
        meaning: words('Det som saknas'),
        entries: [
          { reason: words('Saknas'), nodes: [4, 1] },
          { reason: words('Avslutas'), nodes: [1], edges: [2] },
        ],
      },
      { key: 'ends', name: words('Slut'), meaning: words('Det som tar slut'), entries: [{ reason: words('Snart'), edges: [0, 3] }] },
    ],
    layout: 'group',
    layouts: { landscape: layout(400, 200, [0, 100, 200, 100, 300]), portrait: layout(200, 400, [0, 50, 100, 50, 150]) },
    other_layouts: { rings: { landscape: layout(300, 300, [10, 20, 30, 40, 50]), portrait: layout(300, 300, [50, 40, 30, 20, 10]) } },
    network: {
      nodes: [
        { key: 'kommun', label: 'Älvsta kommun', family: 0, style: 0, kind: 'org', box: 0, places: [0], themes: [0], measures: [4, 0.5], aliases: ['Vattenverket'] },
        { key: 'firma', label: 'Vatten AB', family: 1, style: 0, kind: 'org', box: 0, places: [0, 1], themes: [1], years: [2016, 2018], measures: [1, null] },
        { key: 'net', label: 'Nätet vid Vatten', family: 2, style: 1, kind: 'net', box: 1, places: [1], measures: [9, 1234.5] },
        { key: 'projekt', label: 'Ovatten', family: 2, style: 1, kind: 'net', box: 1, places: [1], themes: [0, 1], years: [null, 2020], measures: [1, 0] },
        { key: 'person', label: 'Öberg', family: 3, style: 0, kind: 'org', box: 2, measures: [0, 0] },
      ].map((node, id) => ({ id, ...node })),
      edges: [
        {
          from: 0,
          to: 2,
          type: 0,
          status: 0,
          years: [2015, 2019],
          role: 'ordförande',
          period: '2015–2019',
          evidence: [
            { status: 0, document: 0, locator: '4', confidence: 0.5 },
            { status: 0, document: 1, confidence: 0.9 },
            { status: 1 },
          ],
        },
        { from: 1, to: 2, type: 0, status: 1, years: [2018, null], evidence: statement(1, { document: 0 }) },
        { from: 3, to: 2, type: 0, status: 3, evidence: statement(3) },
        { from: 0, to: 2, type: 1, status: 2, bend: 0.5, evidence: statement(2) },
        { from: 0, to: 3, type: 1, status: 0, evidence: statement(0, { confidence: 0.25 }) },
        { from: 4, to: 0, type: 1, status: 0, evidence: statement(0) },
      ].map((edge, id) => ({ id, ...edge })),
    },
    ...more,
  };
}

/** Boxes round 0 and 1, and round 2 and 3; the person stands outside. */
function layout(width, height, x) {
  const box = (left, members) => ({ x: left, y: -20, width: 120, height: 140, kind: 'group', name: words('Ruta'), members });
  return { width, height, dot: 10, x, y: [0, 0, 0, 100, 100], boxes: [box(-10, [0, 1]), box(150, [2, 3])] };
}

/** Puts a page round the modules that are loaded after this, and returns its elements by their ids. @param {object} content */
export function open(content = graph()) {
  const elements = new Map([['data', Object.assign(new FakeElement('script'), { textContent: JSON.stringify(content) })]]);
  const found = (id) => {
    if (!elements.has(id)) elements.set(id, new FakeElement('div'));
    return elements.get(id);
  };
  const make = (tag) => new FakeElement(tag);
  const none = () => [];
  Object.assign(globalThis, {
    document: { getElementById: found, createElement: make, createElementNS: (_, tag) => make(tag), querySelectorAll: none, documentElement: make('html') },
    matchMedia: () => ({ matches: true }),
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: () => {},
  });
  return found;
}

/** A module of the page. @param {string} path */
export function load(path) {
  return import(new URL(`${path}.js`, FOLDER));
}
