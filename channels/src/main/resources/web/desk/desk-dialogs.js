// Questions that have to be answered before anything happens.

import { el } from '/assets/dom.js';

const REASONS = ['Answered', 'Fixed', 'Refunded or replaced', 'Passed on to another team', 'The customer does not answer', 'Spam or abuse'];

/**
 * Asks in a dialog; resolves to what `read(form)` makes of it, or to undefined when it is given up.
 * `read` may return undefined to say that something is missing.
 */
export function ask({ title, content, yes, strength = 'strong', read = () => true }) {
  return new Promise((resolve) => {
    let answer;
    const heading = `dialog-${Math.random().toString(36).slice(2)}`;
    const form = el('form', { novalidate: '' }, ...content,
      el('div', { class: 'dialog-end' },
        el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, yes === undefined ? 'Close' : 'Cancel'),
        yes === undefined ? undefined : el('button', { type: 'submit', class: `button ${strength}` }, yes)));
    const dialog = el('dialog', { 'aria-labelledby': heading }, el('h2', { id: heading }, title), form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer = read(form);
      if (answer !== undefined) {
        dialog.close();
      }
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Resolves to the reason. */
export function askReason() {
  const more = el('input', { type: 'text', id: 'reason-more', maxlength: 400, dir: 'auto', autocomplete: 'off' });
  return ask({
    title: 'Resolve the case',
    content: [
      el('p', {}, 'The customer is asked how it was. If they write again within a week, the case goes on.'),
      el('fieldset', {}, el('legend', { class: 'hidden' }, 'How was it resolved?'),
        ...REASONS.map((reason, index) => pick('reason', reason, reason, '', index === 0))),
      el('div', { class: 'field' }, el('label', { for: 'reason-more' }, 'More about it, for the team'), more),
    ],
    yes: 'Resolve',
    read: (form) => [form.elements.reason.value, more.value.trim()].filter((part) => part !== '').join(': '),
  });
}

/** Resolves to the time until which the case is put aside, ISO 8601. */
export function askTime() {
  const custom = el('input', { type: 'datetime-local', id: 'until', name: 'custom' });
  const fault = el('p', { class: 'failed', role: 'alert' });
  custom.addEventListener('input', () => (custom.form.elements.until.value = ''));
  return ask({
    title: 'Put the case aside',
    content: [
      el('p', {}, 'It comes back when the time has come, or when the customer writes.'),
      el('fieldset', {}, el('legend', { class: 'hidden' }, 'Until when?'),
        ...times().map(([name, at], index) => pick('until', at.toISOString(), name, at.toLocaleString([], { weekday: 'short', hour: 'numeric', minute: '2-digit' }), index === 0)),
        pick('until', '', 'At another time', '', false)),
      el('div', { class: 'field' }, el('label', { for: 'until' }, 'Another time'), custom),
      fault,
    ],
    yes: 'Put aside',
    read: (form) => {
      const chosen = form.elements.until.value || (custom.value && new Date(custom.value).toISOString());
      fault.textContent = chosen && Date.parse(chosen) > Date.now() ? '' : 'Choose a time that is still to come.';
      return fault.textContent === '' ? chosen : undefined;
    },
  });
}

function times() {
  const at = (days, hour) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    day.setHours(hour, 0, 0, 0);
    return day;
  };
  const monday = (8 - new Date().getDay()) % 7 || 7;
  return [
    ['For an hour', new Date(Date.now() + 3_600_000)],
    ['For three hours', new Date(Date.now() + 3 * 3_600_000)],
    ['Until tomorrow', at(1, 9)],
    ['Until Monday', at(monday, 9)],
  ];
}

/** Resolves to the name of the one who gets the case. */
export function askWhom(names, me) {
  const others = names.filter((name) => name !== me);
  return ask({
    title: 'Give the case to somebody',
    content: others.length === 0
      ? [el('p', {}, 'Nobody else works at the desk yet.')]
      : [el('fieldset', {}, el('legend', { class: 'hidden' }, 'To whom?'), ...others.map((name, index) => pick('whom', name, name, '', index === 0)))],
    yes: others.length === 0 ? undefined : 'Give',
    read: (form) => form.elements.whom.value,
  });
}

/** Resolves to true when the agent wants to take the case from the one who has it. */
export function askTakeOver(owner) {
  return ask({
    title: `Take the case over from ${owner}?`,
    content: [el('p', {}, `${owner} will see it at once and can no longer write to the customer.`)],
    yes: 'Take over',
    strength: 'grave',
  });
}

/** Resolves to `note` or `reply`. */
export function askWhoReads() {
  return ask({
    title: 'Is this for the customer?',
    content: [el('p', {}, 'It begins like a note. As a reply the customer reads every word of it.'),
      el('fieldset', {}, el('legend', { class: 'hidden' }, 'Who is it for?'),
        pick('who', 'note', 'Keep it as a note for the team', '', true),
        pick('who', 'reply', 'Send it to the customer', '', false))],
    yes: 'Go on',
    read: (form) => form.elements.who.value,
  });
}

/** Shows what can be done with the keyboard; `keys` can be switched off. */
export function showKeys(keys) {
  const own = el('input', { type: 'checkbox', onchange: (event) => (keys.on = event.target.checked) });
  own.checked = keys.on;
  return ask({
    title: 'Keyboard shortcuts',
    content: [
      el('dl', { class: 'shortcuts' }, ...keys.all.flatMap(({ names, what }) => [
        el('dt', {}, ...names.map((name) => el('kbd', {}, name))), el('dd', {}, what)])),
      el('label', { class: 'switch' }, own, 'Single keys do something'),
    ],
  });
}

/** Shows what did not reach a customer; `retry(letter)` sends one again, `open(letter)` its case. */
export function showLetters(letters, retry, open) {
  const item = (letter) => {
    const state = el('p', { class: 'letter-why', dir: 'auto' }, `${letter.because} (${letter.attempts} attempts, ${letter.channel})`);
    const again = el('button', { type: 'button', class: 'button' }, 'Try again');
    again.addEventListener('click', async () => {
      again.disabled = true;
      state.textContent = await retry(letter);
    });
    const show = el('button', {
      type: 'button',
      class: 'button',
      onclick: (event) => {
        event.target.closest('dialog').close();
        open(letter);
      },
    }, 'Show the case');
    return el('li', { class: 'letter' }, el('p', { dir: 'auto' }, letter.text), state, el('div', { class: 'letter-end' }, again, show));
  };
  return ask({
    title: 'Not delivered',
    content: letters.length === 0
      ? [el('p', {}, 'Everything has reached the customers.')]
      : [el('p', {}, 'These did not reach the customer, however often it was tried.'), el('ul', { class: 'letters' }, ...letters.map(item))],
  });
}

function pick(name, value, words, more, checked) {
  const input = el('input', { type: 'radio', name, value });
  input.checked = checked;
  return el('label', { class: 'pick' }, input, el('span', { dir: 'auto' }, words), more === '' ? undefined : el('span', {}, more));
}
