/** The address says what is looked at, so that a view can be sent to somebody: only what differs from the start is in it. */

import { content, edges, layouts, nodeNumber, nodes } from '../data/content.js';
import { colouringNames } from './colours.js';
import { lifted, state, unfiltered, unstyled } from './state.js';
import { THEMES } from './theme.js';

/** @typedef {import('./state.js').State} State */

const SETS = /** @type {const} */ (['types', 'statuses']);

/** What the address would be for the view as it is, `#` and all, or nothing at the start. */
export function link() {
  const start = { ...unfiltered(), ...unstyled() };
  const words = new URLSearchParams();
  const say = (/** @type {string} */ name, /** @type {string | number} */ value, /** @type {boolean} */ said) =>
    said && words.set(name, String(value));
  if (state.step >= 0) say('step', state.step + 1, true);
  else {
    if (state.selected >= 0) say('actor', nodes[state.selected].key, true);
    if (state.to >= 0) say('to', nodes[state.to].key, true);
    say('line', state.edge, state.edge >= 0);
    say('reach', state.steps, state.steps !== 1);
    if (state.overlay >= 0) say('overlay', content.overlays[state.overlay].key, true);
    say('layout', state.layout, state.layout !== start.layout);
    say('colour', state.colour, state.colour !== start.colour);
    say('size', state.measure, state.measure !== start.measure);
    say('year', state.year, Boolean(state.year));
    if (state.municipality >= 0) say('municipality', content.municipalities[state.municipality], true);
    if (state.theme >= 0) say('theme', content.themes[state.theme], true);
    say('group', state.group, state.group >= 0);
    if (!same(state.families, start.families))
      {say(
        'kinds',
        [...state.families]
          .map((index) => content.families[index].key)
          .sort()
          .join('.'),
        true,
      );}
    for (const name of SETS) say(name, [...state[name]].sort((a, b) => a - b).join('.'), !same(state[name], start[name]));
    say('view', state.view, state.view !== 'map');
  }
  say('screen', state.screen, state.screen !== 'light');
  say('lang', state.lang, state.lang !== content.lang);
  return words.size ? `#${words}` : '';
}

/** Whether the page has an address: one that a notebook shows from its text alone has none that a link could lead to. */
export const hasAddress = () => location.protocol !== 'about:';

/** Writes the view into the address. */
export function writeLink() {
  if (!hasAddress()) return;
  const hash = link();
  if (location.hash !== hash) history.replaceState(null, '', hash || location.pathname + location.search);
}

/** The address of this view, whole. */
export function wholeLink() {
  return location.href.split('#')[0] + link();
}

/**
 * What to change for the view to be what a link says; what it does not say is as at the start. A step is only named.
 * @param {string} hash
 * @returns {Partial<State>}
 */
export function parsed(hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const start = { ...unfiltered(), ...unstyled() };
  const number = (/** @type {string} */ name, /** @type {number} */ first, /** @type {number} */ end, /** @type {number} */ otherwise) => {
    const value = Number(words.get(name) || NaN);
    return Number.isInteger(value) && value >= first && value < end ? value : otherwise;
  };
  const one = (/** @type {string} */ name, /** @type {readonly string[]} */ among) => among.indexOf(words.get(name) ?? '');
  const selected = nodeNumber(words.get('actor'));
  const colour = one('colour', colouringNames);
  const layout = words.get('layout') ?? '';
  const view = one('view', ['map', 'table', 'text']);
  const screen = one('screen', THEMES);
  const kinds = words.get('kinds')?.split('.');
  /** @type {Partial<State>} */
  const patch = {
    ...start,
    selected,
    to: selected < 0 ? -1 : nodeNumber(words.get('to')),
    edge: selected < 0 ? number('line', 0, edges.length, -1) : -1,
    steps: number('reach', 1, 3, 1),
    overlay: content.overlays.findIndex(({ key }) => key === words.get('overlay')),
    layout: Object.hasOwn(layouts, layout) ? layout : start.layout,
    colour: colour < 0 ? start.colour : colouringNames[colour],
    measure: number('size', 0, content.measures.length, 0),
    year: number('year', 1, 9999, 0),
    municipality: one('municipality', content.municipalities),
    theme: one('theme', content.themes),
    group: number('group', 0, content.groups.length, -1),
    families: kinds ? new Set(content.families.flatMap(({ key }, index) => (kinds.includes(key) ? [index] : []))) : start.families,
    view: /** @type {const} */ (['map', 'table', 'text'])[Math.max(0, view)],
    screen: THEMES[Math.max(0, screen)],
    lang: content.languages.find(({ code }) => code === words.get('lang'))?.code ?? content.lang,
    step: number('step', 1, (content.story?.steps.length ?? 99) + 1, 0) - 1,
  };
  for (const name of SETS) {
    const listed = words.get(name);
    if (listed !== null) patch[name] = new Set(listed.split('.').filter(Boolean).map(Number));
  }
  return patch;
}

/** What is asked for must pass the filters that the link sets. @param {Partial<State>} patch */
export function withRoom(patch) {
  const wanted = [patch.selected ?? -1, patch.to ?? -1].filter((node) => node >= 0).map((node) => nodes[node]);
  const line = patch.edge ?? -1;
  if (line >= 0) wanted.push(nodes[edges[line].from], nodes[edges[line].to]);
  if ((patch.overlay ?? -1) >= 0) {
    for (const entry of content.overlays[patch.overlay ?? 0].entries) wanted.push(...(entry.nodes ?? []).map((node) => nodes[node]));
    return { ...patch, families: new Set([...(patch.families ?? []), ...wanted.map((node) => node.family)]) };
  }
  return wanted.length ? { ...patch, ...lifted(wanted, /** @type {State} */ ({ ...state, ...patch })) } : patch;
}

/** @param {Set<number>} a @param {Set<number>} b */
function same(a, b) {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
