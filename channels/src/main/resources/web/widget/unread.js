// How many messages the customer has not seen.

/** Counts while the chat is closed or another tab is in front, and forgets when it is seen. */
export class Unread {
  #count = 0;
  #open;
  #host;
  #seen;

  /** `seen` is called when everything that has arrived is in front of the customer. */
  constructor(host, open, seen) {
    this.#host = host;
    this.#open = open;
    this.#seen = seen;
    document.addEventListener('visibilitychange', () => this.look());
  }

  opened(open) {
    this.#open = open;
    this.look();
  }

  arrived() {
    if (this.#inSight()) {
      this.#seen();
    } else {
      this.#host.send('unread', { count: ++this.#count });
    }
  }

  /** Looks whether the customer sees it now. */
  look() {
    if (this.#inSight()) {
      this.#seen();
      if (this.#count > 0) {
        this.#count = 0;
        this.#host.send('unread', { count: 0 });
      }
    }
  }

  #inSight() {
    return this.#open && document.visibilityState === 'visible';
  }
}
