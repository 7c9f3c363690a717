/** How the map looks: sizes, colours, layout, and the screen it is shown on. */

import { make } from '../browser/dom.js';
import { content, layouts } from '../data/content.js';
import { colouringName, colouringNames } from '../state/colours.js';
import { pick, text } from '../state/language.js';
import { change, state } from '../state/state.js';
import { THEMES } from '../state/theme.js';

/** The panel's choices. */
export function appearance() {
  const named = (/** @type {readonly string[]} */ names, /** @type {string} */ under) =>
    names.map((name) => ({ value: name, name: text(`${under}.${name}`) }));
  return [
    field(
      'measure',
      content.measures.map((words, value) => ({ value: String(value), name: pick(words) })),
      (value) => change({ measure: Number(value) }),
    ),
    field('colour', colouringNames.map((value) => ({ value, name: colouringName(value) })), (value) => change({ colour: colouringNames.find((name) => name === value) })),
    field('layout', named(Object.keys(layouts), 'layout'), (layout) => change({ layout }), Object.keys(layouts).length < 2),
    field('screen', named(THEMES, 'screen'), (value) => change({ screen: THEMES.find((name) => name === value) })),
  ];
}

/**
 * @param {'measure' | 'colour' | 'layout' | 'screen'} name
 * @param {{value: string, name: string}[]} options
 * @param {(value: string) => void} chosen
 * @param {boolean} [hidden]
 */
function field(name, options, chosen, hidden = !options.length) {
  const id = `filter-${name}`;
  const select = make(
    'select',
    { id, onchange: () => chosen(select.value) },
    ...options.map(({ value, name: label }) => make('option', { value, text: label })),
  );
  select.value = String(state[name]);
  return make('div', { class: 'field', hidden }, make('label', { for: id, text: text(`filter.${name}`) }), select);
}
