(() => {
  'use strict';
  const about = JSON.parse(document.getElementById('about').textContent);
  const form = document.querySelector('form');
  const told = document.getElementById('told');
  const fields = [...form.querySelectorAll('fieldset')];
  let current = fields[0];
  let unsaved = false;

  const say = (name, values = {}) => about.words[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  const named = (field, name) => field.querySelector(`[data-name="${name}"]`);

  function answerOf(field) {
    const chosen = field.querySelector('input[type="radio"]:checked')?.value ?? '';
    return chosen === '*' ? field.querySelector('.said').value.trim() : chosen;
  }

  function answers() {
    return fields.filter(answerOf).map((field) => {
      const found = { question: field.dataset.question, answer: answerOf(field) };
      for (const name of ['locator', 'voice', 'note']) {
        const value = named(field, name).value.trim();
        if (value) found[name] = value;
      }
      // What was coded before from another document stays with it.
      if (field.dataset.document) found.document = field.dataset.document;
      return found;
    });
  }

  function choose(field) {
    current = field;
    for (const each of fields) each.classList.toggle('current', each === field);
  }

  function show() {
    for (const each of fields) each.classList.toggle('answered', Boolean(answerOf(each)));
    told.textContent = say('answered', { n: answers().length, total: fields.length });
  }

  form.addEventListener('focusin', (event) => {
    const field = event.target.closest('fieldset');
    if (field) choose(field);
  });
  form.addEventListener('input', (event) => {
    unsaved = true;
    if (event.target.classList.contains('said')) {
      const field = event.target.closest('fieldset');
      field.querySelector(event.target.value.trim() ? 'input[value="*"]' : 'input[value=""]').checked = true;
    }
    show();
  });
  document.querySelector('.lines')?.addEventListener('click', (event) => {
    const number = event.target.closest('button')?.dataset.line;
    if (!number || !current) return;
    named(current, 'locator').value = say('line', { n: number });
    named(current, 'locator').focus();
    unsaved = true;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const found = answers();
    if (!found.length) {
      told.textContent = say('none');
      return;
    }
    const whole = { project: about.project, answers: found };
    for (const name of ['coder', 'document']) {
      const value = form.elements[name].value.trim();
      if (value) whole[name] = value;
    }
    const file = `${about.project}-answers.json`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(whole, null, 1)}\n`], { type: 'application/json' }));
    link.download = file;
    link.click();
    URL.revokeObjectURL(link.href);
    unsaved = false;
    told.textContent = say('saved', { n: found.length, file });
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
  show();
  document.documentElement.dataset.ready = 'yes';
})();
