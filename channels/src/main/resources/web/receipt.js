// The receipt: how an answer was found, on request.

import { el } from './dom.js';

const OUTCOMES = {
  answer: 'Answered',
  clarify: 'Asked back',
  escalate: 'Left to a person',
  courtesy: 'Courtesy',
};

const RUNGS = {
  knowledge: 'The knowledge alone',
  mini: 'The small model',
  large: 'The large model',
  person: 'A person',
};

const STAGES = ['triage', 'retrieval', 'drafting'];

/** Shows receipts in the page's dialog; the browser keeps the focus inside and gives it back. */
export class ReceiptView {
  constructor(dialog, body, close) {
    this.dialog = dialog;
    this.body = body;
    close.addEventListener('click', () => dialog.close());
    // The dialog itself is hit only outside of what it holds.
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  }

  open(answer) {
    this.body.replaceChildren(...answer.parts.map((part) => story(part, answer)), times(answer.receipt), reading(answer.receipt));
    this.dialog.showModal();
    this.body.scrollTop = 0;
  }
}

function story(part, answer) {
  const search = answer.receipt.evidence.find((each) => each.question === part.question);
  return el('section', { class: 'story' },
    part.question && el('p', { class: 'asked', dir: 'auto' }, part.question),
    el('p', { class: 'outcome' }, el('span', { class: `badge badge-${part.decision}` }, OUTCOMES[part.decision] ?? part.decision), el('span', { dir: 'auto' }, sentence(part.because))),
    ladder(answer.receipt.ascents.find((each) => each.question === part.question)),
    search && search.candidates.length > 0 ? candidates(search.candidates, answer.receipt.thresholds) : undefined);
}

// Without a model to ask, the decision above says it all.
function ladder(ascent) {
  return ascent === undefined || ascent.steps.length === 0
    ? undefined
    : el('ol', { class: 'ladder' }, ...ascent.steps.map((step) => el('li', {},
      el('span', { class: 'rung' }, RUNGS[step.rung]),
      el('span', {}, `${step.outcome}, ${step.millis}\u00a0ms`))));
}

function candidates(found, thresholds) {
  return el('table', { class: 'candidates' },
    el('caption', {}, `Articles answer at ${percent(thresholds.answer)} or more, and are offered as a choice at ${percent(thresholds.clarify)} or more.`),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Article'), el('th', { scope: 'col', class: 'chance' }, 'Chance that it answers'))),
    el('tbody', {}, ...found.map((each) => row(each, thresholds))));
}

function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replaceAll(' %', '\u00a0%');
}

function row(candidate, thresholds) {
  return el('tr', {},
    el('th', { scope: 'row' },
      el('span', { class: 'found-title', dir: 'auto' }, candidate.title),
      small([...candidate.headings].join(' › ')),
      small(matched(candidate)),
      small(scores(candidate))),
    el('td', { class: 'chance' }, el('span', { class: 'percent' }, percent(candidate.probability)), bar(candidate.probability, thresholds)));
}

// A passage is indexed below its title and headings, which stand above it here, and in Markdown.
function matched(candidate) {
  const above = `${[candidate.title, ...candidate.headings].join(' > ')}\n`;
  const words = `${candidate.matched}\n`.startsWith(above) ? candidate.matched.slice(above.length) : candidate.matched;
  const plain = words.replace(/\|(\s*:?-+:?\s*\|)+/g, '').replace(/(\s*\|)+\s*/g, ' · ').replace(/^ · | · $/g, '');
  return plain === '' ? '' : `Matched “${shorten(plain)}”`;
}

function small(text) {
  return text === '' ? undefined : el('span', { class: 'small', dir: 'auto' }, text);
}

function scores(candidate) {
  const version = candidate.version > 0 ? [`version\u00a0${candidate.version}`] : [];
  return [...Object.entries(candidate.scores).map(([name, value]) => `${name} ${round(value)}`), ...version].join(' · ');
}

function bar(probability, thresholds) {
  const filled = el('span', { class: 'bar-filled' });
  const bar = el('span', { class: 'bar', 'aria-hidden': true }, filled, tick(thresholds.clarify), tick(thresholds.answer));
  filled.style.inlineSize = `${probability * 100}%`;
  bar.classList.toggle('bar-enough', probability >= thresholds.answer);
  return bar;
}

function tick(at) {
  const tick = el('span', { class: 'bar-tick' });
  tick.style.insetInlineStart = `${at * 100}%`;
  return tick;
}

function times(receipt) {
  const searching = new Map();
  receipt.evidence.forEach((search) => Object.entries(search.micros).forEach(([name, micros]) => searching.set(name, (searching.get(name) ?? 0) + micros)));
  const within = [...searching].map(([name, micros]) => [`– ${name}`, micros]);
  const stages = STAGES.filter((name) => name in receipt.micros).map((name) => [name, receipt.micros[name]]);
  stages.splice(stages.findIndex(([name]) => name === 'retrieval') + 1, 0, ...within);
  return el('section', { class: 'times' },
    el('h3', {}, 'Time spent'),
    el('dl', {}, ...stages.flatMap(([name, micros]) => term(name, millis(micros))), ...term('total', millis(receipt.micros.total ?? 0), 'total')));
}

function reading(receipt) {
  const signals = receipt.signals.length === 0 ? 'nothing special' : receipt.signals.join(', ').replaceAll('_', ' ');
  return el('section', { class: 'times' },
    el('h3', {}, 'What was read'),
    el('dl', {}, ...term('language', language(receipt.language)), ...term('noticed', signals)));
}

function term(name, value, kind = '') {
  return [el('dt', { class: kind }, name), el('dd', { class: kind }, value)];
}

function language(tag) {
  return tag === 'und' ? 'not recognised' : new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}

function percent(share) {
  // Rounded down, so that no chance looks as if it had reached a threshold that it missed.
  return `${Math.floor(share * 100 + 1e-9)}\u00a0%`;
}

function millis(micros) {
  return `${(micros / 1000).toFixed(micros < 10_000 ? 2 : 0)} ms`;
}

function round(value) {
  return Number(value.toPrecision(3)).toString();
}

function shorten(text) {
  return text.length > 120 ? `${text.slice(0, 117).trimEnd()}…` : text;
}
