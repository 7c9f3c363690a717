// What an injected script would do: a handler in an attribute, and a script element.
() => {
  const button = document.createElement('button');
  button.setAttribute('onclick', 'window.hacked = 1');
  document.body.append(button);
  button.click();
  const script = document.createElement('script');
  script.textContent = 'window.hacked = 1';
  document.body.append(script);
}
