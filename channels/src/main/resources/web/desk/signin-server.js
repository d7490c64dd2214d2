// The server, as the pages see it by which people get in and see to their accounts.

const PATIENCE_MS = 30_000;
const JSON_TYPE = 'application/json';
const SIGN_IN = '/desk/sign-in';

/** The code of a request that no server has answered: nothing is known of what became of it. */
export const UNREACHED = 'unreached';

let csrf = '';

/** Why the server did not do it: in words, with the code of what was wrong. */
export class Refused extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/** Who uses this page; whoever is not signed in is shown the way in. */
export async function me() {
  const caller = await get('/me');
  csrf = caller.csrf;
  return caller;
}

/** Reads something that only people who are signed in may. */
export const get = (path) => known(path, { headers: { Accept: JSON_TYPE } });

/** Changes something that only people who are signed in may. */
export const change = (path, body = {}) => known(path, posting(body));

/** Sends what a stranger may. */
export const post = async (path, body) => content(await call(path, posting(body)));

/** The page where somebody begins. */
export function home(caller) {
  return caller.role === 'AUTHOR' ? '/desk/account' : '/desk';
}

/** Leads to where people sign in. */
export function signIn() {
  location.assign(SIGN_IN);
}

/** A session that has begun anew has another token. */
export function goOnAs(caller) {
  csrf = caller.csrf;
}

function posting(body) {
  const headers = { 'Content-Type': JSON_TYPE, Accept: JSON_TYPE };
  return { method: 'POST', headers: csrf ? { ...headers, 'X-CSRF-Token': csrf } : headers, body: JSON.stringify(body) };
}

async function known(path, options) {
  const response = await call(path, options);
  if (response.status === 401) {
    signIn();
  }
  return content(response);
}

async function call(path, options) {
  try {
    return await fetch(`/desk/api${path}`, { ...options, signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store' });
  } catch {
    throw new Refused('The server could not be reached. Check your connection and try again.', UNREACHED);
  }
}

async function content(response) {
  const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(words(response.status, body), body.code);
  }
  return body;
}

function words(status, body) {
  if (status === 429) {
    return `Too many attempts. Try again in ${wait(body.retry_after ?? 1)}.`;
  }
  return status >= 500 || !body.detail ? 'Something went wrong on the server. Please try again.' : body.detail;
}

function wait(seconds) {
  if (seconds < 90) {
    return seconds === 1 ? 'a second' : `${seconds} seconds`;
  }
  return `${Math.ceil(seconds / 60)} minutes`;
}
