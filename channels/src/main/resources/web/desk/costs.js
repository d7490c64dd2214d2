// The page where admins see who answers their customers, and what models cost.

import { el } from '/assets/dom.js';
import { get, me } from './signin-server.js';
import { showTop, trouble } from './signin-top.js';

const MICRO = 1_000_000;

const RUNGS = {
  knowledge: 'The knowledge alone',
  mini: 'The small model',
  large: 'The large model',
  person: 'A person',
};

const PURPOSES = {
  answer: 'Answers',
  'hard answer': 'Hard answers',
  suggestion: 'Replies suggested to agents',
  picture: 'Reading pictures',
  trial: 'Models on trial',
};

// Columns of words; all others are numbers.
const WORDS = new Set(['Day', 'Model', 'Side', 'For', 'By', 'Channel', 'Topic']);

const byId = (id) => document.getElementById(id);

function dollars(micros) {
  const value = micros / MICRO;
  return `$${value.toFixed(value !== 0 && value < 1 ? 4 : 2)}`;
}

function count(number) {
  return number.toLocaleString('en');
}

function cell(value) {
  return typeof value === 'string' && !/^[$\d]/.test(value)
    ? el('td', {}, value)
    : el('td', { class: 'number' }, typeof value === 'number' ? count(value) : value);
}

function table(id, heads, rows) {
  byId(id).replaceChildren(
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col', class: WORDS.has(head) ? '' : 'number' }, head)))),
    el('tbody', {}, ...(rows.length === 0
      ? [el('tr', {}, el('td', { class: 'none', colspan: heads.length }, 'Nothing yet'))]
      : rows.map(([name, ...values]) => el('tr', {}, el('th', { scope: 'row' }, name), ...values.map(cell))))));
}

function parts(id, name, all) {
  table(id, [name, 'Questions', 'Cost'], all.map((part) => [part.name === '' ? 'None' : RUNGS[part.name] ?? part.name, part.questions, dollars(part.cost)]));
}

function sum(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

function show(costs) {
  const alone = costs.rungs.filter(({ name }) => name !== 'person').reduce((all, { questions }) => all + questions, 0);
  byId('sums').replaceChildren(
    sum('Questions', count(costs.questions)),
    sum('Answered without a person', costs.questions === 0 ? '–' : `${Math.floor((100 * alone) / costs.questions)}\u00a0%`),
    sum('Models cost', dollars(costs.cost)));
  byId('saved').textContent = costs.largeOnly === null
    ? 'No large model is set up.'
    : `With the large model for every answer it had been about ${dollars(costs.largeOnly)}.`;
  parts('rungs', 'By', costs.rungs);
  parts('channels', 'Channel', costs.channels);
  parts('topics', 'Topic', costs.topics);
  table('lines', ['Day', 'Model', 'For', 'Calls', 'Failed', 'Tokens in', 'Tokens out', 'Cost'], costs.lines.map((line) =>
    [line.day, line.model, PURPOSES[line.purpose] ?? line.purpose, line.calls, line.failed, line.tokensIn, line.tokensOut, dollars(line.cost)]));
  byId('experiment-part').hidden = costs.experiment === null;
  if (costs.experiment !== null) {
    byId('experiment-title').textContent = `Experiment “${costs.experiment.name}”`;
    byId('verdict').textContent = costs.experiment.verdict;
    table('experiment', ['Side', 'Conversations', 'Solved by the bot', 'Share', 'Cost each'], costs.experiment.arms.map((arm) =>
      [arm.name, arm.conversations, arm.solved, arm.conversations ? `${(100 * arm.solved / arm.conversations).toFixed(1)}\u00a0%` : '', arm.conversations ? dollars(arm.cost / arm.conversations) : '']));
  }
  byId('on-trial').hidden = costs.trials.length === 0;
  table('trials', ['Model', 'Asked', 'Answered', 'Sentences', 'Not borne', 'Same sources', 'Each took', 'Cost'], costs.trials.map((one) =>
    [one.model || 'None was reached', one.asked, one.answered, one.sentences, one.dropped, one.sameSources, `${count(Math.round(one.millis / one.asked))}\u00a0ms`, dollars(one.cost)]));
}

async function load(days) {
  for (const button of document.querySelectorAll('[data-days]')) {
    button.setAttribute('aria-pressed', String(button.dataset.days === String(days)));
  }
  try {
    show(await get(`/costs?days=${days}`));
    trouble('');
  } catch (fault) {
    trouble(fault.message);
  }
}

for (const button of document.querySelectorAll('[data-days]')) {
  button.addEventListener('click', () => load(Number(button.dataset.days)));
}

showTop(await me());
await load(7);
