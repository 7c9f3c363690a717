// How much nearer the map is in the first frame after the button was pressed.
async () => {
  const before = actormap.camera().scale;
  document.getElementById('zoom-in').click();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return actormap.camera().scale / before;
}
