/** What the reader takes along: pictures, tables, a link, a print, and the places given by hand. */

import { announce, byId, make } from '../browser/dom.js';
import { undoMoves } from '../control/drag.js';
import { saveEdges, saveNodes } from './csv.js';
import { savePicture } from './picture.js';
import { printSteps } from './print.js';
import { savePositions } from './save_positions.js';
import { text } from '../state/language.js';
import { hasAddress, wholeLink } from '../state/link.js';
import { change, state } from '../state/state.js';

const ACTIONS = /** @type {Record<string, () => void>} */ ({
  picture: () => savePicture('view'),
  'picture-double': () => savePicture('double'),
  'picture-4k': () => savePicture('4k'),
  'csv-nodes': saveNodes,
  'csv-edges': saveEdges,
  'copy-link': copyLink,
  print: () => print(),
  'print-steps': printSteps,
  arrange: () => change({ arranging: !state.arranging }),
  'arrange-save': savePositions,
  'arrange-back': undoMoves,
});

/** Lets every button be pressed. */
export function startSaving() {
  for (const [id, act] of Object.entries(ACTIONS)) byId(id).addEventListener('click', act);
  byId('copy-link').hidden = !hasAddress();
}

/** Puts the link where it can be pasted from; without the right to that, it is shown to be copied by hand. */
async function copyLink() {
  const link = wholeLink();
  try {
    await navigator.clipboard.writeText(link);
    tell(text('link.copied'));
  } catch {
    const field = make('input', { type: 'text', readonly: true, 'aria-label': text('link.copy') });
    field.value = link;
    byId('link-copied').replaceChildren(field);
    field.select();
  }
}

/** @param {string} message */
function tell(message) {
  byId('link-copied').textContent = message;
  announce(message);
}
