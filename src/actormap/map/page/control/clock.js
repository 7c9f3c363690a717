/** The years, played one after the other. */

import { still } from '../browser/dom.js';
import { span } from '../data/content.js';
import { change, state } from '../state/state.js';

const PACE = 1100;
const SLOW = 2200;

let timer = 0;

/** Plays from the year chosen, or from the first; stops if it plays already. */
export function playYears() {
  if (state.playing || !span) {
    stopYears();
    return;
  }
  const first = state.year && state.year < span.last ? state.year : span.first;
  change({ playing: true, year: first });
  // Who asks for little motion gets more time for each year.
  timer = setInterval(next, still() ? SLOW : PACE);
}

export function stopYears() {
  clearInterval(timer);
  change({ playing: false });
}

function next() {
  if (!span || state.year >= span.last) stopYears();
  else change({ year: state.year + 1 });
}
