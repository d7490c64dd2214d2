// Where agents write. Replies and notes are two texts that never mix.

import { el, icon } from '/assets/dom.js';
import { ulid } from '/widget/assets/ulid.js';
import { askWhoReads } from './desk-dialogs.js';
import { answer } from './desk-turn.js';

const LONGEST = 4_000;
const NEAR = 400;
const TYPING_MS = 3_000;
const SEND = 'M4 12l16-8-6 16-3-7-7-1Z';
const LOCK = 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3';
const LIKE_A_NOTE = /^\s*(note|internal|private|team)\s*:/i;

const MODES = {
  reply: { name: 'Reply to the customer', path: SEND, key: 'R', send: 'Send to the customer', reads: 'The customer reads this.', label: 'Your reply to the customer' },
  note: { name: 'Internal note', path: LOCK, key: 'N', send: 'Keep the note', reads: 'Only the team reads this. The customer never does.', label: 'Your note for the team' },
};

/** The composer of one case. */
export class Composer {
  element = el('form', { class: 'composer', novalidate: '', 'aria-label': 'Write' });
  #act;
  #mode = 'reply';
  #texts;
  #keys = {};
  #mine = false;
  #busy = false;
  #told = -TYPING_MS;
  #text = el('textarea', { rows: 2, dir: 'auto', 'aria-describedby': 'who-reads counter' });
  #modes = {};
  #reads = el('p', { class: 'who-reads', id: 'who-reads' });
  #counter = el('span', { class: 'counter', id: 'counter' });
  #send = el('button', { type: 'submit', class: 'button strong' });
  #fault = el('p', { class: 'failed', role: 'alert' });
  #translate = el('button', { type: 'button', class: 'plain into', hidden: '', onclick: () => this.#translated() });
  #offer = el('div', { class: 'offer', hidden: '' });
  #suggest = el('button', { type: 'button', class: 'plain suggest', onclick: () => this.suggest() }, 'Suggest a reply ', el('kbd', { 'aria-hidden': true }, 'G'));

