/** Our own renderer. Large maps are drawn once, wider than the screen, and that picture is what moves until the view rests. */

import { byId, make } from './dom.js';
import { nodes } from './data.js';
import { drawNode, ringed } from './figures.js';
import { gather, lineCount } from './lines.js';
import { moving, onRest } from './motion.js';
import { place, radius } from './place.js';
import { drawScene } from './scene.js';
import { state } from './state.js';
import { paint } from './theme.js';
import { view } from './view.js';

/** Beyond so much to draw a picture moves instead. */
const HEAVY = 500;
/** How much of the screen's width and height the picture reaches beyond it on each side, once there is time for that. */
const BEYOND = 0.25;
const PATIENCE = 400;

const host = byId('canvas');
const screen = make('canvas');
const ctx = /** @type {CanvasRenderingContext2D} */ (screen.getContext('2d'));
const sheet = document.createElement('canvas');
const sheetCtx = /** @type {CanvasRenderingContext2D} */ (sheet.getContext('2d'));
const drawn = { stale: true, frame: 0, ratio: 1, view: { ...view }, timer: 0 };
let told = () => {};

/** @param {() => void} afterDrawing */
function start(afterDrawing) {
  told = afterDrawing;
  host.append(screen);
  onRest(() => {
    drawn.stale = true;
    redraw();
  });
}

function restyle() {
  gather();
  drawn.stale = true;
  redraw();
}

function resize() {
  drawn.ratio = devicePixelRatio || 1;
  screen.width = Math.round(view.width * drawn.ratio);
  screen.height = Math.round(view.height * drawn.ratio);
  drawn.stale = true;
  redraw();
}

/** Draws in the next frame. */
function redraw() {
  drawn.frame ||= requestAnimationFrame(draw);
}

function draw() {
  drawn.frame = 0;
  if (lineCount() + nodes.length > HEAVY) drawPicture();
  else drawScene(ctx, view, drawn.ratio);
  told();
}

function drawPicture() {
  const { ratio } = drawn;
  const seen = drawn.view;
  if ((drawn.stale || beyond()) && !moving()) {
    drawSheet(0);
    clearTimeout(drawn.timer);
    drawn.timer = setTimeout(widen, PATIENCE);
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = paint().ground;
  ctx.fillRect(0, 0, screen.width, screen.height);
  const zoomed = view.scale / seen.scale;
  const left = ((seen.x - view.x) * view.scale + view.width / 2 - (seen.width / 2) * zoomed) * ratio;
  const top = ((seen.y - view.y) * view.scale + view.height / 2 - (seen.height / 2) * zoomed) * ratio;
  ctx.drawImage(sheet, left, top, sheet.width * zoomed, sheet.height * zoomed);
  drawRinged();
}

/** Draws the picture, so much wider than the screen on each side. @param {number} beyondScreen */
function drawSheet(beyondScreen) {
  const { ratio, view: seen } = drawn;
  // Whole pixels: the picture lies on the screen without being blurred.
  const wider = (/** @type {number} */ length) => length + 2 * Math.round(length * beyondScreen);
  Object.assign(seen, view, { width: wider(view.width), height: wider(view.height) });
  sheet.width = Math.round(seen.width * ratio);
  sheet.height = Math.round(seen.height * ratio);
  drawScene(sheetCtx, seen, ratio);
  drawn.stale = false;
}

function widen() {
  if (!drawn.stale && !moving()) drawSheet(BEYOND);
}

/** Whether the picture does not show what is looked at as sharply as it could. */
function beyond() {
  return view.scale !== drawn.view.scale || view.x !== drawn.view.x || view.y !== drawn.view.y;
}

/** What is pointed at has a ring without the rest being drawn again. */
function drawRinged() {
  const { ratio } = drawn;
  ctx.setTransform(
    ratio * view.scale,
    0,
    0,
    ratio * view.scale,
    ratio * (view.width / 2 - view.x * view.scale),
    ratio * (view.height / 2 - view.y * view.scale),
  );
  for (const node of [state.hovered, state.selected]) {
    if (node >= 0 && ringed(node)) drawNode(ctx, nodes[node], place.x[node], place.y[node], radius(node));
  }
}

/** @returns {Record<number, {x: number, y: number}>} */
function positions() {
  return Object.fromEntries(nodes.map(({ id }) => [id, { x: place.x[id], y: place.y[id] }]));
}

export const canvasEngine = { name: 'canvas', start, restyle, reposition: restyle, resize, redraw, positions, canvas: () => screen };
