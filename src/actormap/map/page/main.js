/** Puts the page together, and draws anew what a change touches. */

import { announce, byId, make } from './browser/dom.js';
import { stopYears } from './control/clock.js';
import { drag, drop } from './control/drag.js';
import { startKeyboard } from './control/keyboard.js';
import { startPointer } from './control/pointer.js';
import { remember, rememberPlace, settlePlace, undo } from './control/undo.js';
import { content, edges, nodes } from './data/content.js';
import { drawCaptions } from './draw/captions.js';
import { engine } from './draw/engine.js';
import { inspect } from './export/inspect.js';
import { startSaving } from './export/menu.js';
import { startPrint } from './export/print.js';
import { buildDetails } from './panels/details.js';
import { sentence } from './panels/evidence.js';
import { buildLegend, countAnew, syncLegend } from './panels/legend.js';
import { buildStory } from './panels/presenter.js';
import { buildProse } from './panels/prose.js';
import { startSearch } from './panels/search.js';
import { buildTable } from './panels/table.js';
import { FILTERS, filterAnew, passing, refilter } from './state/filters.js';
import { emphasise } from './state/highlight.js';
import { imprint, languages, pick, text, translate } from './state/language.js';
import { parsed, withRoom, writeLink } from './state/link.js';
import { size as overlaySize } from './state/overlays.js';
import { endStory, present } from './state/presentation.js';
import { addRule, change, onChange, showOverlay, state, unfiltered, unstyled } from './state/state.js';
import { fitWhole, follow, onLook, refit, zoom } from './view/camera.js';
import { onRest } from './view/motion.js';
import { choose, take } from './view/place.js';
import { view } from './view/view.js';

const AIMS = ['selected', 'edge', 'steps', 'to', 'spotlight'];
const LOOKS = ['measure', 'colour', 'layout', 'screen', 'playing'];
const VIEWS = /** @type {const} */ (['map', 'table', 'text']);

/** @param {Set<string>} changed @param {Set<string>} asked */
function render(changed, asked) {
  const touched = (/** @type {string[]} */ ...names) => names.some((name) => changed.has(name));
  if (changed.size === 1 && changed.has('hovered')) {
    engine.redraw();
    return;
  }
  if (touched('layout')) take();
  emphasise();
  if (touched('lang', 'colour')) writeWords();
  if (touched(...FILTERS, ...LOOKS)) writeChosen();
  if (touched('layout')) engine.reposition();
  syncPressed();
  if (touched('view', 'step')) showView();
  if (state.view === 'table') buildTable();
  if (state.view === 'text') buildProse();
  buildDetails();
  if (touched('step', 'lang') || (state.step >= 0 && touched('colour', ...FILTERS))) buildStory();
  engine.restyle();
  look(asked);
  if (touched('lang', ...AIMS)) tell();
  if (!touched('picking', 'hovered') || changed.size > 1) remember();
  writeLink();
}

/** Looks where the change is that was asked for: what a filter hides does not move the view. @param {Set<string>} asked */
function look(asked) {
  const touched = (/** @type {string[]} */ ...names) => names.some((name) => asked.has(name));
  // Filters leave the room as it is; to measure it would have the page laid out before it is drawn.
  const fitted = [...asked].every((name) => FILTERS.includes(name)) ? false : fitPlace();
  if (touched('layout')) fitWhole(false);
  if (touched(...AIMS)) follow();
  else if (!fitted && touched(...FILTERS, 'overlay')) refit();
}

/** Shows what is chosen, and how many that gives. */
function writeChosen() {
  document.documentElement.dataset.screen = state.screen;
  countAnew();
  syncLegend();
  writeCounts();
}

function writeWords() {
  translate();
  buildLegend();
  syncLegend();
  writeCounts();
  byId('overlays').replaceChildren(
    ...content.overlays.map((overlay, index) =>
      make('button', {
        type: 'button',
        id: overlay.key,
        class: 'strong',
        'data-overlay': index,
        text: text('overlay.show', { name: pick(overlay.name), n: overlaySize(index) }),
        onclick: () => toggleOverlay(index),
      }),
    ),
  );
  const { next } = languages();
  byId('language').textContent = next.name;
  byId('language').lang = next.code;
  byId('note').textContent = imprint();
  syncPressed();
}

