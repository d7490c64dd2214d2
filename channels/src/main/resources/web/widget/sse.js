// Reads a text/event-stream from pieces that end anywhere.

/** Calls `take` with {event, id, data} for each event; data is the parsed JSON. */
export class EventReader {
  #take;
  #rest = '';
  #event = '';
  #id = '';
  #data = [];

  constructor(take) {
    this.#take = take;
  }

  push(text) {
    // A carriage return at the end may be half of a line's end, so it waits for the next piece.
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    lines.forEach((line) => this.#line(line));
  }

  #line(line) {
    if (line === '') {
      this.#dispatch();
      return;
    }
    const [, field, value] = /^([^:]*):? ?([^]*)$/.exec(line);
    if (field === 'event') {
      this.#event = value;
    } else if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'id') {
      this.#id = value;
    }
  }

  #dispatch() {
    if (this.#event !== '' || this.#data.length > 0) {
      this.#take({ event: this.#event || 'message', id: this.#id, data: parsed(this.#data.join('\n')) });
    }
    this.#event = '';
    this.#data = [];
  }
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return {};
  }
}
