// What happens in a conversation, as it happens.

import { backoff, Pause } from './pause.js';
import { EventReader } from './sse.js';

const SILENCE_MS = 40_000;
const UNSEEN_MS = 300_000;
const FAST_MS = 10_000;
const TOO_FAST = 3;
const POLL_MS = 3_000;
const IDLE_POLL_MS = 15_000;
const POLLS = 10;

/** Follows one conversation until stopped, whatever happens to the connection. */
export class Stream {
  #listen;
  #poll;
  #take;
  #pause = new Pause();
  #connection = new AbortController();
  #stopped = false;
  #fast = 0;
  #attempt = 0;
  #atOnce = false;
  #unseen;
  // What was open before the connection was lost may be dead without knowing.
  #wake = () => this.#restart();
  #look = () => this.#seen();
  // A page that is kept to come back to must not hold a connection.
  #leave = () => this.#release();

  /**
   * `listen(signal)` resolves to the body of a stream, `poll()` asks once instead, and `take` gets
   * each event.
   */
  constructor(listen, poll, take) {
    this.#listen = listen;
    this.#poll = poll;
    this.#take = take;
    window.addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#look);
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('pageshow', this.#look);
    this.#run();
  }

  stop() {
    this.#stopped = true;
    window.removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#look);
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('pageshow', this.#look);
    clearTimeout(this.#unseen);
    this.#connection.abort();
    this.#pause.wake();
  }

  async #run() {
    while (!this.#stopped) {
      const began = performance.now();
      await this.#follow().catch(() => {});
      this.#fast = performance.now() - began < FAST_MS ? this.#fast + 1 : 0;
      if (this.#atOnce) {
        this.#atOnce = false;
      } else if (this.#unseen === 'released') {
        await this.#pause.wait(2 ** 31 - 1);
      } else if (this.#fast >= TOO_FAST) {
        await this.#pollAWhile();
      } else if (!this.#stopped) {
        await this.#pause.wait(backoff(this.#attempt++));
      }
    }
  }

  async #follow() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    let silence;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => this.#connection.abort(), SILENCE_MS);
    };
    alive();
    try {
      const body = await this.#listen(signal);
      const events = new EventReader((event) => this.#happened(event));
      for await (const text of pieces(body)) {
        alive();
        this.#attempt = 0;
        events.push(text);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  #happened(event) {
    if (event.event === 'reconnect') {
      this.#restart();
    } else {
      this.#take(event);
    }
  }

  /** Where something between us and the server holds streams back, asking is slower but works. */
  async #pollAWhile() {
    for (let asked = 0; asked < POLLS && !this.#stopped; asked++) {
      const news = await this.#poll().catch(() => false);
      await this.#pause.wait(news || asked === 0 ? POLL_MS : IDLE_POLL_MS);
    }
    this.#fast = TOO_FAST - 1;
  }

  #restart() {
    this.#atOnce = true;
    this.#woken();
    this.#connection.abort();
  }

  #woken() {
    this.#attempt = 0;
    this.#pause.wake();
  }

  #seen() {
    clearTimeout(this.#unseen);
    if (document.visibilityState === 'visible') {
      this.#unseen = undefined;
      this.#woken();
    } else {
      // A browser opens few connections to a server; one that nobody looks at is given back.
      this.#unseen = setTimeout(() => this.#release(), UNSEEN_MS);
    }
  }

  #release() {
    clearTimeout(this.#unseen);
    this.#unseen = 'released';
    this.#connection.abort();
  }
}

/** The texts that a stream is made of; not every browser can iterate it. */
export async function* pieces(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    yield read.value;
  }
}
