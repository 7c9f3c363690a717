// How many rows the table of nodes, or the one of relationships, has when it is whole; then the map is shown again.
async (name) => {
  const press = (selector) => document.querySelectorAll(selector).forEach((button) => button.click());
  press('#view-table');
  document.querySelectorAll('#table-body .segmented button')[name === 'nodes' ? 0 : 1].click();
  const body = document.querySelector(`table[data-table=${name}] tbody`);
  while (body.hasAttribute('aria-busy')) await new Promise((later) => setTimeout(later));
  const { length } = body.rows;
  press('#view-map');
  return length;
}
