// How many rows the table of nodes, or the one of relationships, has when it is whole; then the map is shown again.
// Meanwhile the table is not laid out, which takes longest among thousands and changes no row.
async (name) => {
  const { style } = document.getElementById('table');
  style.display = 'none';
  document.getElementById('view-table').click();
  document.querySelectorAll('#table-body .segmented button')[name === 'nodes' ? 0 : 1].click();
  const body = document.querySelector(`table[data-table=${name}] tbody`);
  while (body.hasAttribute('aria-busy')) await new Promise((later) => setTimeout(later));
  const { length } = body.rows;
  document.getElementById('view-map').click();
  style.display = '';
  return length;
}
