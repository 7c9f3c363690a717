/**
 * Where labels go: the most important first, each at the first of twelve places where it covers nothing.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Area
 * @typedef {{x: number, y: number, radius: number, weight: number, size: number, text: string, home: Area | null, firm: boolean,
 *            must: boolean, side: number, node: number}} Wish
 * @typedef {{lines: string[], left: number, top: number, width: number, height: number, size: number, weight: number, node: number,
 *            align: CanvasTextAlign, away: boolean}} Label
 * @typedef {ReturnType<typeof occupancy>} Occupancy
 */

const LINE = 1.16;
/** How far off a firm label may stand that finds no room beside its dot, in pixels: a line leads to it. */
const AWAY = [12, 24, 38, 54];
/** A name that ends in its own short form, such as (GR), may be told by that alone. */
const SHORT = /\(([^()\s]+)\)$/;
const CELL = 32;
const FONT = 'system-ui, "Segoe UI", "DejaVu Sans", "Liberation Sans", Arial, sans-serif';

/** @param {number} size @param {number} weight */
export function font(size, weight) {
  return `${weight} ${size}px ${FONT}`;
}

/** Areas that are taken, found by place. */
export function occupancy() {
  /** @type {Map<number, (Area & {owner: number})[]>} */
  const cells = new Map();
  const around = function* (/** @type {Area} */ area) {
    for (let column = Math.floor(area.left / CELL); column <= area.right / CELL; column += 1) {
      for (let row = Math.floor(area.top / CELL); row <= area.bottom / CELL; row += 1) yield column * 8192 + row;
    }
  };
  return {
    /** @param {Area} area @param {number} owner who may overlap it, -1 for nobody */
    take(area, owner) {
      for (const cell of around(area)) {
        const there = cells.get(cell);
        if (there) there.push({ ...area, owner });
        else cells.set(cell, [{ ...area, owner }]);
      }
    },
    /** @param {Area} area @param {number} owner */
    free(area, owner) {
      for (const cell of around(area)) {
        for (const taken of cells.get(cell) ?? []) if (taken.owner !== owner && overlap(area, taken)) return false;
      }
      return true;
    },
  };
}

/**
 * Returns the labels that have room, at most `cap` of them, none leaving its box. All try smaller letters, though none below
 * `least`; firm ones even smaller, then by their short form, and last further away, with a line to them that crosses nothing. Only those
 * that must have a name may lie over dots, over large ones last.
 * @param {Wish[]} wishes the most important first
 * @param {{width: number, height: number, cap: number, least: number, taken: Occupancy, large: Occupancy, small: Occupancy,
 *          measure: (text: string, font: string) => number}} scene
 */
export function placeLabels(wishes, scene) {
  /** @type {Label[]} */
  const placed = [];
  for (const wish of wishes) {
    if (placed.length >= scene.cap) break;
    const label = placeOne(wish, scene);
    if (!label) continue;
    for (const area of [areaOf(label), ...leader(wish, label)]) scene.taken.take(area, -1);
    placed.push(label);
  }
  return placed;
}

/** @param {Label} label */
export function areaOf(label) {
  return { left: label.left - 3, top: label.top - 1, right: label.left + label.width + 3, bottom: label.top + label.height + 1 };
}

/**
 * @param {string} text
 * @param {number} limit in pixels
 * @param {number} most lines
 * @param {(text: string) => number} width
 */
