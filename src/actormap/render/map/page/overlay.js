/** Titles and labels, drawn over the map in pixels of the screen, so that they stay legible at every distance. */

import { content, nodes, ties } from './data.js';
import { byId } from './dom.js';
import { focus, opacity } from './emphasis.js';
import { passing } from './filters.js';
import { areaOf, font, occupancy, placeLabels, wrap } from './labels.js';
import { pick } from './language.js';
import { camera } from './network.js';
import { boxes, point, radius } from './place.js';
import { state } from './state.js';

const INK = '#16202c';
const TITLE = '#3a4a5d';
/** So many labels are meant to be seen, so many of them in bold, and so many dots not to be covered. */
const HUBS = 32;
const BOLD = 12;
const LARGE = 10;

const canvas = /** @type {HTMLCanvasElement} */ (byId('overlay'));
const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));

/** @type {Map<string, number>} */
const widths = new Map();

/** What was drawn last. */
export const drawn = {
  labels: /** @type {import('./labels.js').Label[]} */ ([]),
  titles: /** @type {{box: number, lines: string[], left: number, top: number, size: number, area: import('./labels.js').Area, whole: boolean}[]} */ ([]),
};

/** @param {string} text @param {string} style */
function measure(text, style) {
  const key = `${style}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ctx.font = style;
    width = ctx.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** Draws titles and labels anew. */
export function drawOverlay() {
  const view = camera();
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(view.width * ratio) || canvas.height !== Math.round(view.height * ratio)) {
    canvas.width = Math.round(view.width * ratio);
    canvas.height = Math.round(view.height * ratio);
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, view.width, view.height);
  const [taken, large, small] = [occupancy(), occupancy(), occupancy()];
  drawn.titles = focus.nodes && !state.gaps ? [] : titles(view);
  for (const title of drawn.titles) taken.take(title.area, -1);
  const visible = nodes.filter((node) => passing.nodes[node.id] && opacity.nodes[node.id] > 0.5).map((node) => node.id);
  const ranked = visible.sort((a, b) => importance(b) - importance(a) || a - b);
  for (const [rank, node] of ranked.entries()) {
    const { x, y } = onScreen(node, view);
    const size = radius(node) * view.scale;
    (rank < LARGE ? large : small).take({ left: x - size, top: y - size, right: x + size, bottom: y + size }, node);
  }
  drawn.labels = placeLabels(
    ranked.map((node, rank) => wish(node, rank, view)).filter((wanted) => near(wanted, view)),
    { ...view, cap: cap(view), taken, large, small, measure },
  );
  paintTitles();
  paintLabels();
}

/** @typedef {ReturnType<typeof camera>} View */

/** @param {number} node @param {View} view */
function onScreen(node, view) {
  const { x, y } = point(node);
  return { x: (x - view.x) * view.scale + view.width / 2, y: (y - view.y) * view.scale + view.height / 2 };
}

/** @param {View} view */
function baseSize(view) {
  return view.width < 600 ? 11.5 : Math.min(16, Math.max(12, view.width / 105));
}

/** @param {View} view */
function cap({ width, height }) {
  return focus.nodes ? 160 : Math.round((width * height) / (width < 600 ? 5200 : 8200));
}

/** @param {number} node */
function importance(node) {
  const chosen = node === state.selected || node === state.hovered ? 1e6 : nodes[node].key === content.focal ? 10 : 0;
  const largest = Math.max(1e-9, ...nodes.map((other) => other.measures[state.measure] ?? 0));
  return chosen + (nodes[node].measures[state.measure] ?? 0) / largest + ties[node].length * 1e-4;
}

/** @param {number} node @param {number} rank @param {View} view */
function wish(node, rank, view) {
  const { x, y } = onScreen(node, view);
  const chosen = node === state.selected || node === state.hovered;
  const base = baseSize(view);
  const share = Math.max(0, 1 - rank / HUBS);
  const box = boxes().find(({ index }) => index === nodes[node].box);
  const home =
    box && !focus.nodes
      ? {
          left: (box.x - view.x) * view.scale + view.width / 2 + 2,
          top: (box.y - view.y) * view.scale + view.height / 2 + 2,
          right: (box.x + box.width - view.x) * view.scale + view.width / 2 - 2,
          bottom: (box.y + box.height - view.y) * view.scale + view.height / 2 - 2,
        }
      : null;
  return {
    x,
    y,
    radius: radius(node) * view.scale,
    weight: chosen || rank < BOLD ? 650 : 450,
    size: base * (chosen ? 1.25 : 0.95 + 0.2 * share),
    text: nodes[node].label,
    home,
    firm: chosen || rank < HUBS || focus.nodes !== null,
    node,
  };
}

/** @param {{x: number, y: number, radius: number}} wanted @param {View} view */
function near({ x, y, radius: size }, view) {
  return x > -size && y > -size && x < view.width + size && y < view.height + size;
}

/** @param {View} view */
function titles(view) {
  return boxes().flatMap((box) => {
    const left = (box.x - view.x) * view.scale + view.width / 2;
    const top = (box.y - view.y) * view.scale + view.height / 2;
    const room = box.width * view.scale - 18;
    const { size, lines, widest } = titleLines(pick(box.name), room, baseSize(view));
    const height = lines.length * size * 1.2;
    if (room < 50 || height + 8 > box.height * view.scale) return [];
    if (top + size > view.height || top + box.height * view.scale < 0) return [];
    const area = { left: left + 6, top: top + 4, right: left + 14 + widest, bottom: top + 8 + height };
    return [{ box: box.index, lines, left: left + 10, top: top + 7, size, area, whole: widest <= room }];
  });
}

/**
 * A title in as large letters as its box has room for.
 * @param {string} title
 * @param {number} room
 * @param {number} base
 */
function titleLines(title, room, base) {
  for (let size = Math.round(Math.min(17, base)); ; size -= 1) {
    const style = font(size, 650);
    const lines = wrap(title, room, 4, (part) => measure(part, style));
    const widest = Math.max(...lines.map((line) => measure(line, style)));
    if (widest <= room || size <= 9) return { size, lines, widest };
  }
}

function paintTitles() {
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.lineJoin = 'round';
  for (const { lines, left, top, size } of drawn.titles) {
    ctx.font = font(size, 650);
    ctx.globalAlpha = state.gaps ? 0.75 : 1;
    for (const [row, line] of lines.entries()) haloed(line, left, top + row * size * 1.2, size, TITLE);
  }
  ctx.globalAlpha = 1;
}

function paintLabels() {
  ctx.textBaseline = 'middle';
  for (const label of drawn.labels) {
    ctx.font = font(label.size, label.weight);
    ctx.textAlign = label.align;
    const x = label.left + (label.align === 'center' ? label.width / 2 : label.align === 'right' ? label.width : 0);
    const step = label.height / label.lines.length;
    for (const [row, line] of label.lines.entries()) haloed(line, x, label.top + step * (row + 0.5), label.size, INK);
  }
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {string} colour
 */
function haloed(text, x, y, size, colour) {
  ctx.lineWidth = Math.max(3, size * 0.26);
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.92)';
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/** The areas that labels and titles take, for whoever wants to check that none cover each other. */
export function takenAreas() {
  return { labels: drawn.labels.map((label) => ({ ...areaOf(label), node: label.node, size: label.size })), titles: drawn.titles };
}
