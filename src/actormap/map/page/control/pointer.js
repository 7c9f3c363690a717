/** What mouse, pen and fingers do on the map: pan, pinch, point, press, and move a node while arranging. */

import { byId } from '../browser/dom.js';
import { labelAt } from '../draw/captions.js';
import { change, select, state } from '../state/state.js';
import { pan, zoomAt } from '../view/camera.js';
import { edgeAt, nodeAt } from '../view/hit_test.js';
import { toMap } from '../view/view.js';

/** A hand is not still when it presses. */
const SLACK = 5;

const map = byId('map');
/** @type {Map<number, {left: number, top: number}>} */
const fingers = new Map();
const gesture = { way: 0, apart: 0, node: -1 };

/** Listens. `dragged` hears where a node is moved to, `dropped` that it was let go. @param {{dragged: (node: number, x: number, y: number) => void, dropped: (node: number) => void}} heard */
export function startPointer(heard) {
  map.addEventListener('pointerdown', down, true);
  map.addEventListener('pointermove', (event) => moveFinger(event, heard.dragged), true);
  map.addEventListener('pointerup', (event) => up(event, heard.dropped), true);
  map.addEventListener('pointercancel', (event) => fingers.delete(event.pointerId), true);
  map.addEventListener('pointerleave', () => state.hovered >= 0 && change({ hovered: -1 }));
  map.addEventListener('wheel', wheel, { passive: false, capture: true });
}

/** @param {MouseEvent} event */
function at(event) {
  const { left, top } = map.getBoundingClientRect();
  return { left: event.clientX - left, top: event.clientY - top };
}

/** The node that is meant there, or -1: its label lies above all dots, and no dot lies under another's. @param {{left: number, top: number}} spot */
function meant({ left, top }) {
  const named = labelAt(left, top);
  return named < 0 ? nodeAt(left, top) : named;
}

/** @param {PointerEvent} event */
function down(event) {
  if (event.button) return;
  const spot = at(event);
  fingers.set(event.pointerId, spot);
  map.setPointerCapture(event.pointerId);
  if (fingers.size === 1) Object.assign(gesture, { way: 0, apart: 0, node: state.arranging ? nodeAt(spot.left, spot.top) : -1 });
  else Object.assign(gesture, { way: SLACK + 1, apart: 0, node: -1 });
}

/** @param {PointerEvent} event @param {(node: number, x: number, y: number) => void} dragged */
function moveFinger(event, dragged) {
  const spot = at(event);
  const before = fingers.get(event.pointerId);
  if (!before) {
    const hovered = meant(spot);
    map.classList.toggle('pointing', hovered >= 0);
    if (hovered !== state.hovered) change({ hovered });
    return;
  }
  gesture.way += Math.hypot(spot.left - before.left, spot.top - before.top);
  if (gesture.way <= SLACK) return;
  fingers.set(event.pointerId, spot);
  if (fingers.size === 2) pinch();
  else if (gesture.node >= 0) {
    const { x, y } = toMap(spot.left, spot.top);
    dragged(gesture.node, x, y);
  } else if (fingers.size === 1) pan(before.left - spot.left, before.top - spot.top);
}

function pinch() {
  const [one, other] = [...fingers.values()];
  const apart = Math.hypot(one.left - other.left, one.top - other.top);
  if (gesture.apart) zoomAt((one.left + other.left) / 2, (one.top + other.top) / 2, apart / gesture.apart);
  gesture.apart = apart;
}

/** @param {PointerEvent} event @param {(node: number) => void} dropped */
function up(event, dropped) {
  if (!fingers.delete(event.pointerId) || fingers.size) return;
  if (gesture.way > SLACK) {
    if (gesture.node >= 0) dropped(gesture.node);
    return;
  }
  const { left, top } = at(event);
  const node = meant({ left, top });
  const edge = node < 0 ? edgeAt(left, top) : -1;
  if (edge >= 0) change({ edge, selected: -1, to: -1 });
  else select(node);
}

/** @param {WheelEvent} event */
function wheel(event) {
  event.preventDefault();
  event.stopPropagation();
  const { left, top } = at(event);
  zoomAt(left, top, Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) * 0.0016));
}
