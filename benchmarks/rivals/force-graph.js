// force-graph with fixed places, without simulation.
const draw = typeof ForceGraph === 'function' ? ForceGraph() : new ForceGraph();
const graph = draw(document.getElementById('map'))
  .graphData({
    nodes: data.nodes.map(({ id, x, y, label, color }) => ({ id, fx: x, fy: y, name: label, color })),
    links: data.edges.map(({ from, to }) => ({ source: from, target: to })),
  })
  .cooldownTicks(0)
  .onRenderFramePost(() => document.documentElement.setAttribute('data-ready', ''));
graph.zoomToFit(0, 10);
