/** What part of the map is looked at. It follows the whole or the selection until the reader moves it. */

import { focus } from './emphasis.js';
import { camera, moveTo } from './network.js';
import { around, whole } from './place.js';
import { state } from './state.js';

const MARGIN = 12;
const CLOSEST = 1.45;

const aim = { at: /** @type {'whole' | 'focus' | 'free'} */ ('whole') };

/** The reader has taken over. */
export function release() {
  aim.at = 'free';
}

/** @param {boolean} [animated] */
export function fitWhole(animated = true) {
  aim.at = 'whole';
  fit(whole(), Infinity, animated);
}

/** Shows what is selected and its neighbours as large as there is room for. @param {boolean} [animated] */
export function fitFocus(animated = true) {
  if (!focus.nodes) {
    fitWhole(animated);
    return;
  }
  aim.at = 'focus';
  fit(around(focus.nodes), CLOSEST, animated);
}

/** After the area has become another: the same thing is looked at. */
export function refit() {
  if (aim.at === 'whole') fitWhole(false);
  else if (aim.at === 'focus') fitFocus(false);
}

/** @param {number} factor */
export function zoom(factor) {
  const { x, y, scale } = camera();
  release();
  moveTo({ x, y, scale: Math.min(6, Math.max(0.08, scale * factor)) }, true);
}

/** @param {number} right in pixels @param {number} down in pixels */
export function pan(right, down) {
  const { x, y, scale } = camera();
  release();
  moveTo({ x: x + right / scale, y: y + down / scale, scale }, false);
}

/** Follows the selection, or goes back to the whole. */
export function follow() {
  if (state.selected >= 0 || state.edge >= 0) fitFocus();
  else fitWhole();
}

/**
 * @param {{left: number, top: number, right: number, bottom: number} | null} area
 * @param {number} closest
 * @param {boolean} animated
 */
function fit(area, closest, animated) {
  if (!area) return;
  const { width, height } = camera();
  if (width < 2 * MARGIN + 1 || height < 2 * MARGIN + 1) return;
  const scale = Math.min((width - 2 * MARGIN) / (area.right - area.left), (height - 2 * MARGIN) / (area.bottom - area.top), closest);
  moveTo({ x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2, scale }, animated);
}
