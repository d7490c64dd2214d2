// Shows the chat as it will be on a team's own site, and how to get it there.

import { examples } from './api.js';
import { el } from './dom.js';

const SNIPPET = `<script>
  window.switchboard ??= (...args) => (switchboard.q ??= []).push(args);
  switchboard('boot');
</script>
<script async src="${location.origin}/widget/v1.js"></script>`;
// Here there is room for the page beside the chat.
const WIDE = matchMedia('(min-width: 1000px) and (min-height: 600px)');

const byId = (id) => document.getElementById(id);

async function suggest() {
  const some = await examples();
  byId('example-list').append(...some.map((question) =>
    el('li', {}, el('button', { type: 'button', class: 'choice', dir: 'auto', onclick: () => window.switchboard('startNew', question) }, question))));
  byId('examples').hidden = some.length === 0;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(SNIPPET);
    byId('copied').textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(byId('snippet'));
    byId('copied').textContent = 'Selected: copy it with your keyboard';
  }
}

// As in the snippet: what is wanted before the chat is there waits for it.
window.switchboard ??= (...args) => (window.switchboard.q ??= []).push(args);
window.switchboard('boot');
byId('snippet').textContent = SNIPPET;
byId('begin').addEventListener('click', () => window.switchboard('show'));
byId('copy').addEventListener('click', copy);
suggest();
if (WIDE.matches) {
  window.switchboard('show');
}