  /**
   * `act` is what can be done: send(mode, key, text), typing(on), suggestions(); `texts` keeps what
   * is written and not sent as {reply, note}.
   */
  constructor(act, texts) {
    this.#act = act;
    this.#texts = texts;
    for (const [mode, { name, path, key }] of Object.entries(MODES)) {
      this.#modes[mode] = el('button', { type: 'button', class: 'mode', onclick: () => this.write(mode) }, icon(path), name, el('kbd', { 'aria-hidden': true }, key));
    }
    this.element.append(this.#fault, this.#offer,
      el('div', { class: 'modes', role: 'group', 'aria-label': 'Who reads it' }, ...Object.values(this.#modes), this.#translate, this.#suggest),
      this.#text,
      el('div', { class: 'composer-end' }, this.#reads, this.#counter, this.#send));
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#text.addEventListener('input', () => this.#changed());
    this.#text.addEventListener('keydown', (event) => this.#key(event));
    this.#text.addEventListener('blur', () => this.#typing(false));
    this.#show();
  }

  /** Whether the agent may write to the customer. */
  set mine(mine) {
    const before = this.#mine;
    this.#mine = mine;
    if (before !== mine) {
      this.#show();
    }
  }

  /** The language that the customer writes, where it is not the team's; else empty. */
  set language(language) {
    this.#translate.hidden = language === '';
    this.#translate.textContent = `Into ${language}`;
  }

  async #translated() {
    if (this.#texts.reply.trim() === '') {
      return;
    }
    this.#translate.disabled = true;
    try {
      this.#texts.reply = await this.#act.translate(this.#texts.reply, 'customer');
      this.#fault.textContent = '';
    } catch (fault) {
      this.#fault.textContent = fault.message;
    }
    this.#translate.disabled = false;
    this.write('reply');
  }

  /** Puts the cursor where a reply or a note is written. */
  write(mode) {
    this.#mode = mode;
    this.#show();
    if (!this.#text.disabled) {
      this.#text.focus();
    }
  }

  /** Puts a text into the reply, behind what is there. */
  use(text) {
    this.#texts.reply = this.#texts.reply.trim() === '' ? text : `${this.#texts.reply.trimEnd()}\n\n${text}`;
    this.#offer.hidden = true;
    this.write('reply');
  }

  async suggest() {
    this.#suggest.disabled = true;
    try {
      const { suggestions } = await this.#act.suggestions();
      this.#offer.replaceChildren(...this.#offered(suggestions));
    } catch (fault) {
      this.#offer.replaceChildren(el('p', { role: 'alert' }, fault.message));
    }
    this.#mode = 'reply';
    this.#show();
    this.#offer.hidden = false;
    this.#suggest.disabled = false;
    (this.#offer.querySelector('.offered button') ?? this.#offer.querySelector('button'))?.focus();
  }

  #offered(suggestions) {
    const close = el('button', { type: 'button', class: 'plain', onclick: () => this.#closeOffer() }, 'Dismiss');
    if (suggestions.length === 0) {
      return [el('div', { class: 'offer-head' }, el('strong', { role: 'status' }, 'The assistant has no answer to the last message either.'), close)];
    }
    return [
      el('div', { class: 'offer-head' }, el('strong', {}, suggestions.length === 1 ? 'Suggested reply, not sent' : `${suggestions.length} suggested replies, not sent`), close),
      el('ol', { class: 'offers' }, ...suggestions.map((each) =>
        el('li', { class: 'offered' },
          el('button', { type: 'button', class: 'button', onclick: () => this.use(each.text) }, 'Use this reply'),
          each.model ? el('p', { class: 'by-model' }, 'Written by a model; each sentence stands in its source') : null,
          el('div', { class: 'offered-text', tabindex: 0 }, ...answer(each))))),
    ];
  }

  #closeOffer() {
    this.#offer.hidden = true;
    this.#suggest.focus();
  }

  #show() {
    const { send, path, reads, label } = MODES[this.#mode];
    const note = this.#mode === 'note';
    this.element.classList.toggle('note', note);
    this.#offer.classList.toggle('aside', note);
    Object.entries(this.#modes).forEach(([mode, button]) => button.setAttribute('aria-pressed', String(mode === this.#mode)));
    this.#text.value = this.#texts[this.#mode];
    this.#text.disabled = !note && !this.#mine;
    this.#text.setAttribute('aria-label', label);
    this.#text.placeholder = note ? 'What should your colleagues know?' : this.#mine ? 'Write to the customer' : 'Claim the case to write to the customer. A note can be written at any time.';
    this.#reads.replaceChildren(icon(path), reads);
    this.#send.replaceChildren(icon(path), send, el('kbd', { 'aria-hidden': true }, 'Ctrl ⏎'));
    this.#changed(false);
  }

  #changed(written = true) {
    const text = this.#text.value;
    this.#texts[this.#mode] = text;
    const left = LONGEST - text.length;
    this.#counter.textContent = left > NEAR ? '' : left >= 0 ? `${left} characters left` : `${-left} characters too many`;
    this.#counter.classList.toggle('over', left < 0);
    this.#send.disabled = this.#busy || this.#text.disabled || text.trim() === '' || left < 0;
    this.#text.style.blockSize = 'auto';
    this.#text.style.blockSize = `${this.#text.scrollHeight + 2}px`;
    if (written) {
      this.#typing(this.#mode === 'reply' && text.trim() !== '');
    }
  }

  /** The customer is told every few seconds, not with each key. */
  #typing(on) {
    const now = performance.now();
    if (on ? now - this.#told > TYPING_MS : this.#told > -TYPING_MS) {
      this.#told = on ? now : -TYPING_MS;
      this.#act.typing(on);
    }
  }

  #key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape' && !event.isComposing) {
      this.#text.blur();
    }
  }

  async #submit() {
    if (this.#send.disabled) {
      return;
    }
    if (this.#mode === 'reply' && LIKE_A_NOTE.test(this.#text.value)) {
      const who = await askWhoReads();
      if (who === undefined) {
        return;
      }
      if (who === 'note') {
        this.#moveToNote();
      }
    }
    await this.#sendAs(this.#mode, this.#texts[this.#mode]);
  }

  #moveToNote() {
    this.#texts.note = this.#texts.reply;
    this.#texts.reply = '';
    this.write('note');
  }

  async #sendAs(mode, text) {
    // The same text keeps its key until it is stored, so that sending it again never doubles it.
    if (this.#keys[mode]?.text !== text) {
      this.#keys[mode] = { text, key: ulid() };
    }
    this.#busy = true;
    this.#fault.textContent = '';
    this.#changed(false);
    try {
      await this.#act.send(mode, this.#keys[mode].key, text);
      delete this.#keys[mode];
      this.#told = -TYPING_MS;
      this.#texts[mode] = this.#texts[mode] === text ? '' : this.#texts[mode];
    } catch (fault) {
      this.#fault.textContent = `Not sent. ${fault.message}`;
    }
    this.#busy = false;
    this.#show();
  }
}
