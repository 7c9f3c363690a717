/** The map as a picture, with its title, source and date: as it is seen, twice as sharp, or for a 4K screen. */

import { byId, make } from '../browser/dom.js';
import { saveFile } from '../browser/download.js';
import { content } from '../data/content.js';
import { compose, paintCaptions } from '../draw/captions.js';
import { font } from '../draw/labels.js';
import { gather } from '../draw/lines.js';
import { drawScene } from '../draw/scene.js';
import { imprint, text } from '../state/language.js';
import { paint } from '../state/theme.js';
import { view } from '../view/view.js';

const TOP = 52;
const BOTTOM = 34;

/** The forms of a picture: how large its view is, and how many pixels each of that view's is drawn with. */
const FORMS = {
  view: () => ({ width: view.width, height: view.height, ratio: devicePixelRatio || 1 }),
  double: () => ({ width: view.width, height: view.height, ratio: 2 * (devicePixelRatio || 1) }),
  '4k': () => ({ width: 1920, height: 1080 - TOP - BOTTOM, ratio: 2 }),
};

/** Returns a canvas with what is looked at. @param {keyof typeof FORMS} form */
export function picture(form = 'view') {
  const { width, height, ratio } = FORMS[form]();
  const whole = make('canvas', { width: Math.round(width * ratio), height: Math.round((height + TOP + BOTTOM) * ratio) });
  const ctx = /** @type {CanvasRenderingContext2D} */ (whole.getContext('2d'));
  const { ground, ink } = paint();
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, whole.width, whole.height);
  ctx.drawImage(bare(width, height, ratio), 0, TOP * ratio);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = ink;
  ctx.textBaseline = 'middle';
  ctx.font = font(22, 650);
  ctx.fillText(content.title, 16, TOP / 2);
  ctx.font = font(13, 450);
  ctx.fillText(footer(), 16, height + TOP + BOTTOM / 2);
  return whole;
}

/** What stands under every picture and print. */
export function footer() {
  return `${byId('counts').textContent} · ${imprint()}`;
}

/**
 * The map alone, in an area of its own in which it is as large as there is room for.
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 */
export function bare(width, height, ratio) {
  const scale = view.scale * Math.min(width / view.width, height / view.height);
  const seen = { x: view.x, y: view.y, scale, width, height };
  const canvas = make('canvas', { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  gather();
  drawScene(ctx, seen, ratio);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintCaptions(ctx, compose(seen), seen, seen);
  return canvas;
}

/** Lets the reader save it. @param {keyof typeof FORMS} form */
export function savePicture(form) {
  picture(form).toBlob((blob) => blob && saveFile(`${text('picture.name')}.png`, 'image/png', blob));
}
