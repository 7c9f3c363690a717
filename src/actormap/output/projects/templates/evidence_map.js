/**
 * Counts the map of evidence anew when it is narrowed, and shows what a cell rests on.
 *
 * The rules are those of analysis/projects/certainty.py, told there with their sources, and their bounds come with the data; a test asks both
 * and compares every number.
 */
(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('data').textContent);
  const directed = ['without_effect', 'partly', 'reached'];
  const gaps = ['not_measured', 'answered', 'outside', 'silent'];
  const known = new Map(data.projects.map((project) => [project.id, project]));
  const table = document.getElementById('map');
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 3 });
  const buttons = [...table.querySelectorAll('button')];
  const width = data.columns.length;
  let opened = null;

  function text(key, values = {}) {
    return data.texts[key].replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return typeof value === 'number' ? number.format(value) : String(value);
    });
  }

  function make(name, content = '', attributes = {}) {
    const made = document.createElement(name);
    made.textContent = content;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function listed(names) {
    return names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + data.texts.and + names.at(-1);
  }

  function chosen() {
    const asked = [...new FormData(document.getElementById('filters'))].filter(([, value]) => value);
    const holds = (project, name, value) => (name === 'target_group' ? project.target_group.includes(value) : project[name] === value);
    return new Set(data.projects.filter((project) => asked.every(([name, value]) => holds(project, name, value))).map((project) => project.id));
  }

  function independent(projects) {
    return new Set(projects.map((project) => known.get(project).top)).size;
  }

  function direction(counts) {
    const most = Math.max(...directed.map((state) => counts[state]));
    return most ? directed.find((state) => counts[state] === most) : null;
  }

  function concern(value, bounds) {
    return data.concerns[bounds.findIndex((bound) => value >= bound)] ?? 'serious';
  }

  function voices(told) {
    const evaluated = told.filter((one) => one.voice === 'evaluator').length;
    const outside = told.filter((one) => data.outsiders.includes(one.voice)).length;
    if (!outside) return 'serious';
    return 2 * evaluated >= told.length ? 'none' : 2 * outside >= told.length ? 'minor' : 'moderate';
  }

  function adequacy(told) {
    const stated = independent(told.filter((one) => one.status !== 'implied').map((one) => one.project));
    return concern(stated, data.bounds.independent);
  }

  function judge(witnesses) {
    const told = witnesses.filter((one) => directed.includes(one.state));
    if (!told.length) return { certainty: null };
    const counts = Object.fromEntries(directed.map((state) => [state, told.filter((one) => one.state === state).length]));
    const agreement = counts[direction(counts)] / told.length;
    const relevant = told.map((one) => data.relevant[one.project]).filter((one) => one !== null && one !== undefined);
    const judged = {
      methodological: voices(told),
      coherence: concern(agreement, data.bounds.shares),
      adequacy: adequacy(told),
      relevance: relevant.length ? concern(relevant.filter(Boolean).length / relevant.length, data.bounds.shares) : null,
    };
    const steps = Math.floor(Object.values(judged).reduce((sum, found) => sum + data.weights[found ?? 'none'], 0));
    return { ...judged, agreement, certainty: data.levels[Math.min(steps, data.levels.length - 1)] };
  }

  function witness(project, column) {
    const first = (data.statements[column]?.[project] ?? [])[0];
    return { project, state: data.states[column][project], status: first?.status ?? null, voice: first?.voice ?? null };
  }

  function count(line, column, kept) {
    const witnesses = line.projects.filter((project) => kept.has(project)).map((project) => witness(project, column.id));
    const counts = Object.fromEntries(data.order.map((state) => [state, witnesses.filter((one) => one.state === state).length]));
    const told = witnesses.filter((one) => directed.includes(one.state));
    const points = witnesses.length ? (direction(counts) ?? gaps.find((gap) => counts[gap]) ?? 'not_seen') : 'no_project';
    return {
      line,
      column,
      witnesses,
      counts,
      direction: points,
      projects: witnesses.length,
      number: told.length || (counts[points] ?? 0),
      measured_independent: independent(told.map((one) => one.project)),
      ...judge(witnesses),
    };
  }

  function said(cell) {
    if (cell.direction === 'no_project') return text('projects.map.no_project');
    const way = cell.counts[cell.direction];
    const values = { direction: text(`words.state.${cell.direction}`), way, projects: cell.projects, of: cell.number };
    if (!cell.certainty) return text('projects.map.cell.gap', values);
    return text('projects.map.cell.measured', { ...values, certainty: text(`projects.level.${cell.certainty}`) });
  }

  function dots(level) {
    if (!level) return '';
    const full = data.levels.length - data.levels.indexOf(level);
    return '●'.repeat(full) + '○'.repeat(data.levels.length - full);
  }

  function levels(projects) {
    const kinds = {};
    for (const project of projects) kinds[known.get(project).kind] = (kinds[known.get(project).kind] ?? 0) + 1;
    const word = (kind, n) => data.kinds[kind]?.[n === 1 ? 0 : 1] ?? kind;
    return listed(Object.keys(kinds).sort().map((kind) => `${kinds[kind]} ${word(kind, kinds[kind])}`));
  }

  function sentence(line, cells, kept) {
    const users = line.projects.filter((project) => kept.has(project));
    const every = cells.flatMap((cell) => cell.witnesses);
    const those = (test) => new Set(every.filter(test).map((one) => one.project)).size;
    const told = text('projects.map.sentence.named', {
      name: line.name,
      projects: users.length,
      of: kept.size,
      levels: levels(users),
      independent: independent(users),
      measured: those((one) => directed.includes(one.state)),
      reached: those((one) => one.state === 'reached'),
      not_measured: those((one) => one.state === 'not_measured'),
    });
    const judged = judge(every);
    if (!judged.certainty) return `${told} ${text('projects.map.sentence.nothing')}`;
    const why = data.reasons.map((reason) => data.texts[`projects.why.${reason}.${judged[reason]}`]).filter(Boolean);
    const certainty = text(`projects.level.${judged.certainty}`);
    return `${told} ${why.length ? text('projects.map.sentence.sure', { certainty, why: why.join('; ') }) : text('projects.map.sentence.plain', { certainty })}`;
  }

  function twinRow(cell) {
    const measured = directed.includes(cell.direction);
    const row = make('tr');
    const shown = [cell.line.name, cell.column.name, cell.direction === 'no_project' ? text('projects.map.no_project') : text(`words.state.${cell.direction}`)];
    shown.push(cell.projects, ...data.order.map((state) => cell.counts[state]), cell.measured_independent);
    for (const reason of data.reasons) shown.push(measured && cell[reason] ? text(`projects.concern.${cell[reason]}`) : '–');
    shown.push(cell.certainty ? text(`projects.level.${cell.certainty}`) : '–');
    for (const value of shown) row.append(make('td', typeof value === 'number' ? number.format(value) : value));
    return row;
  }

  let cells = [];

  function draw() {
    const kept = chosen();
    cells = data.lines.flatMap((line) => data.columns.map((column) => count(line, column, kept)));
    cells.forEach((cell, place) => {
      const button = buttons[place];
      const [mark, sure, words] = button.children;
      button.parentElement.className = cell.direction;
      mark.textContent = cell.direction === 'no_project' ? '' : data.signs[cell.direction] + cell.number;
      sure.textContent = dots(cell.certainty);
      words.textContent = said(cell);
    });
    const rows = data.lines.map((line, place) => [line, cells.slice(place * width, (place + 1) * width)]);
    const named = rows.filter(([line]) => line.projects.some((project) => kept.has(project)));
    document.getElementById('sentences').replaceChildren(...named.map(([line, some]) => make('li', sentence(line, some, kept))));
    document.querySelector('#twin tbody').replaceChildren(...cells.map(twinRow));
    const shown = { n: kept.size, of: data.projects.length, independent: independent([...kept]) };
    document.getElementById('count').textContent = text('projects.map.count', shown);
    if (opened !== null) fill(opened);
  }

  function statement(project, one) {
    const item = make('li', `${known.get(project).name}: `);
    const answer = one.state === one.answer ? '' : ` (${one.answer})`;
    item.append(make('strong', `${data.signs[one.state]} ${text(`words.state.${one.state}`)}`), answer);
    const place = [data.documents[one.document] ?? one.document, one.locator, one.date];
    const voice = [one.voice ? text(`projects.voice.${one.voice}`) : null, one.status ? (data.texts[`words.status.${one.status}`] ?? one.status) : null];
    item.append(make('br'), make('span', [...place, ...voice].filter(Boolean).join(' · '), { class: 'place' }));
    return item;
  }

  function reasons(cell) {
    const grid = make('table');
    for (const reason of data.reasons) {
      if (!cell[reason]) continue;
      const row = make('tr');
      row.append(make('th', text(`heading.${reason}`), { scope: 'row' }), make('td', text(`projects.concern.${cell[reason]}`)));
      grid.append(row);
    }
    return grid;
  }

  function fill(place) {
    const cell = cells[place];
    const body = document.getElementById('panel-body');
    document.getElementById('panel-heading').textContent = `${cell.line.name} × ${cell.column.name}`;
    body.replaceChildren(make('p', said(cell)));
    if (cell.certainty) body.append(reasons(cell));
    const list = make('ul');
    for (const one of cell.witnesses) for (const each of data.statements[cell.column.id]?.[one.project] ?? []) list.append(statement(one.project, each));
    if (list.children.length) body.append(list);
    else body.append(make('p', text('projects.map.nothing')));
    if (cell.counts.not_seen) body.append(make('p', text('projects.map.unseen', { n: cell.counts.not_seen }), { class: 'place' }));
    const back = make('button', text('projects.map.close'), { type: 'button' });
    back.addEventListener('click', close);
    body.append(back);
    buttons.forEach((button, other) => button.setAttribute('aria-pressed', String(other === place)));
  }

  function open(place) {
    opened = place;
    fill(place);
    document.getElementById('panel-heading').focus();
  }

  function close() {
    if (opened !== null) buttons[opened].focus();
  }

  function stand(place) {
    for (const button of buttons) button.tabIndex = -1;
    buttons[place].tabIndex = 0;
    buttons[place].focus();
  }

  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width };

  table.addEventListener('keydown', (event) => {
    const place = buttons.indexOf(event.target);
    if (place < 0) return;
    const first = place - (place % width);
    const wanted = event.key === 'Home' ? first : event.key === 'End' ? first + width - 1 : place + (steps[event.key] ?? 0);
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (wanted === place || !buttons[wanted] || (sideways && wanted - (wanted % width) !== first)) return;
    event.preventDefault();
    stand(wanted);
  });
  table.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    for (const other of buttons) other.tabIndex = -1;
    button.tabIndex = 0;
    open(buttons.indexOf(button));
  });
  document.getElementById('panel').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  document.getElementById('filters').addEventListener('change', draw);
  draw();
  document.documentElement.dataset.ready = 'yes';
})();
