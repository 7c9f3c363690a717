/**
 * Rows that were written by column, as Python's columns.py does when they are many.
 *
 * @typedef {{values?: unknown[], steps?: number[], at?: number[], words?: unknown[], of?: number[], counts?: number[], rows?: Packed}} Column
 * @typedef {{length: number, columns: Record<string, Column>}} Packed
 */

/**
 * Returns the rows again, each with its number as `id`.
 * @param {Packed} packed
 * @returns {Record<string, unknown>[]}
 */
export function unpack({ length, columns }) {
  const rows = Array.from({ length }, (_, id) => /** @type {Record<string, unknown>} */ ({ id }));
  for (const [name, column] of Object.entries(columns)) fill(rows, name, column);
  return rows;
}

/**
 * @param {Record<string, unknown>[]} rows
 * @param {string} name
 * @param {Column} column
 */
function fill(rows, name, { values = [], steps, at, words, of, counts, rows: nested }) {
  if (counts && nested) {
    const items = unpack(nested);
    let next = 0;
    for (const [index, row] of rows.entries()) {
      row[name] = items.slice(next, next + counts[index]);
      next += counts[index];
    }
  } else if (steps) {
    let value = 0;
    for (const [index, step] of steps.entries()) rows[index][name] = value += step;
  } else if (at) {
    for (const [place, index] of at.entries()) rows[index][name] = values[place];
  } else if (words && of) {
    for (const [index, row] of rows.entries()) if (of[index] >= 0) row[name] = words[of[index]];
  } else {
    for (const [index, row] of rows.entries()) if (values[index] !== null) row[name] = values[index];
  }
}
