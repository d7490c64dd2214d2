// Says things to screen readers, each once.

import { el } from '/assets/dom.js';

// Less than a tenth of this is missed by some; more, and it is found again while reading along.
const HEARD_MS = 1_000;

/** A region that nobody sees. The transcript itself is silent, or all of it would be read again. */
export class Live {
  #region;

  constructor(region) {
    this.#region = region;
  }

  say(words) {
    const said = el('p', { dir: 'auto' }, words);
    this.#region.append(said);
    setTimeout(() => said.remove(), HEARD_MS);
  }
}
