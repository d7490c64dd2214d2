// The files that go with the next message.

import { el, icon } from '/assets/dom.js';
import { CROSS, FILE, size } from './attached.js';
import { Refused } from './server.js';

const MOST = 5;
const LARGEST_MB = 10;
const ENDINGS = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'pdf', 'txt', 'csv', 'docx', 'webm', 'weba', 'ogg', 'oga', 'mp4', 'm4a', 'mpeg', 'mp3', 'wav'];
const REASONS = { 413: 'fileTooLarge', 415: 'fileType', 422: 'fileUnreadable', 429: 'tryLater' };

/** What may be chosen, as a file field has it. */
export const ACCEPT = ENDINGS.map((ending) => `.${ending}`).join();

/** Uploads files at once and shows each as a chip: how far it is, what went wrong, a way to drop it. */
export class Attachments {
  #list;
  #text;
  #server;
  #words;
  #changed;
  #items = [];

  /**
   * `list` shows the chips, `text` is where the message is written; `changed(ready, busy)` hears
   * whether a file can be sent, and whether one is still on its way.
   */
  constructor(list, text, server, words, changed) {
    this.#list = list;
    this.#text = text;
    this.#server = server;
    this.#words = words;
    this.#changed = changed;
  }

  /** Takes files in; those that cannot be sent say why. */
  add(files) {
    [...files].forEach((file) => this.#add(file));
  }

  /** The files that are ready, which go with a message now. */
  take() {
    const ready = this.#items.filter((item) => item.sent !== undefined);
    ready.forEach((item) => this.#drop(item));
    return ready.map((item) => ({ ...item.sent, url: item.url }));
  }

  /** Hears of each file that is there. */
  uploaded() {}

  /** Puts those back that could not be sent. */
  restore(attachments) {
    attachments.forEach((sent) => this.#show({ name: sent.name, size: sent.size, url: sent.url, sent }));
    this.#tell();
  }

  #add(file) {
    const item = { file, name: file.name, size: file.size, url: URL.createObjectURL(file), stop: new AbortController() };
    const open = this.#items.filter((each) => !each.failed).length;
    this.#show(item);
    if (open >= MOST) {
      this.#fail(item, this.#words('fileMany', { n: MOST }));
    } else if (!ENDINGS.includes(file.name.split('.').at(-1).toLowerCase())) {
      this.#fail(item, this.#words('fileType'));
    } else {
      this.#upload(item);
    }
  }

  async #upload(item) {
    item.failed = false;
    this.#tell();
    try {
      const { shrunk } = await import('./shrink.js');
      const file = await shrunk(item.file);
      if (file.size > LARGEST_MB * 1024 * 1024) {
        this.#fail(item, this.#words('fileTooLarge', { n: LARGEST_MB }));
        return;
      }
      item.sent = await this.#server.upload(file, (share) => this.#progress(item, share), item.stop.signal);
      this.#status(item, size(item.sent.size, this.#words));
      this.uploaded(item.sent);
    } catch (fault) {
      const refused = fault instanceof Refused;
      const why = this.#words((refused && REASONS[fault.status]) || 'failed', { n: LARGEST_MB });
      this.#fail(item, why, !refused || fault.passing);
    }
    this.#tell();
  }

  #show(item) {
    const remove = el('button', { type: 'button', class: 'round', 'aria-label': this.#words('remove', { name: item.name }), onclick: () => this.#remove(item) }, icon(CROSS));
    const picture = item.file?.type.startsWith('image/') || item.sent?.kind === 'image' ? el('img', { src: item.url, alt: '' }) : icon(FILE);
    item.status = el('span', { class: 'status', role: 'status' });
    item.chip = el('li', { class: 'file' }, picture,
      el('span', { class: 'file-text' }, el('bdi', { class: 'file-name' }, item.name), item.status), remove);
    this.#items.push(item);
    this.#list.append(item.chip);
    this.#status(item, size(item.size, this.#words));
  }

  #progress(item, share) {
    item.bar ??= el('progress', { max: 1, 'aria-label': item.name });
    item.bar.value = share;
    if (!item.bar.isConnected) {
      this.#status(item, item.bar);
    }
  }

  #status(item, ...shown) {
    item.status.replaceChildren(...shown);
  }

  #fail(item, why, again = false) {
    item.failed = true;
    item.chip.classList.add('failed');
    this.#status(item, why, again ? this.#again(item) : '');
    this.#tell();
  }

  #again(item) {
    return el('button', {
      type: 'button',
      class: 'plain',
      onclick: () => {
        item.chip.classList.remove('failed');
        this.#upload(item);
      },
    }, this.#words('again'));
  }

  #remove(item) {
    item.stop?.abort();
    this.#drop(item);
    URL.revokeObjectURL(item.url);
    this.#tell();
    // What had the focus is gone.
    (this.#list.querySelector('button') ?? this.#text).focus();
  }

  #drop(item) {
    item.chip.remove();
    this.#items = this.#items.filter((each) => each !== item);
    this.#tell();
  }

  #tell() {
    const ready = this.#items.some((item) => item.sent !== undefined);
    this.#changed(ready, this.#items.some((item) => !item.sent && !item.failed));
  }
}
