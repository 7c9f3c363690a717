// Where a node is within the map, in pixels.
(key) => {
  const { x, y, scale, width, height } = actormap.camera();
  const point = actormap.positions()[actormap.nodes().findIndex((node) => node.key === key)];
  return { x: (point.x - x) * scale + width / 2, y: (point.y - y) * scale + height / 2 };
}
