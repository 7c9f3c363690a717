// Tells how often the page asks for a frame to draw in within so many milliseconds.
(milliseconds) =>
  new Promise((done) => {
    const ask = globalThis.requestAnimationFrame;
    let times = 0;
    globalThis.requestAnimationFrame = (draw) => {
      times += 1;
      return ask(draw);
    };
    setTimeout(() => {
      globalThis.requestAnimationFrame = ask;
      done(times);
    }, milliseconds);
  })
