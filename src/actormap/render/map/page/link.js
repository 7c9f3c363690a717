/** The address says who is selected, so that a view can be sent to somebody. */

import { nodes } from './data.js';
import { reveal, select, state } from './state.js';

/** Takes up what the address says. */
export function followLink() {
  const key = new URLSearchParams(location.hash.slice(1)).get('actor');
  const node = key === null ? -1 : nodes.findIndex((candidate) => candidate.key === key);
  if (node >= 0 && node !== state.selected) reveal(node);
  else if (node < 0 && state.selected >= 0) select(-1);
}

/** Writes who is selected into the address. */
export function writeLink() {
  const hash = state.selected >= 0 ? `#${new URLSearchParams({ actor: nodes[state.selected].key })}` : '';
  if (location.hash !== hash) history.replaceState(null, '', hash || location.pathname + location.search);
}
