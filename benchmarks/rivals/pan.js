// Times of the frames while the map is dragged by its ground, in milliseconds.
async ({ x, y, steps }) => {
  const at = document.elementFromPoint(x, y);
  const send = (type, left, top) => {
    const given = {
      bubbles: true,
      cancelable: true,
      view: globalThis,
      clientX: left,
      clientY: top,
      pointerId: 1,
      button: 0,
      buttons: type.endsWith('up') ? 0 : 1,
      isPrimary: true,
    };
    const target = type.endsWith('down') ? at : type.startsWith('pointer') ? at : document;
    target.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, given) : new MouseEvent(type, given));
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const capture = Element.prototype.setPointerCapture;
  Element.prototype.setPointerCapture = () => {};
  send('pointerdown', x, y);
  send('mousedown', x, y);
  const times = [];
  let last = await frame();
  for (let step = 1; step <= steps; step += 1) {
    send('pointermove', x + step * 3, y + step * 2);
    send('mousemove', x + step * 3, y + step * 2);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  send('pointerup', x + steps * 3, y + steps * 2);
  send('mouseup', x + steps * 3, y + steps * 2);
  Element.prototype.setPointerCapture = capture;
  return times.slice(1);
};
