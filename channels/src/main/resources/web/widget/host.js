// The page that shows the widget: it is spoken to by messages alone.

const NAME = 'switchboard';

/** The page around this frame, or nobody when the frame stands alone. */
export function host() {
  return window.parent === window ? new Nobody() : new Host(decodeURIComponent(location.hash.slice(1)));
}

class Host {
  alone = false;
  #origin;
  #listeners = new Map();
  // What came before anybody listened.
  #early = [];

  /** `origin` is as the page says; a page that lies about it hears nothing and is not heard. */
  constructor(origin) {
    this.#origin = origin;
    window.addEventListener('message', (event) => this.#hear(event));
  }

  on(type, listener) {
    this.#listeners.set(type, listener);
    this.#early.filter((each) => each.type === type).forEach(({ data }) => listener(data ?? {}));
  }

  send(type, data = {}) {
    window.parent.postMessage({ ns: NAME, v: 1, type, data }, this.#origin);
  }

  /** Has the page raise one of the events that its own code may listen to. */
  raise(name, detail = {}) {
    this.send('event', { name, detail });
  }

  /** What the page wants to begin with. */
  hello() {
    return new Promise((resolve) => {
      this.on('boot', resolve);
      this.send('hello');
    });
  }

  #hear({ origin, source, data: envelope }) {
    if (origin === this.#origin && source === window.parent && envelope?.ns === NAME && envelope.v === 1) {
      const listener = this.#listeners.get(envelope.type);
      if (listener) {
        listener(envelope.data ?? {});
      } else {
        this.#early.push(envelope);
      }
    }
  }
}

class Nobody {
  alone = true;

  on() {}

  send() {}

  raise() {}

  async hello() {
    return { open: true };
  }
}
