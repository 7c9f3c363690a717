/** The titles of boxes, and the headings of rings and columns: in as large letters as there is room for. */

import { font, wrap } from './labels.js';
import { pick } from '../state/language.js';
import { state } from '../state/state.js';
import { boxes, place } from '../view/place.js';
import { toScreen } from '../view/view.js';

/** @typedef {import('../view/view.js').View} View */
/** @typedef {{base: number, measure: (text: string, style: string) => number}} Letters how large they are at the most, and how wide */
/** @typedef {{x: number, y: number, lines: string[], left: number, top: number, size: number, area: import('./labels.js').Area, whole: boolean, align: CanvasTextAlign}} Title */

/**
 * The titles of the boxes, each within its box.
 * @param {View} seen
 * @param {Letters} letters
 * @returns {Title[]}
 */
export function titles(seen, letters) {
  return boxes().flatMap((box) => {
    const { x: left, y: top } = toScreen(box.x, box.y, seen);
    const room = box.width * seen.scale - 18;
    const { size, lines, widest } = titleLines(pick(box.name), room, letters);
    const height = lines.length * size * 1.2;
    if (room < 50 || height + 8 > box.height * seen.scale) return [];
    if (top + size > seen.height || top + box.height * seen.scale < 0) return [];
    const area = { left: left + 6, top: top + 4, right: left + 14 + widest, bottom: top + 8 + height };
    return [
      { x: box.x, y: box.y, lines, left: left + 10, top: top + 7, size, area, whole: widest <= room, align: /** @type {CanvasTextAlign} */ ('left') },
    ];
  });
}

/**
 * Headings that no box holds.
 * @param {View} seen
 * @param {Letters} letters
 * @returns {Title[]}
 */
export function freeTitles(seen, letters) {
  return (place.layout.titles ?? []).map(({ x, y, name }) => {
    const spot = toScreen(x, y, seen);
    const { size, lines, widest } = titleLines(pick(name), 260, letters);
    const height = lines.length * size * 1.2;
    const top = spot.y - height / 2;
    const area = { left: spot.x - widest / 2 - 4, top: top - 2, right: spot.x + widest / 2 + 4, bottom: top + height + 2 };
    return { x, y, lines, left: spot.x, top, size, area, whole: true, align: /** @type {CanvasTextAlign} */ ('center') };
  });
}

/**
 * A title in as large letters as its box has room for.
 * @param {string} title
 * @param {number} room
 * @param {Letters} letters
 */
function titleLines(title, room, { base, measure }) {
  for (let size = Math.round(Math.min(state.step >= 0 ? 24 : 17, base)); ; size -= 1) {
    const style = font(size, 650);
    const lines = wrap(title, room, 4, (part) => measure(part, style));
    const widest = Math.max(...lines.map((line) => measure(line, style)));
    if (widest <= room || size <= 9) return { size, lines, widest };
  }
}
