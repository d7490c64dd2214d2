// Puts the page together.

import { examples } from './api.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { el } from './dom.js';
import { ReceiptView } from './receipt.js';

const byId = (id) => document.getElementById(id);

const receipts = new ReceiptView(byId('receipt'), byId('receipt-body'), byId('receipt-close'));
const conversation = new Conversation(byId('log'), receipts, (busy) => composer.busy(busy));
const composer = new Composer(byId('composer'), byId('question'), byId('send'), byId('counter'), ask);

function ask(question) {
  document.body.classList.add('begun');
  return conversation.ask(question);
}

function chosen(question) {
  document.body.classList.add('begun');
  conversation.choose(question);
}

function connected() {
  byId('offline').hidden = navigator.onLine;
}

async function welcome() {
  const some = await examples();
  byId('example-list').append(...some.map((question) =>
    el('li', {}, el('button', { type: 'button', class: 'choice', dir: 'auto', onclick: () => chosen(question) }, question))));
  byId('examples').hidden = some.length === 0;
}

window.addEventListener('online', connected);
window.addEventListener('offline', connected);
connected();
welcome();
if (matchMedia('(hover: hover)').matches) {
  // Not on a phone, where the keyboard would cover the page.
  byId('question').focus();
}
