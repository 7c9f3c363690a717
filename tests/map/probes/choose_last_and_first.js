// Chooses the last of every list, and then the first again; each time the page is drawn.
async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const { id } of document.querySelectorAll('#filters-body select')) {
    for (const last of [true, false]) {
      // A list may be built anew when something is chosen in it.
      const list = document.getElementById(id);
      list.selectedIndex = last ? list.options.length - 1 : 0;
      list.dispatchEvent(new Event('change'));
      await drawn();
    }
  }
}
