/** A graph small enough to check by hand, and as much of a browser as the modules of the page look for. */

const FOLDER = new URL('../../../src/actormap/map/page/', import.meta.url);

/** What was drawn on a canvas, call by call and setting by setting; letters are half as wide as they are high. */
export class FakeContext {
  constructor(units = { a: 1, e: 0, f: 0 }) {
    const said = [];
    this.globalAlpha = 1;
    const own = {
      said,
      units,
      measureText: (text) => ({ width: (text.length * Number(/(\d+(?:\.\d+)?)px/.exec(this.font)?.[1] ?? 10)) / 2 }),
      getTransform: () => own.units,
      /** The arguments of all calls of a name. */
      calls: (name) => said.filter(([called]) => called === name).map(([, ...rest]) => rest),
    };
    const get = (target, name) => own[name] ?? target[name] ?? ((...rest) => void said.push([name, ...rest]));
    const set = (target, name, value) => {
      target[name] = value;
      return said.push(['=', name, value]) > 0;
    };
    return new Proxy(this, { get, set });
  }
}

/** Elements that remember what they were given. */
class FakeElement {
  constructor(tag) {
    const names = new Set();
    const toggle = (name, on = !names.has(name)) => (on ? names.add(name) : names.delete(name)) && on;
    const classList = { add: (name) => names.add(name), remove: (name) => names.delete(name), contains: (name) => names.has(name), toggle };
    const own = { tag, attributes: {}, children: [], listeners: {}, textContent: '', value: '', isConnected: true, focused: 0, classList };
    Object.assign(this, own, { style: {}, dataset: {}, offsetTop: 0, offsetWidth: 0, offsetHeight: 0, clientWidth: 0, clientHeight: 0 });
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
    if (name.startsWith('data-')) this.dataset[name.slice(5)] = String(value);
    if (['id', 'width', 'height', 'disabled', 'hidden', 'value'].includes(name)) this[name] = value;
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

  replaceChildren(...children) {
    this.children = children;
  }

  focus() {
    this.focused += 1;
  }

  select() {
    this.selected = true;
  }

  scrollIntoView() {
    this.scrolled = true;
  }

  setPointerCapture() {}

  getBoundingClientRect() {
    return { left: 0, top: 0 };
  }

  /** Whether its tag is among some. */
  matches(selector) {
    return selector.split(', ').some((each) => each.split('[')[0] === this.tag);
  }

  getContext() {
    return (this.context ??= new FakeContext());
  }

  toDataURL() {
    return 'data:picture';
  }

  toBlob(done) {
    done('blob');
  }

  /** Tells its listeners. */
  send(name, event = {}) {
    const more = { target: this, preventDefault() {}, stopPropagation() {} };
    return this.listeners[name]?.(Object.assign(more, event));
  }

  click() {
    this.send('click');
  }

  /** All its text. */
  get words() {
    return this.textContent + this.children.map((child) => (typeof child === 'string' ? child : child.words)).join('');
  }

  /** Itself and all it holds. */
  get all() {
    return [this, ...this.children.flatMap((child) => child.all ?? [])];
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
      { colour: '#808080', forwards: words('deltar i', 'takes part in'), backwards: words('har som deltagare', 'has as participant'), directed: true },
      { colour: '#204060', forwards: words('leder', 'leads'), backwards: words('leds av', 'is led by'), directed: true },
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
  const made = (id) => everywhere().findLast((element) => element.id === id);
  const found = (id) => {
    const element = elements.get(id) ?? made(id) ?? new FakeElement('div');
    if (!made(id)) elements.set(id, element);
    return element;
  };
  const make = (tag) => new FakeElement(tag);
  const everywhere = () => [...new Set([...elements.values()].flatMap((element) => element.all))];
  // As much of a selector as the page uses: what holds it, its tag, and an attribute.
  const every = (selector) => {
    const [, holder, tag, name, value] = /^(?:#([\w-]+) )?(\w+)?\[([\w-]+)(?:=(\w+))?\]$/.exec(selector) ?? [];
    const among = holder ? (globalThis.document.getElementById(holder)?.all ?? []) : everywhere();
    return among.filter((each) => name in each.attributes && (!tag || each.tag === tag) && (!value || each.attributes[name] === value));
  };
  Object.assign(globalThis, {
    HTMLElement: FakeElement,
    document: {
      getElementById: found,
      createElement: make,
      createElementNS: (_, tag) => make(tag),
      querySelectorAll: every,
      querySelector: (selector) => found(selector),
      documentElement: make('html'),
      body: make('body'),
      listeners: [],
      addEventListener: (name, listener) => globalThis.document.listeners.push(listener),
    },
    devicePixelRatio: 1,
    Path2D: FakeContext,
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
