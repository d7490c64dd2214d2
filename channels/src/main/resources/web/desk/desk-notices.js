// What the page says where there is no case to show, or when something did not work.

import { el, icon } from '/assets/dom.js';

const TOAST_MS = 8_000;
const TRAY = 'M4 13l3-8h10l3 8v6H4v-6ZM4 13h5l1 2h4l1-2h5';

/** Stands where a case would; `more` may end in a button. */
export function nothing(title, more, button) {
  return el('div', { class: 'nothing' }, icon(TRAY), el('strong', {}, title), el('p', {}, more), button);
}

/** Says for a while that something did not work, or, of the kind `done`, that it did. */
export function toast(place, words, kind = 'fault') {
  const note = el('div', { class: `toast ${kind}` }, el('p', {}, words), el('button', { type: 'button', class: 'plain', onclick: () => note.remove() }, 'Close'));
  place.append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}
