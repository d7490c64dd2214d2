// Shows the typed blocks an answer is made of.

import { el } from './dom.js';

/**
 * The elements of the blocks. `cite` is called with the number of a citation mark and returns what
 * to put in its place.
 */
export function blocks(list, cite) {
  return list.map((block) => show(block, cite));
}

function show(block, cite) {
  switch (block.type) {
    case 'heading':
      return el('p', { class: `heading heading-${block.level}`, role: 'heading', 'aria-level': Math.min(6, block.level + 2), dir: 'auto' }, ...line(block.content, cite));
    case 'list':
      return list(block, cite);
    case 'code':
      return el('pre', { tabindex: 0, dir: 'ltr' }, el('code', {}, block.text));
    case 'quote':
      return el('blockquote', { dir: 'auto' }, ...blocks(block.blocks, cite));
    case 'table':
      return table(block, cite);
    case 'rule':
      return el('hr');
    default:
      return el('p', { dir: 'auto' }, ...line(block.content ?? [], cite));
  }
}

function list(block, cite) {
  const attributes = block.ordered && block.start !== 1 ? { start: block.start } : {};
  const items = block.items.map((item) => el('li', { dir: 'auto' }, ...blocks(item, cite)));
  return el(block.ordered ? 'ol' : 'ul', attributes, ...items);
}

function table(block, cite) {
  const head = block.head.map((cell) => el('th', { scope: 'col', dir: 'auto' }, ...line(cell, cite)));
  const rows = block.rows.map((row) => el('tr', {}, ...row.map((cell) => el('td', { dir: 'auto' }, ...line(cell, cite)))));
  // It scrolls by itself on a narrow screen, also for those who use the keyboard.
  return el('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Table' },
    el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)));
}

function line(inlines, cite) {
  return inlines.map((inline) => word(inline, cite));
}

function word(inline, cite) {
  switch (inline.type) {
    case 'emphasis':
      return el('em', {}, ...line(inline.content, cite));
    case 'strong':
      return el('strong', {}, ...line(inline.content, cite));
    case 'code':
      return el('code', {}, inline.text);
    case 'link':
      return link(inline.url, ...line(inline.content, cite));
    case 'citation':
      return cite(inline.number);
    case 'break':
      return el('br');
    default:
      return inline.text ?? '';
  }
}

/** A link to another site, or the plain words when the address is none to be led to. */
export function link(url, ...words) {
  return /^(https?:\/\/|mailto:)/i.test(url)
    ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...words)
    : el('span', {}, ...words);
}
