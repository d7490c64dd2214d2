// The server, as the widget sees it.

const PATIENCE_MS = 30_000;
const JSON_TYPE = 'application/json';

/** The server has said no. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `Status ${status}`);
    this.status = status;
    this.code = problem.code ?? '';
    this.retryAfter = problem.retry_after ?? 3;
  }

  /** Whether the same request may succeed later. */
  get passing() {
    return this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

/** Sends requests in the customer's name; opens a session when one is needed. */
export class Server {
  #visit;
  #keep;
  #token;
  #opening;

  /** `visit` is {resume, locale, jwt, attributes}; `keep` is called with the token to resume by. */
  constructor(visit, keep) {
    this.#visit = visit;
    this.#keep = keep;
  }

  /** Opens a session; resolves to what the server says of this customer. */
  open() {
    this.#opening ??= this.#session().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** Resolves when there is a session. */
  async ready() {
    if (this.#token === undefined) {
      await this.open();
    }
  }

  get = async (path) => (await this.#call(path, {})).json();

  text = async (path) => (await this.#call(path, { headers: { Accept: 'text/plain' } })).text();

  async post(path, body = {}) {
    const response = await this.#call(path, posted(body));
    return response.status === 204 ? {} : response.json().catch(() => ({}));
  }

  /** The body of the stream of what happens after `seq`. */
  async events(conversation, seq, signal) {
    const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(seq) };
    const response = await this.#call(`/conversations/${conversation}/events`, { headers, signal, cache: 'no-store' });
    return response.body;
  }

  async #session() {
    const response = await this.#fetch('/sessions', posted(this.#visit));
    if (response.ok) {
      const session = await response.json();
      this.#token = session.session_token;
      this.#visit.resume = this.#token;
      this.#keep(this.#token);
      return session;
    }
    if (this.#visit.resume !== undefined && response.status < 500 && response.status !== 429) {
      // What was kept is too old, or not ours.
      this.#visit.resume = undefined;
      return this.#session();
    }
    throw await refused(response);
  }

  async #call(path, options, again = true) {
    await this.ready();
    const token = this.#token;
    const response = await this.#fetch(path, { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } });
    if (response.status === 401 && again) {
      if (this.#token === token) {
        this.#token = undefined;
      }
      return this.#call(path, options, false);
    }
    if (!response.ok) {
      throw await refused(response);
    }
    return response;
  }

  #fetch(path, options) {
    return fetch(`/widget/v1${path}`, { signal: AbortSignal.timeout(PATIENCE_MS), ...options });
  }
}

function posted(body) {
  return { method: 'POST', headers: { 'Content-Type': JSON_TYPE, Accept: JSON_TYPE }, body: JSON.stringify(body) };
}

async function refused(response) {
  return new Refused(response.status, await response.json().catch(() => ({})));
}
