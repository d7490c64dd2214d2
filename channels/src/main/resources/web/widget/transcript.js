// The list of messages: where each goes, and what of it is in sight.

import { el } from '/assets/dom.js';

const NEAR_PX = 96;

/** Keeps messages in the order of their numbers and never scrolls away from what is being read. */
export class Transcript {
  #log;
  #newer;

  /** `newer` is the button that leads to what arrived out of sight. */
  constructor(log, newer) {
    this.#log = log;
    this.#newer = newer;
    newer.addEventListener('click', () => {
      this.toEnd();
      log.focus();
    });
    log.addEventListener('scroll', () => this.#near() && (newer.hidden = true), { passive: true });
    // A phone's keyboard takes room from below; the end stays in sight.
    let near = true;
    log.addEventListener('scroll', () => (near = this.#near()), { passive: true });
    new ResizeObserver(() => near && this.toEnd()).observe(log);
  }

  /** Puts a message in its place; without a number it goes to the end. */
  put(element, seq = Infinity) {
    element.seq = seq;
    const near = this.#near();
    const last = [...this.#log.children].findLast((each) => (each.seq ?? 0) <= seq);
    if (last === undefined) {
      this.#log.prepend(element);
    } else {
      last.after(element);
    }
    return near;
  }

  /** Puts a note or a card where the conversation is now; what comes later stands below it. */
  note(element) {
    const numbers = [...this.#log.children].map((each) => each.seq ?? 0).filter(Number.isFinite);
    this.show(element, this.put(element, Math.max(0, ...numbers)));
  }

  /** Puts one below all, whatever comes, such as dots. */
  end(element) {
    element.seq ??= Infinity;
    const near = this.#near();
    this.#log.append(element);
    this.show(element, near);
  }

  /** Brings a new message to sight, unless the customer is reading further up. */
  show(element, near) {
    if (!near) {
      this.#newer.hidden = false;
    } else if (element.offsetHeight > this.#log.clientHeight) {
      this.#log.scrollTop += element.getBoundingClientRect().top - this.#log.getBoundingClientRect().top;
    } else {
      this.toEnd();
    }
  }

  /** Lets an element grow; what is in sight stays so. */
  change(element, change) {
    const near = this.#near();
    change();
    this.show(element, near);
  }

  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#newer.hidden = true;
  }

  /** Calls `earlier` when the customer wants what came before; keeps what is seen in its place. */
  more(words, earlier) {
    const button = el('button', { type: 'button', class: 'earlier' }, words('earlier'));
    button.seq = -1;
    button.addEventListener('click', async () => {
      const below = this.#log.scrollHeight - this.#log.scrollTop;
      button.disabled = true;
      const page = await earlier().catch(() => ({ more: true }));
      this.#log.scrollTop = this.#log.scrollHeight - below;
      button.disabled = false;
      if (!page.more) {
        this.#log.focus();
        button.remove();
      }
    });
    this.#log.prepend(button);
  }

  scroll(direction) {
    this.#log.scrollBy({ top: direction * this.#log.clientHeight * 0.8 });
  }

  clear() {
    this.#log.replaceChildren();
    this.#newer.hidden = true;
  }

  #near() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_PX;
  }
}
