/** Takes back what the reader did to the view: selections, filters, looks, and where one looked. */

import { byId } from '../browser/dom.js';
import { link, parsed, withRoom } from '../state/link.js';
import { change, state } from '../state/state.js';
import { goTo } from '../view/camera.js';
import { view } from '../view/view.js';

const MOST = 100;

/** @typedef {{link: string, x: number, y: number, scale: number}} Entry */

/** @type {Entry[]} */
const past = [];
let current = /** @type {Entry | null} */ (null);

/** @returns {Entry} */
function now() {
  const { x, y, scale } = view;
  return { link: link(), x, y, scale };
}

/** Remembers the view as it is now. A year that plays and a step of a story are not worth it. */
export function remember() {
  if (state.playing || state.step >= 0) return;
  const entry = now();
  if (current && current.link !== entry.link) {
    past.push(current);
    if (past.length > MOST) past.shift();
  }
  current = entry;
  sync();
}

/** The reader has moved the view by hand and it has come to rest. */
export function rememberPlace() {
  if (state.step >= 0 || !current) return;
  const entry = now();
  if (current.link === entry.link && (current.x !== entry.x || current.y !== entry.y || current.scale !== entry.scale)) {
    past.push(current);
    current = entry;
    sync();
  }
}

/** Where the view went by itself belongs to what caused it. */
export function settlePlace() {
  if (current && current.link === link()) current = now();
}

export function undo() {
  const entry = past.pop();
  if (!entry) return;
  current = entry;
  change({ ...withRoom(parsed(entry.link)), picking: false });
  goTo(entry);
  current = entry;
  sync();
}

function sync() {
  /** @type {HTMLButtonElement} */ (byId('undo')).disabled = !past.length;
}
