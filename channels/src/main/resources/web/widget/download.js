// Gives the customer a text to keep.

import { el } from '/assets/dom.js';

const READ_MS = 60_000;

/** Has the browser save the text under the name. */
export function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
}
