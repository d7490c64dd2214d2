// The open cases, and which of them somebody has looked at.

import { keep, kept } from './desk-kept.js';

const MOST_SEEN = 1_000;

/** The parts of the list, in the order they are shown. */
export const VIEWS = [
  { id: 'unclaimed', name: 'Unclaimed', holds: (line) => line.state === 'queued', empty: ['Nobody is waiting', 'New cases appear here by themselves.'] },
  { id: 'mine', name: 'Mine', holds: (line, me) => line.state === 'agent' && line.agent === me, empty: ['You have no case', 'Claim one with C, and it stays here until it is done.'] },
  { id: 'snoozed', name: 'Snoozed', holds: (line) => line.state === 'snoozed', empty: ['Nothing is put aside', 'Snoozed cases come back when their time has come, or when the customer writes.'] },
  { id: 'open', name: 'All open', holds: () => true, empty: ['No case is open', 'Everything is answered.'] },
  { id: 'done', name: 'Done', holds: () => false, empty: ['Nothing is done yet', 'What was handed back or resolved last is found here.'] },
];

/** Knows the list as the server told it last. */
export class Board {
  #me;
  #lines = new Map();
  #done = [];
  #seen = new Map(kept('seen') ?? []);
  revision = '';
  undelivered = 0;

  constructor(me) {
    this.#me = me;
  }

  /** Takes what the server tells: the whole list, or what has changed in it. */
  take({ revision, cases, changed = [], gone = [], undelivered }) {
    if (cases !== undefined) {
      this.#lines = new Map(cases.map((line) => [line.id, line]));
    }
    changed.forEach((line) => this.#lines.set(line.id, line));
    gone.forEach((id) => this.#lines.delete(id));
    this.revision = revision;
    this.undelivered = undelivered;
  }

  /** What is known of the cases that were done last. */
  set done(lines) {
    this.#done = lines;
  }

  find = (id) => this.#lines.get(id);

  /** The lines of a view that hold the words, those first that wait the longest. */
  lines(view, words) {
    const all = view.id === 'done' ? this.#done : [...this.#lines.values()].filter((line) => view.holds(line, this.#me)).sort(longestFirst);
    const wanted = words.trim().toLowerCase();
    return wanted === '' ? all : all.filter((line) => [line.words, line.because, line.agent, line.id, line.customer.name, line.customer.email].some((text) => text.toLowerCase().includes(wanted)));
  }

  /** How many somebody should look at now. */
  calls(view) {
    return view.id === 'unclaimed' ? this.lines(view, '').length
      : view.id === 'mine' ? this.lines(view, '').filter((line) => line.waiting !== null).length : 0;
  }

  unread(line) {
    return line.asked > (this.#seen.get(line.id) ?? 0);
  }

  /** Remembers that the case was looked at up to that turn. */
  see(id, asked) {
    if (asked > (this.#seen.get(id) ?? 0)) {
      this.#seen.delete(id);
      this.#seen.set(id, asked);
      keep('seen', [...this.#seen].slice(-MOST_SEEN));
    }
  }
}

const URGENCY = { urgent: 0, high: 1, normal: 2, low: 3 };

function longestFirst(one, other) {
  return urgency(one) - urgency(other) || rank(one) - rank(other);
}

// Who waits for nothing is not urgent, whatever it was about.
function urgency(line) {
  return line.waiting === null ? 4 : URGENCY[line.priority];
}

function rank(line) {
  return line.waiting === null ? 1e15 - Date.parse(line.wrote) : Date.parse(line.waiting);
}
