/**
 * Where labels go: the most important first, each at the first of eight places where it covers nothing.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Area
 * @typedef {{x: number, y: number, radius: number, weight: number, size: number, text: string, home: Area | null, firm: boolean,
 *            side: number, node: number}} Wish
 * @typedef {{lines: string[], left: number, top: number, width: number, height: number, size: number, weight: number, node: number,
 *            align: CanvasTextAlign}} Label
 * @typedef {ReturnType<typeof occupancy>} Occupancy
 */

const LINE = 1.16;
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
 * `least`; firm ones also try over dots, over large ones last.
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
    scene.taken.take(areaOf(label), -1);
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
  const attempts = [1, 0.87].map((scale) => ({ scale, avoid: [taken, large, small] }));
  if (wish.firm) {
    attempts.push({ scale: 0.8, avoid: [taken, large, small] }, { scale: 0.76, avoid: [taken, large] }, { scale: 0.72, avoid: [taken] });
  }
  for (const { scale, avoid } of attempts) {
    const size = Math.max(scene.least, Math.round(wish.size * scale));
    const style = font(size, wish.weight);
    for (const [limit, most] of [
      [size * 9.5, 4],
      [size * 14, 3],
      [size * 20, 2],
    ]) {
      const lines = wrap(wish.text, limit, most, (text) => scene.measure(text, style));
      const width = Math.max(...lines.map((line) => scene.measure(line, style)));
      const height = lines.length * size * LINE;
      for (const { left, top, align } of candidates(wish, width, height)) {
        const label = { lines, left, top, width, height, size, weight: wish.weight, node: wish.node, align };
        const area = areaOf(label);
        if (!inside(area, { left: 0, top: 0, right: scene.width, bottom: scene.height })) continue;
        if (wish.home && !inside(area, wish.home)) continue;
        if (avoid.every((kind) => kind.free(area, wish.node))) return label;
      }
      if (lines.length === 1) break;
    }
  }
  return null;
}

/**
 * Below, right, left, above, and the corners.
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
