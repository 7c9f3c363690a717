/** Which nodes a text finds, by their names and by what else they are called. */

import { nodes, ties } from '../data/content.js';
import { fold } from './language.js';

const names = nodes.map((node) => [node.label, ...(node.aliases ?? [])].map((name) => ({ name, folded: fold(name) })));

/**
 * The nodes that a text finds, the best first: whose name it is, where a name begins with it, then where a word does; the better
 * connected first.
 * @param {string} sought
 */
export function find(sought) {
  const wanted = fold(sought.trim());
  if (!wanted) return [];
  const found = nodes.flatMap((node) => {
    const ranks = names[node.id].map(({ folded }) => rank(folded, wanted));
    const best = Math.min(...ranks);
    if (best === Infinity) return [];
    const name = names[node.id][ranks.indexOf(best)].name;
    return [{ node: node.id, best, also: name === node.label ? '' : name }];
  });
  return found.sort((a, b) => a.best - b.best || ties[b.node].length - ties[a.node].length || a.node - b.node);
}

/** @param {string} folded @param {string} wanted */
function rank(folded, wanted) {
  const at = folded.indexOf(wanted);
  if (at < 0) return Infinity;
  if (folded === wanted) return -1;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(folded[at - 1]) ? 2 : 1;
}
