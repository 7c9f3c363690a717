/** The panel of filters, which is the legend as well: each tick has its shape, its colour and how many there are. */

import { byId, make } from '../browser/dom.js';
import { playYears } from '../control/clock.js';
import { content, span } from '../data/content.js';
import { lineSwatch, pattern, swatch } from '../draw/shapes.js';
import { appearance } from './appearance.js';
import { colouring, colouringName } from '../state/colours.js';
import { counts } from '../state/filters.js';
import { compare, pick, text } from '../state/language.js';
import { change, present, state } from '../state/state.js';

/** @typedef {'families' | 'types' | 'statuses'} Facet */

const LATER = 60;
const waiting = { options: 0 };

/** Builds the panel anew, in the language chosen. */
export function buildLegend() {
  const panel = byId('filters-body');
  panel.replaceChildren(
    ticks(
      'families',
      content.families.map((_, index) => index),
      (index) => {
        const family = content.families[index];
        return [swatch({ ...family, colour: state.colour === 'kind' ? family.colour : '#5b6b7e' }, family.hollow), pick(family.name)];
      },
    ),
    ...colours(),
    choice('municipality', content.municipalities),
    choice('theme', content.themes),
    ...(span ? [years(span)] : []),
    ...appearance(),
    ticks('statuses', present.statuses, (index) => [lineSwatch('#3a4a5d', pattern(index)), pick(content.statuses[index].name)]),
    ticks('types', present.types, (index) => {
      const type = content.types[index];
      return [lineSwatch(type.colour, []), pick(type.forwards)];
    }),
  );
  countAnew();
  countOptions();
}

/** Writes the numbers anew. */
export function countAnew() {
  for (const output of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#filters-body [data-facet]'))) {
    const facet = /** @type {Facet} */ (output.dataset.facet);
    rewrite(output, String(counts[facet][Number(output.dataset.index)]));
  }
  clearTimeout(waiting.options);
  waiting.options = setTimeout(countOptions, LATER);
}

/** The lists are closed: their numbers can wait until the map is drawn. */
function countOptions() {
  for (const [id, numbers] of /** @type {[string, number[]][]} */ ([
    ['municipality', counts.municipalities],
    ['theme', counts.themes],
  ])) {
    for (const option of /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll(`#filter-${id} option[data-name]`))) {
      rewrite(option, `${option.dataset.name} (${numbers[Number(option.value)]})`);
    }
  }
}

/** Writes a text where there is another: what is written again is laid out again. @param {HTMLElement} element @param {string} words */
function rewrite(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** Shows in the panel what is chosen, when something else has changed it. */
export function syncLegend() {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#filters-body input[type=checkbox]'))) {
    input.checked = state[/** @type {Facet} */ (input.dataset.set)].has(Number(input.value));
  }
  for (const name of /** @type {const} */ (['municipality', 'theme', 'measure', 'colour', 'layout', 'screen']))
    {setValue(`filter-${name}`, String(state[name]));}
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#filters-body [data-entry]'))) {
    const { entry = '' } = button.dataset;
    button.setAttribute('aria-pressed', String(entry === `municipality ${state.municipality}` || entry === `group ${state.group}`));
  }
  if (span) {
    setValue('filter-year', String(state.year || span.first - 1));
    byId('filter-year-output').textContent = state.year ? String(state.year) : text('filter.every_year');
    byId('play').textContent = state.playing ? '❚❚' : '▶';
    byId('play').setAttribute('aria-label', text(state.playing ? 'year.stop' : 'year.play'));
  }
}

/** @param {string} id @param {string} value */
function setValue(id, value) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  if (field) field.value = value;
}

/**
 * @param {Facet} facet
 * @param {number[]} indices
 * @param {(index: number) => [Element, string]} describe
 */
function ticks(facet, indices, describe) {
  const rows = indices.map((index) => {
    const [figure, name] = describe(index);
    const input = make('input', { type: 'checkbox', value: index, 'data-set': facet, onchange: () => toggle(facet, index) });
    input.checked = state[facet].has(index);
    return make(
      'label',
      { class: 'tick' },
      input,
      figure,
      make('span', { text: name }),
      make('output', { 'data-facet': facet, 'data-index': index }),
    );
  });
  const all = make('button', { type: 'button', class: 'plain', text: text('filter.all'), onclick: () => setAll(facet, indices) });
  all.setAttribute('aria-label', `${text('filter.all')}: ${text(`filter.${facet}`)}`);
  return make('fieldset', {}, make('legend', { text: text(`filter.${facet}`) }), all, ...rows);
}

/** @param {Facet} facet @param {number} index */
function toggle(facet, index) {
  const chosen = new Set(state[facet]);
  if (!chosen.delete(index)) chosen.add(index);
  change({ [facet]: chosen });
}

/** Ticks all of them, or none if all are ticked. @param {Facet} facet @param {number[]} indices */
function setAll(facet, indices) {
  change({ [facet]: new Set(indices.every((index) => state[facet].has(index)) ? [] : indices) });
}

/** What the colours mean while they tell something else than the kind; a municipality or community is pressed to see it alone. */
function colours() {
  if (state.colour === 'kind') return [];
  const rows = colouring().map(({ colour, name, count, municipality, group }) => {
    const parts = [swatch({ colour, shape: 'square' }, false), make('span', { text: name }), make('output', { text: String(count) })];
    if (municipality === undefined && group === undefined) return make('div', { class: 'tick' }, ...parts);
    const facet = group === undefined ? 'municipality' : 'group';
    const value = group ?? municipality ?? -1;
    return make(
      'button',
      {
        type: 'button',
        class: 'tick',
        'data-entry': `${facet} ${value}`,
        'aria-pressed': 'false',
        onclick: () => change({ [facet]: state[facet] === value ? -1 : value }),
      },
      ...parts,
    );
  });
  return [make('fieldset', { id: 'colours' }, make('legend', { text: colouringName(state.colour) }), ...rows)];
}

/**
 * @param {'municipality' | 'theme'} name
 * @param {string[]} names
 */
function choice(name, names) {
  const id = `filter-${name}`;
  const select = make('select', { id, onchange: () => change({ [name]: Number(select.value) }) });
  select.append(make('option', { value: -1, text: text('filter.any') }));
  const order = names.map((_, index) => index).sort((a, b) => compare(names[a], names[b]));
  for (const index of order) select.append(make('option', { value: index, 'data-name': names[index], text: names[index] }));
  select.value = String(state[name]);
  return make('div', { class: 'field', hidden: !names.length }, make('label', { for: id, text: text(`filter.${name}`) }), select);
}

/** @param {{first: number, last: number}} range */
function years({ first, last }) {
  const output = make('output', { id: 'filter-year-output', for: 'filter-year', text: state.year || text('filter.every_year') });
  const slider = make('input', {
    id: 'filter-year',
    type: 'range',
    min: first - 1,
    max: last,
    step: 1,
    oninput: () => change({ year: Number(slider.value) < first ? 0 : Number(slider.value) }),
  });
  slider.value = String(state.year || first - 1);
  const play = make('button', { type: 'button', id: 'play', 'aria-label': text('year.play'), text: '▶', onclick: playYears });
  return make('div', { class: 'field time' }, make('label', { for: 'filter-year', text: text('filter.year') }), output, slider, play);
}
