// What a conversation's state means, in words.

const QUEUE_MS = 60_000;

/** The line that stands above the conversation. */
export class Standing {
  #line;
  #words;
  #state = {};
  #told = -QUEUE_MS;
  #later;

  constructor(line, words) {
    this.#line = line;
    this.#words = words;
  }

  /** A place in the queue is told once a minute at most, or it would be read out all the time. */
  show(state) {
    clearTimeout(this.#later);
    const moved = this.#state.state === 'queued' && state.state === 'queued';
    const wait = moved ? this.#told + QUEUE_MS - performance.now() : 0;
    if (wait > 0) {
      this.#later = setTimeout(() => this.show(state), wait);
      return;
    }
    this.#state = state;
    const words = statement(state, this.#words);
    if (this.#line.textContent !== words) {
      this.#line.textContent = words;
      this.#told = performance.now();
    }
    this.#line.classList.toggle('human', state.state === 'human');
  }
}

/** The line for a state; empty while the assistant has the conversation. */
function statement({ state, queue, agent }, words) {
  switch (state) {
    case 'queued':
      return waiting(queue, words);
    case 'human':
      return words('withPerson', { name: agent?.name || words('agent') });
    case 'resolved':
      return words('resolved');
    case 'closed':
      return words('closed');
    default:
      return '';
  }
}

/** What to note in the conversation when its state changes; empty when nothing. */
export function note(before, now, words) {
  const name = (now.agent ?? before.agent)?.name || words('agent');
  switch (`${before.state} ${now.state}`) {
    case 'bot queued':
    case 'resolved queued':
      return words('passedOn');
    case 'human queued':
      return words('left', { name });
    case 'human bot':
    case 'queued bot':
      return before.state === 'human' ? words('handedBack', { name }) : words('assistantAgain');
    default:
      return now.state === 'human' && (before.state !== 'human' || before.agent?.name !== now.agent?.name)
        ? words('joined', { name }) : '';
  }
}

function waiting(queue, words) {
  const place = queue?.position ? words('place', { n: queue.position }) : words('looking');
  return `${place} ${queue?.eta ? words('wait', { n: range(queue.eta) }) : ''}`.trim();
}

// Isolated, or a line from right to left would turn it round; and never broken.
function range({ from_minutes: from, to_minutes: to }) {
  return `\u2066${from < to ? `${from}\u2060–\u2060${to}` : to}\u2069`;
}
