// Times and waits, in words that go on by themselves.

import { el } from '/assets/dom.js';

const LONG_S = 300;
const TOO_LONG_S = 900;

/** How long it is since then; it goes on as long as it is on the page. */
export function wait(since, before = '') {
  const element = el('time', { class: 'wait', datetime: since, 'data-before': before });
  update(element);
  return element;
}

/** Keeps all waits on the page true. */
export function tick() {
  document.querySelectorAll('.wait').forEach(update);
}

function update(element) {
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(element.dateTime)) / 1000));
  const words = element.dataset.before + lasting(seconds);
  if (element.textContent !== words) {
    element.textContent = words;
    element.classList.toggle('long', seconds >= LONG_S && seconds < TOO_LONG_S);
    element.classList.toggle('too-long', seconds >= TOO_LONG_S);
  }
}

function lasting(seconds) {
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A point in time, with the day when it is another one. */
export function clock(at) {
  return el('time', { datetime: at, title: new Date(at).toLocaleString() }, moment(at));
}

export function moment(at) {
  const when = new Date(at);
  const today = when.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(undefined, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(when);
}
