/** Moves the view. It follows the whole or the selection until the reader moves it. */

import { still } from '../browser/dom.js';
import { focus } from '../state/highlight.js';
import { state } from '../state/state.js';
import { moved, moving, rest } from './motion.js';
import { around, whole } from './place.js';
import { FARTHEST, NEAREST, toMap, view } from './view.js';

const MARGIN = 12;
const NARROW = 5;
const CLOSEST = 1.45;
const DURATION = 420;

/** Draws what is looked at now. */
let look = () => {};

/** @param {() => void} redraw is called whenever the view is another */
export function onLook(redraw) {
  look = redraw;
}

const aim = { at: /** @type {'whole' | 'focus' | 'free'} */ ('whole'), frame: 0 };

/** The reader has taken over. */
export function release() {
  aim.at = 'free';
  cancelAnimationFrame(aim.frame);
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
  else look();
}

/** Follows the selection, or goes back to the whole. */
export function follow() {
  if (state.selected >= 0 || state.edge >= 0) fitFocus();
  else fitWhole();
}

/** @param {number} factor */
export function zoom(factor) {
  const { x, y, scale } = view;
  release();
  moveTo({ x, y, scale: scale * factor }, true);
}

/** Zooms so that what is under a point stays there. @param {number} left @param {number} top @param {number} factor */
export function zoomAt(left, top, factor) {
  release();
  const before = toMap(left, top);
  const scale = Math.min(NEAREST, Math.max(FARTHEST, view.scale * factor));
  glide({ x: before.x - (left - view.width / 2) / scale, y: before.y - (top - view.height / 2) / scale, scale });
}

/** @param {number} right in pixels @param {number} down in pixels */
export function pan(right, down) {
  release();
  glide({ x: view.x + right / view.scale, y: view.y + down / view.scale, scale: view.scale });
}

/** Goes where the view was. @param {{x: number, y: number, scale: number}} target */
export function goTo(target) {
  release();
  moveTo(target, true);
}

/**
 * @param {{x: number, y: number, scale: number}} target
 * @param {boolean} animated
 */
function moveTo(target, animated) {
  cancelAnimationFrame(aim.frame);
  const end = { ...target, scale: Math.min(NEAREST, Math.max(FARTHEST, target.scale)) };
  if (!animated || still()) {
    Object.assign(view, end);
    if (moving()) rest();
    look();
    return;
  }
  const start = { ...view };
  const began = performance.now();
  const step = (/** @type {number} */ now) => {
    const share = Math.min(1, Math.max(0, now - began) / DURATION);
    const eased = share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
    glide({
      x: start.x + (end.x - start.x) * eased,
      y: start.y + (end.y - start.y) * eased,
      scale: start.scale * (end.scale / start.scale) ** eased,
    });
    if (share < 1) aim.frame = requestAnimationFrame(step);
    else rest();
  };
  aim.frame = requestAnimationFrame(step);
}

/** @param {{x: number, y: number, scale: number}} target */
function glide(target) {
  Object.assign(view, target);
  moved();
  look();
}

/**
 * @param {{left: number, top: number, right: number, bottom: number} | null} area
 * @param {number} closest
 * @param {boolean} animated
 */
function fit(area, closest, animated) {
  if (!area) {
    look();
    return;
  }
  const { width, height } = view;
  const margin = width < 600 ? NARROW : MARGIN;
  if (width < 2 * margin + 1 || height < 2 * margin + 1) return;
  const scale = Math.min((width - 2 * margin) / (area.right - area.left), (height - 2 * margin) / (area.bottom - area.top), closest);
  moveTo({ x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2, scale }, animated);
}
