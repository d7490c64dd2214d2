// The stream of what happens, from the server.

import { Refused, signIn } from './signin-server.js';

/**
 * The body of the stream of what happens from now on: in the list, whose revision the page has, and
 * in the case that it shows, after its last turn.
 */
export async function events({ shown, after, revision }, signal) {
  const query = new URLSearchParams({ case: shown, after, list: revision });
  const headers = { Accept: 'text/event-stream' };
  const response = await fetch(`/desk/api/events?${query}`, { headers, signal, cache: 'no-store' });
  if (response.status === 401) {
    signIn();
  }
  if (!response.ok) {
    throw new Refused(`Status ${response.status}`);
  }
  return response.body;
}
