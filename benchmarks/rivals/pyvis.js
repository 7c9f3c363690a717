// vis-network as pyvis brings it, without physics.
const network = new vis.Network(
  document.getElementById('map'),
  {
    nodes: new vis.DataSet(data.nodes.map(({ id, x, y, label, color }) => ({ id, x, y, label, color, shape: 'dot', size: 8 }))),
    edges: new vis.DataSet(data.edges.map(({ from, to }, id) => ({ id, from, to, arrows: 'to' }))),
  },
  { physics: false, layout: { improvedLayout: false }, edges: { smooth: false }, interaction: { dragNodes: false } },
);
network.once('afterDrawing', () => document.documentElement.setAttribute('data-ready', ''));
network.fit();
