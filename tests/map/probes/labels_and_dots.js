// Where every dot and label is seen, in pixels of the map.
() => {
  const camera = actormap.camera();
  const spots = actormap.positions();
  const nodes = actormap.nodes();
  const at = (node) => [
    (spots[node].x - camera.x) * camera.scale + camera.width / 2,
    (spots[node].y - camera.y) * camera.scale + camera.height / 2,
  ];
  const dots = nodes.flatMap(({ shown, radius, key }, node) => (shown ? [{ key, at: at(node), radius: radius * camera.scale }] : []));
  return { dots, labels: actormap.areas().labels.map((label) => ({ ...label, key: nodes[label.node].key })) };
}
