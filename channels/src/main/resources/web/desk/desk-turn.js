// How a turn looks to the team.

import { blocks, link } from '/assets/blocks.js';
import { el, icon } from '/assets/dom.js';
import { sources } from '/assets/sources.js';
import { attached } from '/widget/assets/attached.js';
import { clock } from './desk-time.js';
import { step } from './desk-words.js';

const LOCK = 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3';
const ROBOT = 'M8 9h8a3 3 0 0 1 3 3v4a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3v-4a3 3 0 0 1 3-3ZM12 9V5M9.5 13.5v1M14.5 13.5v1';
const PERSON = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5';
const TEAM = 'M4 12v4h3v-5H5.5A6.5 6.5 0 0 1 12 4.5a6.5 6.5 0 0 1 6.5 6.5H17v5h3v-4M20 16c0 3-3 4-6 4';
const IDEA = 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.4.3.5.7.5 1.1h6c0-.4.1-.8.5-1.1A6 6 0 0 0 12 3Z';
const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'’])/g;

// What the chat's own view of files asks for in the customer's language.
const FILE_WORDS = Object.assign((key, { name }) => `Picture ${name}`, { tag: 'en' });

const WRITERS = {
  customer: () => [icon(PERSON), el('strong', {}, 'Customer')],
  bot: () => [icon(ROBOT), el('strong', {}, 'Assistant')],
  agent: ({ by }) => [icon(TEAM), el('strong', { dir: 'auto' }, by)],
  note: ({ by }) => [icon(LOCK), el('strong', { dir: 'auto' }, `Note by ${by}`), 'only the team sees it'],
  suggestion: () => [icon(IDEA), el('strong', {}, 'Suggested reply'), 'not sent'],
};

/** A turn; `use` takes the text of a suggestion, `translate(text)` resolves with it in the team's language. */
export function turn(said, use, translate) {
  const people = said.author === 'customer' || said.author === 'agent' || said.author === 'note';
  const end = el('div', { class: 'turn-end' });
  const article = el('article', { class: `turn by-${said.author}` },
    el('p', { class: 'turn-by' }, ...WRITERS[said.author](said), clock(said.at)),
    ...(people ? [el('div', { class: 'turn-words', dir: 'auto' }, ...plain(said.text))] : answer(said)),
    attached(said.files, FILE_WORDS, (id) => `/desk/api/files/${id}`),
    ...said.files.filter(({ words }) => words !== '').map(pictureWords),
    end);
  if (said.author === 'suggestion') {
    article.append(el('button', { type: 'button', class: 'button', onclick: () => use(said.text) }, 'Use this reply'));
  }
  if (said.author === 'customer' && translate && said.text !== '') {
    article.append(translation(said.text, translate));
  }
  return article;
}

function translation(text, translate) {
  const button = el('button', { type: 'button', class: 'plain translate', onclick: async () => {
    button.disabled = true;
    try {
      button.replaceWith(el('p', { class: 'turn-words translated', dir: 'auto' }, await translate(text)));
    } catch (fault) {
      button.disabled = false;
      button.textContent = `${fault.message} Try again`;
    }
  } }, 'Translate');
  return button;
}

/** What was read in a picture, folded up: the picture says more to people. */
function pictureWords({ name, words }) {
  return el('details', { class: 'picture-words' }, el('summary', {}, `What stands in ${name}`), el('p', { dir: 'auto' }, words));
}

/** What the assistant wrote, with its sources. */
export function answer(said) {
  const { list, mark } = sources(said.citations);
  return [el('div', { class: 'text' }, ...blocks(said.blocks, mark)), ...(list === undefined ? [] : [list])];
}

/** Says below a turn what has become of it. */
export function tell(article, words) {
  article.querySelector('.turn-end').replaceChildren(...words.map((each) => el('span', { class: each.type ?? '' }, each.words)));
}

/** A line for a change of custody. */
export function stepLine(event) {
  return el('p', { class: 'step' }, el('span', {}, step(event), ' · ', clock(event.at)));
}

/** Plain words, in which only addresses become links. */
function plain(text) {
  return text.split(ADDRESS).map((piece, index) => (index % 2 === 1 ? link(piece, piece) : piece));
}
