/** Titles and labels, drawn over the map in pixels of the screen, so that they stay legible at every distance. */

import { byId } from '../browser/dom.js';
import { content, nodes, ties } from '../data/content.js';
import { ringed } from './figures.js';
import { areaOf, font, lead, occupancy, placeLabels } from './labels.js';
import { freeTitles, titles } from './titles.js';
import { passing } from '../state/filters.js';
import { focus, opacity } from '../state/highlight.js';
import { state } from '../state/state.js';
import { paint } from '../state/theme.js';
import { moving } from '../view/motion.js';
import { boxOf, greatest, place, point, radius } from '../view/place.js';
import { toScreen, view } from '../view/view.js';

/** So many labels are meant to be seen, so many of them in bold, and so many dots not to be covered. */
const HUBS = 32;
const BOLD = 12;
/** So many have a name in any case, unless the map is narrower than this, where fingers must find the dots. */
const NAMED = 24;
const NARROW = 600;
/** Where more than this are shown on a narrow map, labels find no room beside dots, and so few are named all the same. */
const DENSE = 200;
const FEW = 6;
const LARGE = 10;
/** So many nodes are tried for each label that has room: beyond that the rest has none either. */
const TRIES = 4;
/** With more nodes than this, labels come so many milliseconds after the dots. */
const MANY = 150;
const LATER = 60;
/** Among more dots than this, those below this radius, in pixels, may be covered. */
const CROWD = 500;
const SMALL = 2.5;

/** @typedef {import('../view/view.js').View} View */
/** @typedef {import('./titles.js').Title} Title */
/** @typedef {{labels: import('./labels.js').Label[], titles: Title[]}} Captions */

const canvas = /** @type {HTMLCanvasElement} */ (byId('overlay'));
const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
const shown = { captions: /** @type {Captions} */ ({ labels: [], titles: [] }), view: { ...view }, key: '', version: 0, timer: 0 };

/** @type {Map<string, number>} */
const widths = new Map();

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

/** Draws titles and labels anew; while the view moves they go along as they are. */
export function drawCaptions() {
  const ratio = devicePixelRatio || 1;
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  clearTimeout(shown.timer);
  const another = shown.version !== focus.version && !moving();
  const later = another && shown.version > 0 && nodes.length > MANY;
  if (another) shown.version = focus.version;
  if (later) {
    // The dots come first; labels of what is still shown stay until there is time for new ones.
    shown.timer = setTimeout(drawCaptions, LATER);
    takeAway(({ node }) => opacity.nodes[node] < 0.5);
    if (JSON.stringify(shown.view) !== JSON.stringify(view)) repaint();
  } else if (moving()) repaint();
  else {
    const key = JSON.stringify([view, focus.version, place.version, state.hovered, state.measure, state.lang, state.step]);
    if (shown.key !== key) Object.assign(shown, { key, captions: compose(view), view: { ...view } });
    repaint();
  }
}

/** Paints them as they were composed, moved as the view has been since. */
function repaint() {
  ctx.clearRect(0, 0, view.width, view.height);
  paintCaptions(ctx, shown.captions, shown.view, view);
}

/** Wipes some labels off, which takes less than to paint all the others again. @param {(label: import('./labels.js').Label) => boolean} which */
function takeAway(which) {
  const { labels } = shown.captions;
  for (const label of labels.filter(which)) {
    const { left, top, right, bottom } = areaOf(label);
    ctx.clearRect(left - 1, top - 1, right - left + 2, bottom - top + 2);
  }
  shown.captions.labels = labels.filter((label) => !which(label));
}

/**
 * Where titles and labels go as things look from a view.
 * @param {View} seen
 * @returns {Captions}
 */
