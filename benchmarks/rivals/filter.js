// How long it takes from ticking a family off until the next frame is on the screen, and back on, in milliseconds.
async () => {
  const times = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const ticks = [...document.querySelectorAll('input[data-set=families]')];
  for (let round = 0; round < 6; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await frame();
    const start = performance.now();
    ticks[round >> 1].click();
    await frame();
    times.push(performance.now() - start);
  }
  return times;
};