export function wrap(text, limit, most, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    const longer = last ? `${last} ${word}` : word;
    if (last && width(longer) > limit && lines.length < most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** @param {Wish} wish @param {Parameters<typeof placeLabels>[1]} scene */
function placeOne(wish, scene) {
  const { taken, large, small } = scene;
  const every = [taken, large, small];
  const { text } = wish;
  const short = SHORT.exec(text)?.[1] ?? text;
  const attempts = [1, 0.87].map((scale) => ({ scale, avoid: every, away: 0, text }));
  if (wish.firm) {
    attempts.push(...[0.8, 0.72].map((scale) => ({ scale, avoid: every, away: 0, text })));
    if (short !== text) attempts.push(...[1, 0.8].map((scale) => ({ scale, avoid: every, away: 0, text: short })));
    attempts.push(...AWAY.map((away) => ({ scale: 0.87, avoid: every, away, text: short })));
  }
  if (wish.must) attempts.push({ scale: 0.76, avoid: [taken, large], away: 0, text }, { scale: 0.72, avoid: [taken], away: 0, text });
  for (const { scale, avoid, away, text: said } of attempts) {
    const size = Math.max(scene.least, Math.round(wish.size * scale));
    const style = font(size, wish.weight);
    for (const [limit, most] of [
      [size * 9.5, 4],
      [size * 14, 3],
      [size * 20, 2],
    ]) {
      const lines = wrap(said, limit, most, (part) => scene.measure(part, style));
      const width = Math.max(...lines.map((line) => scene.measure(line, style)));
      const height = lines.length * size * LINE;
      for (const { left, top, align } of candidates({ ...wish, radius: wish.radius + away }, width, height)) {
        const label = { lines, left, top, width, height, size, weight: wish.weight, node: wish.node, align, away: away > 0 };
        const area = areaOf(label);
        if (!inside(area, { left: 0, top: 0, right: scene.width, bottom: scene.height })) continue;
        if (wish.home && !inside(area, wish.home)) continue;
        if ([area, ...leader(wish, label)].every((part) => avoid.every((kind) => kind.free(part, wish.node)))) return label;
      }
      if (lines.length === 1) break;
    }
  }
  return null;
}

/**
 * The line from the rim of a dot to its label, if that stands away from it.
 * @param {{x: number, y: number, radius: number}} dot
 * @param {Label} label
 */
export function lead({ x, y, radius }, { left, top, width, height }) {
  const to = { x: Math.max(left, Math.min(x, left + width)), y: Math.max(top, Math.min(y, top + height)) };
  const length = Math.hypot(to.x - x, to.y - y) || 1;
  const rim = Math.min(1, radius / length);
  return { from: { x: x + (to.x - x) * rim, y: y + (to.y - y) * rim }, to, length: length * (1 - rim) };
}

/** What that line takes, in pieces. @param {Wish} wish @param {Label} label @returns {Area[]} */
function leader(wish, label) {
  if (!label.away) return [];
  const { from, to, length } = lead(wish, label);
  const pieces = Math.ceil(length / 4);
  return Array.from({ length: pieces }, (_, piece) => {
    const [x, y] = [from.x + ((to.x - from.x) * piece) / pieces, from.y + ((to.y - from.y) * piece) / pieces];
    return { left: x - 1.5, top: y - 1.5, right: x + 1.5, bottom: y + 1.5 };
  });
}

/**
 * Below, right, left, above, the corners, and last below and above with most of it to one side.
 * @param {Wish} wish
 * @param {number} width
 * @param {number} height
 * @returns {{left: number, top: number, align: CanvasTextAlign}[]}
 */
function candidates({ x, y, radius, side }, width, height) {
  const near = radius + 4;
  const slant = radius * 0.75 + 2;
  const all = /** @type {{left: number, top: number, align: CanvasTextAlign}[]} */ ([
    { left: x - width / 2, top: y + near, align: 'center' },
    { left: x + near + 2, top: y - height / 2, align: 'left' },
    { left: x - near - 2 - width, top: y - height / 2, align: 'right' },
    { left: x - width / 2, top: y - near - height, align: 'center' },
    { left: x + slant, top: y + slant, align: 'left' },
    { left: x - slant - width, top: y + slant, align: 'right' },
    { left: x + slant, top: y - slant - height, align: 'left' },
    { left: x - slant - width, top: y - slant - height, align: 'right' },
    { left: x - width / 4, top: y + near, align: 'center' },
    { left: x - (3 * width) / 4, top: y + near, align: 'center' },
    { left: x - width / 4, top: y - near - height, align: 'center' },
    { left: x - (3 * width) / 4, top: y - near - height, align: 'center' },
  ]);
  return side ? all.filter(({ align }) => align === (side < 0 ? 'right' : 'left')) : all;
}

/** @param {Area} a @param {Area} b */
function overlap(a, b) {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** @param {Area} inner @param {Area} outer */
function inside(inner, outer) {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom;
}
