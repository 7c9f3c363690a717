/** Puts the page together, and draws anew what a change touches. */

import { fitWhole, follow, refit, release, zoom } from './camera.js';
import { content, edges, nodes } from './data.js';
import { buildDetails } from './details.js';
import { announce, byId } from './dom.js';
import { emphasise } from './emphasis.js';
import { sentence } from './evidence.js';
import { passing, refilter } from './filters.js';
import { gapCount } from './gaps.js';
import { inspect } from './inspect.js';
import { startKeyboard } from './keyboard.js';
import { buildLegend, countAnew, syncLegend } from './legend.js';
import { pick, text, translate } from './language.js';
import { followLink, writeLink } from './link.js';
import { redraw, reposition, resize, restyle, start } from './network.js';
import { drawOverlay } from './overlay.js';
import { savePicture } from './picture.js';
import { choose } from './place.js';
import { startSearch } from './search.js';
import { change, onChange, select, showGaps, state, unfiltered } from './state.js';
import { buildTable } from './table.js';

const FILTERS = ['families', 'types', 'statuses', 'municipality', 'theme', 'year'];

/** @param {Set<string>} changed */
function render(changed) {
  const touched = (/** @type {string[]} */ ...names) => names.some((name) => changed.has(name));
  if (changed.size === 1 && changed.has('hovered')) {
    redraw();
    return;
  }
  if (touched('lang')) {
    writeWords();
    tell();
  }
  if (touched(...FILTERS)) {
    refilter();
    dropHidden();
    countAnew();
    syncLegend();
    writeCounts();
  }
  if (touched('measure')) syncLegend();
  emphasise();
  byId('gaps').setAttribute('aria-pressed', String(state.gaps));
  if (touched('view')) showView();
  if (state.view === 'table') buildTable();
  buildDetails();
  restyle();
  fitPlace();
  if (touched('selected', 'edge', 'steps')) {
    follow();
    tell();
    writeLink();
  } else if (touched(...FILTERS, 'gaps')) {
    refit();
  }
}

/** What the filters hide cannot stay selected. */
function dropHidden() {
  if (state.selected >= 0 && !passing.nodes[state.selected]) state.selected = -1;
  if (state.edge >= 0 && !passing.edges[state.edge]) state.edge = -1;
}

function writeWords() {
  translate();
  buildLegend();
  syncLegend();
  writeCounts();
  byId('gaps').hidden = !gapCount;
  byId('gaps').textContent = text('gaps.show', { n: gapCount });
  byId('language').textContent = text('language.other');
  byId('language').lang = state.lang === 'sv' ? 'en' : 'sv';
  byId('note').textContent = [pick(content.note), text('footer.date', { date: content.date })].filter(Boolean).join(' · ');
}

function writeCounts() {
  byId('counts').textContent = `${text('count.nodes', { n: passing.nodeCount })} · ${text('count.edges', { n: passing.edgeCount })}`;
}

function showView() {
  byId('map').hidden = state.view !== 'map';
  byId('table').hidden = state.view !== 'table';
  /** @type {HTMLElement} */ (document.querySelector('.zoom')).hidden = state.view !== 'map';
  byId('view-map').setAttribute('aria-pressed', String(state.view === 'map'));
  byId('view-table').setAttribute('aria-pressed', String(state.view === 'table'));
}

function tell() {
  if (state.edge >= 0) announce(sentence(edges[state.edge]));
  else if (state.selected >= 0) {
    const node = nodes[state.selected];
    const shown = edges.filter((edge) => passing.edges[edge.id] && (edge.from === node.id || edge.to === node.id));
    announce(`${node.label}, ${pick(content.kinds[node.kind])}, ${text('count.edges', { n: shown.length })}`);
  } else announce(text('announce.whole'));
}

let size = '';

/** Takes up the room there is now. @returns {boolean} whether it is another than before */
function fitPlace() {
  const { clientWidth: width, clientHeight: height } = byId('canvas');
  if (!width || !height || size === `${width}×${height}`) return false;
  size = `${width}×${height}`;
  if (choose(...spaceWithoutDetails(width, height))) {
    reposition();
    restyle();
  }
  resize();
  refit();
  return true;
}

/**
 * The room there would be if nothing were selected: selecting must not turn the map round.
 * @param {number} width
 * @param {number} height
 * @returns {[number, number]}
 */
function spaceWithoutDetails(width, height) {
  const details = byId('details');
  const beside = details.offsetTop === byId('map').offsetTop;
  return beside ? [width + details.offsetWidth, height] : [width, height + details.offsetHeight];
}

function listen() {
  const press = (/** @type {string} */ id, /** @type {() => void} */ done) => byId(id).addEventListener('click', done);
  press('view-map', () => change({ view: 'map' }));
  press('view-table', () => change({ view: 'table' }));
  press('skip', () => {
    change({ view: 'table' });
    byId('table').focus();
  });
  press('language', () => change({ lang: state.lang === 'sv' ? 'en' : 'sv' }));
  press('gaps', () => {
    document.body.classList.remove('with-filters');
    showGaps(!state.gaps);
  });
  press('reset', () => {
    change({ ...unfiltered(), measure: 0, gaps: false, selected: -1, edge: -1, view: 'map' });
    fitWhole();
  });
  press('picture', savePicture);
  press('zoom-in', () => zoom(1.35));
  press('zoom-out', () => zoom(1 / 1.35));
  press('zoom-whole', () => fitWhole());
  press('filters-open', () => byId('filters-open').setAttribute('aria-expanded', String(document.body.classList.toggle('with-filters'))));
  press('filters-close', () => document.body.classList.remove('with-filters'));
  addEventListener('hashchange', followLink);
  new ResizeObserver(fitPlace).observe(byId('canvas'));
}

function boot() {
  refilter();
  emphasise();
  choose(byId('canvas').clientWidth, byId('canvas').clientHeight);
  writeWords();
  start({
    drawn: drawOverlay,
    clicked: (node, edge) => (node < 0 && edge >= 0 ? change({ edge, selected: -1 }) : select(node)),
    hovered: (hovered) => change({ hovered }),
    moved: release,
  });
  onChange(render);
  listen();
  startKeyboard();
  startSearch();
  restyle();
  fitPlace();
  followLink();
  Object.assign(globalThis, { actormap: inspect });
  // Two frames: one in which vis-network draws, one that shows it.
  requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute('data-ready', '')));
}

boot();
