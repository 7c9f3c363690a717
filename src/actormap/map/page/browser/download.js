/** Files that the reader saves. */

import { make } from './dom.js';

/**
 * @param {string} name
 * @param {string} type
 * @param {string | Blob} body
 */
export function saveFile(name, type, body) {
  const address = URL.createObjectURL(new Blob([body], { type }));
  make('a', { download: name, href: address }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
