// Where the question is written.

const LONGEST = 4_000;
const NEAR = 400;

/** Grows with its text, sends on Enter, and counts when the text comes near its limit. */
export class Composer {
  #text;
  #button;
  #counter;
  #ask;
  #tally;
  #busy = false;
  #more = false;

  /**
   * `ask` takes the question and returns whether it was taken; `tally` tells how many characters are
   * left, below 0 when there are too many.
   */
  constructor(form, text, button, counter, ask, tally = english) {
    this.#text = text;
    this.#button = button;
    this.#counter = counter;
    this.#ask = ask;
    this.#tally = tally;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    text.addEventListener('input', () => this.#changed());
    text.addEventListener('keydown', (event) => this.#key(event));
    this.#changed();
  }

  /** What is written and not sent. */
  get draft() {
    return this.#text.value;
  }

  /** Puts a text there to be changed or sent. */
  put(text) {
    this.#text.value = text;
    this.#changed();
  }

  busy(busy) {
    this.#busy = busy;
    this.#changed();
  }

  /** `more` goes with the text, which then may be empty; while `busy` it is not all there yet. */
  with(more, busy) {
    this.#more = more;
    this.busy(busy);
  }

  #key(event) {
    // Enter also ends the choice of a character in an input method; that one is not ours.
    if (event.key === 'Enter' && !event.shiftKey && !composing(event)) {
      event.preventDefault();
      this.#send();
    }
  }

  #send() {
    const question = this.#text.value.trim();
    if (this.#ready() && this.#ask(question)) {
      this.put('');
    }
  }

  #ready() {
    return !this.#busy && (this.#more || this.#text.value.trim() !== '') && this.#text.value.length <= LONGEST;
  }

  #changed() {
    const left = LONGEST - this.#text.value.length;
    this.#button.disabled = !this.#ready();
    this.#counter.textContent = left > NEAR ? '' : this.#tally(left);
    this.#counter.classList.toggle('over', left < 0);
    this.#text.setAttribute('aria-invalid', String(left < 0));
    this.#grow();
  }

  #grow() {
    this.#text.style.blockSize = 'auto';
    this.#text.style.blockSize = `${this.#text.scrollHeight}px`;
  }
}

// Some browsers end the composition before they tell of the key that ended it; 229 gives it away.
function composing(event) {
  return event.isComposing || event.keyCode === 229;
}

function english(left) {
  return left >= 0 ? `${count(left)} left` : `${count(-left)} too many`;
}

function count(characters) {
  return characters === 1 ? '1 character' : `${characters} characters`;
}
