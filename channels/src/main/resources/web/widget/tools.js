// What can be done with an answer: copy it, hear it, say whether it helped.

import { el, icon } from '/assets/dom.js';
import { spoken } from './message.js';

const COPY = 'M9 9h10v10H9zM15 9V5H5v10h4';
const DONE = 'M5 12.5l4.5 4.5L19 7.5';
const UP = 'M7 11v9H4v-9h3ZM7 11l4-7a2 2 0 0 1 2 2v4h5.5a2 2 0 0 1 2 2.4l-1.2 6a2 2 0 0 1-2 1.6H7';
const DOWN = 'M7 13V4H4v9h3ZM7 13l4 7a2 2 0 0 0 2-2v-4h5.5a2 2 0 0 0 2-2.4l-1.2-6a2 2 0 0 0-2-1.6H7';
const HEAR = 'M5 9.5v5h3l4 3.5V6L8 9.5H5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11';

/**
 * The buttons below an answer. `judge(value, comment)` sends what the customer thinks of it; without
 * it the answer is not asked about. `speech(seq)` brings it as sound, where the server speaks.
 */
export function tools(article, message, words, judge, speech) {
  const note = el('p', { class: 'told', role: 'status' });
  const thumbs = judge && message.author.type === 'bot' ? opinion(message, words, judge, note) : { buttons: [] };
  return el('div', { class: 'tools' },
    copy(article, words, note),
    speech || 'speechSynthesis' in window ? hear(article, words, speech && (() => speech(message.seq))) : undefined,
    ...thumbs.buttons,
    note,
    thumbs.form);
}

function tool(name, path, act) {
  return el('button', { type: 'button', class: 'tool', 'aria-label': name, title: name, onclick: act }, icon(path));
}

function copy(article, words, note) {
  return tool(words('copy'), COPY, async ({ currentTarget: button }) => {
    try {
      await navigator.clipboard.writeText(spoken(article));
      note.textContent = words('copied');
      button.replaceChildren(icon(DONE));
    } catch {
      note.textContent = words('notCopied');
    }
  });
}

function hear(article, words, speech) {
  let playing;
  const done = () => button.setAttribute('aria-pressed', 'false');
  const button = tool(words('hear'), HEAR, async () => {
    const silent = button.getAttribute('aria-pressed') === 'true';
    window.speechSynthesis?.cancel();
    playing?.pause();
    if (silent) {
      done();
    } else if (speech) {
      button.setAttribute('aria-pressed', 'true');
      try {
        playing ??= new Audio(URL.createObjectURL(await speech()));
        playing.onended = done;
        await playing.play();
      } catch {
        done();
      }
    } else {
      const utterance = new SpeechSynthesisUtterance(spoken(article));
      utterance.lang = words.tag;
      utterance.onend = utterance.onerror = done;
      button.setAttribute('aria-pressed', 'true');
      speechSynthesis.speak(utterance);
    }
  });
  button.setAttribute('aria-pressed', 'false');
  button.classList.add('hear');
  return button;
}

function opinion(message, words, judge, note) {
  const send = async (value, comment) => {
    try {
      await judge(value, comment);
      note.textContent = words('thanks');
    } catch {
      note.textContent = words('tryLater');
    }
  };
  const press = (value) => {
    up.setAttribute('aria-pressed', String(value === 'up'));
    down.setAttribute('aria-pressed', String(value === 'down'));
    form.hidden = value !== 'down';
  };
  const up = tool(words('good'), UP, () => {
    press('up');
    send('up', '');
  });
  const down = tool(words('bad'), DOWN, () => {
    press('down');
    send('down', '');
    form.elements[0].focus();
  });
  const form = reason(words, (comment) => {
    form.hidden = true;
    down.focus();
    send('down', comment);
  });
  press(message.feedback);
  form.hidden = true;
  return { buttons: [up, down], form };
}

function reason(words, send) {
  const field = el('input', { type: 'text', maxlength: 1000, dir: 'auto', 'aria-label': words('reason'), placeholder: words('reason') });
  return el('form', {
    class: 'reason',
    onsubmit: (event) => {
      event.preventDefault();
      send(field.value.trim());
    },
  }, field, el('button', { type: 'submit', class: 'plain' }, words('sendReason')));
}
