// The case in short, above what was said.

import { el } from '/assets/dom.js';
import { sources } from '/assets/sources.js';
import { size as sized } from '/widget/assets/attached.js';
import { keep, kept } from './desk-kept.js';
import { fact, felt, needed } from './desk-words.js';

const ENGLISH = { tag: 'en' };
const FELT = { helpful: 'It helped', unhelpful: 'It did not help' };

/** A part of the page that shows a brief and stays open or closed as it was left. */
export class Brief {
  element = el('details', { class: 'brief' }, el('summary', {}, el('span', { class: 'hidden' }, 'Brief: '), el('span', { class: 'brief-problem', dir: 'auto' })), el('dl', { class: 'brief-body' }));
  #shown = '';

  constructor() {
    this.element.open = kept('brief') ?? !matchMedia('(max-width: 52rem)').matches;
    this.element.addEventListener('toggle', () => keep('brief', this.element.open));
  }

  show(brief, models = []) {
    const now = JSON.stringify([brief, models]);
    // What is the same is left alone: a source may be open, or words selected.
    if (now === this.#shown) {
      return;
    }
    this.#shown = now;
    this.element.querySelector('.brief-problem').textContent = brief.problem || 'The customer has not said what it is about';
    this.element.querySelector('.brief-body').replaceChildren(
      ...row('In short', brief.summary && el('span', {}, el('span', { dir: 'auto' }, brief.summary), el('span', { class: 'by-model' }, ' Told by a model; the conversation below is what counts.'))),
      ...row('What they want', brief.request === brief.problem ? '' : brief.request),
      ...row('Why it is here', brief.because),
      ...row('What was tried', tried(brief.tried)),
      ...row('Mood', mood(brief.moods)),
      ...row('Facts', facts(brief.facts)),
      ...row('Files', files(brief.enclosed)),
      ...row('Not said yet', brief.missing.map(needed).join(', ')),
      ...row('Sent to models', models.length > 0 ? left(models) : ''),
      ...row('Earlier ratings', brief.ratings.map(({ score, words }) => `${score} of 5${words ? ` “${words}”` : ''}`).join(', ')));
  }
}

function row(name, content) {
  return content === '' ? [] : [el('dt', {}, name), el('dd', { dir: 'auto' }, content)];
}

function tried(answers) {
  if (answers.length === 0) {
    return 'The assistant has given no answer';
  }
  return el('ul', { class: 'tried' }, ...answers.map((each) => {
    const { list } = sources(each.citations);
    return el('li', {},
      el('p', { class: 'tried-question', dir: 'auto' }, each.question),
      el('p', { class: 'tried-answer', dir: 'auto' }, each.answer, ' ', each.felt in FELT ? el('span', { class: `felt ${each.felt}` }, FELT[each.felt]) : ''),
      list);
  }));
}

/** A bar for each message, the higher the worse, and in words how it is now. */
function mood(moods) {
  if (moods.length === 0) {
    return '';
  }
  const now = moods.at(-1).feeling;
  const always = moods.every(({ feeling }) => feeling === now);
  return el('div', { class: 'mood' },
    el('ol', { class: 'mood-curve', 'aria-label': 'Mood, message by message' }, ...moods.map(({ feeling }) =>
      el('li', { class: feeling, title: felt(feeling) }, el('span', { class: 'hidden' }, felt(feeling))))),
    el('span', { class: `mood-now ${now}` }, `${felt(now)}${always ? '' : ' now'}`));
}

function facts(all) {
  return all.length === 0 ? ''
    : el('ul', { class: 'facts' }, ...all.map(({ kind, value, standing }) =>
      el('li', { class: `fact ${standing}` }, el('span', {}, fact(kind)), value, el('span', { class: 'standing' }, standing))));
}

function files(all) {
  return all.length === 0 ? ''
    : el('ul', { class: 'enclosed' }, ...all.map(({ id, name, size, text }) =>
      el('li', {},
        el('a', { href: `/desk/api/files/${encodeURIComponent(id)}`, dir: 'auto' }, name), el('span', { class: 'file-size' }, ` ${sized(size, ENGLISH)}`),
        text === '' ? undefined : el('p', { class: 'file-text', dir: 'auto' }, text))));
}

/** What left for models, and what was kept back of it. */
function left(models) {
  return el('details', { class: 'left' },
    el('summary', {}, `${models.length} ${models.length === 1 ? 'call' : 'calls'}`),
    el('ul', {}, ...models.map((call) => el('li', {},
      `${call.model}, ${call.purpose}: ${call.tokens} tokens`,
      call.pictures > 0 ? `, ${call.pictures} ${call.pictures === 1 ? 'picture' : 'pictures'}` : '',
      call.withheld ? `; kept back: ${call.withheld}` : '',
      call.outcome === 'ANSWERED' ? '' : ` (${call.outcome.toLowerCase().replaceAll('_', ' ')})`))));
}
