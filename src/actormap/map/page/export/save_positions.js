/** Where nodes were put by hand, kept in a file that the next build takes up. */

import { saveFile } from '../browser/download.js';
import { text } from '../state/language.js';
import { moved } from '../view/place.js';

/** Saves what was moved, for `actormap map --layout-from`. */
export function savePositions() {
  saveFile(`${text('arrange.file')}.json`, 'application/json', `${JSON.stringify(moved(), null, 1)}\n`);
}
