/** The map on paper: the picture, its legend, what was filtered, source and date; one sheet, or one for each step of the story. */

import { byId, make } from '../browser/dom.js';
import { content, nodes } from '../data/content.js';
import { lineSwatch, pattern, swatch } from '../draw/shapes.js';
import { bare, footer } from './picture.js';
import { colouring } from '../state/colours.js';
import { passing } from '../state/filters.js';
import { pick } from '../state/language.js';
import { present } from '../state/presentation.js';
import { present as inData, state } from '../state/state.js';
import { story } from '../state/story.js';

/** The picture's area on a lying sheet, in pixels of the page, and how sharply it is drawn. */
const AREA = { width: 1400, height: 800, ratio: 2 };

/** Puts the sheet of the present view on the page. */
export function layOut() {
  if (!byId('paper').dataset.steps) byId('paper').replaceChildren(sheet(content.title, ''));
}

/** Prints every step of the story, a sheet each. */
export function printSteps() {
  const before = state.step;
  const paper = byId('paper');
  const sheets = story().map(({ title, body }, number) => {
    present(number);
    return sheet(title, body);
  });
  present(Math.max(0, before));
  paper.dataset.steps = 'yes';
  paper.replaceChildren(...sheets);
  print();
  delete paper.dataset.steps;
}

/** @param {string} title @param {string} body */
function sheet(title, body) {
  const picture = bare(AREA.width, AREA.height, AREA.ratio);
  return make(
    'section',
    { class: 'sheet' },
    make('h2', { text: title }),
    ...(body ? [make('p', { text: body })] : []),
    make('img', { src: picture.toDataURL('image/png'), alt: '', width: AREA.width, height: AREA.height }),
    make('ul', { class: 'key' }, ...key()),
    make('p', { class: 'foot', text: footer() }),
  );
}

function key() {
  const item = (/** @type {Element} */ figure, /** @type {string} */ name) => make('li', {}, figure, make('span', { text: name }));
  const used = new Set(nodes.filter((node) => passing.nodes[node.id]).map((node) => node.family));
  const families = content.families.flatMap((family, index) => (used.has(index) ? [item(swatch(family, family.hollow), pick(family.name))] : []));
  const colours = state.colour === 'kind' ? families : colouring().map(({ colour, name }) => item(swatch({ colour, shape: 'square' }, false), name));
  const types = inData.types.flatMap((type) =>
    state.types.has(type) ? [item(lineSwatch(content.types[type].colour, []), pick(content.types[type].forwards))] : [],
  );
  const statuses = inData.statuses.flatMap((status) =>
    state.statuses.has(status) ? [item(lineSwatch('#3a4a5d', pattern(status)), pick(content.statuses[status].name))] : [],
  );
  return [...colours, ...types, ...statuses];
}

/** Listens for the browser's own print command too. */
export function startPrint() {
  addEventListener('beforeprint', layOut);
  addEventListener('afterprint', () => byId('paper').replaceChildren());
}
