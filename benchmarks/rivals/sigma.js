// sigma with graphology.
const graph = new graphology.MultiDirectedGraph();
for (const { id, x, y, label, color } of data.nodes) graph.addNode(id, { x, y: -y, label, color, size: 4 });
for (const { from, to } of data.edges) graph.addEdge(from, to, { size: 1, color: '#99a5b5' });
const renderer = new Sigma(graph, document.getElementById('map'));
renderer.once('afterRender', () => document.documentElement.setAttribute('data-ready', ''));
renderer.refresh();
