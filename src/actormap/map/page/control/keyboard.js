/** What the keys do, everywhere and on the map. */

import { byId } from '../browser/dom.js';
import { nudge } from './drag.js';
import { undo } from './undo.js';
import { endStory, present } from '../state/presentation.js';
import { change, select, showOverlay, state } from '../state/state.js';
import { story } from '../state/story.js';
import { fitWhole, pan, zoom } from '../view/camera.js';
import { largest, neighbour } from '../view/neighbours.js';

const DIRECTIONS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});

/** Listens. */
export function startKeyboard() {
  document.addEventListener('keydown', presenterKey, true);
  document.addEventListener('keydown', anywhere);
  byId('map').addEventListener('keydown', onMap);
}

/** Keys of presenters and clickers. @param {KeyboardEvent} event @returns {boolean} whether the key was one of them */
function presenterKey(event) {
  if (state.step < 0) return false;
  const onButton = event.target instanceof HTMLElement && event.target.matches('button, select, input');
  if (['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key) || (!onButton && [' ', 'Enter'].includes(event.key))) present(state.step + 1);
  else if (['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'].includes(event.key)) present(state.step - 1);
  else if (event.key === 'Home') present(0);
  else if (event.key === 'End') present(story().length - 1);
  else if (event.key === 'Escape') endStory();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** @param {KeyboardEvent} event */
function anywhere(event) {
  const typing = event.target instanceof HTMLElement && event.target.matches('input[type=search], input[type=text], select');
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === '/' && !typing && plain && state.step < 0) {
    event.preventDefault();
    byId('search').focus();
  } else if (event.key === 'F5' && event.shiftKey) {
    event.preventDefault();
    present(0);
  } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !typing) {
    event.preventDefault();
    undo();
  } else if (event.key === 'Escape') escape();
}

/** Lets go of the innermost thing that is held. */
function escape() {
  if (document.body.classList.contains('with-filters')) document.body.classList.remove('with-filters');
  else if (state.picking) change({ picking: false });
  else if (state.to >= 0) change({ to: -1 });
  else if (state.selected >= 0 || state.edge >= 0) select(-1);
  else if (state.overlay >= 0) showOverlay(-1);
  else if (state.arranging) change({ arranging: false });
}

/** @param {KeyboardEvent} event */
function onMap(event) {
  if (event.target !== byId('map') || event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = DIRECTIONS[event.key];
  if (direction && state.arranging && event.shiftKey && state.selected >= 0) nudge(state.selected, ...direction);
  else if (direction && state.selected >= 0) {
    const next = neighbour(state.selected, direction);
    if (next >= 0) select(next);
  } else if (direction) pan(direction[0] * 60, direction[1] * 60);
  else if (event.key === 'Enter') select(largest());
  else if (event.key === '+') zoom(1.3);
  else if (event.key === '-') zoom(1 / 1.3);
  else if (event.key === '0') fitWhole();
  else return;
  event.preventDefault();
}
