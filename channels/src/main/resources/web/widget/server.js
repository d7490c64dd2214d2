// The server, as the widget sees it.

const PATIENCE_MS = 30_000;
const UPLOAD_PATIENCE_MS = 180_000;
const JSON_TYPE = 'application/json';

/** The server has said no. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `Status ${status}`);
    this.status = status;
    this.code = problem.code ?? '';
    this.retryAfter = problem.retry_after ?? 3;
  }

  /** Whether the page would have to say who its customer is, or has said it wrongly. */
  get unknown() {
    return this.code === 'identity';
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

  sound = async (path) => (await this.#call(path, { headers: { Accept: 'audio/mpeg' } })).blob();

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

  /** Sends a file; `told` hears how much of it is gone, 0 to 1. Resolves to what the server calls it. */
  async upload(file, told, signal) {
    const { status, response } = await this.#known((authorization) => sent(file, authorization, told, signal));
    if (status >= 300) {
      throw new Refused(status, response ?? {});
    }
    return response;
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
    const refusal = await refused(response);
    if (this.#visit.resume !== undefined && !refusal.passing && !refusal.unknown) {
      // What was kept is too old, or not ours.
      this.#visit.resume = undefined;
      return this.#session();
    }
    throw refusal;
  }

  async #call(path, options) {
    const response = await this.#known((authorization) => this.#fetch(path, { ...options, headers: { ...options.headers, Authorization: authorization } }));
    if (!response.ok) {
      throw await refused(response);
    }
    return response;
  }

  /** Sends in the customer's name; once more in a new session when the old one is over. */
  async #known(send, again = true) {
    await this.ready();
    const token = this.#token;
    const answer = await send(`Bearer ${token}`);
    if (answer.status === 401 && again) {
      if (this.#token === token) {
        this.#token = undefined;
      }
      return this.#known(send, false);
    }
    return answer;
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

// Only this way of sending tells how far it is.
function sent(file, authorization, told, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open('POST', '/widget/v1/attachments');
    request.responseType = 'json';
    request.timeout = UPLOAD_PATIENCE_MS;
    request.setRequestHeader('Authorization', authorization);
    request.setRequestHeader('Accept', JSON_TYPE);
    request.upload.onprogress = ({ loaded, total }) => told(loaded / total);
    request.onload = () => resolve(request);
    request.onerror = request.ontimeout = request.onabort = () => reject(new Error('The file did not arrive.'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