export function compose(seen) {
  const [taken, large, small] = [occupancy(), occupancy(), occupancy()];
  // Where something stands out, boxes are only ground; on the wall there is no room for their titles beside what an overlay marks.
  const faded = focus.nodes !== null && (state.overlay < 0 || state.step >= 0);
  /** @type {Title[]} */
  const headings = [];
  const head = (/** @type {Title[]} */ some) => {
    for (const title of faded ? [] : some) {
      if (!taken.free(title.area, -2)) continue;
      taken.take(title.area, -1);
      headings.push(title);
    }
  };
  const letters = { base: baseSize(seen), measure };
  head(titles(seen, letters));
  // Headings of rings and columns have their place; those of circles among thousands go where the hubs' labels leave room.
  const floating = !place.layout.rings && !place.layout.sides;
  if (!floating) head(freeTitles(seen, letters));
  const ranked = rank().filter((node) => near(toScreen(place.x[node], place.y[node], seen), radius(node) * seen.scale, seen));
  for (const [number, node] of ranked.entries()) {
    const size = radius(node) * seen.scale;
    if (size < SMALL && ranked.length > CROWD) continue;
    const { x, y } = toScreen(place.x[node], place.y[node], seen);
    (number < LARGE ? large : small).take({ left: x - size, top: y - size, right: x + size, bottom: y + size }, node);
  }
  const most = cap(seen);
  const least = state.step >= 0 ? Math.min(22, baseSize(seen)) : 10;
  const wishes = ranked.slice(0, most * TRIES).map((node, number) => wish(node, number, seen));
  const put = (/** @type {number} */ from, /** @type {number} */ to) =>
    placeLabels(wishes.slice(from, to), { ...seen, cap: Math.max(0, most - from), least, taken, large, small, measure });
  const hubs = put(0, HUBS);
  if (floating) head(freeTitles(seen, letters));
  return { labels: [...hubs, ...put(HUBS, wishes.length)], titles: headings };
}

const memo = { key: '', ranked: /** @type {number[]} */ ([]) };

/** The nodes that stand out, the most important first. */
function rank() {
  const key = [focus.version, state.measure, state.selected, state.hovered, state.to].join('/');
  if (memo.key !== key) {
    memo.key = key;
    const weights = Float64Array.from(nodes, ({ id }) => importance(id));
    memo.ranked = nodes.filter(({ id }) => passing.nodes[id] && opacity.nodes[id] > 0.5).map(({ id }) => id);
    memo.ranked.sort((a, b) => weights[b] - weights[a] || a - b);
  }
  return memo.ranked;
}

/** @param {number} node */
function importance(node) {
  const chosen = ringed(node) ? 1e6 : nodes[node].key === content.focal ? 10 : 0;
  return chosen + (nodes[node].measures[state.measure] ?? 0) / (greatest(state.measure) || 1) + ties[node].length * 1e-4;
}

/** @param {View} seen */
function baseSize({ width, height }) {
  if (state.step >= 0) return Math.max(16, Math.min(width / 58, height / 40, 26));
  return width < 600 ? 11.5 : Math.min(16, Math.max(12, width / 105));
}

/** How many labels there may be: so much area each. @param {View} seen */
function cap(seen) {
  const area = seen.width < 600 ? 5200 : state.step >= 0 ? 20_000 : 8200;
  return focus.nodes && focus.nodes.size < 200 ? 160 : Math.round((seen.width * seen.height) / area);
}

/** @param {number} node @param {number} number @param {View} seen */
function wish(node, number, seen) {
  const { x, y } = toScreen(point(node).x, point(node).y, seen);
  const chosen = ringed(node);
  const share = Math.max(0, 1 - number / HUBS);
  const grown = state.step >= 0 ? 1 : chosen ? 1.25 : 0.95 + 0.2 * share;
  return {
    x,
    y,
    radius: radius(node) * seen.scale,
    weight: chosen || number < BOLD ? 650 : 450,
    size: baseSize(seen) * grown,
    text: nodes[node].label,
    home: focus.nodes && state.overlay < 0 ? null : home(node, seen),
    side: place.layout.sides?.[node] ?? 0,
    firm: chosen || number < HUBS || focus.nodes !== null,
    must: chosen || number < (seen.width >= NARROW ? NAMED : passing.nodeCount > DENSE ? FEW : 0),
    node,
  };
}

