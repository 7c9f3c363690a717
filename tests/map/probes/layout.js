// Where the lying layout of the page's data puts every node.
() => {
  const { x, y } = JSON.parse(document.getElementById('data').textContent).layouts.landscape;
  return x.map((value, node) => ({ x: value, y: y[node] }));
}
