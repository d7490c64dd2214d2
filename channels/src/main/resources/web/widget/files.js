// Every way in which a customer gives a file.

import { ACCEPT, Attachments } from './attachments.js';
import { canRecord, record } from './voice.js';

/** Looks after the files of the message being written; `parts` are elements of the page by name. */
export class Files extends Attachments {
  #parts;
  #words;
  #trouble;
  #offered = false;
  #server;
  #composer;
  #hears = false;

  /** `trouble()` is called when a microphone or a screen could not be used. */
  constructor(parts, server, words, composer, trouble) {
    super(parts.files, parts.text, server, words, (ready, busy) => composer.with(ready, busy));
    this.#parts = parts;
    this.#words = words;
    this.#trouble = trouble;
    this.#server = server;
    this.#composer = composer;
  }

  /** Lets the customer give files, if the server takes them; `hears` is whether it can tell what is spoken. */
  offer(attachments, hears) {
    this.#hears = hears;
    const { attach, chooser, text, voice } = this.#parts;
    attach.hidden = !attachments;
    voice.hidden = !(attachments && canRecord());
    if (attachments && !this.#offered) {
      this.#offered = true;
      chooser.accept = ACCEPT;
      attach.addEventListener('click', () => chooser.click());
      chooser.addEventListener('change', () => this.#chosen());
      voice.addEventListener('click', () => this.#record());
      text.addEventListener('paste', (event) => this.#pasted(event));
      document.addEventListener('keydown', (event) => event.altKey && event.code === 'KeyA' && chooser.click());
      this.#catch(document.body);
    }
  }

  /** What is said in a voice note stands where the message is written: to be read, changed and sent. */
  async uploaded(sent) {
    if (this.#hears && sent.kind === 'audio') {
      try {
        const { text } = await this.#server.post(`/attachments/${sent.attachment_id}/words`);
        this.#composer.put([this.#composer.draft.trim(), text].filter((each) => each !== '').join(' '));
      } catch {
        // The voice note itself goes along all the same.
      }
    }
  }

  get canPicture() {
    return this.#offered && navigator.mediaDevices?.getDisplayMedia !== undefined;
  }

  /** Takes a picture of the screen. */
  async picture() {
    const { screenshot } = await import('./screenshot.js');
    await this.#taken(screenshot(this.#words));
  }

  #record() {
    return this.#taken(record(this.#parts.composer, this.#words));
  }

  async #taken(taking) {
    try {
      const file = await taking;
      this.add(file ? [file] : []);
    } catch (fault) {
      this.#trouble(fault.name === 'NotAllowedError' ? 'notAllowed' : 'tryLater');
    }
    this.#parts.text.focus();
  }

  #chosen() {
    const { chooser, text } = this.#parts;
    this.add(chooser.files);
    chooser.value = '';
    text.focus();
  }

  #pasted(event) {
    const { files } = event.clipboardData;
    if (files.length > 0) {
      event.preventDefault();
      this.add(files);
    }
  }

  #catch(body) {
    const over = (on) => body.classList.toggle('dropping', on);
    body.addEventListener('dragover', (event) => {
      if (event.dataTransfer.types.includes('Files')) {
        event.preventDefault();
        over(true);
      }
    });
    body.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && over(false));
    body.addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      this.add(event.dataTransfer.files);
    });
  }
}
