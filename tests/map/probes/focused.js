// Whether what has the focus is what was sought, how it is outlined, and what it is.
(selector) => [
  document.activeElement.matches(selector),
  getComputedStyle(document.activeElement).outlineStyle,
  document.activeElement.outerHTML.slice(0, 90),
]
