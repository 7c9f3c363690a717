// Notes when the page says that it is ready.
new MutationObserver((_, observer) => {
  if (document.documentElement?.hasAttribute('data-ready')) {
    globalThis.readyAt = performance.now();
    observer.disconnect();
  }
}).observe(document, { attributes: true, subtree: true, childList: true });
