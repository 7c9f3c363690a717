/**
 * What draws the map. Both engines draw the same figures from the same state; everything else knows only this.
 *
 * `start` draws for the first time; `restyle` takes up filters, emphasis and looks, `reposition` positions, `resize` the size of its
 * place, `redraw` the view.
 *
 * @typedef {{name: string, start: (afterDrawing: () => void) => void, restyle: () => void, reposition: () => void, resize: () => void,
 *            redraw: () => void, positions: () => Record<number, {x: number, y: number}>, canvas: () => HTMLCanvasElement}} Engine
 */

import { content } from '../data/content.js';
import { canvasEngine } from './engine_canvas.js';
import { pyvisEngine } from './engine_pyvis.js';

/** @type {Engine} */
export const engine = content.engine === 'canvas' ? canvasEngine : pyvisEngine;
