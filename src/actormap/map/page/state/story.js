/** The story that the map tells: the steps it was given, or a short one made from what it shows. */

import { content, nodes, ties } from '../data/content.js';
import { pick, text } from './language.js';
import { size } from './overlays.js';

const MOST_CENTRAL = 3;

/** The steps in the language chosen. @returns {{title: string, body: string, step: import('../data/content.js').Step}[]} */
export function story() {
  const given = content.story?.steps;
  const steps = given?.length ? given.map((step) => ({ title: pick(step.title), body: pick(step.text), step })) : own();
  return steps;
}

function own() {
  const title = { sv: '', en: '' };
  const shown = nodes.filter((node) => content.families[node.family].shown);
  const central = shown
    .filter((node) => ties[node.id].length)
    .sort((a, b) => (b.measures[0] ?? 0) - (a.measures[0] ?? 0) || a.id - b.id)
    .slice(0, MOST_CENTRAL);
  const step = (/** @type {Partial<import('../data/content.js').Step>} */ rest) => ({ title, text: title, ...rest });
  return [
    { title: content.title, body: text('story.whole', { n: shown.length }), step: step({}) },
    ...central.map((node) => ({ title: node.label, body: text('story.central', { n: ties[node.id].length }), step: step({ focus: [node.id] }) })),
    ...content.overlays.map((overlay, index) => ({
      title: overlay.title ? pick(overlay.title) : text('overlay.title', { name: pick(overlay.name), n: size(index) }),
      body: [overlay.more && pick(overlay.more), pick(overlay.meaning)].filter(Boolean).join(' '),
      step: step({ overlay: overlay.key }),
    })),
  ];
}
