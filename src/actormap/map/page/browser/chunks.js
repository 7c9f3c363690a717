/** Long lists, put on the page a part at a time, so that the page answers meanwhile. */

const PART = 400;
/** How much longer each part is than the one before: the page lays out all that is there every time. */
const GROWTH = 1.5;

/**
 * Appends an element for each item: the first part at once, the rest as the browser has time.
 * @template Item
 * @param {Element} parent
 * @param {Item[]} items
 * @param {(item: Item) => Element} make
 */
export function append(parent, items, make) {
  const add = (/** @type {number} */ from, /** @type {number} */ part) => {
    if (from && !parent.isConnected) return;
    parent.append(...items.slice(from, from + part).map(make));
    if (from + part < items.length) setTimeout(() => add(from + part, Math.round(part * GROWTH)));
    else parent.removeAttribute('aria-busy');
  };
  if (items.length > PART) parent.setAttribute('aria-busy', 'true');
  add(0, PART);
}
