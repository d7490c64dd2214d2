// Waiting that an event can end early.

/** Waits; `wake` ends every wait that is going on. */
export class Pause {
  #wakes = new Set();

  /** Resolves after the milliseconds, or when woken. */
  wait(ms) {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wakes.add(wake);
    });
  }

  wake() {
    [...this.#wakes].forEach((wake) => wake());
  }
}

/** 1, 2, 4 … 30 s, each 30 % more or less, so that not everybody comes back at once. */
export function backoff(attempt) {
  return Math.min(30, 2 ** attempt) * 1000 * (0.7 + 0.6 * Math.random());
}
