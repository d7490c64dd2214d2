// What happens at the desk, as it happens.

import { backoff, Pause } from '/widget/assets/pause.js';
import { EventReader } from '/widget/assets/sse.js';
import { pieces } from '/widget/assets/stream.js';

const SILENCE_MS = 40_000;

/** Follows the list and one case for as long as the page is open, seen or not: its title counts. */
export class DeskStream {
  #listen;
  #take;
  #connected;
  #pause = new Pause();
  #connection = new AbortController();
  #attempt = 0;

  /**
   * `listen(signal)` resolves to the body of a stream, `take` gets each event, and `connected` is
   * told whether there is a connection.
   */
  constructor(listen, take, connected) {
    this.#listen = listen;
    this.#take = take;
    this.#connected = connected;
    // Whatever the browser says, a new attempt tells: what is open may be dead without knowing, or
    // alive on a machine that only lost its way to elsewhere.
    window.addEventListener('online', () => this.restart());
    window.addEventListener('offline', () => this.restart());
    this.#run();
  }

  /** Begins anew: another case is shown, or the connection is suspect. */
  restart() {
    this.#attempt = -1;
    this.#connection.abort();
    this.#pause.wake();
  }

  async #run() {
    for (;;) {
      await this.#follow().catch(() => {});
      this.#attempt++;
      if (this.#attempt > 0) {
        this.#connected(false);
        await this.#pause.wait(backoff(this.#attempt - 1));
      }
    }
  }

  async #follow() {
    const connection = new AbortController();
    this.#connection = connection;
    let silence;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => connection.abort(), SILENCE_MS);
    };
    alive();
    try {
      const events = new EventReader((event) => connection.signal.aborted || this.#happened(event));
      for await (const text of pieces(await this.#listen(connection.signal))) {
        alive();
        this.#attempt = 0;
        this.#connected(true);
        events.push(text);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  #happened(event) {
    if (event.event === 'reconnect') {
      this.restart();
    } else {
      this.#take(event);
    }
  }
}
