// Cards that ask the customer for something: a rating, or an address to write to.

import { el } from '/assets/dom.js';

/** Asks once how it was, 1 to 5; `rate(score, comment)` sends it. */
export function rating(words, rate) {
  const scores = [1, 2, 3, 4, 5].map((score) => el('label', { class: 'score' },
    el('input', { type: 'radio', name: 'score', value: score, required: '', 'aria-label': words('score', { n: score }) }),
    el('span', { 'aria-hidden': true }, String(score))));
  const comment = el('input', { type: 'text', maxlength: 1000, dir: 'auto', 'aria-label': words('comment'), placeholder: words('comment') });
  const skip = el('button', { type: 'button', class: 'plain', onclick: () => finish(card, words('skipped')) }, words('skip'));
  const card = el('form', { class: 'card rating' },
    el('fieldset', {}, el('legend', {}, words('rate')),
      el('div', { class: 'scores' }, ...scores),
      el('p', { class: 'ends', 'aria-hidden': true }, el('span', {}, words('worst')), el('span', {}, words('best')))),
    comment,
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'strong' }, words('sendRating')), skip));
  return sending(card, words, () => rate(Number(new FormData(card).get('score')), comment.value.trim()), words('rated'));
}

/** Asks for an address and a message for when nobody is there; `open(email, text)` sends them. */
export function letter(words, email, open) {
  const address = el('input', { type: 'email', required: '', autocomplete: 'email', maxlength: 254, value: email ?? '' });
  const text = el('textarea', { required: '', rows: 3, maxlength: 4000, dir: 'auto' });
  const cancel = el('button', { type: 'button', class: 'plain', onclick: () => card.remove() }, words('cancel'));
  const card = el('form', { class: 'card letter' },
    el('p', { class: 'card-title' }, words('letter')),
    el('label', {}, words('email'), address),
    el('label', {}, words('matter'), text),
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'strong' }, words('sendLetter')), cancel));
  return sending(card, words, () => open(address.value.trim(), text.value.trim()), words('letterSent'));
}

/** Asks whether something is to be done; `answer(wanted)` sends the word and resolves with what became of it. */
export function offer(given, words, answer) {
  const said = (state) => el('p', { class: 'note', tabindex: -1 }, words({ confirmed: 'offerConfirmed', done: 'offerDone', declined: 'offerDeclined' }[state] ?? 'offerFailed'));
  if (given.state !== 'offered' || answer === undefined) {
    return said(given.state);
  }
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  const decide = async (wanted) => {
    buttons.forEach((button) => { button.disabled = true; });
    trouble.textContent = wanted ? words('offerConfirmed') : '';
    try {
      const { state } = await answer(wanted);
      const done = said(state);
      card.replaceWith(done);
      done.focus();
    } catch (refusal) {
      trouble.textContent = words(refusal?.status === 409 ? 'offerOver' : 'tryLater');
      buttons.forEach((button) => { button.disabled = refusal?.status === 409; });
    }
  };
  const buttons = [
    el('button', { type: 'button', class: 'strong', onclick: () => decide(true) }, words('offerYes')),
    el('button', { type: 'button', class: 'plain', onclick: () => decide(false) }, words('offerNo')),
  ];
  const card = el('div', { class: 'card offer', role: 'group', 'aria-label': given.words }, el('div', { class: 'actions' }, ...buttons), trouble);
  return card;
}

function sending(card, words, send, done) {
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  card.append(trouble);
  card.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = card.querySelector('.strong');
    button.disabled = true;
    trouble.textContent = '';
    try {
      await send();
      finish(card, done);
    } catch {
      trouble.textContent = words('tryLater');
      button.disabled = false;
    }
  });
  return card;
}

/** The card has served; what had the focus is gone, so the words take it. */
function finish(card, words) {
  const done = el('p', { class: 'note', tabindex: -1 }, words);
  done.seq = card.seq;
  card.replaceWith(done);
  done.focus();
}
