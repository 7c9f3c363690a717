// Every text of the page, those for screen readers and empty fields too.
() => {
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.trim() && !['SCRIPT', 'NOSCRIPT', 'STYLE'].includes(parentElement.tagName)) words.push(data.trim());
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder]')) {
    words.push(element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '');
  }
  return words;
}
