// Who a customer is.

import { el, icon } from '/assets/dom.js';

const TICK = 'M5 12.5l4.5 4.5L19 7.5';

/** The customer in a word or two; nothing for a visitor of whom nothing is known. */
export function who(customer) {
  const words = customer.name || customer.email;
  return words === '' ? '' : el('span', { class: 'who' }, el('bdi', {}, words), mark(customer));
}

/** All that is known of the customer, on a line; nothing when that is nothing. */
export function whole(customer) {
  const { name, email } = customer;
  if (name === '' && email === '') {
    return '';
  }
  return el('p', { class: 'who' },
    el('strong', {}, el('bdi', {}, name || email)), mark(customer),
    name === '' || email === '' ? '' : el('bdi', { class: 'who-email' }, email));
}

function mark({ verified }) {
  return verified
    ? el('span', { class: 'verified', title: 'Your site has said who this is' }, icon(TICK), el('span', { class: 'hidden' }, 'verified'))
    : el('span', { class: 'unverified', title: 'The customer has said so; nobody has checked it' }, 'not verified');
}
