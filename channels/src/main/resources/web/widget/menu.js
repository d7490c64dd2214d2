// What is not needed all the time, behind a button.

import { el } from '/assets/dom.js';

/** A list of buttons that opens below its button; `items` are {name, act, offered()}. */
export class Menu {
  #button;
  #list;
  #items;

  constructor(button, list, words, items) {
    this.#button = button;
    this.#list = list;
    this.#items = items.map((item) => ({ ...item, element: this.#item(words(item.name), item.act) }));
    list.append(...this.#items.map(({ element }) => element));
    button.addEventListener('click', () => this.#toggle(list.hidden));
    list.addEventListener('keydown', (event) => this.#key(event));
    button.addEventListener('keydown', (event) => this.#key(event));
    const away = ({ relatedTarget }) => this.#within(relatedTarget) || this.#toggle(false);
    list.addEventListener('focusout', away);
    button.addEventListener('focusout', away);
  }

  #item(name, act) {
    return el('button', {
      type: 'button',
      onclick: () => {
        this.#button.focus();
        this.#toggle(false);
        act();
      },
    }, name);
  }

  #toggle(open) {
    this.#items.forEach(({ element, offered }) => (element.hidden = !offered()));
    this.#list.hidden = !open;
    this.#button.setAttribute('aria-expanded', String(open));
  }

  #within(target) {
    return target === this.#button || this.#list.contains(target);
  }

  #key(event) {
    if (event.key === 'Escape' && !this.#list.hidden) {
      // Only the menu closes, not the whole chat.
      event.stopPropagation();
      this.#toggle(false);
      this.#button.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#toggle(true);
      this.#move(event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  #move(step) {
    const shown = this.#items.map(({ element }) => element).filter((element) => !element.hidden);
    const at = shown.indexOf(document.activeElement);
    const next = at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length;
    shown[next].focus();
  }
}
