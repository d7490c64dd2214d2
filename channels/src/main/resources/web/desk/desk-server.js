// The server, as the desk sees it.

import { Refused } from '/widget/assets/server.js';

const PATIENCE_MS = 30_000;
const JSON_TYPE = 'application/json';
const SIGN_IN = '/desk/sign-in';

/** Sends requests in the agent's name; whoever is not signed in is shown the way in. */
export class Server {
  #csrf = '';

  /** Who uses this page: {name, role, …}. */
  async me() {
    const me = await this.get('/me');
    this.#csrf = me.csrf;
    return me;
  }

  get = async (path) => (await call(path, {})).json();

  async post(path, body = {}) {
    const headers = { 'Content-Type': JSON_TYPE, 'X-CSRF-Token': this.#csrf };
    const response = await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.status === 204 ? {} : response.json();
  }

  /** The body of the stream of what happens from now on. */
  async events({ shown, after, revision }, signal) {
    const query = new URLSearchParams({ case: shown, after, list: revision });
    return (await call(`/events?${query}`, { headers: { Accept: 'text/event-stream' }, signal, cache: 'no-store' })).body;
  }
}

/** Leads to where people sign in. */
export function signIn() {
  location.assign(SIGN_IN);
}

/** What went wrong, in words. */
export function reason(fault) {
  return fault instanceof Refused ? fault.message : 'The server could not be reached. Check your connection and try again.';
}

async function call(path, options) {
  const headers = { Accept: JSON_TYPE, ...options.headers };
  const response = await fetch(`/desk/api${path}`, { signal: AbortSignal.timeout(PATIENCE_MS), ...options, headers });
  if (response.status === 401) {
    signIn();
  }
  if (!response.ok) {
    throw new Refused(response.status, await response.json().catch(() => ({})));
  }
  return response;
}
