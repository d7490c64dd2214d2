// The conversation: what was asked and answered, in the page and for the next question.

import { ask, Trouble } from './api.js';
import { blocks } from './blocks.js';
import { el, icon } from './dom.js';
import { sources } from './sources.js';

const REMEMBERED = 10;
const PERSON = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5';
const AGAIN = 'M19 12a7 7 0 1 1-2.05-4.95L19 9M19 4.5V9h-4.5';

/** Puts questions and answers on the log, one at a time. */
export class Conversation {
  #log;
  #receipts;
  #busy;
  #history = [];
  #waiting = false;

  /** `busy` is called with true when a question is sent and with false when it is dealt with. */
  constructor(log, receipts, busy) {
    this.#log = log;
    this.#receipts = receipts;
    this.#busy = busy;
  }

  /** Asks; does nothing while an answer is on its way. Returns whether the question was taken. */
  ask(question) {
    if (this.#waiting) {
      return false;
    }
    const turn = el('div', { class: 'turn', tabindex: -1 },
      el('div', { class: 'question' }, el('span', { class: 'hidden' }, 'You asked: '), el('p', { dir: 'auto' }, question)));
    this.#log.append(turn);
    this.#answer(turn, question);
    turn.scrollIntoView({ block: 'start' });
    return true;
  }

  async #answer(turn, question) {
    const thinking = el('div', { class: 'thinking' }, el('span', { class: 'hidden' }, 'Looking it up'), el('span'), el('span'), el('span'));
    turn.append(thinking);
    this.#wait(true);
    try {
      const answer = await ask(question, this.#history.slice(-REMEMBERED));
      thinking.replaceWith(this.#shown(answer));
      this.#history.push({ question, articles: cited(answer) });
    } catch (fault) {
      thinking.replaceWith(this.#failed(fault, turn, question));
    }
    this.#wait(false);
  }

  #wait(waiting) {
    this.#waiting = waiting;
    this.#busy(waiting);
  }

  #shown(answer) {
    const parts = answer.parts.map((part) => this.#part(part, answer.parts.length > 1));
    const how = el('button', { type: 'button', class: 'how', 'aria-haspopup': 'dialog', onclick: () => this.#receipts.open(answer) }, 'How was this found?');
    return el('div', { class: 'answer' }, el('span', { class: 'hidden' }, 'Assistant: '), ...parts, how);
  }

  #part(part, severalParts) {
    const { list, mark } = sources(part.citations);
    return el('div', { class: `part part-${part.decision}` },
      severalParts && part.question ? el('p', { class: 'part-question', dir: 'auto' }, part.question) : undefined,
      part.decision === 'escalate' ? el('p', { class: 'label label-person' }, icon(PERSON), 'A person needs to answer this') : undefined,
      el('div', { class: 'text' }, ...blocks(part.blocks, mark)),
      list,
      part.options.length > 0 ? this.#options(part.options) : undefined);
  }

  #options(options) {
    return el('ul', { class: 'choices' }, ...options.map((option) => el('li', {}, this.#choice(option.question))));
  }

  #choice(question) {
    return el('button', { type: 'button', class: 'choice', dir: 'auto', onclick: () => this.choose(question) }, question);
  }

  /** Asks a question that was clicked; the focus follows it, for what was clicked may be gone. */
  choose(question) {
    if (this.ask(question)) {
      this.#log.lastElementChild.focus({ preventScroll: true });
    }
  }

  #failed(fault, turn, question) {
    const again = () => {
      note.remove();
      turn.focus({ preventScroll: true });
      this.#answer(turn, question);
    };
    const known = fault instanceof Trouble;
    const note = el('div', { class: 'failed' },
      el('p', { role: 'alert' }, known ? fault.message : 'The answer cannot be shown.'),
      known && !fault.again ? undefined : el('button', { type: 'button', class: 'again', onclick: () => this.#waiting || again() }, icon(AGAIN), 'Try again'));
    return note;
  }
}

function cited(answer) {
  return [...new Set(answer.parts.flatMap((part) => part.citations.map((citation) => citation.article)))];
}
