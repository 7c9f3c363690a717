/** The map on the wall: a dark panel with one message a step, big type, and the keys of a clicker. */

import { announce, byId, make } from '../browser/dom.js';
import { content, nodes } from '../data/content.js';
import { swatch } from '../draw/shapes.js';
import { colouring } from '../state/colours.js';
import { passing } from '../state/filters.js';
import { pick, text } from '../state/language.js';
import { endStory, present } from '../state/presentation.js';
import { state } from '../state/state.js';
import { story } from '../state/story.js';

/** A title with longer words than this is set smaller, so that none is broken. */
const LONG = 14;

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
