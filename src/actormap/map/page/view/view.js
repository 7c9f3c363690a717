/** What part of the map is looked at: where its middle is, how many pixels one unit is, and how large the area is. */

export const view = { x: 0, y: 0, scale: 1, width: 0, height: 0 };

/** @typedef {typeof view} View */

export const NEAREST = 6;
export const FARTHEST = 0.02;

/** @param {number} x @param {number} y @param {View} [seen] */
export function toScreen(x, y, seen = view) {
  return { x: (x - seen.x) * seen.scale + seen.width / 2, y: (y - seen.y) * seen.scale + seen.height / 2 };
}

/** @param {number} left @param {number} top */
export function toMap(left, top) {
  return { x: (left - view.width / 2) / view.scale + view.x, y: (top - view.height / 2) / view.scale + view.y };
}
