// force-graph with fixed places, without simulation.
const graph = new ForceGraph(document.getElementById('map'))
  .enableNodeDrag(false)
  .d3AlphaDecay(1)
  .graphData({
    nodes: data.nodes.map(({ id, x, y, label, color }) => ({ id, x, y, fx: x, fy: y, name: label, color })),
    links: data.edges.map(({ from, to }) => ({ source: from, target: to })),
  })
  .onRenderFramePost(() => document.documentElement.setAttribute('data-ready', ''));
graph.zoomToFit(0, 10);
