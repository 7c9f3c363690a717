/** Whether the view is moving, and what is to be done when it has come to rest. */

const REST = 140;

/** @type {(() => void)[]} */
const listeners = [];
let timer = 0;

/** @param {() => void} listener */
export function onRest(listener) {
  listeners.push(listener);
}

/** The view has just moved. */
export function moved() {
  clearTimeout(timer);
  timer = setTimeout(rest, REST);
}

export function moving() {
  return timer !== 0;
}

/** Ends the movement at once. */
export function rest() {
  clearTimeout(timer);
  timer = 0;
  for (const listener of listeners) listener();
}
