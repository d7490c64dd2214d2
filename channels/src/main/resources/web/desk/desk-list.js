// The list of cases on the left.

import { el, icon } from '/assets/dom.js';
import { VIEWS } from './desk-board.js';
import { language } from './desk-words.js';
import { moment, wait } from './desk-time.js';
import { who } from './desk-who.js';

const DONE = 'M5 12.5l4.5 4.5L19 7.5';

/** Shows one view of the board and moves through it. */
export class List {
  #board;
  #me;
  #parts;
  #view = VIEWS[0];
  #current = '';
  #elements = new Map();
  #viewed;

  /** `parts` are the elements of the list; `viewed` is called when another view is chosen. */
  constructor(board, me, parts, viewed) {
    this.#board = board;
    this.#me = me;
    this.#parts = parts;
    this.#viewed = viewed;
    parts.search.addEventListener('input', () => this.show());
    this.show();
  }

  get view() {
    return this.#view;
  }

  /** The case that is open. */
  set current(id) {
    this.#current = id;
    this.show();
  }

  choose(view) {
    this.#view = view;
    this.#elements.clear();
    this.#viewed(view);
    this.show();
  }

  /** Chooses the first view that holds the case, unless the present one does. */
  reveal(line) {
    if (!this.#shown().some((each) => each.id === line.id)) {
      const view = VIEWS.find((each) => each.holds(line, this.#me));
      if (view !== undefined) {
        this.choose(view);
      }
    }
  }

  /** The id of the next case, or with -1 of the one before. */
  next(step) {
    const lines = this.#shown();
    const at = lines.findIndex((line) => line.id === this.#current);
    const to = at < 0 ? (step > 0 ? 0 : lines.length - 1) : at + step;
    return lines[to]?.id;
  }

  show() {
    const { views, lines, none, found, search } = this.#parts;
    this.#tabs(views);
    const shown = this.#shown();
    const elements = shown.map((line) => this.#element(line));
    place(lines, elements);
    this.#elements = new Map(shown.map((line, index) => [line.id, elements[index]]));
    lines.hidden = shown.length === 0;
    none.hidden = shown.length > 0;
    if (shown.length === 0) {
      none.replaceChildren(...this.#nothing());
    }
    found.textContent = search.value === '' ? '' : `${shown.length} found`;
  }

  #shown() {
    return this.#board.lines(this.#view, this.#parts.search.value);
  }

  #nothing() {
    const [title, more] = this.#parts.search.value === '' ? this.#view.empty : ['Nothing found', 'No case here holds these words.'];
    return [icon(DONE), el('strong', {}, title), el('p', {}, more)];
  }

  #tabs(views) {
    VIEWS.forEach((view, index) => {
      const button = views.children[index] ?? views.appendChild(el('button', { type: 'button', class: 'view', onclick: () => this.choose(view) }));
      const number = view.id === 'done' ? undefined : el('span', { class: this.#board.calls(view) > 0 ? 'count calls' : 'count' }, String(this.#board.lines(view, '').length));
      button.replaceChildren(view.name, ...(number === undefined ? [] : [number]));
      button.setAttribute('aria-pressed', String(view === this.#view));
    });
  }

  #element(line) {
    const unread = this.#board.unread(line) && line.id !== this.#current;
    const key = JSON.stringify([line, unread]);
    const known = this.#elements.get(line.id);
    const item = known?.key === key ? known : this.#made(line, unread, known, key);
    const link = item.firstElementChild;
    link.setAttribute('aria-current', String(line.id === this.#current));
    return item;
  }

  /** The same element with other words, so that the focus stays. */
  #made(line, unread, known, key) {
    const item = known ?? el('li', {}, el('a', { href: `#${line.id}`, draggable: false }));
    item.key = key;
    const link = item.firstElementChild;
    link.className = unread ? 'line unread' : 'line';
    link.replaceChildren(
      el('span', { class: 'line-top' },
        unread ? el('span', { class: 'dot' }, el('span', { class: 'hidden' }, 'New: ')) : '',
        this.#state(line),
        ...urgency(line),
        line.waiting === null ? '' : wait(line.waiting)),
      el('span', { class: 'line-words', dir: 'auto' }, line.words || 'Nothing written yet'),
      el('span', { class: 'line-end' },
        who(line.customer),
        el('span', { class: 'line-why', dir: 'auto' }, line.because || line.channel),
        language(line.language) === '' ? '' : el('span', { class: 'language', title: language(line.language) }, line.language)));
    return item;
  }

  #state(line) {
    const mine = line.agent === this.#me;
    switch (line.state) {
      case 'queued':
        return el('span', { class: 'badge queued' }, 'Waiting');
      case 'agent':
        return el('span', { class: mine ? 'badge mine' : 'badge', dir: 'auto' }, mine ? 'Mine' : line.agent);
      case 'snoozed':
        return el('span', { class: 'badge', dir: 'auto' }, `${mine ? 'Mine' : line.agent}, until ${moment(line.until)}`);
      case 'resolved':
        return el('span', { class: 'badge', dir: 'auto' }, `Resolved by ${mine ? 'you' : line.agent}`);
      case 'closed':
        return el('span', { class: 'badge' }, 'Closed');
      default:
        return el('span', { class: 'badge' }, 'With the assistant');
    }
  }
}

function place(list, elements) {
  if (elements.length === list.children.length && elements.every((element, index) => element === list.children[index])) {
    return;
  }
  const focused = document.activeElement;
  const within = list.contains(focused);
  list.replaceChildren(...elements);
  if (within) {
    focused.focus({ preventScroll: true });
  }
}

/** How soon somebody should see to it, as far as that is worth a word. */
export function urgency(line) {
  const words = [];
  if (line.priority === 'urgent' || line.priority === 'high') {
    words.push(el('span', { class: `badge ${line.priority}` }, line.priority === 'urgent' ? 'Urgent' : 'High'));
  }
  if (line.team !== '') {
    words.push(el('span', { class: 'badge', dir: 'auto' }, line.team));
  }
  if (line.due !== null && line.waiting !== null) {
    const late = Date.parse(line.due) < Date.now();
    words.push(el('span', { class: late ? 'badge urgent' : 'badge' }, `${late ? 'Was due' : 'Due'} ${moment(line.due)}`));
  }
  return words;
}
