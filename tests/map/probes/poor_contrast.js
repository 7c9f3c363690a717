// Texts whose contrast with what is behind them is below 4.5 to 1 (WCAG 2.2, 1.4.3).
() => {
  const colour = (text) => text.match(/[\d.]+/g).map(Number);
  const luminance = (rgb) =>
    rgb
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if ((found[3] ?? 1) > 0.5) return found;
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || !parentElement.checkVisibility()) continue;
    const both = [colour(getComputedStyle(parentElement).color), ground(parentElement)].map(luminance);
    if ((Math.max(...both) + 0.05) / (Math.min(...both) + 0.05) < 4.5) poor.push(data.trim());
  }
  return poor;
}
