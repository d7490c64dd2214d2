// One case: who has it, what can be done, the brief, what was said, and the composer.

import { el, icon } from '/assets/dom.js';
import { Brief } from './desk-brief.js';
import { Composer } from './desk-composer.js';
import { moment, wait } from './desk-time.js';
import { stepLine, tell, turn } from './desk-turn.js';
import { whole } from './desk-who.js';

const NEAR_PX = 120;
const WRITING_MS = 12_000;
const BACK = 'M15 5l-7 7 7 7';

/** Shows one case for as long as it is open. */
export class Case {
  id;
  #me;
  #actions;
  #head = el('div', { class: 'case-head' });
  #brief = new Brief();
  #said = el('div', { class: 'said', tabindex: 0, role: 'log', 'aria-label': 'What was said' });
  #turns = el('div', { class: 'turns' });
  #entries = new Map();
  #composer;
  #shown;
  #writing;
  #translate;

  /** `actions` does what agents can do, by the name of the button; `act` is for the composer. */
  constructor(place, { case: shown, turns, more }, me, actions, act, texts) {
    this.id = shown.line.id;
    this.#me = me;
    this.#actions = actions;
    this.#shown = shown;
    this.#translate = (text) => act.translate(text, 'team');
    this.#composer = new Composer(act, texts);
    this.#said.append(this.#turns);
    if (more) {
      this.#turns.append(this.#earlier(act));
    }
    turns.forEach((said) => this.add(said));
    this.update(shown);
    place.replaceChildren(this.#head, this.#brief.element, this.#said, this.#composer.element);
    this.#said.scrollTop = this.#said.scrollHeight;
  }

  get line() {
    return this.#shown.line;
  }

  get composer() {
    return this.#composer;
  }

  /** The number of the last turn that is shown. */
  get after() {
    return Math.max(0, ...[...this.#entries.keys()].filter((key) => typeof key === 'number'));
  }

  /** Shows a turn in its place; one that is there already stays. */
  add(said) {
    if (this.#entries.has(said.seq)) {
      return;
    }
    const element = turn(said, (text) => this.#composer.use(text), this.#shown.language && this.#translate);
    this.#put(said.seq, element, said.at, said.shown);
    if (said.author === 'customer') {
      this.writing({ who: 'customer', on: false });
    }
  }

  /** Shows what has become of the case. */
  update(shown) {
    this.#shown = shown;
    const { line, brief, events, opinions, read } = shown;
    this.#head.replaceChildren(...this.#heading(line));
    this.#brief.show(brief, shown.models);
    this.#composer.language = shown.language;
    events.filter((event) => !this.#entries.has(`step ${event.version}`))
      .forEach((event) => this.#put(`step ${event.version}`, stepLine(event), event.at, 0));
    this.#tell(opinions, read);
    this.#composer.mine = line.state === 'agent' && line.agent === this.#me;
  }

  /** Somebody else is writing, or has stopped. */
  writing({ who, name, on }) {
    if (who === 'agent' && name === this.#me) {
      return;
    }
    clearTimeout(this.#writing?.timer);
    this.#writing?.element.remove();
    this.#writing = undefined;
    if (on) {
      const near = this.#near();
      const element = el('p', { class: 'writing', role: 'status' }, who === 'customer' ? 'The customer is writing…' : `${name} is writing…`);
      this.#turns.append(element);
      this.#writing = { element, timer: setTimeout(() => element.remove(), WRITING_MS) };
      this.#follow(near);
    }
  }

  #heading(line) {
    return [
      el('a', { class: 'plain back', href: '#', 'aria-label': 'Back to the list' }, icon(BACK)),
      el('h2', { class: 'custody' }, ...this.#custody(line)),
      whole(line.customer),
      el('div', { class: 'actions' }, ...this.#buttons(line).map(([name, words, key, strength]) =>
        el('button', { type: 'button', class: `button ${strength ?? ''}`, 'data-action': name, onclick: () => this.#actions(name) },
          words, key === undefined ? undefined : el('kbd', { 'aria-hidden': true }, key)))),
    ];
  }

  #custody(line) {
    const mine = line.agent === this.#me;
    switch (line.state) {
      case 'queued':
        return [el('span', { class: 'badge queued' }, 'Waiting in the queue'), wait(line.since, 'for ')];
      case 'agent':
        return [el('span', { class: mine ? 'badge mine' : 'badge', dir: 'auto' }, mine ? 'You have it' : `${line.agent} has it`),
          ...(line.waiting === null ? [] : [wait(line.waiting, 'customer waits ')])];
      case 'snoozed':
        return [el('span', { class: 'badge', dir: 'auto' }, `Put aside by ${mine ? 'you' : line.agent} until ${moment(line.until)}`)];
      case 'resolved':
        return [el('span', { class: 'badge', dir: 'auto' }, `Resolved by ${mine ? 'you' : line.agent}`)];
      case 'closed':
        return [el('span', { class: 'badge' }, 'Closed')];
      default:
        return [el('span', { class: 'badge' }, 'With the assistant')];
    }
  }

  /** What can be done now, the likeliest first. */
  #buttons(line) {
    const mine = line.agent === this.#me;
    switch (line.state) {
      case 'queued':
      case 'bot':
        return [['claim', 'Claim', 'C', 'strong'], ['assign', 'Give to…', 'A']];
      case 'agent':
        return mine
          ? [['resolve', 'Resolve', 'E', 'strong'], ['handBack', 'Hand back', 'B'], ['snooze', 'Snooze', 'S'], ['assign', 'Give to…', 'A'], ['release', 'To the queue']]
          : [['takeOver', 'Take over…']];
      case 'snoozed':
        return mine
          ? [['claim', 'Take up again', 'C', 'strong'], ['resolve', 'Resolve', 'E'], ['snooze', 'Snooze', 'S'], ['handBack', 'Hand back', 'B']]
          : [['takeOver', 'Take over…']];
      case 'resolved':
        return [['article', 'Make this an article'], ['claim', 'Open again', 'C']];
      case 'closed':
        return [['article', 'Make this an article']];
      default:
        return [];
    }
  }

  /** Whether an action is on offer; a key must not do more than the buttons. */
  offers(name) {
    return this.#buttons(this.#shown.line).some(([offered]) => offered === name);
  }

  #tell(opinions, read) {
    const felt = new Map(opinions.map((opinion) => [opinion.shown, opinion]));
    const agents = [...this.#entries.values()].filter(({ element, shown }) => shown > 0 && element.classList.contains('by-agent'));
    const lastRead = agents.filter(({ shown }) => shown <= read).at(-1);
    for (const entry of this.#entries.values()) {
      if (entry.shown > 0) {
        const opinion = felt.get(entry.shown);
        tell(entry.element, [
          ...(opinion === undefined ? [] : [{ type: `felt ${opinion.helpful ? 'helpful' : 'unhelpful'}`, words: `${opinion.helpful ? 'It helped the customer' : 'It did not help the customer'}${opinion.words ? `: ${opinion.words}` : ''}` }]),
          ...(entry === lastRead ? [{ words: 'Read by the customer' }] : []),
        ]);
      }
    }
  }

  #put(key, element, at, shown) {
    const near = this.#near();
    const time = Date.parse(at);
    const before = [...this.#entries.values()].filter((entry) => entry.time <= time).sort((one, other) => one.time - other.time).at(-1);
    this.#entries.set(key, { element, time, shown });
    if (before === undefined) {
      const earlier = this.#turns.querySelector(':scope > .earlier');
      earlier === null ? this.#turns.prepend(element) : earlier.after(element);
    } else {
      before.element.after(element);
    }
    this.#follow(near);
  }

  #earlier(act) {
    const button = el('button', { type: 'button', class: 'button earlier' }, 'Show what was said before');
    button.addEventListener('click', async () => {
      button.disabled = true;
      const first = Math.min(...[...this.#entries.keys()].filter((key) => typeof key === 'number'));
      const page = await act.earlier(first).catch(() => ({ turns: [], more: true }));
      const below = this.#said.scrollHeight - this.#said.scrollTop;
      page.turns.forEach((said) => this.add(said));
      this.#said.scrollTop = this.#said.scrollHeight - below;
      button.disabled = false;
      button.hidden = !page.more;
      this.update(this.#shown);
    });
    return button;
  }

  #near() {
    return this.#said.scrollHeight - this.#said.scrollTop - this.#said.clientHeight < NEAR_PX;
  }

  #follow(near) {
    if (near) {
      this.#said.scrollTop = this.#said.scrollHeight;
    }
  }
}
