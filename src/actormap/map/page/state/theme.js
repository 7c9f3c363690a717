/** The colours and strengths of what is drawn: on a good screen, for readers who need contrast, and on a projector that washes out. */

import { content } from '../data/content.js';
import { state } from './state.js';

const LIGHT = {
  ground: '#ffffff',
  ink: '#16202c',
  title: '#3a4a5d',
  halo: 'rgba(255, 255, 255, 0.92)',
  box: '#f2f5f9',
  strip: '#f8f6f1',
  rim: '#cbd5e1',
  land: '#eef2f7',
  shore: '#a9b6c6',
  alarm: '#b3261e',
  inner: 0.72,
  between: 0.5,
  width: 1,
  darken: 1,
};

const PAINTS = {
  light: LIGHT,
  contrast: {
    ...LIGHT,
    ink: '#000000',
    title: '#000000',
    halo: '#ffffff',
    box: '#ffffff',
    strip: '#ffffff',
    rim: '#000000',
    shore: '#000000',
    alarm: '#9b0000',
    inner: 1,
    between: 0.9,
    width: 1.25,
    darken: 0.6,
  },
  projector: {
    ...LIGHT,
    ink: '#000000',
    title: '#10202f',
    halo: '#ffffff',
    box: '#ffffff',
    strip: '#ffffff',
    rim: '#5b6b7e',
    shore: '#5b6b7e',
    inner: 0.95,
    between: 0.85,
    width: 1.7,
    darken: 0.72,
  },
};

export const THEMES = /** @type {const} */ (['light', 'contrast', 'projector']);

export function paint() {
  return PAINTS[state.screen];
}

/**
 * A colour made darker.
 * @param {string} colour as #rrggbb
 * @param {number} share what is left of it
 */
export function darker(colour, share = 0.6) {
  if (share === 1) return colour;
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(parseInt(colour.slice(at, at + 2), 16) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The colour of a relationship type's lines. @param {number} type */
export function lineColour(type) {
  return darker(content.types[type].colour, paint().darken);
}
