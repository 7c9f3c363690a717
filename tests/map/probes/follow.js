// Goes to a link within the page, and waits for the frame that shows what it says.
(link) =>
  new Promise((done) => {
    const shown = () => requestAnimationFrame(() => requestAnimationFrame(done));
    if (location.hash === link || (location.hash + link).length <= 1) {
      shown();
      return;
    }
    addEventListener('hashchange', shown, { once: true });
    location.hash = link;
  })
