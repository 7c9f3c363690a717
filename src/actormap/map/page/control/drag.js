/** Putting nodes where the room wants them, by hand. */

import { announce } from '../browser/dom.js';
import { nodes } from '../data/content.js';
import { engine } from '../draw/engine.js';
import { text } from '../state/language.js';
import { refit } from '../view/camera.js';
import { moved as inMotion } from '../view/motion.js';
import { move, moveBack, place, point } from '../view/place.js';

/** @param {number} node @param {number} x @param {number} y */
export function drag(node, x, y) {
  move(node, x, y);
  inMotion();
  engine.reposition();
  engine.redraw();
}

/** @param {number} node */
export function drop(node) {
  engine.reposition();
  engine.redraw();
  announce(text('arrange.moved', { name: nodes[node].label }));
}

/** Moves a node by a little. @param {number} node @param {number} right @param {number} down */
export function nudge(node, right, down) {
  const { x, y } = point(node);
  move(node, x + right * place.layout.dot, y + down * place.layout.dot);
  drop(node);
}

/** Everything goes back to where the layout has it. */
export function undoMoves() {
  moveBack();
  engine.reposition();
  refit();
  announce(text('arrange.back'));
}
