// The top of the pages of people who are signed in.

import { change, signIn } from './signin-server.js';

const byId = (id) => document.getElementById(id);

/** Shows the ways that are open to somebody. */
export function showTop(caller) {
  byId('to-desk').hidden = caller.role === 'AUTHOR';
  byId('to-team').hidden = caller.role !== 'ADMIN';
  byId('to-costs').hidden = caller.role !== 'ADMIN';
  for (const link of document.querySelectorAll('.ways a')) {
    if (link.pathname === location.pathname) {
      link.setAttribute('aria-current', 'page');
    }
  }
  byId('sign-out').addEventListener('click', async () => {
    await change('/sign-out').catch(() => {});
    signIn();
  });
}

/** Says what went wrong, or nothing. */
export function trouble(words) {
  byId('trouble').textContent = words;
  byId('trouble').hidden = words === '';
}
