/** The map as a picture, with its title, source and date. */

import { content } from './data.js';
import { byId, make } from './dom.js';
import { font } from './labels.js';
import { pick, text } from './language.js';
import { canvas } from './network.js';

/** Returns a canvas with what is on the screen. */
export function picture() {
  const map = canvas();
  const ratio = map.width / Math.max(1, map.clientWidth);
  const [top, bottom] = [52 * ratio, 34 * ratio];
  const whole = make('canvas', { width: map.width, height: map.height + top + bottom });
  const ctx = /** @type {CanvasRenderingContext2D} */ (whole.getContext('2d'));
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, whole.width, whole.height);
  ctx.drawImage(map, 0, top);
  ctx.drawImage(/** @type {HTMLCanvasElement} */ (byId('overlay')), 0, top, map.width, map.height);
  ctx.fillStyle = '#16202c';
  ctx.textBaseline = 'middle';
  ctx.font = font(Math.round(22 * ratio), 650);
  ctx.fillText(content.title, 16 * ratio, top / 2);
  ctx.font = font(Math.round(13 * ratio), 450);
  ctx.fillText([byId('counts').textContent, pick(content.note), content.date].filter(Boolean).join('  ·  '), 16 * ratio, whole.height - bottom / 2);
  return whole;
}

/** Lets the reader save it. */
export function savePicture() {
  picture().toBlob((blob) => {
    if (!blob) return;
    const address = URL.createObjectURL(blob);
    make('a', { download: `${text('picture.name')}.png`, href: address }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
}
