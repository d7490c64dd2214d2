// What the customer wrote, until the server has it.

import { backoff, Pause } from './pause.js';
import { Refused } from './server.js';
import { ulid } from './ulid.js';

const PATIENCE_MS = 30_000;

/** Sends messages one after the other, each until it arrives or has failed for 30 s. */
export class Outbox {
  #post;
  #told;
  #waiting = [];
  #sending = false;
  #pause = new Pause();

  /**
   * `post(item)` resolves to the server's receipt. `told` is {sent(item, receipt), kept(item),
   * failed(item, refusal)}.
   */
  constructor(post, told) {
    this.#post = post;
    this.#told = told;
    window.addEventListener('online', () => {
      this.#pause.wake();
      this.#send();
    });
  }

  get busy() {
    return this.#waiting.length > 0;
  }

  /** Takes a message: {id, text, attachments}; its id stays the same however often it is sent. */
  add(text, attachments) {
    const item = { id: ulid(), text, attachments };
    this.retry(item);
    return item;
  }

  /** Sends a message again that had failed. */
  retry(item) {
    item.began = undefined;
    this.#waiting.push(item);
    // Later, so that the message is shown before anything is told of it.
    queueMicrotask(() => this.#send());
  }

  async #send() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    while (this.#waiting.length > 0 && navigator.onLine) {
      await this.#first();
    }
    this.#sending = false;
    this.#waiting.forEach((item) => this.#told.kept(item));
  }

  async #first() {
    const [item] = this.#waiting;
    item.began ??= performance.now();
    for (let attempt = 0; navigator.onLine; attempt++) {
      try {
        const receipt = await this.#post(item);
        this.#waiting.shift();
        this.#told.sent(item, receipt);
        return;
      } catch (fault) {
        const refusal = fault instanceof Refused ? fault : undefined;
        const late = performance.now() - item.began > PATIENCE_MS;
        if (navigator.onLine && (late || (refusal && !refusal.passing))) {
          this.#waiting.shift();
          this.#told.failed(item, refusal);
          return;
        }
        await this.#pause.wait(refusal?.status === 429 || refusal?.code === 'busy' ? refusal.retryAfter * 1000 : backoff(attempt));
      }
    }
    // The time offline does not count.
    item.began = undefined;
  }
}
