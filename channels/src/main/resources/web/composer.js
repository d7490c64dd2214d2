// Where the question is written.

const LONGEST = 4_000;
const NEAR = 400;

/** Grows with its text, sends on Enter, and counts when the text comes near its limit. */
export class Composer {
  #text;
  #button;
  #counter;
  #ask;
  #busy = false;

  /** `ask` takes the question and returns whether it was taken. */
  constructor(form, text, button, counter, ask) {
    this.#text = text;
    this.#button = button;
    this.#counter = counter;
    this.#ask = ask;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    text.addEventListener('input', () => this.#changed());
    text.addEventListener('keydown', (event) => this.#key(event));
    this.#changed();
    if (matchMedia('(hover: hover)').matches) {
      // Not on a phone, where the keyboard would cover the page.
      text.focus();
    }
  }

  busy(busy) {
    this.#busy = busy;
    this.#changed();
  }

  #key(event) {
    // Enter also ends the choice of a character in an input method; that one is not ours.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    }
  }

  #send() {
    const question = this.#text.value.trim();
    if (this.#ready() && this.#ask(question)) {
      this.#text.value = '';
      this.#changed();
    }
  }

  #ready() {
    return !this.#busy && this.#text.value.trim() !== '' && this.#text.value.length <= LONGEST;
  }

  #changed() {
    const left = LONGEST - this.#text.value.length;
    this.#button.disabled = !this.#ready();
    this.#counter.textContent = left > NEAR ? '' : left >= 0 ? `${count(left)} left` : `${count(-left)} too many`;
    this.#counter.classList.toggle('over', left < 0);
    this.#text.setAttribute('aria-invalid', String(left < 0));
    this.#grow();
  }

  #grow() {
    this.#text.style.blockSize = 'auto';
    this.#text.style.blockSize = `${this.#text.scrollHeight}px`;
  }
}

function count(characters) {
  return characters === 1 ? '1 character' : `${characters} characters`;
}
