/** Words in the language chosen, with the rules of the Python catalogue: `{name}` is filled, `n` chooses among `key.one`, `key.few`, … */

import { content } from '../data/content.js';
import { state } from './state.js';

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function text(key, values = {}) {
  const entries = content.texts[state.lang];
  const form = typeof values.n === 'number' ? entries[`${key}.${rules[state.lang].form.select(values.n)}`] : undefined;
  const entry = form ?? entries[key] ?? entries[`${key}.other`] ?? key;
  return entry.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? written(values[name]) : whole));
}

/** @param {import('../data/content.js').Words | string | number} words */
export function pick(words) {
  return typeof words === 'object' ? (words[state.lang] ?? '') : written(words);
}

/** How each language counts, writes numbers and orders text. */
const rules = Object.fromEntries(
  content.languages.map(({ code }) => [
    code,
    { form: new Intl.PluralRules(code), number: new Intl.NumberFormat(code, { maximumSignificantDigits: 9 }), order: new Intl.Collator(code) },
  ]),
);

/** The language chosen, and the one that the switch leads to. */
export function languages() {
  const all = content.languages;
  const now = all.findIndex(({ code }) => code === state.lang);
  return { own: all[now], next: all[(now + 1) % all.length] };
}

/** @param {string | number} value */
export function written(value) {
  return typeof value === 'number' ? rules[state.lang].number.format(value) : value;
}

/**
 * Orders text as the language does.
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  return rules[state.lang].order.compare(a, b);
}

/**
 * Folds case and diacritics away, so that "alvsta" and "Älvsta" are the same.
 * @param {string} value
 */
export function fold(value) {
  return value
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/**
 * Some names as text, the first ones if they are many.
 * @param {string[]} names
 * @param {number} most
 */
export function shortened(names, most) {
  if (names.length <= most + 1) return names.join(', ');
  return text('names.several', { first: names.slice(0, most).join(', '), n: names.length - most });
}

/** What the page rests on, which edition it is, and when it was made. */
export function imprint() {
  const made = content.edition ? pick(content.edition.text) : text('footer.date', { date: content.date });
  return [pick(content.note), made].filter(Boolean).join(' · ');
}

/** Fills every element that names its text: `data-text`, `data-label` and `data-hint`. */
export function translate() {
  document.documentElement.lang = state.lang;
  document.title = `${content.title} – ${text('suffix')}`;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))) {
    element.textContent = text(element.dataset.text ?? '');
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-label]'))) {
    element.setAttribute('aria-label', text(element.dataset.label ?? ''));
    if (element.tagName === 'BUTTON') element.title = text(element.dataset.label ?? '');
  }
  for (const element of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[data-hint]'))) {
    element.placeholder = text(element.dataset.hint ?? '');
  }
}
