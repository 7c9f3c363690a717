/** The run of a line between two nodes: straight, bent away from its parallels as vis-network bends it, or a loop. */

import { place, radius } from './place.js';

/**
 * The point that draws a line to its side, or null if it is straight.
 * @param {import('../data/content.js').Edge} edge
 */
export function via(edge) {
  if (!edge.bend) return null;
  const [fromX, fromY] = [place.x[edge.from], place.y[edge.from]];
  const [right, up] = [place.x[edge.to] - fromX, fromY - place.y[edge.to]];
  const bend = Math.min(0.9, Math.abs(edge.bend)) / 2;
  // vis-network's formula for curvedCW and curvedCCW.
  const angle = Math.atan2(up, right) + (0.5 + Math.sign(edge.bend) * bend) * Math.PI;
  const reach = (0.5 + bend) * Math.hypot(right, up);
  return { x: fromX + reach * Math.sin(angle), y: fromY + reach * Math.cos(angle) };
}

/** @param {import('../data/content.js').Edge} edge @param {Path2D} path */
export function trace(edge, path) {
  const [x, y] = [place.x[edge.from], place.y[edge.from]];
  if (edge.from === edge.to) {
    const size = radius(edge.from);
    path.moveTo(x + size * 2.2, y - size * 1.1);
    path.arc(x + size * 1.1, y - size * 1.1, size * 1.1, 0, 2 * Math.PI);
    return;
  }
  const bent = via(edge);
  path.moveTo(x, y);
  if (bent) path.quadraticCurveTo(bent.x, bent.y, place.x[edge.to], place.y[edge.to]);
  else path.lineTo(place.x[edge.to], place.y[edge.to]);
}

/**
 * The head of a line, a triangle that touches its target.
 * @param {import('../data/content.js').Edge} edge
 * @param {number} size
 * @param {Path2D} path
 */
export function traceHead(edge, size, path) {
  if (edge.from === edge.to) return;
  const start = via(edge) ?? { x: place.x[edge.from], y: place.y[edge.from] };
  const [endX, endY] = [place.x[edge.to], place.y[edge.to]];
  const length = Math.hypot(endX - start.x, endY - start.y) || 1;
  const [alongX, alongY] = [(endX - start.x) / length, (endY - start.y) / length];
  const away = radius(edge.to) * 1.12;
  const [tipX, tipY] = [endX - alongX * away, endY - alongY * away];
  const [backX, backY] = [tipX - alongX * size, tipY - alongY * size];
  const half = size * 0.42;
  path.moveTo(tipX, tipY);
  path.lineTo(backX - alongY * half, backY + alongX * half);
  path.lineTo(backX + alongY * half, backY - alongX * half);
  path.closePath();
}

/** How far a point is from a line. @param {import('../data/content.js').Edge} edge @param {number} x @param {number} y */
export function distance(edge, x, y) {
  const bent = via(edge);
  const [fromX, fromY, toX, toY] = [place.x[edge.from], place.y[edge.from], place.x[edge.to], place.y[edge.to]];
  if (!bent) return toSegment(x, y, fromX, fromY, toX, toY);
  let least = Infinity;
  let [lastX, lastY] = [fromX, fromY];
  for (let part = 1; part <= 12; part += 1) {
    const share = part / 12;
    const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
    const [nextX, nextY] = [a * fromX + b * bent.x + c * toX, a * fromY + b * bent.y + c * toY];
    least = Math.min(least, toSegment(x, y, lastX, lastY, nextX, nextY));
    [lastX, lastY] = [nextX, nextY];
  }
  return least;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} fromX
 * @param {number} fromY
 * @param {number} toX
 * @param {number} toY
 */
function toSegment(x, y, fromX, fromY, toX, toY) {
  const [right, down] = [toX - fromX, toY - fromY];
  const share = Math.max(0, Math.min(1, ((x - fromX) * right + (y - fromY) * down) / (right * right + down * down || 1)));
  return Math.hypot(fromX + share * right - x, fromY + share * down - y);
}
