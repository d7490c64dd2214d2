// The numbered sources of an answer: chips that open to the words that prove it.

import { blocks, link } from './blocks.js';
import { el, icon } from './dom.js';

const OUT = 'M14 5h5v5M19 5l-8 8M11 6H7a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-4';

const ENGLISH = {
  source: 'Source',
  sources: 'Sources',
  numbered: (number) => `Source ${number}`,
  show: (number) => `Show source ${number}`,
  where: 'Where it stands',
  quoted: 'Quoted word for word',
  version: (version) => `Version ${version}`,
  whole: 'Read the whole article',
  tab: '(opens in a new tab)',
};

let made = 0;

/**
 * The sources of one answer: `list` to be shown below it, `mark(n)` to stand in its text. `words` are
 * those that stand around them, in the customer's language.
 */
export function sources(citations, words = ENGLISH) {
  const places = group(citations);
  const entries = places.map((quotes, index) => entry(quotes, index + 1, words));
  const chips = el('ul', { class: 'chips' }, ...entries.map(({ chip }) => el('li', {}, chip)));
  const open = (number) => {
    entries.forEach((each, index) => toggle(each, index + 1 === number && !each.open));
    entries.find((each) => each.open)?.panel.scrollIntoView({ block: 'nearest' });
  };
  entries.forEach(({ chip }, index) => chip.addEventListener('click', () => open(index + 1)));
  const list = entries.length === 0 ? undefined
    : el('div', { class: 'sources' }, el('p', { class: 'label' }, entries.length === 1 ? words.source : words.sources), chips, ...entries.map(({ panel }) => panel));
  const place = (number) => places.findIndex((quotes) => quotes.includes(citations[number - 1])) + 1;
  return { list, mark: (number) => mark(place(number), entries[place(number) - 1], open, words) };
}

/** Quotes from the same place of the same article are one source. */
function group(citations) {
  const places = new Map();
  citations.forEach((citation) => {
    const key = JSON.stringify([citation.article, citation.version, citation.title, citation.headings]);
    places.set(key, [...(places.get(key) ?? []), citation]);
  });
  return [...places.values()];
}

function entry(quotes, number, words) {
  const [citation] = quotes;
  const id = `source-${++made}`;
  const chip = el('button', { type: 'button', class: 'chip', 'aria-expanded': false, 'aria-controls': id },
    el('span', { class: 'number', 'aria-hidden': true }, String(number)),
    el('span', { class: 'hidden' }, `${words.numbered(number)}: `),
    el('span', { class: 'chip-title', dir: 'auto' }, citation.title));
  return { chip, panel: panel(quotes, id, words), open: false, url: citation.url };
}

function panel(quotes, id, words) {
  const [citation] = quotes;
  const path = [citation.title, ...citation.headings];
  return el('div', { class: 'panel', id, hidden: '' },
    el('ol', { class: 'path', 'aria-label': words.where }, ...path.map((step) => el('li', { dir: 'auto' }, step))),
    ...quotes.map((quote) => el('blockquote', { class: 'proof', dir: 'auto' }, ...blocks(quote.blocks, () => ''))),
    el('p', { class: 'origin' }, ...origin(citation, words)));
}

function origin(citation, words) {
  const version = citation.version > 0 ? words.version(citation.version) : '';
  const whole = citation.url === '' ? [] : [link(citation.url, words.whole, icon(OUT), el('span', { class: 'hidden' }, ` ${words.tab}`))];
  return [el('span', {}, words.quoted, version && ` · ${version}`), ...whole];
}

function toggle(each, open) {
  each.open = open;
  each.panel.hidden = !open;
  each.chip.setAttribute('aria-expanded', String(open));
}

function mark(number, each, open, words) {
  if (each === undefined) {
    return '';
  }
  const show = () => {
    if (!each.open) {
      open(number);
    }
    each.chip.focus();
  };
  return el('button', { type: 'button', class: 'mark', 'aria-label': words.show(number), onclick: show }, String(number));
}
