/** Search as a combobox: type, walk through the hits with the arrows, Enter opens. */

import { announce, byId, make } from '../browser/dom.js';
import { content, nodes } from '../data/content.js';
import { swatch } from '../draw/shapes.js';
import { look } from '../state/colours.js';
import { pick, text } from '../state/language.js';
import { find } from '../state/matches.js';
import { reveal } from '../state/state.js';

const MOST = 12;

const field = /** @type {HTMLInputElement} */ (byId('search'));
const list = byId('hits');
/** @type {{node: number, also: string}[]} */
let hits = [];
let active = -1;
// A name that was chosen stands in the field until the next search, which is not to be typed onto its end.
let chosen = false;

/** Lets the field be used. */
export function startSearch() {
  field.addEventListener('input', update);
  field.addEventListener('keydown', onKey);
  field.addEventListener('blur', close);
  field.addEventListener('focus', () => chosen && field.select());
  field.addEventListener('mousedown', (event) => {
    if (!chosen) return;
    // Else the press would place the cursor in what is selected.
    event.preventDefault();
    field.focus();
    field.select();
  });
}

function update() {
  chosen = false;
  const found = find(field.value);
  hits = found.slice(0, MOST);
  active = -1;
  list.replaceChildren(...hits.map(option));
  open(Boolean(field.value.trim()));
  if (!hits.length && field.value.trim()) list.append(make('li', { class: 'none', text: text('search.none') }));
  announce(field.value.trim() ? text('search.hits', { n: found.length }) : '');
}

/** @param {{node: number, also: string}} hit @param {number} index */
function option({ node, also }, index) {
  const { kind } = nodes[node];
  const small = [pick(content.kinds[kind]), also].filter(Boolean).join(' · ');
  const item = make('li', { role: 'option', id: `hit-${index}`, 'aria-selected': 'false' });
  item.append(swatch(look(nodes[node]), look(nodes[node]).hollow), make('span', { text: nodes[node].label }), make('small', { text: small }));
  // The field must not lose its place before the click; and chosen when pressed, the list would let the click of a finger through to what
  // lies beneath it.
  item.addEventListener('mousedown', (event) => event.preventDefault());
  item.addEventListener('click', (event) => {
    choose(index);
    // Else the keyboard of a phone would stay over what was found.
    if (/** @type {PointerEvent} */ (event).pointerType === 'touch') field.blur();
  });
  return item;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (!hits.length) return;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    active = active < 0 && step < 0 ? hits.length - 1 : (active + step + hits.length) % hits.length;
    for (const [index, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(index === active));
    list.children[active].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', `hit-${active}`);
  } else if (event.key === 'Enter' && hits.length) {
    event.preventDefault();
    choose(Math.max(0, active));
  } else if (event.key === 'Escape' && !list.hidden) {
    event.stopPropagation();
    close();
  }
}

/** @param {number} index */
function choose(index) {
  const { node } = hits[index];
  field.value = nodes[node].label;
  chosen = true;
  field.select();
  close();
  reveal(node);
}

/** @param {boolean} shown */
function open(shown) {
  list.hidden = !shown;
  field.setAttribute('aria-expanded', String(shown));
  field.removeAttribute('aria-activedescendant');
}

function close() {
  open(false);
}
