/** The map on the wall: a dark panel with one message a step, big type, and the keys of a clicker. */

import { announce, byId, make } from '../browser/dom.js';
import { content, nodes } from '../data/content.js';
import { swatch } from '../draw/shapes.js';
import { colouring, colouringNames } from '../state/colours.js';
import { passing } from '../state/filters.js';
import { pick, text } from '../state/language.js';
import { change, state, unfiltered, unstyled } from '../state/state.js';
import { story } from '../state/story.js';
import { layouts } from '../view/place.js';

/** @typedef {import('../state/state.js').State} State */

/** A title with longer words than this is set smaller, so that none is broken. */
const LONG = 14;

/** What was looked at before the presentation. @type {Partial<State> | null} */
let before = null;

/** Begins the story, or goes to one of its steps, counted from 0. @param {number} number */
export function present(number) {
  const steps = story();
  const to = Math.max(0, Math.min(steps.length - 1, number));
  if (state.step < 0)
    {before = Object.fromEntries(
      Object.keys({ ...unfiltered(), ...unstyled(), view: 0 }).map((name) => [name, state[/** @type {keyof State} */ (name)]]),
    );}
  change({ ...viewOf(steps[to].step), step: to });
  byId('map').focus();
}

/** Ends the story: everything is as it was before. */
export function endStory() {
  change({ ...unfiltered(), ...unstyled(), view: 'map', ...before, step: -1 });
  before = null;
  byId('present').focus();
}

/**
 * The view that shows a step; what it does not say is as at the start.
 * @param {import('../data/content.js').Step} step
 * @returns {Partial<State>}
 */
export function viewOf(step) {
  const start = { ...unfiltered(), ...unstyled() };
  const [selected = -1] = step.focus ?? [];
  const several = (step.focus ?? []).length > 1 && step.to === undefined;
  const looks = {
    measure: step.size,
    colour: colouringNames.find((name) => name === step.colour),
    layout: Object.keys(layouts).find((name) => name === step.layout),
  };
  return {
    ...start,
    ...said(looks),
    ...filtersOf(step),
    selected,
    spotlight: several ? new Set(step.focus) : null,
    to: selected < 0 ? -1 : (step.to ?? -1),
    steps: step.reach ?? 1,
    overlay: overlayOf(step),
    view: 'map',
  };
}

/** @param {import('../data/content.js').Step} step */
function overlayOf(step) {
  return content.overlays.findIndex((overlay) => overlay.key === (step.overlay ?? (step.gaps ? 'gaps' : '')));
}

/** The filters of a step, and room for whom it is about. @param {import('../data/content.js').Step} step */
function filtersOf(step) {
  const { families = unfiltered().families, types, statuses, municipality, theme, year } = step;
  const overlay = overlayOf(step);
  const marked = overlay < 0 ? [] : content.overlays[overlay].entries.flatMap((entry) => entry.nodes ?? []);
  const wanted = [...(step.focus ?? []), ...marked].map((node) => nodes[node].family);
  return {
    families: new Set([...families, ...wanted]),
    ...said({ types: types && new Set(types), statuses: statuses && new Set(statuses), municipality, theme, year }),
  };
}

/** @template {object} T @param {T} patch @returns {Partial<State>} what is not undefined */
function said(patch) {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** Builds the dark panel anew, or hides it. */
export function buildStory() {
  const panel = byId('story');
  panel.hidden = state.step < 0;
  document.body.classList.toggle('presenting', state.step >= 0);
  if (state.step < 0) return;
  const steps = story();
  const { title, body } = steps[state.step];
  const button = (/** @type {string} */ name, /** @type {() => void} */ done, /** @type {boolean} */ off) =>
    make('button', { type: 'button', id: `story-${name}`, disabled: off, text: text(`story.${name}`), onclick: done });
  panel.replaceChildren(
    make('p', { class: 'number', text: `${state.step + 1} / ${steps.length}` }),
    make('h2', { text: title, class: title.split(/[\s-]/).some((word) => word.length > LONG) && 'long' }),
    make('p', { class: 'body', text: body }),
    make('ul', { class: 'key' }, ...key()),
    make(
      'div',
      { class: 'row' },
      button('previous', () => present(state.step - 1), state.step === 0),
      button('next', () => present(state.step + 1), state.step === steps.length - 1),
      button('end', endStory, false),
    ),
  );
  announce(`${title}. ${body}`);
}

/** What the colours and shapes mean: only what is on the map. */
function key() {
  const item = (/** @type {Element} */ figure, /** @type {string} */ name) => make('li', {}, figure, make('span', { text: name }));
  if (state.colour !== 'kind') return colouring().map(({ colour, name }) => item(swatch({ colour, shape: 'square' }, false), name));
  const used = new Set(nodes.filter((node) => passing.nodes[node.id]).map((node) => node.family));
  return content.families.flatMap((family, index) => (used.has(index) ? [item(swatch(family, family.hollow), pick(family.name))] : []));
}

/** Keys of presenters and clickers. @param {KeyboardEvent} event @returns {boolean} whether the key was one of them */
export function presenterKey(event) {
  if (state.step < 0) return false;
  const onButton = event.target instanceof HTMLElement && event.target.matches('button, select, input');
  if (['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key) || (!onButton && [' ', 'Enter'].includes(event.key))) present(state.step + 1);
  else if (['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'].includes(event.key)) present(state.step - 1);
  else if (event.key === 'Home') present(0);
  else if (event.key === 'End') present(story().length - 1);
  else if (event.key === 'Escape') endStory();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
