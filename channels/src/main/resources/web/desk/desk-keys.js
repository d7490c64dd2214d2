// Single keys that do something, unless somebody is writing or has switched them off.

import { keep, kept } from './desk-kept.js';

/** What each key does, as it is shown to those who ask. */
const ALL = [
  { names: ['J', 'K'], what: 'Next case, previous case' },
  { names: ['C'], what: 'Claim the case' },
  { names: ['R'], what: 'Write a reply to the customer' },
  { names: ['N'], what: 'Write an internal note' },
  { names: ['G'], what: 'Have a reply suggested' },
  { names: ['S'], what: 'Snooze: put the case aside' },
  { names: ['A'], what: 'Give the case to somebody' },
  { names: ['B'], what: 'Hand the case back to the assistant' },
  { names: ['E'], what: 'Resolve the case' },
  { names: ['/'], what: 'Search' },
  { names: ['Esc'], what: 'Leave the field, go back to the list' },
  { names: ['Ctrl', 'Enter'], what: 'Send what is written' },
  { names: ['?'], what: 'Show this' },
];

/** Listens for keys; `acts` are functions by key. */
export class Keys {
  all = ALL;

  constructor(acts) {
    document.addEventListener('keydown', (event) => {
      const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act !== undefined && this.#isFree(event)) {
        event.preventDefault();
        act();
      }
    });
  }

  get on() {
    return kept('keys') ?? true;
  }

  set on(on) {
    keep('keys', on);
  }

  #isFree(event) {
    const writing = event.target.closest?.('input, textarea, select, dialog') !== null;
    return !writing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && (this.on || event.key === 'Escape');
  }
}
