// What one presses and is smaller than 40 pixels either way. A tick is pressed by its whole row.
() =>
  [...document.querySelectorAll('button, select, input:not([type=checkbox]):not([type=range]), label.tick, summary')]
    .filter((element) => element.checkVisibility() && element.id !== 'skip')
    .map((element) => ({ name: element.id || element.textContent.slice(0, 30), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 40 || box.height < 40)
    .map(({ name, box }) => `${name} ${box.width}×${box.height}`)