/** @param {number} overlay */
function toggleOverlay(overlay) {
  document.body.classList.remove('with-filters');
  showOverlay(state.overlay === overlay ? -1 : overlay);
}

function writeCounts() {
  byId('counts').textContent = `${text('count.nodes', { n: passing.nodeCount })} · ${text('count.edges', { n: passing.edgeCount })}`;
}

/** Which buttons are pressed in. */
function syncPressed() {
  const set = (/** @type {Element} */ element, /** @type {boolean} */ pressed) => element.setAttribute('aria-pressed', String(pressed));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-overlay]')))
    {set(button, Number(button.dataset.overlay) === state.overlay);}
  for (const name of VIEWS) set(byId(`view-${name}`), state.view === name);
  set(byId('arrange'), state.arranging);
  byId('map').classList.toggle('arranging', state.arranging);
}

function showView() {
  byId('map').hidden = state.view !== 'map';
  byId('table').hidden = state.view !== 'table';
  byId('twin').hidden = state.view !== 'text';
  /** @type {HTMLElement} */ (document.querySelector('.zoom')).hidden = state.view !== 'map';
}

function tell() {
  if (state.step >= 0) return;
  if (state.edge >= 0) announce(sentence(edges[state.edge]));
  else if (state.selected >= 0) {
    const node = nodes[state.selected];
    const shown = edges.filter((edge) => passing.edges[edge.id] && (edge.from === node.id || edge.to === node.id));
    announce(`${node.label}, ${pick(content.kinds[node.kind])}, ${text('count.edges', { n: shown.length })}`);
  } else announce(text('announce.whole'));
}

/** Takes up the room there is now. @returns {boolean} whether it is another than before */
function fitPlace() {
  const { clientWidth: width, clientHeight: height } = byId('canvas');
  if (!width || !height || (view.width === width && view.height === height)) return false;
  Object.assign(view, { width, height });
  if (choose(...spaceWithoutDetails(width, height))) {
    engine.reposition();
    engine.restyle();
  }
  engine.resize();
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
  for (const name of VIEWS) press(`view-${name}`, () => change({ view: name }));
  press('skip', () => {
    change({ view: 'table' });
    byId('table').focus();
  });
  press('present', () => {
    document.body.classList.remove('with-filters');
    present(0);
  });
  press('language', () => change({ lang: languages().next.code }));
  press('undo', undo);
  press('reset', () => {
    stopYears();
    change({ ...unfiltered(), ...unstyled(), picking: false, view: 'map' });
    fitWhole();
  });
  press('zoom-in', () => zoom(1.35));
  press('zoom-out', () => zoom(1 / 1.35));
  press('zoom-whole', () => fitWhole());
  press('filters-open', () => byId('filters-open').setAttribute('aria-expanded', String(document.body.classList.toggle('with-filters'))));
  press('filters-close', () => document.body.classList.remove('with-filters'));
  addEventListener('hashchange', followLink);
  new ResizeObserver(fitPlace).observe(byId('canvas'));
}

/** Takes up what the address says. */
function followLink() {
  const { step = -1, ...patch } = withRoom(parsed(location.hash));
  if (step >= 0) {
    change({ screen: patch.screen, lang: patch.lang });
    present(step);
  } else if (state.step >= 0) endStory();
  else change(patch);
}

function boot() {
  if (matchMedia('(prefers-contrast: more)').matches) change({ screen: 'contrast' });
  document.documentElement.dataset.screen = state.screen;
  refilter();
  emphasise();
  const { clientWidth: width, clientHeight: height } = byId('canvas');
  choose(width, height);
  writeWords();
  engine.start(drawCaptions);
  onLook(engine.redraw);
  addRule(filterAnew);
  onChange(render);
  onRest(rememberPlace);
  listen();
  startPointer({ dragged: drag, dropped: drop });
  startKeyboard();
  startSearch();
  startSaving();
  startPrint();
  engine.restyle();
  fitPlace();
  remember();
  followLink();
  settlePlace();
  Object.assign(globalThis, { actormap: inspect });
  // Two frames: one in which the engine draws, one that shows it.
  requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute('data-ready', '')));
}

boot();
