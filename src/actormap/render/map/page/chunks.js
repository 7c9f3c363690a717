/** Long lists, put on the page a part at a time, so that the page answers meanwhile. */

const PART = 400;

/**
 * Appends an element for each item: the first part at once, the rest as the browser has time.
 * @template Item
 * @param {Element} parent
 * @param {Item[]} items
 * @param {(item: Item) => Element} make
 */
export function append(parent, items, make) {
  const add = (/** @type {number} */ from) => {
    if (from && !parent.isConnected) return;
    parent.append(...items.slice(from, from + PART).map(make));
    if (from + PART < items.length) setTimeout(() => add(from + PART));
    else parent.removeAttribute('aria-busy');
  };
  if (items.length > PART) parent.setAttribute('aria-busy', 'true');
  add(0);
}