/** The area that a node's label must not leave: its box. @param {number} node @param {View} seen */
function home(node, seen) {
  const box = boxOf(node);
  if (!box) return null;
  const { x: left, y: top } = toScreen(box.x, box.y, seen);
  return { left: left + 2, top: top + 2, right: left + box.width * seen.scale - 2, bottom: top + box.height * seen.scale - 2 };
}

/** @param {{x: number, y: number}} spot @param {number} size @param {View} seen */
function near({ x, y }, size, seen) {
  return x > -size && y > -size && x < seen.width + size && y < seen.height + size;
}

/**
 * @param {CanvasRenderingContext2D} target in pixels of the view
 * @param {Captions} captions
 * @param {View} from the view they were composed for
 * @param {View} seen the view now
 */
export function paintCaptions(target, captions, from, seen) {
  const { ink, title: colour } = paint();
  target.lineJoin = 'round';
  target.textBaseline = 'top';
  target.globalAlpha = state.overlay >= 0 ? 0.75 : 1;
  for (const { x, y, lines, left, top, size, align } of captions.titles) {
    const [right, down] = shift(x, y, from, seen);
    target.font = font(size, 650);
    target.textAlign = align;
    for (const [row, line] of lines.entries()) haloed(target, line, left + right, top + down + row * size * 1.2, size, colour);
  }
  target.globalAlpha = 1;
  target.textBaseline = 'middle';
  for (const label of captions.labels) {
    const [right, down] = shift(place.x[label.node], place.y[label.node], from, seen);
    if (label.away) drawLead(target, { ...label, left: label.left + right, top: label.top + down }, seen);
    target.font = font(label.size, label.weight);
    target.textAlign = label.align;
    const x = label.left + right + (label.align === 'center' ? label.width / 2 : label.align === 'right' ? label.width : 0);
    const step = label.height / label.lines.length;
    for (const [row, line] of label.lines.entries()) haloed(target, line, x, label.top + down + step * (row + 0.5), label.size, ink);
  }
}

/**
 * Draws the line from a dot to its label, where that stands away from it.
 * @param {CanvasRenderingContext2D} target
 * @param {import('./labels.js').Label} label
 * @param {View} seen
 */
function drawLead(target, label, seen) {
  const spot = toScreen(place.x[label.node], place.y[label.node], seen);
  const { from, to } = lead({ ...spot, radius: radius(label.node) * seen.scale }, label);
  for (const [width, colour] of /** @type {const} */ ([[3.5, paint().halo], [1.3, paint().ink]])) {
    Object.assign(target, { lineWidth: width, strokeStyle: colour });
    target.beginPath();
    target.moveTo(from.x, from.y);
    target.lineTo(to.x, to.y);
    target.stroke();
  }
}

/**
 * @param {number} x
 * @param {number} y
 * @param {View} from
 * @param {View} seen
 */
function shift(x, y, from, seen) {
  const [before, now] = [toScreen(x, y, from), toScreen(x, y, seen)];
  return [now.x - before.x, now.y - before.y];
}

/**
 * @param {CanvasRenderingContext2D} target
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {string} colour
 */
function haloed(target, text, x, y, size, colour) {
  target.lineWidth = Math.max(3, size * 0.26);
  target.strokeStyle = paint().halo;
  target.strokeText(text, x, y);
  target.fillStyle = colour;
  target.fillText(text, x, y);
}

/**
 * The node whose label is there, or -1.
 * @param {number} left
 * @param {number} top
 */
export function labelAt(left, top) {
  const found = shown.captions.labels.find((label) => {
    const [right, down] = shift(place.x[label.node], place.y[label.node], shown.view, view);
    const [x, y] = [left - label.left - right, top - label.top - down];
    return x >= 0 && y >= 0 && x <= label.width && y <= label.height;
  });
  return found?.node ?? -1;
}

/** The areas that labels and titles take, for whoever wants to check that none cover each other. */
export function takenAreas() {
  return {
    labels: shown.captions.labels.map((label) => ({ ...areaOf(label), node: label.node, size: label.size })),
    titles: shown.captions.titles,
  };
}
