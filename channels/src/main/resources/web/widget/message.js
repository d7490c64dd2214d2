// How a message looks.

import { blocks, link } from '/assets/blocks.js';
import { el, icon } from '/assets/dom.js';
import { sources } from '/assets/sources.js';
import { attached } from './attached.js';

const ROBOT = 'M8 9h8a3 3 0 0 1 3 3v4a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3v-4a3 3 0 0 1 3-3ZM12 9V5M9.5 13.5v1M14.5 13.5v1';
const PERSON = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5';
const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'’])/g;

/** What the customer wrote: {text, attachments, at}; without `at` it is on its way. */
export function own({ text, attachments, at }, words, renew) {
  const article = el('article', { class: 'message by-customer' },
    el('span', { class: 'hidden' }, words('you')),
    attached(attachments, words, renew),
    text && el('div', { class: 'text', dir: 'auto' }, ...plain(text)),
    el('p', { class: 'delivery' }));
  tell(article, at ? [clock(at, words)] : [words('sending')]);
  return article;
}

/** Says below an own message what has become of it. */
export function tell(article, parts) {
  article.querySelector('.delivery').replaceChildren(...parts);
}

/** What the assistant or a person wrote. */
export function theirs(message, words, renew) {
  const { list, mark } = sources(message.citations ?? [], sourceWords(words));
  const answer = message.author.type === 'bot' && message.blocks?.length > 0;
  const text = answer ? blocks(message.blocks, mark) : [el('p', { dir: 'auto' }, ...plain(message.text))];
  const article = el('article', { class: `message by-${message.author.type}` },
    byline(message.author, words, clock(message.at, words)),
    attached(message.attachments, words, renew),
    message.text && el('div', { class: 'text' }, ...text),
    list);
  article.querySelectorAll('.table').forEach((table) => table.setAttribute('aria-label', words('table')));
  return article;
}

/** An answer that is still being written; screen readers get it when it is whole. */
export function draft(words) {
  return el('article', { class: 'message by-bot', 'aria-busy': true },
    byline({ type: 'bot' }, words),
    el('div', { class: 'text' }));
}

/** Puts the words there are so far into a draft. */
export function write(article, text) {
  article.querySelector('.text').replaceChildren(...text.trim().split(/\n{2,}/).map((words) => el('p', { dir: 'auto' }, words)));
}

/** Three dots for somebody who writes. */
export function dots({ who, name }, words) {
  return el('div', { class: `typing by-${who}` },
    el('span', { class: 'hidden' }, words('writing', { name: name || words(who) })),
    el('span', { class: 'dots', 'aria-hidden': true }, el('span'), el('span'), el('span')));
}

/** The words of a message alone, without the marks of its sources. */
export function spoken(article) {
  const text = article.querySelector('.text')?.cloneNode(true) ?? el('p');
  text.querySelectorAll('.mark').forEach((mark) => mark.remove());
  text.querySelectorAll('p, li, tr, blockquote').forEach((end) => end.append('\n'));
  return text.textContent.replace(/\s*\n\s*/g, '\n').trim();
}

export function time(at, words) {
  const when = new Date(at);
  const today = when.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(words.tag, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(when);
}

function byline(author, words, ...rest) {
  const human = author.type === 'agent';
  return el('p', { class: 'by' },
    el('span', { class: 'avatar' }, icon(human ? PERSON : ROBOT)),
    el('span', { class: 'author', dir: 'auto' }, author.name || words(author.type)),
    el('span', { class: 'badge' }, words(human ? 'human' : 'ai')),
    ...rest);
}

function clock(at, words) {
  return el('time', { datetime: at }, time(at, words));
}

/** Plain words, in which only addresses become links. */
function plain(text) {
  return text.split(ADDRESS).map((piece, index) => (index % 2 === 1 ? link(piece, piece) : piece));
}

function sourceWords(words) {
  return {
    source: words('source'),
    sources: words('sources'),
    numbered: (n) => words('numbered', { n }),
    show: (n) => words('show', { n }),
    where: words('where'),
    quoted: words('quoted'),
    version: (n) => words('version', { n }),
    whole: words('whole'),
    tab: words('tab'),
  };
}
