/**
 * Rows that were written by column, as Python's columns.py does when they are many.
 *
 * @typedef {{values?: unknown[], every?: unknown, steps?: number[], at?: number[], words?: unknown[], of?: number[],
 *            counts?: number[] | number, rows?: Packed}} Column
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
function fill(rows, name, { values = [], every, steps, at, words, of, counts, rows: nested }) {
  if (counts !== undefined && nested) {
    const items = unpack(nested);
    let next = 0;
    for (const [index, row] of rows.entries()) {
      const end = next + (typeof counts === 'number' ? counts : counts[index]);
      row[name] = items.slice(next, end);
      next = end;
    }
  } else if (every !== undefined) {
    for (const row of rows) row[name] = every;
  } else if (steps) {
    let value = 0;
    for (const [index, step] of steps.entries()) rows[index][name] = value += step;
  } else {
    const told = words && of ? of.map((word) => (word < 0 ? null : words[word])) : values;
    for (const [place, value] of told.entries()) if (value !== null) rows[at ? at[place] : place][name] = value;
  }
}
