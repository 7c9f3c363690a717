/** The story, shown step by step: what each step has on the map, and what was there before. */

import { byId } from '../browser/dom.js';
import { content, layouts, nodes } from '../data/content.js';
import { colouringNames } from './colours.js';
import { change, state, unfiltered, unstyled } from './state.js';
import { story } from './story.js';

/** @typedef {import('./state.js').State} State */

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
