// The server, as the page sees it.

const PATIENCE_MS = 30_000;

/** Why a question was not answered, in words for the customer. */
export class Trouble extends Error {
  constructor(message, again) {
    super(message);
    this.again = again;
  }
}

/** Asks one question; history is a list of {question, articles}, oldest first. */
export async function ask(question, history) {
  const response = await reach('/api/v1/ask', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ question, history }),
  });
  if (!response.ok) {
    throw refused(response.status);
  }
  return read(response);
}

/** A few questions to begin with; none when they cannot be had. */
export async function examples() {
  try {
    const response = await reach('/api/v1/examples', { headers: { Accept: 'application/json' } });
    return response.ok ? await read(response) : [];
  } catch {
    return [];
  }
}

async function reach(path, options) {
  try {
    return await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (fault) {
    throw new Trouble(unreachable(fault), true);
  }
}

function unreachable(fault) {
  if (!navigator.onLine) {
    return 'You are offline. Check your connection and try again.';
  }
  return fault.name === 'TimeoutError'
    ? 'The answer is taking too long.'
    : 'We could not be reached. Check your connection and try again.';
}

function refused(status) {
  if (status === 413) {
    return new Trouble('This question is too long to be read. Please shorten it.', false);
  }
  if (status === 429) {
    return new Trouble('That was a lot of questions at once. Please wait a moment and try again.', true);
  }
  return status >= 500
    ? new Trouble('Something went wrong on our side. Please try again.', true)
    : new Trouble('This question could not be read. Please word it differently.', false);
}

async function read(response) {
  try {
    return await response.json();
  } catch {
    throw new Trouble('The answer did not arrive in full. Please try again.', true);
  }
}
