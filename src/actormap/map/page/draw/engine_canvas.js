/** Our own renderer. A large map has a picture of itself, wider than the screen, and that is what moves until the view rests. */

import { byId, make } from '../browser/dom.js';
import { nodes } from '../data/content.js';
import { drawNodes } from './figures.js';
import { gather, lineCount } from './lines.js';
import { drawScene } from './scene.js';
import { state } from '../state/state.js';
import { paint } from '../state/theme.js';
import { moving, onRest } from '../view/motion.js';
import { place } from '../view/place.js';
import { view } from '../view/view.js';

/** Beyond so much to draw a picture moves instead. */
const HEAVY = 500;
/** How much of the screen's width and height the picture reaches beyond it on each side, once there is time for that. */
const BEYOND = 0.25;
const PATIENCE = 400;
/** When the map has just become another, so many lines are drawn at once, and all of them so many milliseconds later. */
const FIRST_LINES = 2500;
const SOON = 150;

/** @typedef {{canvas: HTMLCanvasElement, ctx: CanvasRenderingContext2D, view: import('../view/view.js').View, hovered: number}} Drawing */

const host = byId('canvas');
const screen = drawing();
const picture = drawing();
/** Whether the map is another than the screen shows, and whether the screen has been drawn since the picture was. */
const changed = { map: true, screen: true };
const pending = { frame: 0, picture: 0 };
let ratio = 1;
let told = () => {};

/** What is drawn, as seen from where, with which node pointed at. @returns {Drawing} */
function drawing() {
  const canvas = make('canvas');
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
  return { canvas, ctx, view: { ...view }, hovered: -1 };
}

/** @param {() => void} afterDrawing */
function start(afterDrawing) {
  told = afterDrawing;
  host.append(screen.canvas);
  onRest(redraw);
}

function restyle() {
  gather();
  changed.map = true;
  redraw();
}

function resize() {
  ratio = devicePixelRatio || 1;
  size(screen, view);
  changed.map = true;
  redraw();
}

/** Draws in the next frame. */
function redraw() {
  pending.frame ||= requestAnimationFrame(draw);
}

function draw() {
  pending.frame = 0;
  if (heavy() && (moving() || (!changed.map && holds(changed.screen ? screen : picture)))) move();
  else drawScreen();
  told();
}

function heavy() {
  return lineCount() + nodes.length > HEAVY;
}

/** Whether all that is to be seen is there, as sharp as it can be, but for what is pointed at. @param {Drawing} drawn */
function holds({ view: { x, y, scale }, hovered }) {
  return x === view.x && y === view.y && scale === view.scale && [-1, state.hovered].includes(hovered);
}

function drawScreen() {
  const sparse = changed.map && lineCount() > FIRST_LINES;
  changed.map = false;
  changed.screen = true;
  scene(screen, view, sparse ? FIRST_LINES : Infinity);
  clearTimeout(pending.picture);
  // A picture that nobody will move would be drawn again after every drawing, for ever.
  if (heavy()) pending.picture = setTimeout(drawPicture, sparse ? SOON : PATIENCE);
}

function drawPicture() {
  if (moving() || changed.map) return;
  redraw();
  changed.screen = false;
  // Whole pixels: the picture lies on the screen without being blurred.
  const wider = (/** @type {number} */ length) => length + 2 * Math.round(length * BEYOND);
  const seen = { ...view, width: wider(view.width), height: wider(view.height) };
  size(picture, seen);
  scene(picture, seen);
}

/** Takes the screen for the picture when there was no time for a wider one. */
function takeScreen() {
  changed.screen = false;
  size(picture, screen.view);
  picture.hovered = screen.hovered;
  picture.ctx.drawImage(screen.canvas, 0, 0);
}

/** @param {Drawing} target @param {import('../view/view.js').View} seen */
function size(target, seen) {
  target.view = { ...seen };
  target.canvas.width = Math.round(seen.width * ratio);
  target.canvas.height = Math.round(seen.height * ratio);
}

/** @param {Drawing} target @param {import('../view/view.js').View} seen @param {number} [mostLines] */
function scene(target, seen, mostLines) {
  target.view = { ...seen };
  target.hovered = state.hovered;
  drawScene(target.ctx, seen, ratio, mostLines);
}

/** Lays the picture on the screen, moved and stretched as the view has been since. */
function move() {
  if (changed.screen) takeScreen();
  const { ctx } = screen;
  const { canvas, view: seen } = picture;
  ctx.resetTransform();
  ctx.fillStyle = paint().ground;
  ctx.fillRect(0, 0, screen.canvas.width, screen.canvas.height);
  const zoomed = view.scale / seen.scale;
  const left = ((seen.x - view.x) * view.scale + view.width / 2 - (seen.width / 2) * zoomed) * ratio;
  const top = ((seen.y - view.y) * view.scale + view.height / 2 - (seen.height / 2) * zoomed) * ratio;
  ctx.drawImage(canvas, left, top, canvas.width * zoomed, canvas.height * zoomed);
  drawPointedAt(ctx);
}

/** What is pointed at has a ring without the rest being drawn again. @param {CanvasRenderingContext2D} ctx */
function drawPointedAt(ctx) {
  const scale = ratio * view.scale;
  ctx.setTransform(scale, 0, 0, scale, (ratio * view.width) / 2 - view.x * scale, (ratio * view.height) / 2 - view.y * scale);
  drawNodes(
    ctx,
    [state.hovered, state.selected].filter((node) => node >= 0),
  );
}

/** @returns {Record<number, {x: number, y: number}>} */
function positions() {
  return Object.fromEntries(nodes.map(({ id }) => [id, { x: place.x[id], y: place.y[id] }]));
}

export const canvasEngine = { name: 'canvas', start, restyle, reposition: restyle, resize, redraw, positions, canvas: () => screen.canvas };
